"""What people judge, on both databases: kept for good, its consequences drawn, taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import factory
from purport.errors import UsageError
from purport.judging import Judge, judge_claim, judge_comparison, merge_entities, split_entity, take_back
from purport.listings.history import find_history
from purport.records import Factuality, Span
from purport.resolve.corrections import Correction
from purport.resolving import case_entities, orphaned, resolve, shown, underived
from purport.store import Case
from told import strike

ADA = Judge("Ada Brisk", "asked the desk")


@pytest.fixture
def case(address: str) -> Iterator[Case]:
    with Case.open(address, create=True) as opened:
        opened.add_many([(each, factory.original(each.report)) for each in strike()], reader="reader 1")
        resolve(opened)
        yield opened


def parted(case: Case) -> set[str]:
    return {each.id for each, _, _ in shown(case)}


def side(case: Case) -> tuple[str, str]:
    """A claim that is held against another."""
    return next((each.left.report, each.left.claim) for each, _, _ in shown(case) if each.left.claim is not None)


def test_a_rejected_claim_counts_for_nothing_until_that_is_taken_back(case: Case) -> None:
    before = parted(case)
    report, claim = side(case)
    made = judge_claim(case, report, claim, "reject", ADA)
    assert not any(claim in (each.left.claim, each.right.claim) for each in list(case.comparisons()))
    assert parted(case) != before
    take_back(case, made.id, Judge("Orla"))
    assert parted(case) == before
    assert [(each.decision, each.author, each.stands) for each in find_history(case)] == [
        ("undo", "Orla", True),
        ("reject", "Ada Brisk", False),
    ]


def test_a_corrected_claim_is_compared_as_corrected_and_stays_as_it_was_read(case: Case) -> None:
    report, claim = side(case)
    read = case.analysis(report)
    judge_claim(case, report, claim, "correct", ADA, Correction(Factuality.UNCOMMITTED))
    assert case.analysis(report) == read
    assert not list(underived(case))
    relations = {each.relation for each in list(case.comparisons()) if claim in (each.left.claim, each.right.claim)}
    assert relations <= {"doubts"}


def test_what_makes_no_record_is_refused(case: Case) -> None:
    report, claim = side(case)
    for correction in (Correction(), Correction(content=(Span(5, 5),)), Correction(source=Span(0, 10**9))):
        with pytest.raises(UsageError):
            judge_claim(case, report, claim, "correct", ADA, correction)
    with pytest.raises(UsageError, match="note of some words"):
        judge_claim(case, report, claim, "note", Judge("Ada"))
    with pytest.raises(UsageError, match="author's name"):
        Judge("  ")
    assert not list(case.judgements())


def test_comparisons_are_judged_and_that_is_taken_back(case: Case) -> None:
    id_ = sorted(parted(case))[0]
    made = judge_comparison(case, id_, "reject", ADA)
    assert id_ not in parted(case)
    undone = take_back(case, made.id, ADA)
    assert id_ in parted(case)
    take_back(case, undone.id, ADA)
    assert id_ not in parted(case)


def test_who_is_one_is_judged_and_that_is_taken_back(case: Case) -> None:
    before = case_entities(case)
    whole = next(each for each in before if len({report for report, _ in each.members}) > 1)
    report = sorted(report for report, _ in whole.members)[0]
    made = split_entity(case, whole, [report], ADA)
    assert not any(set(whole.members) <= set(each.members) for each in case_entities(case))
    for each in made:
        take_back(case, each.id, ADA)
    assert case_entities(case) == before
    one, other = before[0], next(each for each in before[1:] if each.type == before[0].type)
    merge_entities(case, one, other, ADA)
    assert any({*one.members, *other.members} <= set(each.members) for each in case_entities(case))
    assert not list(underived(case))


def test_judgements_on_claims_are_orphaned_when_the_claim_is_gone(case: Case) -> None:
    report, claim = side(case)
    judge_claim(case, report, claim, "confirm", ADA)
    assert not orphaned(case)
    analysis = case.analysis(report)
    anew = factory.analysis(analysis.report)
    case.add(anew, factory.original(analysis.report), reader="reader 2")
    resolve(case)
    assert [each.target for each in orphaned(case)] == [claim]
