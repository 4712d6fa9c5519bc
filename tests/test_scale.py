"""Reading on a Ray cluster gives what the plain loop gives: with a cluster that answers in any order, then with real processes."""

from __future__ import annotations

import ast
import os
import pickle
import select
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import Mock

import pytest
from click.testing import CliRunner

from cli.fake_reader import FakeReader
from mortal_reader import MortalReader
from purport.analyse import analyse
from purport.cli import main
from purport.errors import NotEnglish, ReaderError, ReportError, UsageError
from purport.ingest import Given, parse_document
from purport.scale import AHEAD, LEAST, LIVES, SHARD, STALLED, TICK, Cluster, Task, Unread, Worker, edition, open_cluster
from purport.store import Case
from purport.wire import dumps

TESTS = Path(__file__).parent
MORTAL = str(TESTS / "mortal_reader.py")
EDITION = edition(FakeReader())  # type: ignore[arg-type]
SERVER = """
import ray, sys
print(ray.init("local", num_cpus=4, include_dashboard=False, log_to_driver=False, logging_level=50).address_info["gcs_address"], flush=True)
sys.stdin.read()
"""
LOCAL = {"RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0", "RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": "0123456789abcdef" * 4}


def text(number: int, more: str = "") -> str:
    return f"Officials said that the bridge at Karst is open. It is day {number}. {more}"


def task(number: int, more: str = "") -> Task:
    return Task(f"in/{number:04}.txt", Given(), text(number, more).encode())


def plainly(task: Task) -> str:
    [(_, analysis)] = analyse([parse_document(task.data, task.path, task.given)], FakeReader())  # type: ignore[arg-type]
    return dumps(analysis)


def read(cluster: Cluster, tasks: list[Task]) -> list[str]:
    """What was read, in the order in which it came, as JSON; of a report that could not be read, the reason."""
    return [outcome.error.reason if isinstance(outcome, Unread) else dumps(outcome) for _, outcome in cluster.read(tasks)]


# A cluster in this process, whose calls end in the order that the test chooses.


class Lost(Exception):
    """Stands for Ray's own errors."""


class Raised(Lost):
    """Stands for what Ray makes of an error in a worker."""

    def __init__(self, cause: Exception) -> None:
        self.cause = cause


class FakeRay:
    """Has something ready whenever it is waited for, unless the test chooses nothing: then all the time is gone that was given."""

    exceptions = SimpleNamespace(RayError=Lost, RayTaskError=Raised)

    def __init__(self, choose: Callable[[list[Any]], Any]) -> None:
        self._choose = choose
        self._ready: list[Any] = []
        self.killed = 0
        self.now = 0.0

    def wait(self, calls: list[Any], timeout: float) -> tuple[list[Any], list[Any]]:
        chosen = self._choose(calls) if timeout else None
        self._ready = [] if chosen is None else [chosen]
        self.now += 0.0 if self._ready else timeout
        return self._ready, []

    def get(self, call: Callable[[], Any], timeout: float) -> Any:
        assert timeout > 0
        try:
            if call not in self._ready:
                raise Lost("get timed out")
            return call()
        except Lost:
            raise
        except Exception as error:
            raise Raised(error) from error

    def kill(self, _: object) -> None:
        self.killed += 1


class Actor:
    """A worker whose methods are called when their result is fetched; one of ``ends`` is lost with each call it is asked for."""

    def __init__(self, *, ends: Iterator[bool] | None = None) -> None:
        worker = Worker(MortalReader)  # type: ignore[arg-type]
        self.open = SimpleNamespace(remote=lambda: partial(worker.open))
        self.read = SimpleNamespace(remote=lambda tasks: partial(self._read, worker, tasks))
        self._ends = ends

    def _read(self, worker: Worker, tasks: list[Task]) -> object:
        if self._ends is not None and next(self._ends):
            raise Lost("the actor died")
        return worker.read(tasks)


@pytest.mark.parametrize("choose", [lambda calls: calls[0], lambda calls: calls[-1]], ids=["first", "last"])
def test_records_come_in_order_and_equal_whichever_worker_answers_first(choose: Callable[[list[Any]], Any]) -> None:
    tasks = [task(number) for number in range(50)]
    assert read(Cluster(FakeRay(choose), Actor, EDITION, 3), tasks) == [plainly(each) for each in tasks]


def test_only_so_much_is_taken_ahead() -> None:
    taken = []

    def tasks() -> Iterator[Task]:
        for number in range(300):
            taken.append(number)
            yield task(number)

    cluster = Cluster(FakeRay(lambda calls: calls[-1]), Actor, EDITION, 2)
    ahead = [len(taken) - given for given, _ in enumerate(cluster.read(tasks()))]
    assert len(ahead) == 300
    limit, shard = 2 * AHEAD * SHARD // LEAST, SHARD // LEAST
    assert limit <= max(ahead) < limit + shard


