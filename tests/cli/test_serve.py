"""``purport serve`` as a process of its own: how it ends, and that nobody is left who reads."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

import factory
from purport.resolving import waiting
from purport.store import Case
from told import strike

FAKE = str(Path(__file__).with_name("fake_reader.py"))
OPEN = b"SLOWLY it went. Officials said that the bridge at Karst is open."


@pytest.fixture
def server(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A server of a new case, in a group of its own as a terminal has it."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    command = [sys.executable, FAKE, "serve", "c.case", "--port", "0"]
    with subprocess.Popen(command, cwd=tmp_path, text=True, start_new_session=True, **pipes) as process:  # type: ignore[call-overload]
        yield process
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def send(server: subprocess.Popen[str], number: int) -> None:
    """Send reports that take half a second each."""
    assert server.stdout is not None
    address = re.search(r"http://\S+", server.stdout.readline())
    assert address
    with httpx.Client(base_url=address[0], headers={"accept": "text/html"}, timeout=30) as client:
        token = re.search(r'name="token" value="(\w+)"', client.get("/add").text)
        assert token
        files = [("files", (f"{each}.txt", OPEN + b" Day %d." % each)) for each in range(number)]
        assert client.post("/add", data={"token": token[1]}, files=files).status_code == 303


def kept(case: Path) -> int:
    with suppress(Exception), Case.open(str(case)) as opened:
        return opened.counts().reports
    return 0


def until(seen: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not seen():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def alive(group: int) -> list[str]:
    """The processes of a group, by their command lines."""
    found = subprocess.run(["ps", "-o", "args=", "-g", str(group)], capture_output=True, text=True, check=False).stdout
    return [line for line in found.splitlines() if "defunct" not in line]


@pytest.mark.parametrize(("ending", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_it_ends_cleanly_while_it_reads(server: subprocess.Popen[str], tmp_path: Path, ending: signal.Signals, status: int) -> None:
    send(server, 30)
    until(lambda: kept(tmp_path / "c.case") > 0)
    os.killpg(server.pid, ending)
    _, stderr = server.communicate(timeout=30)
    assert (server.returncode, stderr) == (status, "purport: stopped\n" if ending == signal.SIGINT else "")
    assert alive(server.pid) == []
    with Case.open(str(tmp_path / "c.case")) as case:
        assert 0 < case.counts().reports < 30
        assert not list(case.verify())
    assert (tmp_path / "c.case.adding").is_dir()


def test_a_server_that_is_killed_leaves_nobody_who_reads(server: subprocess.Popen[str], tmp_path: Path) -> None:
    send(server, 30)
    until(lambda: kept(tmp_path / "c.case") > 0)
    server.kill()
    until(lambda: alive(server.pid) == [])


def test_what_has_not_been_compared_is_before_anybody_looks(tmp_path: Path) -> None:
    case = tmp_path / "c.case"
    with Case.open(str(case), create=True) as opened:
        opened.add_many([(each, factory.original(each.report)) for each in strike()], reader="reader 1")
        assert waiting(opened)
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    command = [sys.executable, FAKE, "serve", "c.case", "--port", "0"]
    with subprocess.Popen(command, cwd=tmp_path, text=True, start_new_session=True, **pipes) as process:  # type: ignore[call-overload]
        address = re.search(r"http://\S+", process.stdout.readline())
        assert address
        first = httpx.get(f"{address[0]}?as=json", timeout=30).json()
        process.terminate()
        process.wait(20)
    assert first["uncompared"] == 0 and first["parting"]
