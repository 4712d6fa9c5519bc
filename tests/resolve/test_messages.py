"""Who is heard after the report of his death was alive, if it is he; two messages are never one."""

import pytest

from purport.resolve.accounts import Account
from purport.resolve.compare import comparison, question
from purport.resolve.messages import CONDITION, keys
from resolve.saying import AGREES, SAME_SERIES, SUPERSEDES, account, elsewhere, frame, message, relation


def dead(sure: str = "CT+", on: str = "2031-02-24") -> Account:
    act = frame("killed", sure=sure, patient="Veshan Dormu")
    return account("jets killed Veshan Dormu in the reeds", "the army", said=on, sure=sure, frames=(act,))


def heard(speaker: str = "Veshan Dormu", released: str | None = "2031-03-05", report: str = "b", said: str = "2031-03-06") -> Account:
    return account("a tape of half an hour came out by night", report=report, said=said, messages=(message(speaker, released),))


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (dead(), heard(), (SUPERSEDES, "status")),
        (dead("PS+"), heard(), (SUPERSEDES, "status")),
        (dead("CT-"), heard(), None),
        (dead("Uu"), heard(), None),
        (dead(), heard(released="2030-03-21"), None),
        (dead(), heard(released=None), (SUPERSEDES, "status")),
        (dead(), heard("Orla Vane"), None),
    ],
)
def test_a_recording_against_a_death(one: Account, other: Account, found: tuple[str, str] | None) -> None:
    assert relation(one, other) == found


def test_the_recording_replaces_the_death_on_a_condition() -> None:
    found = comparison(heard(said="2031-02-01"), dead())
    assert found is not None
    assert (found.left.report, found.right.report, found.condition) == ("a", "b", CONDITION)
    assert question(dead(), heard()) == "Is Veshan Dormu alive?"


def test_two_messages_years_apart_are_of_one_series() -> None:
    last = heard(released="2029-03-21", report="a", said="2029-03-22")
    this = account("the tape presented as his lasted an hour", report="b", messages=(message("Veshan Dormu", "2031-03-05"),))
    assert relation(last, this) == (SAME_SERIES, None)


def test_two_messages_of_the_same_words_years_apart_are_of_one_series() -> None:
    last = account(
        "an audio message of Veshan Dormu urged his fighters to hold the marshes",
        report="a",
        said="2029-03-22",
        messages=(message("Veshan Dormu", "2029-03-21"),),
    )
    this = elsewhere(heard(), messages=(message("Veshan Dormu", "2031-03-05"),), words=last.words, own=last.own, stems=last.stems)
    assert relation(last, this) == (SAME_SERIES, None)


@pytest.mark.parametrize(
    ("released", "other", "found"),
    [
        ("2031-03-05", "2031-03-05", (AGREES, None)),
        ("2031-03-05", "2031-03-01..2031-03-09", (AGREES, None)),
        ("2031-03-05", "2031-03-06", (SAME_SERIES, None)),
        ("2031-03-05", "2031-01-01..2031-03-09", None),
        ("2031-03-05", "..2031-03-01", (SAME_SERIES, None)),
        ("2031-03-05", None, None),
        (None, None, None),
    ],
)
def test_recordings_are_one_or_two_by_when_they_came_out(released: str | None, other: str | None, found: tuple[str, None] | None) -> None:
    assert relation(heard(released=released, report="a"), told_again("Veshan Dormu", other)) == found
    assert relation(heard(released=released, report="a"), told_again("Orla Vane", other)) is None


def told_again(speaker: str, released: str | None) -> Account:
    return account("his voice on a cassette, the station holds", report="c", messages=(message(speaker, released),))


def test_an_account_is_found_by_the_dead_and_by_speakers() -> None:
    assert set(keys(dead())) == set(keys(heard())) == {"message veshan dormu"}
    assert set(keys(account("Veshan Dormu spoke"))) == set()
