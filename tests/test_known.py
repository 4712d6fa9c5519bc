"""Some of whom a case speaks of: each as the list of all has it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import factory
from purport.known import list_entities, list_types, one_entity, some_entities
from purport.records import Analysis
from purport.resolving import case_entities, resolve
from purport.store import Case, ClaimQuery
from resolve.carried import report

REPORTS: tuple[Analysis, ...] = tuple(
    report(f"{words} said the ferry was late.", (f"{name}={words}", "said", "the ferry was late"), outlet=outlet, day=day)
    for name, words, outlet, day in (
        ("Orla Vané", "Harbour master Orla Vané", "Meridian Press", "2031-03-04"),
        ("Orla Vané", "Orla Vané", "Kesmar Now", "2031-03-05"),
        ("Vané", "Mr. Vané", "The Tolm Review", "2031-03-05"),
        ("The Quay League", "The Quay League", "The Tolm Review", "2031-03-06"),
        ("The Quay League", "The Quay League", "Kesmar Now", "2031-03-07"),
    )
)


@pytest.fixture(params=["sqlite", "postgresql"])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Case]:
    """A case of some reports."""
    address = str(tmp_path / "quay.case") if request.param == "sqlite" else str(request.getfixturevalue("postgresql_url"))
    with Case.open(address, create=True) as opened:
        for analysis in REPORTS:
            opened.add(analysis, factory.original(analysis.report), reader="1")
        resolve(opened)
        yield opened


def test_one_is_as_the_whole_list_has_it(case: Case) -> None:
    whole = case_entities(case)
    assert any(each.links for each in whole)
    assert [one_entity(case, each.id) for each in whole] == list(whole)
    assert one_entity(case, "nobody") is None


def test_a_page_has_names_and_members(case: Case) -> None:
    whole = {each.id: each for each in case_entities(case)}
    (found,) = some_entities(case, [max(whole)])
    assert (found.names, found.members, found.links) == (whole[found.id].names, whole[found.id].members, ())


def test_the_list_is_by_name_with_how_many_reports_name_each(case: Case) -> None:
    whole = case_entities(case)
    assert [(each.id, each.name) for each in list_entities(case)] == [(each.id, each.name) for each in whole]
    counts = {each.name: each.reports for each in list_entities(case)}
    assert counts == {each.name: len({report for report, _ in each.members}) for each in whole}


@pytest.mark.parametrize(("words", "found"), [("vane", True), ("QUAY leag", True), ("the quay", True), ("l v", False), ("%", False)])
def test_some_are_found_by_a_part_of_a_name(case: Case, words: str, found: bool) -> None:
    assert bool(list_entities(case, words)) is found


def test_types_are_as_the_whole_list_has_them(case: Case) -> None:
    assert list_types(case) == {each.id: each.type for each in case_entities(case)}


def test_claims_are_found_by_who_makes_them_in_the_case(case: Case) -> None:
    every, whole = list(case.claims()), case_entities(case)
    for each in whole:
        made = [row.claim for row in every if (row.report, row.source_entity) in each.members]
        assert [row.claim for row in case.claims(ClaimQuery(source=each.id))] == made
    assert any(list(case.claims(ClaimQuery(source=each.id))) for each in whole)
