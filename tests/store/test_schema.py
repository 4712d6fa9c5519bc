"""Steps from an older schema to the present one."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect, text

import factory
from purport.errors import StoreError
from purport.store import Case, ClaimQuery, schema, views
from purport.store.database import Database, connect
from purport.store.tables import entities, fact_keys, facts, links, metadata, resolved


def take(database: Database, steps: tuple[schema.Step, ...]) -> int:
    with database.writing() as connection:
        return schema.step(connection, "karst.case", steps)


def test_a_case_of_the_first_schema_is_brought_to_the_present(address: str) -> None:
    database = connect(address, create=True)
    assert take(database, schema.STEPS) == 1
    database.close()
    record = factory.rich()
    with Case.open(address) as case:
        case.add(record, factory.original(record.report), reader="reader 1")
        assert len(list(case.claims(ClaimQuery(about="bridge")))) == 1


def test_claims_that_stood_before_are_found(address: str, case: Case) -> None:
    record = factory.rich()
    case.add(record, factory.original(record.report), reader="reader 1")
    database = connect(address, create=False)
    with database.writing() as connection:
        connection.execute(text("DROP TABLE claims_fts"))
        connection.execute(text("UPDATE meta SET value = '1'"))
    database.close()
    with Case.open(address) as again:
        assert len(list(again.claims(ClaimQuery(about="bridge")))) == 1


def test_a_case_from_before_reports_were_compared(address: str, case: Case) -> None:
    record = factory.rich()
    case.add(record, factory.original(record.report), reader="reader 1")
    database = connect(address, create=False)
    with database.writing() as connection:
        views.drop(connection)
        for table in (fact_keys, facts, links, entities, resolved):
            table.drop(connection)
        connection.execute(text("UPDATE meta SET value = '2'"))
    database.close()
    with Case.open(address) as again:
        assert again.unresolved("rules") == [record.report.id]
        assert list(again.verify()) == []


def test_steps_are_taken_in_order_each_with_its_version(address: str) -> None:
    def first(connection: Connection) -> None:
        metadata.tables["meta"].create(connection)
        connection.execute(text("CREATE TABLE taken (name text)"))

    def second(connection: Connection) -> None:
        connection.execute(text("INSERT INTO taken VALUES ('second')"))

    def broken(connection: Connection) -> None:
        connection.execute(text("INSERT INTO taken VALUES ('broken')"))
        connection.execute(text("ALTER TABLE nowhere ADD COLUMN x text"))

    database = connect(address, create=True)
    assert [take(database, (first, second)) for _ in range(3)] == [1, 2, 2]
    with pytest.raises(StoreError):
        take(database, (first, second, broken))
    with database.reading() as connection:
        assert schema.version(connection) == 2
        assert connection.scalars(text("SELECT name FROM taken")).all() == ["second"]
    with pytest.raises(StoreError, match="schema 1 or older expected, the case has 2"):
        take(database, (first,))
    database.close()


def test_the_tables_are_those_of_the_metadata(address: str, case: Case) -> None:
    database = connect(address, create=False)
    with database.reading() as connection:
        found = {name for name in inspect(connection).get_table_names() if not name.startswith("claims_fts")}
    database.close()
    assert found == set(metadata.tables)


def test_opening_twice_takes_no_step_twice(tmp_path: Path) -> None:
    path = tmp_path / "karst.case"
    for _ in range(2):
        with Case.open(str(path), create=True) as case:
            assert case.counts().reports == 0