def test_only_as_many_workers_are_hired_as_there_are_shards() -> None:
    hire = Mock(wraps=Actor)
    cluster = Cluster(FakeRay(lambda calls: calls[0]), hire, EDITION, 64)
    hired = []
    for shards in (0, 1, 3, 2):
        assert len(read(cluster, [task(number) for number in range(shards * SHARD // LEAST)])) == shards * SHARD // LEAST
        hired.append(hire.call_count)
    assert hired == [0, 1, 3, 3]


def test_what_a_lost_worker_was_reading_is_read_by_others() -> None:
    ends = iter([True, False, True, *[False] * 100])
    ray = FakeRay(lambda calls: calls[0])
    tasks = [task(number) for number in range(30)]
    assert read(Cluster(ray, partial(Actor, ends=ends), EDITION, 2), tasks) == [plainly(each) for each in tasks]
    assert ray.killed == 2


def test_a_report_that_ends_every_worker_is_given_up() -> None:
    ray = FakeRay(lambda calls: calls[0])
    [(_, outcome)] = Cluster(ray, partial(Actor, ends=iter([True] * LIVES)), EDITION, 2).read([task(0)])
    assert isinstance(outcome, Unread)
    assert isinstance(outcome.error, ReportError)
    assert str(outcome.error) == "in/0000.txt: 3 workers were lost while they read it: too little memory, or a fault in Purport"
    assert ray.killed == LIVES


@pytest.fixture
def stalling(monkeypatch: pytest.MonkeyPatch) -> FakeRay:
    """A cluster whose clock the run goes by, and in which one worker never has done."""
    stuck: list[Any] = []

    def choose(calls: list[Any]) -> Any:
        stuck.extend(call for call in calls if not stuck and call.func.__name__ == "_read")
        return next((call for call in calls if call not in stuck), None)

    ray = FakeRay(choose)
    monkeypatch.setattr("purport.scale.monotonic", lambda: ray.now)
    return ray


def test_what_a_stuck_worker_was_reading_is_read_by_others(stalling: FakeRay) -> None:
    tasks = [task(number) for number in range(30)]
    assert read(Cluster(stalling, Actor, EDITION, 2), tasks) == [plainly(each) for each in tasks]
    assert STALLED < stalling.now <= STALLED + 2 * TICK
    assert stalling.killed == 1


def test_cores_are_waited_for_as_long_as_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    ray = FakeRay(lambda calls: calls[0] if ray.now > 10 * STALLED else None)
    monkeypatch.setattr("purport.scale.monotonic", lambda: ray.now)
    assert read(Cluster(ray, Actor, EDITION, 2), [task(0)]) == [plainly(task(0))]
    assert ray.killed == 0


def test_a_worker_with_other_weights_stops_the_reading() -> None:
    with pytest.raises(ReaderError, match=r"^Purport 0, reader 0 expected on every machine of the cluster, \S+ has Purport"):
        list(Cluster(FakeRay(lambda calls: calls[0]), Actor, "Purport 0, reader 0", 2).read([task(0)]))


def test_an_error_that_is_not_one_reports_fault_stops_the_reading() -> None:
    with pytest.raises(ReaderError, match="weights are damaged"):
        list(Cluster(FakeRay(lambda calls: calls[0]), Actor, EDITION, 2).read([task(0), task(1, "UNFIT")]))


def stillborn() -> SimpleNamespace:
    def fail() -> None:
        raise Lost("the actor died\nno module named purport")

    return SimpleNamespace(open=SimpleNamespace(remote=lambda: partial(fail)))


def test_workers_that_never_start_are_not_waited_for_however_often_it_is_tried() -> None:
    hire = Mock(wraps=stillborn)
    cluster = Cluster(FakeRay(lambda calls: calls[0]), hire, EDITION, 4)
    for _ in range(2):
        with pytest.raises(ReaderError, match=r"^the cluster starts no worker: no module named purport$"):
            list(cluster.read([task(0)]))
    assert hire.call_count == LIVES


def test_a_worker_that_starts_shows_that_workers_can() -> None:
    workers = iter([Actor(ends=iter([True])), stillborn(), stillborn(), Actor(ends=iter([True])), stillborn(), stillborn(), Actor()])
    tasks = [task(number) for number in range(30)]
    assert read(Cluster(FakeRay(lambda calls: calls[0]), lambda: next(workers), EDITION, 1), tasks) == [plainly(each) for each in tasks]


def test_a_reading_that_was_given_up_leaves_nothing_to_the_next() -> None:
    cluster = Cluster(FakeRay(lambda calls: calls[-1]), Actor, EDITION, 2)
    with pytest.raises(ReaderError, match="weights are damaged"):
        list(cluster.read(task(number, "UNFIT" if number == 20 else "OLD") for number in range(40)))
    next(cluster.read(task(number, "OLD") for number in range(40)))
    tasks = [task(number) for number in range(30)]
    assert read(cluster, tasks) == [plainly(each) for each in tasks]


def test_nothing_to_read() -> None:
    assert read(Cluster(FakeRay(lambda calls: calls[0]), Actor, EDITION, 2), []) == []


def test_failures_travel_with_name_words_and_traceback() -> None:
    worker = Worker(FakeReader)  # type: ignore[arg-type]
    worker.open()
    german = Task("./g.txt", Given(), "Die Brücke ist offen, sagten die Beamten. Es ist nicht klar, wann sie gebaut wurde.".encode())
    outcomes = worker.read([task(0, "BREAKDOWN"), german])
    assert [type(outcome) for outcome in outcomes] == [Unread, Unread]
    fault, refused = (outcome.error for outcome in outcomes if isinstance(outcome, Unread))
    assert (type(fault).__name__, str(fault)) == ("RuntimeError", "[red]no\x1b[31m such thing")
    assert "in _reading" in fault.__notes__[0]
    assert type(pickle.loads(pickle.dumps(refused))) is NotEnglish


# The command, and a cluster of processes.


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("in", "--ray: auto or HOST:PORT expected, got 'in'; paths come before --ray, or write --ray=local"),
        ("ray://127.0.0.1:1", "--ray: auto or HOST:PORT expected, got 'ray://127.0.0.1:1'"),
        ("127.0.0.1:1", "127.0.0.1:1: no Ray cluster answers there"),
        ("127.0.0.1:99999", "127.0.0.1:99999: no Ray cluster answers there"),
        ("local", "a cluster needs Ray: pip install 'purport[ray]'"),
    ],
)
def test_wrong_use(address: str, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "ray", None)
    monkeypatch.setattr(os, "environ", os.environ.copy())
    Path("a.txt").write_text(text(0), encoding="utf-8")
    result = CliRunner().invoke(main, ["build", "c.case", "a.txt", "--ray", address], obj=FakeReader)
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr
    assert not Path("c.case").exists()


@pytest.mark.parametrize("error", [Exception("The node timed out\nduring startup."), RuntimeError("The node timed out during startup.")])
def test_a_cluster_that_does_not_start_is_ended_and_named(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    ray = Mock()
    ray.init.side_effect = error
    monkeypatch.setitem(sys.modules, "ray", ray)
    monkeypatch.setattr(os, "environ", os.environ.copy())
    with (
        pytest.raises(UsageError, match=r"^local: no Ray cluster can be joined: The node timed out during startup\.$"),
        open_cluster("local", FakeReader, EDITION),  # type: ignore[arg-type]
    ):
        pass
    assert ray.shutdown.called


def test_a_ray_that_cannot_be_loaded_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ray.py").write_text("raise OSError('libray.so: cannot be opened')", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "ray", raising=False)
    monkeypatch.setattr(os, "environ", os.environ.copy())
    with (
        pytest.raises(UsageError, match=r"^a cluster needs Ray: pip install 'purport\[ray\]' \(libray\.so: cannot be opened\)$"),
        open_cluster("local", FakeReader, EDITION),  # type: ignore[arg-type]
    ):
        pass


def test_nothing_else_knows_ray() -> None:
    source = TESTS.parent / "src" / "purport"
    for path in source.rglob("*.py"):
        imported = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                imported.add((node.module or "").split(".")[0])
            elif isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
        assert ("ray" in imported) == (path == source / "scale.py"), path


@contextmanager
def started(command: list[str], **options: Any) -> Iterator[subprocess.Popen[str]]:
    """A process and those that it starts, which are gone afterwards."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True, **options) as process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A cluster of four cores that somebody else has started."""
    with pytest.MonkeyPatch.context() as patched:
        for name, value in LOCAL.items():
            patched.setenv(name, value)
        pytest.importorskip("ray")
        patched.setenv("PYTHONPATH", os.pathsep.join([str(TESTS), os.environ.get("PYTHONPATH", "")]))
        with started([sys.executable, "-c", SERVER], stdin=subprocess.PIPE) as server:
            assert server.stdin is not None
            assert server.stdout is not None
            assert select.select([server.stdout], [], [], 90)[0], "no cluster has started in ninety seconds"
            yield server.stdout.readline().strip()
            server.stdin.close()
            server.wait(30)


@pytest.fixture(scope="module")
def cluster(address: str) -> Iterator[Cluster]:
    """Two workers there."""
    with open_cluster(address, MortalReader, EDITION, workers=2) as opened:  # type: ignore[arg-type]
        yield opened


def test_processes_give_the_same_records(cluster: Cluster) -> None:
    tasks = [task(0, "SLOWLY"), *(task(number) for number in range(1, 40))]
    assert read(cluster, tasks) == [plainly(each) for each in tasks]


def test_a_killed_process_loses_nothing(cluster: Cluster, tmp_path: Path) -> None:
    tasks = [task(number, f"FATAL {tmp_path / 'killed'}" if number == 20 else "") for number in range(40)]
    assert read(cluster, tasks) == [plainly(each) for each in tasks]
    assert (tmp_path / "killed").exists()


def test_a_stuck_process_loses_nothing(cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = tmp_path / "held"
    monkeypatch.setattr("purport.scale.monotonic", lambda: 2 * STALLED if held.exists() else 0.0)
    tasks = [task(number, f"HELD {held}" if number == 3 else "") for number in range(10)]
    assert read(cluster, tasks) == [plainly(each) for each in tasks]
    assert held.exists()


def test_a_deadly_report_is_named_and_the_rest_are_read(cluster: Cluster) -> None:
    tasks = [task(number, "FATAL always" if number == 3 else "") for number in range(10)]
    outcomes = read(cluster, tasks)
    assert outcomes.pop(3).startswith("3 workers were lost while they read it")
    assert outcomes == [plainly(each) for each in tasks if each != tasks[3]]


def start(folder: Path, *arguments: str) -> AbstractContextManager[subprocess.Popen[str]]:
    return started([sys.executable, MORTAL, *arguments], cwd=folder, stderr=subprocess.PIPE)


def rows(case: Path) -> list[str]:
    """Every row of a case, in the order in which they were written; but not how the search index is cut, which tells when failures came."""
    connection = sqlite3.connect(case)
    try:
        inserted = [line for line in connection.iterdump() if line.startswith("INSERT")]
    finally:
        connection.close()
    return [line for line in inserted if not line.startswith(('INSERT INTO "claims_fts_data"', 'INSERT INTO "claims_fts_idx"'))]


@pytest.mark.skipif(find_spec("ray") is None, reason="needs Ray")
def test_the_case_is_the_same_with_a_cluster_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    behaviours = {5: "BREAKDOWN", 12: f"FATAL {tmp_path / 'killed'}"}
    for number in range(20):
        (tmp_path / "in" / f"{number:02}.txt").write_text(text(number, behaviours.get(number, "")), encoding="utf-8")
    (tmp_path / "in" / "empty.txt").write_bytes(b"")
    (tmp_path / "in" / "page.html").write_text(f"<html><body><article><p>{text(50) * 9}</p></article></body></html>", encoding="utf-8")
    paths = ("in", "none.txt")
    with start(tmp_path, "build", "a.case", *paths, "--ray") as build:
        told, said = build.communicate(timeout=300)
    assert told.startswith("read 20, already there 0, failed 3;"), said
    with start(tmp_path, "build", "b.case", *paths) as build:
        plainly_told, plainly_said = build.communicate(timeout=300)
    assert (tmp_path / "killed").exists()
    assert told == plainly_told
    assert sorted(said.splitlines()) == sorted(plainly_said.splitlines())
    assert rows(tmp_path / "a.case") == rows(tmp_path / "b.case")


def test_ctrl_c_keeps_what_was_written(tmp_path: Path, address: str) -> None:
    (tmp_path / "in").mkdir()
    free = SHARD // LEAST
    for number in range(10 * free):
        held = f"HELD {tmp_path / str(number)}" if number >= free else ""
        (tmp_path / "in" / f"{number:02}.txt").write_text(text(number, held), encoding="utf-8")
    with start(tmp_path, "build", "c.case", "in", "--ray", address) as build:
        deadline = time.monotonic() + 300
        while kept(tmp_path / "c.case") < free:
            assert build.poll() is None, "the build has ended by itself"
            assert time.monotonic() < deadline, f"{free} reports were not written in five minutes"
            time.sleep(0.1)
        os.killpg(build.pid, signal.SIGINT)
        stdout, stderr = build.communicate(timeout=60)
    assert (build.returncode, stdout) == (130, "")
    assert stderr == f"purport: stopped\npurport: reports added and kept: {free}; the same command goes on from there\n"
    assert kept(tmp_path / "c.case") == free
    with Case.open(str(tmp_path / "c.case")) as case:
        assert not list(case.verify())


def kept(case: Path) -> int:
    try:
        with Case.open(str(case)) as opened:
            return opened.counts().reports
    except Exception:
        return 0
