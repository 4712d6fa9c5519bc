"""Whose state accounts tell, and what two answers to one question come to."""

import pytest

from purport.resolve.accounts import Account
from purport.resolve.compare import compare, question
from purport.resolve.states import keys, states
from resolve.saying import (
    AGREES,
    CONTRADICTS,
    DOUBTS,
    SAME_SERIES,
    SUPERSEDES,
    account,
    frame,
    relation,
)

KILLED = frame("killed", patient="Veshan Dormu")


def told(one: Account) -> list[str]:
    return [f"{each.question} of {each.subject.key}: {each.value} {each.factuality.value}" for each in states(one)]


@pytest.mark.parametrize(
    ("one", "found"),
    [
        (account("Veshan Dormu was killed", frames=(KILLED,)), ["life of Veshan Dormu: dead CT+"]),
        (account("Orla Vane died", frames=(frame("died", agent="Orla Vane"),)), ["life of Orla Vane: dead CT+"]),
        (account("He may have died", sure="PS+", frames=(frame("died", sure="PS+", agent="Orla Vane"),)), ["life of Orla Vane: dead PS+"]),
        (account("Veshan Dormu killed a man", frames=(frame("killed", agent="Veshan Dormu", patient="a man"),)), []),
        (account("a man was killed", frames=(frame("killed", patient="a man"),)), []),
        (account("Orla Vane was wounded", frames=(frame("wounded", agent="Orla Vane"),)), ["life of Orla Vane: hurt CT+"]),
        (account("Orla Vane wounded", frames=(frame("wounded", agent="Orla Vane", patient="Ilo Tolk"),)), ["life of Ilo Tolk: hurt CT+"]),
        (account("Orla Vane is alive"), ["life of Orla Vane: alive CT+"]),
        (account("Orla Vane is hiding", frames=(frame("hiding", agent="Orla Vane"),)), ["life of Orla Vane: alive CT+"]),
        (account("Orla Vane is not hiding", frames=(frame("hiding", sure="CT-", agent="Orla Vane"),)), []),
        (account("Orla Vane hides a debt", frames=(frame("hides", agent="Orla Vane", patient="a debt"),)), []),
        (account("Orla Vane, feared drowned", frames=(frame("drowned", patient="Orla Vane"),)), ["life of Orla Vane: dead PS+"]),
        (account("Orla Vane, given as drowned", frames=(frame("drowned", patient="Orla Vane"),)), ["life of Orla Vane: dead PS+"]),
        (account("Ilo Tolk was captured", frames=(frame("captured", patient="Ilo Tolk"),)), ["liberty of Ilo Tolk: held CT+"]),
        (account("The guards found Orla Vane dead"), ["life of Orla Vane: dead CT+"]),
        (account("Orla Vane, reported drowned by some, is alive"), ["life of Orla Vane: alive CT+"]),
        (account("Orla Vane carried dead soldiers"), []),
        (account("Orla Vane plays in the Grateful Dead"), []),
        (account("Orla Vane spoke while the others lay dead"), []),
        (account("Orla Vane wants no death penalty"), []),
        (account("Friends mourned Orla Vane's death"), ["life of Orla Vane: dead CT+"]),
        (account("Friends mourned Orla Vane's death sentence"), []),
        (account("Orla Vane was there at the death of a dream"), []),
        (account("the talks are alive"), []),
        (account("Brask is alive"), []),
        (account("Orla Vane survived", frames=(frame("survived", patient="Orla Vane"),)), ["life of Orla Vane: alive CT+"]),
        (account("Orla Vane is survived by sons", frames=(frame("survived", patient="Orla Vane"),)), []),
        (account("Orla Vane hiding what is known", frames=(frame("hiding", agent="Orla Vane"),)), []),
        (account("Ilo Tolk has quit", frames=(frame("quit", agent="Ilo Tolk"),)), ["office of Ilo Tolk: left CT+"]),
        (account("Ilo Tolk was dismissed", frames=(frame("dismissed", patient="Ilo Tolk"),)), ["office of Ilo Tolk: left CT+"]),
        (account("Ilo Tolk was freed", frames=(frame("freed", patient="Ilo Tolk"),)), ["liberty of Ilo Tolk: free CT+"]),
    ],
)
def test_states_told(one: Account, found: list[str]) -> None:
    assert told(one) == found


def test_who_is_thought_to_do_something_is_thought_to_live() -> None:
    moving = frame("moving", sure="PS+", agent="Veshan Dormu")
    assert told(account("Veshan Dormu is believed to be moving about Brask", sure="PS+", frames=(moving,))) == [
        "life of Veshan Dormu: alive PS+"
    ]
    assert told(account("Veshan Dormu to be moved", "the army", sure="PS+", frames=(moving,))) == []
    assert told(account("Veshan Dormu moves about Brask", sure="PS+", frames=(moving,))) == []
    assert told(account("Orla Vane to be kept moving by Veshan Dormu", sure="PS+", frames=(moving,))) == []
    sure = frame("moving", agent="Veshan Dormu")
    assert told(account("Veshan Dormu was moving about in what turned out to be Brask", frames=(sure,))) == []


@pytest.mark.parametrize(("sure", "found"), [("CT+", "PS+"), ("CT-", "CT-")])
def test_of_one_or_the_other_none_is_sure_and_a_denial_denies_both(sure: str, found: str) -> None:
    acts = tuple(frame(word, sure=sure, patient="Ilo Tolk") for word in ("killed", "wounded"))
    one = account("Ilo Tolk was killed or wounded", sure=sure, frames=acts)
    assert told(one) == [f"life of Ilo Tolk: {value} {found}" for value in ("dead", "hurt")]


