"""Words held against a transcript: word for word, with differences, or not there."""

from __future__ import annotations

import pytest

from purport.audio.transcripts import read_transcript
from purport.findings import Change, Reworded, Stretch, Wording
from purport.spoken.wording import Found, fold_words, hear, hold

SPEECH = """0:01 My brothers, the winter has made them slow.
0:05 Forty of our men stood at the gates of Karst, and not one of them ran
0:09 when the army came with twenty-five wagons and burned the mill by the river.
0:20 I do not ask what you have lost. I ask what is left.
0:26 The mill can be built again, and the winter has made them slow.
"""
HEARD = hear(read_transcript(SPEECH, "speech.txt", 60))


def held(words: str) -> Found:
    return hold(fold_words(words), HEARD.said)


@pytest.mark.parametrize(
    "words",
    [
        "not one of them ran",
        "NOT ONE—of them—ran!",
        "“Forty of our men”",
        "40 of our men stood",
        "with 25 wagons",
        "with twenty five wagons",
        "ran when the army came",
        "Kárst",
    ],
)
def test_what_stands_there_is_found_word_for_word(words: str) -> None:
    assert held(words).wording is Wording.VERBATIM


def test_every_place_is_told_with_its_times() -> None:
    found = held("the winter has made them slow")
    assert [HEARD.at(*each) for each in found.places] == [Stretch(1, 5), Stretch(26, 60)]


def test_words_that_reach_over_two_cues_have_the_times_of_both() -> None:
    (place,) = held("ran when the army came").places
    assert HEARD.at(*place) == Stretch(5, 20)


@pytest.mark.parametrize(
    ("words", "changes"),
    [
        ("when the army came with twenty wagons and burned the mill", [Reworded(Change.REPLACED, "twenty", "twenty-five")]),
        ("when the army came and burned the mill by the river", [Reworded(Change.INSERTED, "", "with twenty-five wagons")]),
        ("when the whole army came with 25 wagons and burned the mill", [Reworded(Change.MISSING, "whole", "")]),
        ("so forty of our men stood at the gates of Karst", [Reworded(Change.MISSING, "so", "")]),
        ("forty of our men stood at the gates of Karst alone", [Reworded(Change.MISSING, "alone", "")]),
    ],
)
def test_differences_are_shown_word_by_word(words: str, changes: list[Reworded]) -> None:
    found = held(words)
    assert (found.wording, list(found.changes)) == (Wording.DIFFERENT, changes)


@pytest.mark.parametrize(
    "words",
    [
        "we will return to Karst before the harvest",
        "the army of the north",
        "not one of the mills was left by the river, and the army knew it",
        "those gates",
        "",
        "…",
    ],
)
def test_what_is_not_said_is_not_found(words: str) -> None:
    assert held(words) == Found(Wording.NOT_FOUND)


def test_a_few_words_are_found_word_for_word_or_not_at_all() -> None:
    assert held("burned the mill").wording is Wording.VERBATIM
    assert held("burned a mill").wording is Wording.NOT_FOUND
