"""The views of a case, on each database: what a browser of databases shows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import inspect, text

import factory
from purport.dossier import Entry, Section
from purport.records import Factuality, Relation, SpeechAct
from purport.resolve.accounts import Days
from purport.store import Case, views
from purport.store.database import connect
from purport.viewing import entry_facts

WIRE = factory.told(
    "Officials said the bridge 🌉 is open. The Front told fighters to burn the mill.",
    ("Officials", "said", "the bridge 🌉 is open"),
    path="wire.txt",
    outlet="The Wire",
)
POST = factory.told("The mayor denied that the bridge is open.", ("The mayor", "denied", "the bridge is open"), path="post.txt")


def rows(address: str, view: str) -> list[dict[str, Any]]:
    database = connect(address, create=False)
    try:
        with database.reading() as connection:
            return [dict(row) for row in connection.execute(text(f"SELECT * FROM {view}")).mappings()]
    finally:
        database.close()


def with_call() -> Any:
    """The wire's report with the call, and a flat statement of all that holds it."""
    report = WIRE.report
    call = factory.attribution(report, "The Front", "told", "to burn the mill", speech_act=SpeechAct.EXHORTATION)
    around = factory.claim(report, "The Front told fighters to burn the mill")
    claims = (*WIRE.claims, factory.claim(report, call), around)
    return factory.analysis(report, attributions=(*WIRE.attributions, call), claims=claims)


@pytest.fixture
def added(case: Case) -> Case:
    for record in (with_call(), POST):
        case.add(record, factory.original(record.report), reader="reader 1")
    return case


def test_the_views_are_those_that_are_named(address: str, added: Case) -> None:
    database = connect(address, create=False)
    with database.reading() as connection:
        assert sorted(inspect(connection).get_view_names()) == sorted(views.NAMES)
    database.close()
    for view in views.NAMES:
        rows(address, view)


def test_a_view_of_before_gives_way(address: str, added: Case) -> None:
    database = connect(address, create=False)
    with database.writing() as connection:
        views.create(connection)
    database.close()
    assert len(rows(address, "reports_with_dates")) == 2


def test_claims_stand_with_their_sources(address: str, added: Case) -> None:
    found = {(row["path"], row["source"]): row for row in rows(address, "claims_with_sources")}
    said = found["wire.txt", "Officials"]
    assert (said["outlet"], said["claim"], said["how_sure"]) == ("The Wire", "the bridge 🌉 is open", "CT+")


def test_calls_are_folded_and_so_is_what_holds_one(address: str, added: Case) -> None:
    found = {row["source"]: row["claim"] for row in rows(address, "claims_with_sources") if row["path"] == "wire.txt"}
    assert found == {"Officials": "the bridge 🌉 is open", "The Front": views.FOLDED, "the outlet itself": views.FOLDED}


def test_both_sides_of_a_conflict_stand_in_one_row(address: str, added: Case) -> None:
    added.add_comparisons([factory.comparison(with_call(), POST, relation=Relation.CONTRADICTS)])
    added.add_judgement(factory.judgement(next(added.comparisons()).id, layer="comparisons", decision="reject"))
    (row,) = rows(address, "conflicts_side_by_side")
    assert (row["left_words"], row["left_source"]) == ("the bridge 🌉 is open", "Officials")
    assert (row["right_words"], row["right_source"]) == ("the bridge is open", "The mayor")
    assert row["judged"] == "reject"


def test_what_agrees_is_no_conflict(address: str, added: Case) -> None:
    added.add_comparisons([factory.comparison(with_call(), POST, relation=Relation.AGREES)])
    assert rows(address, "conflicts_side_by_side") == []


@pytest.mark.parametrize(("is_folded", "value"), [(False, "open"), (True, views.FOLDED)])
def test_entries_of_dossiers_have_their_words(address: str, added: Case, is_folded: bool, value: str) -> None:
    report = WIRE.report
    spans = (factory.span(report.text, "Officials"), factory.span(report.text, "is open"))
    days = Days(None, date(2031, 3, 4))
    entry = Entry(Section.LEDGER, "e1", "the bridge", "state", "open", spans, Factuality.CERTAIN, days, by="Officials", is_folded=is_folded)
    with added.deriving() as shelf:
        shelf.add_facts(report.id, list(entry_facts(report.id, [entry])))
    (row,) = rows(address, "dossier_entries")
    assert (row["section"], row["subject"], row["value"], row["not_after"]) == ("ledger", "the bridge", value, "2031-03-04")
    assert (row["by_whom"], row["words"]) == ("Officials", "Officials … is open")
