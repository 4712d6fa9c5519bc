"""The words that leave open whether a recording is genuine."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

import factory
from dossier.made import sentences
from purport.dossier.left_open import conditions, left_open
from purport.dossier.making import Telling
from purport.records import Analysis, Factuality, Furniture, FurnitureKind


def found(text: str, find: Callable[[Analysis], Iterator[Telling]], *furniture: Furniture) -> list[str]:
    one = factory.analysis(factory.report(text), sentences=tuple(sentences(text)), furniture=furniture)
    return [each.span.words(text) for each in find(one)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("If genuine, the tape is her first.", ["If genuine"]),
        ("A tape surfaced on Sunday. If authentic, it would be her first.", ["If authentic"]),
        ("A tape purportedly by Vane and, if so, his first came out.", ["purportedly by Vane and, if so"]),
        ("If so many tapes are sold, the shop will close.", []),
        ("If genuine, the coin is worth a fortune.", []),
        ("A coin was found on Sunday. If genuine, it is old.", []),
    ],
)
def test_what_is_told_on_a_condition(text: str, words: list[str]) -> None:
    assert found(text, conditions) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Front put out a purported new tape on Sunday.", ["purported new tape"]),
        ("Police found a purported thief, a tape in his hand.", []),
        ("The tape said to be from Orla Vashan ran for an hour.", ["tape said to be from Orla Vashan"]),
        ("The tape said to be lost was in a drawer.", []),
        ("The tape from the hills is still being examined.", ["is still being examined"]),
        ("After the tape the bridge is being examined.", []),
        ("It appeared to be her first public address since May.", ["It appeared to be her first public address"]),
        ("It appeared to be a long winter.", []),
    ],
)
def test_words_that_leave_it_open(text: str, words: list[str]) -> None:
    assert found(text, left_open) == words


def test_what_it_seems_to_be_is_held_probable_and_all_else_left_open() -> None:
    text = "It appeared to be her first tape. The purported tape was short."
    one = factory.analysis(factory.report(text), sentences=tuple(sentences(text)))
    assert [each.factuality for each in left_open(one)] == [Factuality.PROBABLE, Factuality.UNCOMMITTED]


def test_a_headline_tells_too_and_other_page_text_does_not() -> None:
    text = "Tape Said to Be of Leader Surfaces."
    for kind, words in ((FurnitureKind.TITLE, ["Tape Said to Be of Leader Surfaces"]), (FurnitureKind.PAGE, [])):
        assert found(text, left_open, Furniture(0, len(text), kind)) == words
