"""Labels stand on the words they were given for, whatever is cut, glued or damaged."""

import random
from pathlib import Path

import numpy as np
import pytest

from compose import compose, plain
from damage import damage
from example import Example, Marked, Referring, Sentence, Sheet, Sure, Word
from labels import ABSENT, NOWHERE, Frame, Window, groups, windows
from lemmas import commonest, script, seen
from purport.reader.layers import ATTRIBUTION_TAGS, EVENTS, MENTIONS, RELATIONS, TAGS, TIMEX_TAGS
from purport.reader.reader import WEIGHTS
from purport.reader.subwords import load_tokenizer, split
from purport.reader.syntax import lemma, parse_ways

FRAME = Frame(load_tokenizer(Path(WEIGHTS) / "vocab.txt"), ("l0 ", "k0 ", "l1 ", "l3 ", "l2 ot"))
TOKENS = ("Orla", "did", "n't", "leave", "Vesk", "on", "Friday", ".")
ROWS = (
    ("PROPN", "NNP", "Orla", 3, "nsubj"),
    ("AUX", "VBD", "do", 3, "aux"),
    ("PART", "RB", "not", 3, "advmod"),
    ("VERB", "VB", "leave", None, "root"),
    ("PROPN", "NNP", "Vesk", 3, "obj"),
    ("ADP", "IN", "on", 6, "case"),
    ("PROPN", "NNP", "Friday", 3, "obl"),
    ("PUNCT", ".", ".", 3, "punct"),
)
SENTENCE = Sentence(
    TOKENS,
    (False, True, False, False, False, False, True, False),
    words=tuple(Word(*row) for row in ROWS),
    mentions=(Referring(0, 1, "person", 4), Referring(4, 5, "place", 5)),
    sure=((3, -2.5),),
)
SHEET = Sheet("made", (SENTENCE, SENTENCE))


def only(example: Example) -> Window:
    (window,) = windows(example, FRAME, random.Random(1))
    return window


def named(window: Window, layer: str, names: tuple[str, ...]) -> list[str]:
    """The names of a layer's known labels."""
    return [names[label] for label in window.labels[layer].tolist() if label != ABSENT]


def test_syntax_stands_on_first_words() -> None:
    example = plain(SHEET)
    assert example.text == "Orla didn't leave Vesk on Friday. Orla didn't leave Vesk on Friday."
    window = only(example)
    assert window.labels["token"].tolist()[:10] == [1, 1, 1, 0, 0, 1, 1, 1, 1, 1]  # n ' t is one token
    assert named(window, "tag", TAGS)[:8] == [row[0] for row in ROWS]
    assert named(window, "relation", RELATIONS)[:8] == [row[4] for row in ROWS]
    heads = window.labels["head"]
    assert heads[5] == NOWHERE
    assert heads[0] == 5
    assert heads[15] == NOWHERE
    assert heads[10] == 15


def test_events_times_and_certainty_stand_on_their_words() -> None:
    text = "She quit on Friday."
    example = Example(
        "a", text, timexes=(Marked(12, 18, "DATE"),), events=(Marked(4, 8, "occurrence"),), sure=(Sure(4, 8, 3.0), Sure(4, 8, 1.5, "uw"))
    )
    window = only(example)
    assert [TIMEX_TAGS[label] for label in window.labels["timex"]] == ["O", "O", "O", "B-DATE", "O"]
    assert [EVENTS[label] for label in window.labels["event"]] == ["none", "occurrence", "none", "none", "none"]
    assert window.labels["factbank"].tolist() == [ABSENT, 7000, ABSENT, ABSENT, ABSENT]
    assert window.labels["uw"].tolist() == [ABSENT, 5500, ABSENT, ABSENT, ABSENT]
    assert "uds" not in window.labels


def test_a_span_broken_by_another_begins_again() -> None:
    roles = (Marked(0, 21, "content"), Marked(6, 9, "cue"))
    window = only(Example("a", "It is red and old now.", roles=roles))
    tags = [ATTRIBUTION_TAGS[label] for label in window.labels["attribution"]]
    assert tags == ["B-content", "I-content", "B-cue", "B-content", "I-content", "I-content", "O"]


def test_mentions_keep_their_clusters() -> None:
    window = only(plain(SHEET))
    assert [MENTIONS[label] for label in window.labels["mention"] if label > 0] == ["person", "place"] * 2
    assert [c for c in window.labels["cluster"].tolist() if c != ABSENT] == [4, 5, 4, 5]
    form = window.labels["form"]
    assert form[0] == form[10] != form[1]


@pytest.mark.parametrize("seed", range(30))
def test_damage_leaves_tags_on_their_words(seed: int) -> None:
    rng = random.Random(seed)
    example = damage(compose(SHEET, rng), rng)
    for token in example.tokens or ():
        shown = example.text[token.start : token.end].lower()
        assert shown in {"", " ", "nt", "n t", *(t.lower() for t in TOKENS), "n’t"}
    window = only(example)
    words = [example.text[a:b] for a, b in _word_edges(example.text)]
    for word, tag in zip(words, window.labels["tag"].tolist(), strict=True):
        if word.lower() in {"orla", "vesk"} and tag != ABSENT:
            assert TAGS[tag] == "PROPN"


def _word_edges(text: str) -> list[tuple[int, int]]:
    pieces = split(text, FRAME.tokenizer)
    heads = np.flatnonzero(pieces.heads)
    tails = np.append(heads[1:], len(pieces)) - 1
    return list(zip(pieces.starts[heads].tolist(), pieces.ends[tails].tolist(), strict=True))


def test_long_documents_stay_together_where_mentions_cross() -> None:
    example = plain(Sheet("long", (SENTENCE,) * 120))
    found = windows(example, FRAME, random.Random(3))
    assert len(found) > 4
    assert [window.tied for window in found[:4]] == [True, True, True, False]
    assert not found[-1].tied
    assert [len(group) for group in groups(found[:4], 2, random.Random(1))] == [4]
    assert all(-2 <= head < len(w.words) for w in found for head in w.labels["head"].tolist())


@pytest.mark.parametrize(
    ("form", "word"), [("Stories", "story"), ("went", "go"), ("Orla", "Orla"), ("was", "be"), ("NATO", "NATO"), ("better", "good")]
)
def test_a_script_leads_from_the_form_to_the_lemma(form: str, word: str) -> None:
    (way,) = parse_ways([script(form, word)])
    assert lemma(form, way) == word


def test_a_script_too_long_for_its_form_leaves_it() -> None:
    assert lemma("is", (True, 3, "be")) == "is"


def test_the_commonest_scripts_come_first() -> None:
    assert commonest([("cats", "cat"), ("dogs", "dog"), ("cat", "cat")], 1) == ("l1 ",)


def test_a_form_seen_has_its_commonest_lemma() -> None:
    words = [
        ("Saw", "VBD", "see"),
        ("saw", "VBD", "see"),
        ("saw", "VBD", "saw"),
        ("saw", "NN", "saw"),
        ("Orla", "NNP", "Orla"),
        ("40", "CD", "40"),
    ]
    assert seen(words) == ("saw NN saw", "saw VBD see")
