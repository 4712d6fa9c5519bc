"""What happened comes out the same whatever was told first, and whatever was read again; a person's judgement outlives it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

import factory
from purport import resolving
from purport.records import Analysis, Judgement
from purport.recounting import judge_events, recount, told_again
from purport.resolve.case_events import LAYER
from purport.store import Case
from purport.store.database import connect
from purport.store.tables import entities, fact_keys, facts, ties
from purport.store.write import remove
from resolve.happen import report, strikes

DERIVED = (ties, facts, fact_keys, entities)
REPORTS = strikes()
Rows = dict[str, list[tuple[object, ...]]]


def add(case: Case, reports: Iterable[Analysis], reader: str = "reader 1") -> None:
    case.add_many([(each, factory.original(each.report)) for each in reports], reader=reader)
    resolving.resolve(case)


def derived(address: str) -> Rows:
    database = connect(address, create=False)
    with database.reading() as connection:
        rows = {table.name: sorted(map(tuple, connection.execute(select(table))), key=repr) for table in DERIVED}
    database.close()
    return rows


def emptied(address: str) -> None:
    database = connect(address, create=False)
    with Case.open(address) as case, database.writing() as connection:
        remove(connection, list(case.known()))
    assert not any(derived(address).values())
    database.close()


@cache
def whole() -> Rows:
    """What comes of all reports added together."""
    with TemporaryDirectory() as folder:
        with Case.open(f"{folder}/karst.case", create=True) as case:
            add(case, REPORTS.values())
        return derived(f"{folder}/karst.case")


def events(case: Case) -> list[set[str]]:
    """The reports of each event, by name."""
    names = {analysis.report.id: name for name, analysis in REPORTS.items()}
    return sorted(({names[id_] for id_, _ in each.tellings} for each in recount(case).events), key=sorted)


MARCH = {"wire", "brief", "herald", "radio"}


def test_two_strikes_are_two(address: str) -> None:
    with Case.open(address, create=True) as case:
        add(case, REPORTS.values())
        assert events(case) == [MARCH, {"post"}]
        assert list(case.verify()) == []


@settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(sorted(REPORTS)), together=st.lists(st.integers(1, 3), min_size=5, max_size=5))
@example(order=["brief", "herald", "post", "radio", "wire"], together=[1] * 5)
@example(order=["wire", "radio", "post", "herald", "brief"], together=[1] * 5)
def test_any_order_one_by_one_or_together(address: str, order: list[str], together: list[int]) -> None:
    left = list(order)
    with Case.open(address, create=True) as case:
        for number in together:
            add(case, [REPORTS[name] for name in left[:number]])
            left = left[number:]
    assert derived(address) == whole()
    emptied(address)


@pytest.mark.parametrize("name", sorted(REPORTS))
def test_a_report_read_again(address: str, name: str) -> None:
    with Case.open(address, create=True) as case:
        add(case, REPORTS.values())
        add(case, [REPORTS[name]], reader="reader 2")
    assert derived(address) == whole()


def judged(case: Case, decision: str, one: str, other: str, number: int = 0) -> None:
    target, correction = (next(each for each in recount(case).told if each[0] == REPORTS[name].report.id)[1] for name in (one, other))
    made: Judgement = factory.judgement(
        target, id=f"{number}", layer=LAYER, decision=decision, correction=correction, made=f"2031-04-0{number + 1}"
    )
    judge_events(case, [made])


def test_judgements_survive_and_win(address: str) -> None:
    with Case.open(address, create=True) as case:
        add(case, [REPORTS[name] for name in ("wire", "radio", "post")])
        judged(case, "split", "radio", "wire", 0)
        judged(case, "merge", "radio", "post", 1)
        assert events(case) == [{"post", "radio"}, {"wire"}]
        add(case, [REPORTS["wire"], REPORTS["radio"]], reader="reader 2")
        assert events(case) == [{"post", "radio"}, {"wire"}]
        assert len(list(case.judgements())) == 2


def test_what_few_events_reach_is_as_all_have_it(address: str) -> None:
    with Case.open(address, create=True) as case:
        add(case, REPORTS.values())
        with case.derived() as shelf:
            again = told_again(case, shelf)
            assert {report for report, _ in again} == {REPORTS[name].report.id for name in MARCH}
            assert all(told_again(case, shelf, [item]) == again for item in again)
            assert told_again(case, shelf, [item for item in recount(case).told if item not in again]) == {}
        assert [each for each in recount(case).events if len(each.tellings) > 1] == list(recount(case, every=False).events)
        judged(case, "split", "radio", "wire")
        with case.derived() as shelf:
            assert told_again(case, shelf, [next(iter(again))]) == told_again(case, shelf)


def test_who_is_meant_decides(address: str) -> None:
    """A last name alone is nobody's as soon as a case knows two of that name."""
    other = report("Ilse Vashan sang at the harbour.", path="song.txt", out="2031-03-04", also=("Ilse Vashan",))
    with Case.open(address, create=True) as case:
        add(case, [REPORTS["wire"], REPORTS["brief"]])
        assert events(case) == [{"brief", "wire"}]
        add(case, [other])
        assert events(case) == [{"brief"}, {"wire"}]
