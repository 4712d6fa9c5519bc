"""What is carried on is compared once, as the first told it, and the order of arrival shows in nothing."""

from __future__ import annotations

import random
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from purport.resolve.accounts import Account
from purport.resolve.choosing import Compared, chosen
from purport.resolve.compare import comparison
from resolve.saying import account, count, frame, message

RAID = "divers had found cracks as wide as a hand in the harbour wall of Karst"
DIED = frame("killed", patient="Veshan Dormu")


def compared(*accounts: Account) -> list[Compared]:
    """All that comparing some accounts comes to."""
    sides = {each.claim: each for each in accounts}
    found = (comparison(one, other) for one, other in combinations(accounts, 2))
    return [(each, sides[each.left.claim or ""], sides[each.right.claim or ""]) for each in found if each is not None]


def shown(*accounts: Account) -> set[tuple[str, str, str]]:
    """What is shown of some accounts: reports and relation."""
    return {(each.left.report, each.right.report, each.relation.value) for each, _, _ in chosen(compared(*accounts))}


def printed(report: str, out: str, words: str = RAID, at: int = 0) -> Account:
    return account(words, "an engineer", report=report, said="2031-03-01", out=out, at=at)


def dead(report: str, source: str, number: float, said: str, words: str) -> Account:
    return account(words, source, report=report, said=said, counts=(count("dead", number),))


def test_each_copy_is_held_with_the_first_and_with_no_other_copy() -> None:
    copies = [printed("a", "2031-03-02"), printed("b", "2031-03-03"), printed("c", "2031-03-04")]
    assert len(compared(*copies)) == 3
    assert shown(*copies) == {("a", "b", "agrees"), ("a", "c", "agrees")}


def test_the_first_is_who_came_out_first_whatever_it_is_called() -> None:
    copies = [printed("a", "2031-03-04"), printed("b", "2031-03-02"), printed("c", "2031-03-03")]
    assert {frozenset(pair[:2]) for pair in shown(*copies)} == {frozenset("ab"), frozenset("bc")}


def test_what_contradicts_a_copy_contradicts_the_first() -> None:
    first, copy = (
        account("the dead of Karst lay by the harbour wall", "the army", report=each, out=out, counts=(count("dead", 14),))
        for each, out in (("a", "2031-03-04"), ("b", "2031-03-05"))
    )
    other = account("police told the dead of Karst", "police", report="c", out="2031-03-06", counts=(count("dead", 20),))
    assert len(compared(first, copy, other)) == 3
    assert shown(first, copy, other) == {("a", "b", "agrees"), ("a", "c", "contradicts")}


def test_the_same_words_of_reports_that_copy_from_one_another_are_carried_on_too() -> None:
    short = [
        account("14 dead in Karst", "the army", report=each, out=out, at=300, counts=(count("dead", 14),))
        for each, out in (("a", "2031-03-02"), ("b", "2031-03-03"))
    ]
    other = account("police told the dead of Karst", "police", report="c", out="2031-03-06", counts=(count("dead", 20),))
    copies = [printed("a", "2031-03-02"), printed("b", "2031-03-03")]
    assert {pair for pair in shown(*short, *copies, other) if "c" in pair} == {("a", "c", "contradicts")}


def test_of_a_count_that_moves_each_is_held_against_the_next() -> None:
    tolls = [
        dead("a", "the coastguard", 14, "2031-03-04", "the dead of the Merle by noon"),
        dead("b", "the coastguard", 17, "2031-03-05", "its boats brought in the dead of the Merle"),
        dead("c", "the coastguard", 20, "2031-03-06", "divers reached the rest of the Merle, and the dead"),
    ]
    assert len(compared(*tolls)) == 3
    assert shown(*tolls) == {("a", "b", "supersedes"), ("b", "c", "supersedes")}


