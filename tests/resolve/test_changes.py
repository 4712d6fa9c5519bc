"""What was answered to a question over time: which answers belong together, in which order, and how they stand to one another."""

from __future__ import annotations

from itertools import combinations, permutations

import pytest

from purport.resolve.accounts import Account
from purport.resolve.changes import Change, changes
from purport.resolve.choosing import Compared
from purport.resolve.compare import answers, comparison
from resolve.saying import account, count, frame, message

KILLED = frame("killed", patient="Veshan Dormu")


def toll(low: float, source: str, said: str | None, *, at: str = "Karst", **fields: object) -> Account:
    """So many dead somewhere, by somebody."""
    return account(f"{low} people died in {at}", source, said=said, counts=(count("dead", low),), **{"report": source[-1], **fields})


def compared(*accounts: Account) -> list[Compared]:
    """All comparisons of some accounts."""
    known = {(each.report, each.claim): each for each in accounts}
    made = (comparison(one, other) for one, other in combinations(accounts, 2))
    return [
        (each, known[each.left.report, each.left.claim or ""], known[each.right.report, each.right.claim or ""]) for each in made if each
    ]


def of(*accounts: Account) -> tuple[Change, ...]:
    return changes(compared(*accounts))


def told(change: Change) -> list[str]:
    return [f"{each.answer.value} {each.answer.factuality.value}, {each.account.speaker}" for each in change.answers]


def stands(change: Change) -> list[tuple[str, int, int]]:
    return [(each.relation.value, each.first, each.second) for each in change.stands]


TOLLS = (
    toll(9, "army a", "2031-03-04"),
    toll(14, "doctors b", "2031-03-05"),
    toll(17, "doctors c", "2031-03-08"),
)


def test_a_toll_over_time() -> None:
    (change,) = of(*TOLLS)
    assert change.question == "How many: dead?"
    assert change.about == ("Karst",)
    assert told(change) == ["9 CT+, army a", "14 CT+, doctors b", "17 CT+, doctors c"]
    assert stands(change) == [("contradicts", 0, 1), ("supersedes", 0, 2), ("supersedes", 1, 2)]


@pytest.mark.parametrize("order", list(permutations(TOLLS)), ids=range(6))
def test_the_order_of_arrival_shows_in_nothing(order: tuple[Account, ...]) -> None:
    assert changes(compared(*order)[::-1]) == of(*TOLLS)


def test_the_dead_of_two_places_are_two_questions() -> None:
    found = of(*TOLLS, toll(31, "police d", "2031-03-05", at="Brask"), toll(30, "rescuers e", "2031-03-05", at="Brask"))
    assert [(each.question, each.about) for each in found] == [("How many: dead?", ("Karst",)), ("How many: dead?", ("Brask",))]


def test_who_says_it_later_stands_later_though_it_came_out_before() -> None:
    (change,) = of(toll(9, "army a", "2031-03-06", out="2031-03-07"), toll(14, "doctors b", "2031-03-04", out="2031-03-09"))
    assert told(change) == ["14 CT+, doctors b", "9 CT+, army a"]


def test_what_was_said_on_no_known_day_stands_last() -> None:
    (change,) = of(toll(9, "army a", None), toll(14, "doctors b", "2031-03-04"))
    assert told(change)[-1] == "9 CT+, army a"


def test_the_dead_and_the_living_beside_each_other() -> None:
    def says(words: str, source: str, sure: str, **fields: str) -> Account:
        return account(words, source, sure=sure, frames=(frame("killed", sure=sure, patient="Veshan Dormu"),), **fields)

    dead = says("Veshan Dormu may have been killed", "the army", "PS+")
    denial = says("Veshan Dormu was killed", "the Front", "CT-", report="b")
    open_ = says("whether Veshan Dormu was killed", "a diplomat", "Uu", report="c", said="2031-03-02")
    (change,) = of(dead, denial, open_)
    assert change.question == "Is Veshan Dormu alive?"
    assert told(change) == ["dead Uu, a diplomat", "dead PS+, the army", "dead CT-, the Front"]
    assert stands(change) == [("doubts", 1, 0), ("contradicts", 1, 2)]


def test_a_recording_answers_on_a_condition() -> None:
    dead = account("Veshan Dormu was killed", "the army", frames=(KILLED,))
    spoken = account("an audio of Veshan Dormu", said="2031-03-09", messages=(message("Veshan Dormu", "2031-03-09"),), report="b")
    (change,) = of(dead, spoken)
    assert [each.answer.value for each in change.answers] == ["dead", "speaks (audio)"]
    assert [bool(each.condition) for each in change.stands] == [True]


def test_whether_it_is_so() -> None:
    words = "the flood gates at Brask were opened by engineers during the night"
    yes = account(words, "the mayor")
    no = account(words, "the engineers", sure="CT-", report="b")
    (change,) = of(yes, no)
    assert change.question.startswith("Is it so: the flood gates")
    assert told(change) == ["yes CT+, the mayor", "no CT-, the engineers"]
    assert answers(no, yes) == answers(yes, no)[::-1]


def test_what_is_only_told_again_is_no_question() -> None:
    words = "the flood gates at Brask were opened by engineers during the night"
    copies = account(words, "the mayor"), account(words, "the mayor", report="b")
    assert len(compared(*copies)) == 1
    assert of(*copies) == ()
