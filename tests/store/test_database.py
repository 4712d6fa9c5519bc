"""What is said when a case cannot be opened or written."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import URL, make_url

import factory
from purport.errors import StoreError
from purport.store import Case, schema
from purport.store.database import sentence

from .conftest import Sql


def opening(address: object, *, create: bool = False) -> str:
    """What opening it says."""
    with pytest.raises(StoreError) as refused, Case.open(str(address), create=create):
        pass
    return str(refused.value)


def test_nothing_there(tmp_path: Path) -> None:
    assert opening(tmp_path / "karst.case") == f"{tmp_path}/karst.case: there is no such case"
    assert not (tmp_path / "karst.case").exists()


def test_no_folder_for_it(tmp_path: Path) -> None:
    assert opening(tmp_path / "no" / "karst.case", create=True).endswith("its folder is not there")


def test_a_folder(tmp_path: Path) -> None:
    assert opening(tmp_path, create=True).endswith("a case is one file, this is a folder")


@pytest.mark.parametrize("create", [False, True])
def test_a_file_that_is_not_a_case(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("The bridge is open, the mayor said.", encoding="utf-8")
    assert opening(path, create=create).endswith("not a case: no SQLite file")
    assert path.read_text(encoding="utf-8").startswith("The bridge")


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "karst.case"
    path.touch()
    assert opening(path).endswith("not a case: no SQLite file")
    with Case.open(str(path), create=True) as case:
        assert case.known() == {}


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize("columns", ["photo", "name, value", "name, value, more"])
def test_another_database(address: str, sql: Sql, create: bool, columns: str) -> None:
    columns = ", ".join(f"{name.strip()} text" for name in columns.split(","))
    sql(f"CREATE TABLE meta ({columns})")
    assert opening(address, create=create).endswith("not a case: a database of other tables")


def test_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "karst.case"
    with Case.open(str(path), create=True):
        pass
    path.write_bytes(path.read_bytes()[:5000])
    assert opening(path).endswith("damaged; take a copy that verifies, or build it again")


def test_an_empty_database(postgresql_url: str) -> None:
    assert opening(postgresql_url).endswith("there is no case in it")


def test_a_newer_schema(address: str, case: Case, sql: Sql) -> None:
    sql("UPDATE meta SET value = '99'")
    assert opening(address).endswith(f"schema {schema.VERSION} or older expected, the case has 99; a newer Purport made it")


def test_another_kind_of_address() -> None:
    assert opening("mysql://host/case").endswith("a file path or a postgresql:// URL expected")


def test_no_server() -> None:
    url = "postgresql://ada:secret@127.0.0.1:1/case"
    assert opening(url) == "postgresql://ada:***@127.0.0.1:1/case: no PostgreSQL server answers there"


def test_no_psycopg(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert opening("postgresql://localhost/case") == "a case in PostgreSQL needs psycopg: pip install 'purport[postgresql]'"


def test_a_case_that_is_there_is_opened_by_create(address: str, case: Case) -> None:
    case.failed("gone.txt", "no text in it")
    with Case.open(address, create=True) as again:
        assert again.counts().failures == 1


def test_another_writer(address: str, case: Case) -> None:
    record = factory.analysis()

    def held() -> list[tuple[object, bytes]]:
        with Case.open(address, wait=0.1) as second, pytest.raises(StoreError, match="locked by another writer"):
            second.failed("gone.txt", "no text in it")
        return [(record, factory.original(record.report))]

    case.add_many((item for items in [held] for item in items()), reader="reader 1")
    assert list(case.analyses()) == [record]


def test_others_read_while_one_writes(address: str, case: Case) -> None:
    record = factory.analysis()
    case.failed("gone.txt", "no text in it")

    def held() -> list[tuple[object, bytes]]:
        with Case.open(address) as second:
            assert second.counts().failures == 1
        return [(record, factory.original(record.report))]

    assert case.add_many((item for items in [held] for item in items()), reader="reader 1") == 1


def test_reading_changes_no_byte_and_writing_leaves_one_file(tmp_path: Path) -> None:
    path = tmp_path / "karst.case"
    record = factory.rich()
    with Case.open(str(path), create=True) as case:
        case.add(record, factory.original(record.report), reader="reader 1")
    before = path.read_bytes()
    with Case.open(str(path)) as case:
        assert list(case.analyses()) == [record]
        assert list(case.verify()) == []
        assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_reader_that_stops_early_leaves_nothing_open(case: Case) -> None:
    for number in range(3):
        record = factory.analysis(factory.report(path=f"{number}.txt"))
        case.add(record, factory.original(record.report), reader="reader 1")
    assert next(case.analyses()).report.path == "0.txt"
    case.failed("gone.txt", "no text in it")


NOT_WRITABLE = """
import sys
from purport.errors import StoreError
from purport.store import Case
with Case.open(sys.argv[1]) as case:
    print(case.counts().reports)
    try:
        case.failed("gone.txt", "no text in it")
    except StoreError as error:
        print(error)
"""


def test_a_case_on_write_protected_disk_is_read_and_not_written(tmp_path: Path) -> None:
    path = tmp_path / "karst.case"
    with Case.open(str(path), create=True):
        pass
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    command = [sys.executable, "-c", NOT_WRITABLE, str(path)]
    if os.geteuid() == 0:
        command = ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-all", *command]
    said = subprocess.run(command, capture_output=True, text=True, check=False, env={"PYTHONPATH": ":".join(sys.path)})
    tmp_path.chmod(0o755)
    assert said.stdout.splitlines() == ["0", f"{path}: {sentence(sqlite3.Error('readonly database'))}"], said.stderr


def test_a_full_disk(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "small")) as small, pytest.raises(sqlite3.Error) as refused:
        small.execute("PRAGMA max_page_count = 2")
        small.executescript("CREATE TABLE a (b); CREATE TABLE c (d); CREATE TABLE e (f)")
    assert sentence(refused.value) == "the disk is full; what was being written was undone"


def test_what_has_no_sentence_is_quoted_in_its_first_line() -> None:
    assert sentence(ValueError("out of luck\nLINE 1: ...")) == "the database refused: out of luck"


def test_the_store_is_light_and_imports_one_way() -> None:
    code = "import sys, purport.store; print(*sorted(name for name in sys.modules if name.startswith('purport')))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    others = {name for name in found if not name.startswith("purport.store")}
    assert others == {"purport", "purport.errors", "purport.findings", "purport.folding", "purport.ids", "purport.records", "purport.wire"}


def test_a_server_that_lets_it_be_read_only(postgresql_url: str) -> None:
    with Case.open(postgresql_url, create=True):
        pass
    url: URL = make_url(postgresql_url)
    options = f"{url.query['options']} -cdefault_transaction_read_only=on"
    with Case.open(url.update_query_dict({"options": options}).render_as_string(False)) as case:
        assert case.counts().reports == 0
        with pytest.raises(StoreError, match="not writable"):
            case.failed("gone.txt", "no text in it")
