"""A real PostgreSQL for the tests of the store.

The server at ``PURPORT_TEST_POSTGRESQL`` is used where that names one; otherwise a private one is started from the binaries that
are installed (on ``PATH`` or where Debian keeps them), on a socket in a temporary folder. Without either the tests fail, so that
nobody leaves them out unaware; ``PURPORT_SKIP_POSTGRESQL=1`` leaves them out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.pool import NullPool

DEBIAN = Path("/usr/lib/postgresql")
_numbers = count(1)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The URL of a PostgreSQL database in which schemas can be made."""
    if os.environ.get("PURPORT_SKIP_POSTGRESQL") == "1":
        pytest.skip("PURPORT_SKIP_POSTGRESQL=1")
    if given := os.environ.get("PURPORT_TEST_POSTGRESQL"):
        yield given
        return
    with _private_server() as url:
        yield url


@pytest.fixture
def postgresql_url(postgresql_server: str) -> Iterator[str]:
    """The URL of an empty schema, dropped afterwards."""
    url = make_url(postgresql_server).set(drivername="postgresql+psycopg")
    schema = f"purport_test_{os.getpid()}_{next(_numbers)}"
    engine = create_engine(url, poolclass=NullPool)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    yield url.update_query_dict({"options": f"-csearch_path={schema}"}).set(drivername="postgresql").render_as_string(False)
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new case can be made."""
    return str(tmp_path / "karst.case") if request.param == "sqlite" else str(request.getfixturevalue("postgresql_url"))


@contextmanager
def _private_server() -> Iterator[str]:
    folder = Path(tempfile.mkdtemp(prefix="purport-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    try:
        data = folder / "data"
        _run("initdb", "-D", data, "-U", "purport", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off -c max_connections=20"
        _run("pg_ctl", "-D", data, "-l", folder / "log", "-o", options, "-w", "start")
        try:
            yield f"postgresql://purport@/postgres?host={folder}"
        finally:
            _run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(program: str, *arguments: str | Path) -> None:
    """Run a program of the server's; as the user ``postgres`` where this is root, which the server refuses to run as."""
    command = [_binary(program), *map(str, arguments)]
    if os.geteuid() == 0:
        command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", *command]
    log = subprocess.run(command, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if log.returncode:
        pytest.fail(f"{program} failed: {log.stderr.decode(errors='replace')}")


def _binary(program: str) -> str:
    on_path = shutil.which(program)
    newest = sorted(DEBIAN.glob(f"*/bin/{program}"), key=lambda path: int(path.parts[-3]), reverse=True)
    if on_path is None and not newest:
        pytest.fail(f"no {program}: install PostgreSQL, name a server in PURPORT_TEST_POSTGRESQL, or set PURPORT_SKIP_POSTGRESQL=1")
    return on_path or str(newest[0])