def test_a_state_is_told_once() -> None:
    assert len(states(account("Veshan Dormu was killed, killed", frames=(KILLED, KILLED)))) == 1


def test_an_account_is_found_by_its_questions() -> None:
    assert set(keys(account("Veshan Dormu was killed", frames=(KILLED,)))) == {"state life veshan dormu", "lives veshan dormu -"}
    assert set(keys(account("Orla Vane is alive"))) == {"state life orla vane"}


def dead(
    source: str | None = "the army", sure: str = "CT+", *, said: str = "2031-03-04", on: str | None = None, report: str = "a"
) -> Account:
    act = frame("killed", sure=sure, on=on, patient="Veshan Dormu")
    words = {"a": "Veshan Dormu was killed", "b": "they shot Veshan Dormu dead on the Brask road"}[report]
    return account(words, source, report=report, sure=sure, said=said, frames=(act,))


def alive(sure: str = "CT+", *, said: str = "2031-03-04", on: str | None = None) -> Account:
    act = frame("survived", sure=sure, on=on, agent="Veshan Dormu")
    return account("Veshan Dormu survived", "Orla Vane", report="b", sure=sure, said=said, frames=(act,))


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (dead(), dead("Orla Vane", report="b"), (AGREES, "status")),
        (dead(), dead("Orla Vane", "PS+", report="b"), (AGREES, "status")),
        (dead(), dead("Orla Vane", "CT-", report="b"), (CONTRADICTS, "denial")),
        (dead("Orla Vane"), dead("Orla Vane", "CT-", said="2031-03-05", report="b"), (SUPERSEDES, "correction")),
        (dead("Orla Vane", "CT-"), dead("Ilo Tolk", "PR-", report="b"), (AGREES, "status")),
        (dead(sure="PS+"), dead("Orla Vane", "Uu", report="b"), (DOUBTS, "status")),
        (dead("Orla Vane", "Uu"), dead("Ilo Tolk", "Uu", report="b"), None),
        (dead(sure="CT-"), dead("Orla Vane", "Uu", report="b"), None),
        (dead(on="2030-09-01"), dead("Orla Vane", on="2031-03-01", report="b"), (SAME_SERIES, "status")),
        (dead(said="2030-09-01"), dead("Orla Vane", report="b"), (SAME_SERIES, "status")),
        (dead(said="2031-02-01"), dead("Orla Vane", report="b"), (AGREES, "status")),
        (dead(), alive(), (CONTRADICTS, "status")),
        (dead(), alive("PS+"), (CONTRADICTS, "status")),
        (dead(), alive(said="2031-03-10"), (SUPERSEDES, "status")),
        (dead(), alive("PS+", said="2031-03-10"), (CONTRADICTS, "status")),
        (dead(), alive("CT-"), None),
        (dead(on="2031-03-02"), alive(on="2031-02-20"), None),
        (dead(on="2031-03-02"), alive(on="2030-03-01", said="2030-03-01"), None),
    ],
)
def test_two_answers(one: Account, other: Account, found: tuple[str, str] | None) -> None:
    assert relation(one, other) == found


def test_two_people_are_two_questions() -> None:
    other = account("Ilo Tolk was killed", "Orla Vane", report="b", frames=(frame("killed", patient="Ilo Tolk"),))
    assert relation(dead(), other) is None


def test_who_was_seen_alive_before_the_day_of_his_death_may_well_have_been() -> None:
    assert relation(dead(said="2031-03-10", on="2031-03-08"), alive(said="2031-03-02")) is None


@pytest.mark.parametrize(
    ("on", "killed_on", "found"),
    [
        ("2031-03-08", "2031-03-02", (SUPERSEDES, "status")),
        ("2031-03-01", "2031-03-02", None),
        ("2031-03-08", None, (SUPERSEDES, "status")),
        ("2031-03-01", None, None),
        (None, "2031-03-02", None),
    ],
)
def test_who_acts_after_his_death_lives(on: str | None, killed_on: str | None, found: tuple[str, str] | None) -> None:
    seen = account(
        "Veshan Dormu toured Brask", "Ilo Tolk", report="b", said="2031-03-09", frames=(frame("toured", on=on, agent="Veshan Dormu"),)
    )
    assert relation(dead(on=killed_on), seen) == found


def test_who_is_freed_after_his_arrest_was_held() -> None:
    held = account("Ilo Tolk was arrested", "police", frames=(frame("arrested", on="2031-03-01", patient="Ilo Tolk"),))
    freed = frame("freed", on="2031-03-09", patient="Ilo Tolk")
    assert relation(held, account("Ilo Tolk was freed", "Orla Vane", report="b", said="2031-03-09", frames=(freed,))) == (
        SUPERSEDES,
        "status",
    )
    before = frame("freed", on="2031-02-01", patient="Ilo Tolk")
    assert relation(held, account("Ilo Tolk was freed", "Orla Vane", report="b", said="2031-03-09", frames=(before,))) is None
    same = frame("freed", patient="Ilo Tolk")
    assert relation(held, account("Ilo Tolk is free", "Orla Vane", report="b", said="2031-03-01", frames=(same,))) == (
        CONTRADICTS,
        "status",
    )


def test_the_question_and_the_answers_are_told_in_words() -> None:
    one, other = dead(sure="PS+"), dead("Orla Vane", "CT-", report="b")
    assert question(one, other) == question(other, one) == "Is Veshan Dormu alive?"
    found = compare(one, other)
    assert found is not None
    assert found.why == "dead (possibly) (the army, 2031-03-04); dead (not) (Orla Vane, 2031-03-04)"
