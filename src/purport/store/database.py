"""The database behind a case: SQLite in one file, or PostgreSQL by its URL; its transactions; and its errors in words.

One writer at a time, any number of readers. A write waits some seconds for another to finish and is then refused.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from purport.errors import StoreError

WAIT = 5.0
"""Seconds a write waits for another writer: a batch of 100 long reports takes about one."""

CACHE = 65_536
"""Kibibytes of a case in a file that are held in memory: keys are written all over their index."""

_MAGIC = b"SQLite format 3\x00"

_SENTENCES = (
    ("database is locked", "locked by another writer; let it finish, or stop it"),
    ("lock timeout", "locked by another writer; let it finish, or stop it"),
    ("disk is full", "the disk is full; what was being written was undone"),
    ("no space left", "the disk is full; what was being written was undone"),
    ("readonly database", "not writable; ask for the right to write the file and its folder, or copy it"),
    ("read-only", "not writable; the server lets it be read only"),
    ("permission denied", "not writable; the user has no right to do this"),
    ("unable to open database file", "cannot be opened; is there a right to read it and to write its folder?"),
    ("file is not a database", "not a case: no SQLite file"),
    ("malformed", "damaged; take a copy that verifies, or build it again"),
    ("connection refused", "no PostgreSQL server answers there"),
    ("authentication failed", "the PostgreSQL server does not accept this user and password"),
)
"""A part of a driver's message, and what it means."""


AT_ONCE = 400
"""Values in one query."""


def batched(items: Sequence[str]) -> Iterator[Sequence[str]]:
    """Values for one query after another."""
    return (items[first : first + AT_ONCE] for first in range(0, len(items), AT_ONCE))


def is_case(address: str) -> bool:
    """Whether an address is that of a database, and no report's: a URL, or a file that begins as SQLite's do."""
    if "://" in address:
        return True
    try:
        with Path(address).open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


class Database:
    """Connections to one database. ``address`` is fit to be shown: it holds no password."""

    def __init__(self, engine: Engine, address: str, wait: float) -> None:
        self.address = address
        self._engine = engine
        self._writer = engine.execution_options(writing=True)
        self._wait = wait
        self._wal: bool | None = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection in a transaction that writes nothing."""
        with explained(self.address), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in a transaction of the only writer: committed as a whole at the end, or undone."""
        with explained(self.address):
            self._write_ahead()
            with self._writer.begin() as connection:
                if connection.dialect.name == "postgresql":
                    connection.execute(text(f"SET LOCAL lock_timeout = {int(self._wait * 1000)}"))
                    connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('purport ' || current_schema()))"))
                yield connection

    def close(self) -> None:
        """Close every connection; a case in a file is one file again."""
        if self._wal:
            with suppress(DBAPIError, sqlite3.Error):
                self._journal("DELETE")
        self._engine.dispose()

    def _write_ahead(self) -> None:
        """Let others read while this one writes, from the first write on; reading alone changes no byte of the file."""
        if self._wal is None:
            self._wal = self._engine.dialect.name == "sqlite"
            if self._wal:
                with suppress(sqlite3.OperationalError):
                    self._journal("WAL")

    def _journal(self, mode: str) -> None:
        raw = self._engine.raw_connection()
        try:
            raw.cursor().execute(f"PRAGMA journal_mode = {mode}")
        finally:
            raw.close()


def connect(address: str, *, create: bool, wait: float = WAIT) -> Database:
    """The database at a file path or a PostgreSQL URL; with ``create`` a file that is not there yet is made."""
    if address.startswith(("postgresql:", "postgres:", "postgresql+psycopg:")):
        return _postgresql(address, wait)
    if "://" in address:
        raise StoreError(f"{address}: a file path or a postgresql:// URL expected")
    _check_file(Path(address), create)
    engine = create_engine(URL.create("sqlite", database=address), connect_args={"timeout": wait})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return Database(engine, address, wait)


@contextmanager
def explained(address: str) -> Iterator[None]:
    """Whatever the database refuses becomes a ``StoreError`` that says so in a sentence."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"{address}: {sentence(error.orig or error)}") from error


def sentence(error: BaseException) -> str:
    """What a driver's error means to the one who called."""
    message = str(error)
    for part, meaning in _SENTENCES:
        if part in message.lower():
            return meaning
    return f"the database refused: {message.strip().partition(chr(10))[0]}"


def _postgresql(address: str, wait: float) -> Database:
    try:
        url = make_url(address).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:
        raise StoreError("a PostgreSQL URL expected, as postgresql://user@host/database") from error
    try:
        engine = create_engine(url)
    except ImportError as error:
        raise StoreError("a case in PostgreSQL needs psycopg: pip install 'purport[postgresql]'") from error
    return Database(engine, url.set(drivername="postgresql").render_as_string(), wait)


def _check_file(path: Path, create: bool) -> None:
    if path.is_dir():
        raise StoreError(f"{path}: a case is one file, this is a folder")
    if not path.exists():
        if not create:
            raise StoreError(f"{path}: there is no such case")
        if not path.parent.is_dir():
            raise StoreError(f"{path}: its folder is not there")
        return
    try:
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except OSError as error:
        raise StoreError(f"{path}: cannot be read: {error.strerror}") from error
    if head != _MAGIC and (head or not create):
        raise StoreError(f"{path}: not a case: no SQLite file")


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    """Transactions are begun by ``_begin`` alone, so that they hold the schema's steps too."""
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{CACHE}")


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
