"""Texts of no treebank learn the syntax that a reader finds."""

from pathlib import Path

import pytest

import parse
from example import Example, Marked, Token
from fixed_reader import finding
from purport.reader import Reading, Words

TEXT = "She left. Subscribe now."
WORDS = Words(
    (0, 4, 10, 20),
    (3, 8, 19, 23),
    ("PRON", "VERB", "VERB", "ADV"),
    ("PRP", "VBD", "VB", "RB"),
    ("she", "leave", "subscribe", "now"),
    (1, -1, -1, 2),
    ("nsubj", "root", "root", "advmod"),
    (0, 0, 1, 1),
)


def test_sentences_that_page_text_is_in_teach_no_syntax(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parse, "Reader", finding(Reading((), (), (), WORDS)))
    known = Example("known", TEXT, tokens=())
    whole, clean, kept = parse.parsed([Example("a", TEXT), Example("b", TEXT, page=(Marked(0, 9, "page"),)), known], Path())
    assert [token.head for token in whole.tokens or ()] == [1, None, None, 2]
    assert clean.tokens == (
        Token(10, 19, "VERB", "VB", "subscribe", None, "root", 1),
        Token(20, 23, "ADV", "RB", "now", 0, "advmod", 1),
    )
    assert kept == known
