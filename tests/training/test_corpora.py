"""Corpus files of each format are read as their makers meant them."""

import random
from pathlib import Path

from compose import compose
from corpora.columns import read_conll, read_conllu
from corpora.polnear import read_polnear
from example import Link, Marked


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


def test_conllu_multiword_tokens_stand_once(tmp_path: Path) -> None:
    row = "{0}\t{1}\t_\t_\t_\t_\t_\t_\t_\t{2}\n"
    path = tmp_path / "a.conllu"
    path.write_text(
        "# newdoc id = a\n# text = don't go.\n"
        + row.format("1-2", "don't", "_")
        + row.format("1", "do", "_")
        + row.format("2", "n't", "_")
        + row.format("3", "go", "SpaceAfter=No")
        + row.format("4", ".", "_")
    )
    (sheet,) = read_conllu(path)
    assert sheet.sentences[0].tokens == ("don't", "go", ".")
    assert compose(sheet, random.Random(1)).text == "don't go."


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
