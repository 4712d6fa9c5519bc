"""Who is heard after the report of his death was alive, if it is he; two messages are never one."""

import pytest

from purport.resolve.accounts import Account
from purport.resolve.compare import comparison, question
from purport.resolve.messages import CONDITION, keys
from resolve.saying import AGREES, SUPERSEDES, account, elsewhere, frame, message, relation


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


def test_two_messages_years_apart_never_agree() -> None:
    last = heard(released="2029-03-21", report="a", said="2029-03-22")
    this = account("the tape presented as his lasted an hour", report="b", messages=(message("Veshan Dormu", "2031-03-05"),))
    assert relation(last, this) is None


def test_two_messages_of_the_same_words_years_apart_never_agree() -> None:
    last = account(
        "an audio message of Veshan Dormu urged his fighters to hold the marshes",
        report="a",
        said="2029-03-22",
        messages=(message("Veshan Dormu", "2029-03-21"),),
    )
    this = elsewhere(heard(), messages=(message("Veshan Dormu", "2031-03-05"),), words=last.words, own=last.own, stems=last.stems)
    found = relation(last, this)
    assert found is None or found[0] != AGREES


def test_an_account_is_found_by_the_dead_and_by_speakers() -> None:
    assert set(keys(dead())) == set(keys(heard())) == {"message veshan dormu"}
    assert set(keys(account("Veshan Dormu spoke"))) == set()