def test_what_one_source_said_is_contradicted_once() -> None:
    said = [
        account(words, "the Lantern Front", report=each, out=out, frames=(DIED,))
        for each, out, words in (
            ("a", "2031-03-02", "it killed Veshan Dormu at dawn"),
            ("b", "2031-03-03", "Veshan Dormu, shot on the Brask road, was killed"),
        )
    ]
    not_so = frame("killed", sure="CT-", patient="Veshan Dormu")
    denied = account("any man killed Veshan Dormu there", "Ilo Tolk", report="c", out="2031-03-06", sure="CT-", frames=(not_so,))
    assert {pair for pair in shown(*said, denied) if "c" in pair} == {("a", "c", "contradicts")}


def test_a_recording_told_by_two_counts_once_against_a_death() -> None:
    gone = account("jets killed Veshan Dormu in the reeds", "the army", said="2031-02-24", frames=(DIED,))
    heard = [
        account(words, report=each, said=said, messages=(message("Veshan Dormu", "2031-03-05"),))
        for each, said, words in (("b", "2031-03-06", "a tape of half an hour came out"), ("c", "2031-03-07", "his voice, if it is his"))
    ]
    assert shown(gone, *heard) == {("a", "b", "supersedes"), ("b", "c", "agrees")}
    other = account("a second tape", report="c", said="2031-04-07", messages=(message("Veshan Dormu", "2031-04-05"),))
    assert shown(gone, heard[0], other) == {("a", "b", "supersedes"), ("a", "c", "supersedes"), ("b", "c", "same_series")}


def test_within_one_report_all_is_shown() -> None:
    tolls = [
        dead("a", "the coastguard", 14, "2031-03-04", "the dead of the Merle"),
        account("of the Merle it told the dead", "police", at=200, counts=(count("dead", 20),)),
    ]
    assert shown(*tolls) == {("a", "a", "contradicts")}


@st.composite
def cases(draw: st.DrawFn) -> list[Account]:
    """A handful of accounts of one sinking and one death, copies among them; of no two reports on one day."""
    accounts = []
    for at in range(draw(st.integers(2, 6))):
        words = draw(
            st.sampled_from([RAID, "the dead of the Merle", "they told the dead of the Merle", "Veshan Dormu was killed in Karst"])
        )
        has_died = draw(st.sampled_from(["CT+", "CT-", "Uu"]))
        accounts.append(
            account(
                words,
                draw(st.sampled_from([None, "the army", "police", "Orla Vane"])),
                report=draw(st.sampled_from("abc")),
                at=at * 200,
                said=draw(st.sampled_from(["2031-03-01", "2031-03-04", "2031-03-09"])),
                sure=has_died if "killed" in words else "CT+",
                frames=(frame("killed", sure=has_died, patient="Veshan Dormu"),) if "killed" in words else (),
                counts=(count("dead", float(draw(st.integers(14, 16)))),) if "dead" in words else (),
                messages=draw(st.sampled_from([(), (message("Veshan Dormu", "2031-03-09"),)])),
            )
        )
    return accounts


@settings(max_examples=100, deadline=None, derandomize=True)
@given(cases(), st.integers(0, 9))
def test_the_order_of_arrival_shows_in_nothing(accounts: list[Account], seed: int) -> None:
    found = compared(*accounts)
    shuffled = random.Random(seed).sample(found, len(found))
    again = compared(*random.Random(seed).sample(accounts, len(accounts)))
    assert [each for each, _, _ in chosen(found)] == [each for each, _, _ in chosen(shuffled)] == [each for each, _, _ in chosen(again)]


@settings(max_examples=100, deadline=None, derandomize=True)
@given(cases())
def test_what_is_shown_was_found_and_is_shown_once(accounts: list[Account]) -> None:
    found = compared(*accounts)
    kept = [each.id for each, _, _ in chosen(found)]
    assert len(kept) == len(set(kept))
    assert set(kept) <= {each.id for each, _, _ in found}
