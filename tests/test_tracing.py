"""What the reports of a case share, and how many origins there are for what several of them carry; on each database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

import factory
from purport import tracing
from purport.records import Analysis, Relation
from purport.resolve.origins import Member, count_origins
from purport.resolving import resolve
from purport.store import Case, StoredPassages
from purport.tracing import find_origins
from resolve.carried import SURGE, report
from resolve.saying import account

FELL = "the harbour wall gave way before dawn and a wave went through the fish market"
WIRE = ("Ada Vell=Ada Vell", "said", FELL)


def told(outlet: str, day: str, *accounts: tuple[str | None, str | None, str], text: str = "") -> Analysis:
    said = " ".join(f"{(source or '').rpartition('=')[2]} {cue} {content}." for source, cue, content in accounts)
    return report(f"{said} {text}", *accounts, outlet=outlet, day=day)


FIRST = told("Meridian Press", "2031-03-04", WIRE, text=SURGE)
COPY = told("The Brask Courier", "2031-03-05", WIRE, text=SURGE)
OTHER = told(
    "Kesmar Now", "2031-03-06", ("the coastguard", "said", "a wave went through the fish market and the harbour wall gave way before dawn")
)
ALONE = told("The Tolm Review", "2031-03-07", ("doctors", "said", "nobody had told the stallholders"))
REPORTS = (FIRST, COPY, OTHER, ALONE)


@pytest.fixture(params=["sqlite", "postgresql"])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Case]:
    """An empty case."""
    address = str(tmp_path / "tolm.case") if request.param == "sqlite" else str(request.getfixturevalue("postgresql_url"))
    with Case.open(address, create=True) as opened:
        yield opened


def add(case: Case, *analyses: Analysis, reader: str = "1") -> None:
    for analysis in analyses:
        case.add(analysis, factory.original(analysis.report), reader=reader)
        resolve(case)


def passages(case: Case) -> list[StoredPassages]:
    with case.derived() as shelf:
        return shelf.passages_among({each.report.id for each in REPORTS})


def asked(analysis: Analysis, type_: str | None = None) -> tuple[object, str | None]:
    return replace(account("it"), report=analysis.report.id, claim=analysis.claims[0].id), type_


def origins(case: Case, analysis: Analysis, type_: str | None = None) -> str:
    (found,) = find_origins(case, [asked(analysis, type_)]).values()
    return count_origins(found)


def test_a_copy_is_found_with_its_passages(case: Case) -> None:
    add(case, *REPORTS)
    (both,) = passages(case)
    assert {both.left, both.right} == {FIRST.report.id, COPY.report.id}


@pytest.mark.parametrize("order", list(permutations(REPORTS, 3)), ids=range(24))
def test_the_order_of_arrival_shows_in_nothing(order: tuple[Analysis, ...], tmp_path: Path) -> None:
    found = []
    for number, arriving in enumerate((order, sorted(order, key=lambda each: each.report.path))):
        with Case.open(str(tmp_path / f"{number}.case"), create=True) as opened:
            add(opened, *arriving)
            found.append((passages(opened), [origins(opened, each) for each in sorted(order, key=lambda each: each.report.path)]))
    assert found[0] == found[1]


def test_a_report_read_again_shares_what_it_did(case: Case) -> None:
    add(case, *REPORTS)
    before = passages(case)
    add(case, COPY, reader="2")
    assert passages(case) == before


def test_copies_are_of_one_origin_and_another_source_is_another(case: Case) -> None:
    add(case, *REPORTS)
    assert origins(case, FIRST) == origins(case, COPY) == "Three reports, two origins: Ada Vell and the coastguard."
    assert origins(case, ALONE) == "One report, one origin: doctors."


def test_who_agrees_on_a_number_may_not_agree_on_the_rest(case: Case) -> None:
    add(case, *REPORTS)
    case.add_comparisons([factory.comparison(ALONE, OTHER, relation=Relation.AGREES, type="number")])
    assert origins(case, ALONE, "number") == "Four reports, three origins: Ada Vell, doctors and the coastguard."
    assert origins(case, ALONE) == "One report, one origin: doctors."


def test_few_claims_have_the_origins_that_they_have_among_all(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    add(case, *REPORTS)
    case.add_comparisons([factory.comparison(ALONE, OTHER, relation=Relation.AGREES, type="number")])
    few = [find_origins(case, [asked(each, type_)]) for each in REPORTS for type_ in (None, "number")]
    monkeypatch.setattr(tracing, "MANY", 0)
    assert few == [find_origins(case, [asked(each, type_)]) for each in REPORTS for type_ in (None, "number")]
    every = find_origins(case, [asked(each, type_) for each in REPORTS for type_ in (None, "number")])
    assert {key: found for each in few for key, found in each.items()} == every


def test_an_origin_is_found_by_claim_and_by_whether_it_is_a_number(case: Case) -> None:
    add(case, FIRST)
    assert find_origins(case, [asked(FIRST), asked(FIRST, "number")]).keys() == {
        (Member(FIRST.report.id, FIRST.claims[0].id), number) for number in (False, True)
    }
