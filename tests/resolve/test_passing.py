"""What a report tells in passing of who holds what, in no claim: held against claims, with its words and without one."""

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

import factory
from purport import resolving
from purport.records import Analysis, Comparison, Relation, Side
from purport.resolve.passing import find_passing, holdings_of, item_of
from purport.store import Case
from purport.tracing import find_origins, wanted
from resolve.held_by import read

TAKEN = "Of the *recapture* of [Karst|pla] by [troops|org] in <January 2031|2031-01> he spoke."
HELD = "[Rebels|org] *stayed* in [Karst|pla] until <11 February 2031|2031-02-11>."
AGAIN = "[Troops|org] *retook* [Karst|pla] on <29 January 2031|2031-01-29>."


def reports() -> list[Analysis]:
    return [
        read(TAKEN, path="wire.txt", aside=True, agent="troops", patient="Karst"),
        read(HELD, path="digest.txt", agent="Rebels"),
        read(AGAIN, path="post.txt", agent="Troops", patient="Karst"),
    ]


def words_of(analysis: Analysis) -> list[str]:
    found = find_passing(analysis, holdings_of(analysis, {}))
    return [each.content[0].words(analysis.report.text) for each in found]


def test_it_has_the_words_from_the_first_to_the_last_that_tell_it() -> None:
    assert words_of(reports()[0]) == ["recapture of Karst by troops in January 2031"]


def test_what_a_claim_holds_is_not_told_in_passing() -> None:
    assert words_of(reports()[2]) == []


@pytest.mark.parametrize("sure", ["Uu", "CT-"])
def test_what_is_open_or_denied_is_not_told_in_passing(sure: str) -> None:
    assert words_of(read(TAKEN, aside=True, sure=sure, agent="troops", patient="Karst")) == []


def test_what_somebody_says_or_does_not_is_not_the_outlets() -> None:
    one = reports()[0]
    said = factory.attribution(one.report, None, None, one.report.text, negated=True)
    assert words_of(replace(one, attributions=(said,))) == []


def built(path: Path, found: list[Analysis]) -> tuple[list[Comparison], list[int]]:
    """The comparisons of a case of some reports, and how many origins each side of them has."""
    with Case.open(str(path), create=True) as case:
        for each in found:
            case.add(each, factory.original(each.report), reader="reader 1")
            resolving.resolve(case)
        shown = resolving.shown(case)
        sides = [(account, each.type) for each, *accounts in shown for account in accounts]
        origins = find_origins(case, sides)
    return [each[0] for each in shown], [len(origins[wanted(*side)]) for side in sides]


def test_a_case_holds_it_against_claims_in_whatever_order_reports_come(tmp_path: Path) -> None:
    made = [built(tmp_path / f"{number}.case", list(order)) for number, order in enumerate(permutations(reports()))]
    assert all(each == made[0] for each in made)
    relations = {(each.relation, *sorted(map(path_and_claim, (each.left, each.right)))) for each in made[0][0]}
    assert relations == {
        (Relation.CONTRADICTS, ("digest.txt", True), ("wire.txt", False)),
        (Relation.CONTRADICTS, ("digest.txt", True), ("post.txt", True)),
        (Relation.AGREES, ("post.txt", True), ("wire.txt", False)),
    }
    assert all(made[0][1])


def path_and_claim(side: Side) -> tuple[str, bool]:
    return side.path, side.claim is not None


def test_a_side_without_a_claim_is_found_by_its_words() -> None:
    one = reports()[0]
    (claim,) = find_passing(one, holdings_of(one, {}))
    assert item_of(Side(one.report.path, one.report.id, None, claim.content)) == claim.id
    assert item_of(Side(one.report.path, one.report.id, "c0ffee", claim.content)) == "c0ffee"
