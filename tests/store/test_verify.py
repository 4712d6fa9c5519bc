"""A case damaged in each way: what ``verify`` says of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

import factory
from purport.ids import report_id
from purport.store import Case, Fault, FaultKind

from .conftest import Sql

RECORD = factory.rich()
REPORT = RECORD.report
SAID = RECORD.attributions[0]
OTHER = factory.told("Residents say the bridge is shut.", ("Residents", "say", "the bridge is shut"))


@pytest.fixture(autouse=True)
def full(case: Case) -> None:
    case.add_many([(record, factory.original(record.report)) for record in (RECORD, OTHER)], reader="reader 1")


def fault(case: Case, what: FaultKind, where: str) -> Fault:
    """The one fault of this kind at this place."""
    (found,) = (fault for fault in case.verify() if (fault.what, fault.where) == (what, where))
    return found


def test_a_sound_case_has_none(case: Case) -> None:
    assert list(case.verify()) == []


def test_bytes_that_changed(case: Case, sql: Sql) -> None:
    sql("UPDATE originals SET bytes = :bytes WHERE sha256 = :sha256", bytes=b"forged", sha256=REPORT.sha256)
    (found,) = case.verify()
    assert (found.what, found.where, found.expected) == (FaultKind.DIGEST, "originals bytes", REPORT.sha256)
    assert found.found == sha256(b"forged").hexdigest()
    assert (found.report, found.path) == (REPORT.id, REPORT.path)


def test_text_that_changed(case: Case, sql: Sql) -> None:
    sql("UPDATE reports SET text = replace(text, 'gone', 'open') WHERE id = :id", id=REPORT.id)
    fault(case, FaultKind.DIGEST, f"reports {REPORT.id} text_sha256")
    fault(case, FaultKind.DIGEST, f"reports {REPORT.id} record_sha256")
    found = fault(case, FaultKind.WORDS, f"attribution_content {SAID.id} 1 words")
    assert (found.expected, found.found, found.path) == ("is open", "is gone", REPORT.path)


def test_an_id_that_is_another_reports(case: Case, sql: Sql) -> None:
    sql("UPDATE reports SET path = 'forged.txt' WHERE id = :id", id=OTHER.report.id)
    found = fault(case, FaultKind.ID, "reports id")
    assert (found.expected, found.found) == (report_id("forged.txt", OTHER.report.sha256), OTHER.report.id)


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("UPDATE attributions SET source_words = 'Mayor' WHERE id = :id", "attributions {id} source_words"),
        ("UPDATE attributions SET cue_words = 'denied' WHERE id = :id", "attributions {id} cue_words"),
        ("UPDATE attributions SET source_start = source_start + 1 WHERE id = :id", "attributions {id} source_words"),
        (
            "UPDATE attribution_content SET words = 'is open' WHERE attribution = :id AND number = 1",
            "attribution_content {id} 1 words",
        ),
        ("UPDATE claim_content SET words = 'x' WHERE claim = :claim AND number = 0", "claim_content {claim} 0 words"),
        ("UPDATE claims SET content = 'x' WHERE id = :claim", "claims {claim} content"),
        ("UPDATE claims SET context = 'x' WHERE id = :claim", "claims {claim} context"),
        ("UPDATE mentions SET words = 'Brand' WHERE id = 'karst'", "mentions karst words"),
        ("UPDATE recordings SET hedge_words = 'truly'", "recordings {recording} hedge_words"),
    ],
)
def test_words_that_are_not_those_of_the_text(case: Case, sql: Sql, statement: str, where: str) -> None:
    names = {"id": SAID.id, "claim": RECORD.claims[0].id, "recording": RECORD.recordings[0].id}
    sql(statement, **{name: value for name, value in names.items() if f":{name}" in statement})
    fault(case, FaultKind.WORDS, where.format(**names))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE attributions SET factuality = 'CT-' WHERE id = :id",
        "UPDATE attributions SET score = 0.9 WHERE id = :id",
        "UPDATE attributions SET negated = (NOT negated) WHERE id = :id",
        "DELETE FROM sentences WHERE report <> :id AND number = 1",
        "UPDATE reports SET outlet = 'The Forger' WHERE id <> :id AND outlet IS NOT NULL",
    ],
)
def test_a_record_that_changed_has_another_digest(case: Case, sql: Sql, statement: str) -> None:
    sql(statement, id=SAID.id)
    found = fault(case, FaultKind.DIGEST, f"reports {REPORT.id} record_sha256")
    assert found.expected != found.found


@pytest.mark.parametrize(
    ("statement", "where", "found"),
    [
        ("DELETE FROM originals WHERE sha256 = '{sha256}'", "reports {report} sha256", "{sha256}"),
        ("DELETE FROM attributions WHERE id = '{said}'", "claims {claim} attribution", "{report} {said}"),
        ("DELETE FROM timexes", "attributions {said} said_timex", "{report} {timex}"),
        ("UPDATE events SET place = 'nowhere'", "events {event} place", "{report} nowhere"),
        ("DELETE FROM reports WHERE id = '{report}'", "claims {claim} report", "{report}"),
    ],
)
def test_references_to_nothing(case: Case, sql: Sql, statement: str, where: str, found: str) -> None:
    names = {
        "report": REPORT.id,
        "sha256": REPORT.sha256,
        "said": SAID.id,
        "claim": RECORD.claims[0].id,
        "timex": RECORD.timexes[0].id,
        "event": RECORD.events[0].id,
    }
    sql(statement.format(**names))
    assert fault(case, FaultKind.REFERENCE, where.format(**names)).found == found.format(**names)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE reports SET published_reasons = '[{' WHERE id = :id",
        "UPDATE reports SET published_basis = 'rumoured' WHERE id = :id",
        "UPDATE mentions SET type = 'ghost' WHERE report = :id",
    ],
)
def test_rows_that_are_no_record(case: Case, sql: Sql, statement: str) -> None:
    sql(statement, id=REPORT.id)
    assert fault(case, FaultKind.RECORD, "record").report == REPORT.id


@pytest.mark.parametrize(
    ("statement", "expected", "found"),
    [
        ("DELETE FROM source_names WHERE attribution = '{said}' AND number = 0", "a row", "none"),
        ("INSERT INTO source_names VALUES ('{report}', '{said}', 7, 'a forger')", "none", "a row"),
    ],
)
def test_derived_rows_that_are_missing_or_too_many(case: Case, sql: Sql, statement: str, expected: str, found: str) -> None:
    sql(statement.format(said=SAID.id, report=REPORT.id))
    number = 0 if found == "none" else 7
    at_fault = fault(case, FaultKind.RECORD, f"source_names {SAID.id} {number}")
    assert (at_fault.expected, at_fault.found) == (expected, found)


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_a_file_with_a_hole(address: str, case: Case) -> None:
    case.close()
    with closing(sqlite3.connect(address)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'sentences'").fetchone()
    with Path(address).open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(bytes(4096))
    with Case.open(address) as damaged:
        found = list(damaged.verify())
    assert {fault.what for fault in found} == {FaultKind.DATABASE}
    assert "malformed" in found[-1].found
