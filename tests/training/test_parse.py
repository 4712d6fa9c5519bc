"""Texts of no treebank learn the syntax and the mentions that a reader finds."""

from pathlib import Path

import pytest

import parse
from example import Example, Marked, Referring, Token
from fixed_reader import finding
from purport.reader import Reading, Words
from purport.reader.reading import Referring as Found

TEXT = "She left. Subscribe now. She waved."
WORDS = Words(
    (0, 4, 10, 20, 25, 29),
    (3, 8, 19, 23, 28, 34),
    ("PRON", "VERB", "VERB", "ADV", "PRON", "VERB"),
    ("PRP", "VBD", "VB", "RB", "PRP", "VBD"),
    ("she", "leave", "subscribe", "now", "she", "wave"),
    (1, -1, -1, 2, 5, -1),
    ("nsubj", "root", "root", "advmod", "nsubj", "root"),
    (0, 0, 1, 1, 2, 2),
)
MENTIONS = (Found(0, "person", None, 0.9), Found(3, "time", None, 0.6), Found(4, "person", 0, 0.8))


@pytest.fixture
def parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parse, "Reader", finding(Reading((), (), (), WORDS, referring=MENTIONS)))


@pytest.mark.usefixtures("parser")
def test_sentences_that_page_text_is_in_teach_no_syntax() -> None:
    whole, clean = parse.parsed([Example("a", TEXT), Example("b", TEXT, page=(Marked(10, 19, "page"),))], Path())
    assert [token.head for token in whole.tokens or ()] == [1, None, None, 2, 5, None]
    assert (clean.tokens or ())[2:] == (
        Token(25, 28, "PRON", "PRP", "she", 3, "nsubj", 2),
        Token(29, 34, "VERB", "VBD", "wave", None, "root", 2),
    )


@pytest.mark.usefixtures("parser")
def test_mentions_led_to_one_another_are_of_one_cluster() -> None:
    whole, clean = parse.parsed([Example("a", TEXT), Example("b", TEXT, page=(Marked(10, 19, "page"),))], Path())
    assert whole.mentions == (Referring(0, 3, "person", 0), Referring(20, 23, "time", 1), Referring(25, 28, "person", 0))
    assert clean.mentions == (Referring(0, 3, "person", 0), Referring(25, 28, "person", 0))


@pytest.mark.usefixtures("parser")
def test_what_a_corpus_says_is_kept() -> None:
    known, referring = Example("known", TEXT, tokens=()), Example("referring", TEXT, mentions=())
    kept, parsed = parse.parsed([known, referring], Path())
    assert kept == known
    assert parsed.mentions == ()
