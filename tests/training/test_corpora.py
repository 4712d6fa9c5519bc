"""Corpus files of each format are read as their makers meant them."""

import random
from pathlib import Path

import pytest

from compose import compose
from corpora.columns import read_conll, read_conllu
from corpora.polnear import read_polnear
from corpora.splits import is_dev
from example import Link, Marked, Sheet, Word


def test_conll_entities_keep_their_documents(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "-DOCSTART- -X- -X- O\n\nOrla NNP B-NP B-PER\nVane NNP I-NP I-PER\nleft VBD B-VP O\nVesk NNP B-NP B-LOC\n\n"
        "-DOCSTART- -X- -X- O\n\nIt PRP B-NP O\n"
    )
    first, second = read_conll(path)
    assert first.sentences[0].tokens == ("Orla", "Vane", "left", "Vesk")
    assert first.sentences[0].entities == (Marked(0, 2, "person"), Marked(3, 4, "place"))
    assert len(second.sentences) == 1


ROW = "{}\t{}\t{}\t{}\t{}\t_\t{}\t{}\t_\t{}\n"


def test_conllu_words_of_a_multiword_token_stand_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(
        "# newdoc id = vesk-1\n# newpar\n# text = don't go.\n"
        + ROW.format("1-2", "don't", "_", "_", "_", "_", "_", "_")
        + ROW.format("1", "do", "do", "AUX", "VB", "3", "aux", "_")
        + ROW.format("2", "n't", "not", "PART", "RB", "3", "advmod", "_")
        + ROW.format("3", "go", "go", "VERB", "VB", "0", "root", "SpaceAfter=No")
        + ROW.format("3.1", "far", "far", "ADV", "RB", "_", "_", "_")
        + ROW.format("4", ".", ".", "PUNCT", ".", "3", "punct", "CorrectSpaceAfter=Yes")
        + "\n"
        + ROW.format("1", "No", "no", "INTJ", "UH", "0", "root", "_")
    )
    (sheet,) = read_conllu(path)
    first, second = sheet.sentences
    assert sheet.name == "vesk-1"
    assert (first.tokens, first.glued) == (("do", "n't", "go", "."), (True, False, True, False))
    assert first.words == (
        Word("AUX", "VB", "do", 2, "aux"),
        Word("PART", "RB", "not", 2, "advmod"),
        Word("VERB", "VB", "go", None, "root"),
        Word("PUNCT", ".", ".", 2, "punct"),
    )
    assert (first.paragraph, second.paragraph) == (True, False)
    assert compose(Sheet(sheet.name, (first,)), random.Random(1)).text == "don't go."


@pytest.mark.parametrize(
    ("surface", "forms", "tokens", "heads"),
    [
        ("dunno", ("do", "not", "know"), ("du", "nn", "o"), (2, 2, None)),
        ("ai", ("as", "i"), ("a", "i"), (1, None)),
        ("x", ("ex", "or"), ("x",), (None,)),
    ],
)
def test_conllu_printed_characters_are_shared_out(
    tmp_path: Path, surface: str, forms: tuple[str, ...], tokens: tuple[str, ...], heads: tuple[int | None, ...]
) -> None:
    path = tmp_path / "a.conllu"
    last = len(forms)
    text = ROW.format(f"1-{last}", surface, "_", "_", "_", "_", "_", "SpaceAfter=No")
    for i, form in enumerate(forms, 1):
        text += ROW.format(str(i), form, form, "X", "XX", "0" if i == last else str(last), "root" if i == last else "dep", "_")
    path.write_text(text + ROW.format(str(last + 1), "!", "!", "PUNCT", ".", str(last), "punct", "_"))
    (sentence,) = read_conllu(path)[0].sentences
    assert sentence.tokens == (*tokens, "!")
    assert sentence.glued == (True,) * len(tokens) + (False,)
    assert [word.head for word in sentence.words or ()] == [*heads, len(tokens) - 1]


def test_conllu_documents_without_an_id_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    row = ROW.format("1", "Yes", "yes", "INTJ", "UH", "0", "root", "_")
    path.write_text(f"{row}\n# newdoc\n{row}\n# newdoc id = c\n{row}")
    assert [sheet.name for sheet in read_conllu(path)] == ["a-0", "a-1", "c"]


def test_polnear_spans_may_be_in_pieces_and_sources_missing(tmp_path: Path) -> None:
    text = "It fell, she said, twice. It was reported that it rose."
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "a.txt").write_text(text)
    (tmp_path / "attributions" / "a_x.ann").write_text(
        "T1\tSource 9 12\tshe\nT2\tCue 13 17\tsaid\nT3\tContent 0 8;19 24\tIt fell, twice\n"
        "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n"
        "T4\tCue 29 41\twas reported\nT5\tContent 42 54\tthat it rose\n"
        "E2\tAttribution-no-source:T4 Cue:T4 Content:T5\n"
    )
    (example,) = read_polnear(tmp_path)
    assert [text[r.start : r.end] for r in example.roles or ()] == ["she", "said", "It fell,", "twice", "was reported", "that it rose"]
    assert example.links == (Link(1, 0, (2, 3)), Link(4, None, (5,)))


def test_the_split_is_fixed_by_name() -> None:
    names = [f"vesk-{i}" for i in range(800)]
    assert [name for name in names if is_dev(name)][:3] == ["vesk-3", "vesk-8", "vesk-11"]
    assert 70 < sum(map(is_dev, names)) < 130
