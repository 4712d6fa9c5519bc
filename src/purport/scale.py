"""Reading on many cores or machines: shards of reports, mapped over the workers of a Ray cluster. Nothing else knows Ray.

One process, the driver, gives reports out and takes their records back in order; it alone sees files and the case. Bytes travel one way
and records the other, so a worker needs nothing of the driver's machine but the same Purport. Ray is imported when a cluster is opened.
"""

from __future__ import annotations

import os
import platform
import secrets
import socket
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from importlib import metadata
from logging import CRITICAL
from time import monotonic
from traceback import format_exception
from typing import Any

from purport.analyse import analyse
from purport.errors import PurportError, ReaderError, ReportError, UsageError
from purport.ingest import Given, parse_document
from purport.reader import Reader
from purport.records import Analysis

LOCAL = "local"
"""The address of a cluster that is started on this machine for the run."""
SHARD = 400_000
"""Bytes sent to a worker at once: a second or more of reading, beside which the few milliseconds of a call are nothing."""
LEAST = 50_000
"""Bytes that a report weighs at least, so that a shard has at most eight."""
AHEAD = 4
"""Shards a worker that may be taken and not yet given back: memory is bounded, and one long report holds the others up only then."""
LIVES = 3
"""Workers that may be lost over one report, or while they open their reader, before it is given up."""
STALLED = 1800.0
"""Seconds after which a worker that still reads one shard is given up as lost; the longest report that is taken needs some five minutes."""
TICK = 5.0
"""Seconds that a worker is waited for before the clock is looked at."""
WAIT = 5.0
"""Seconds in which a cluster's address has to answer; Ray itself would try for minutes."""

_QUIET = {
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_IGNORE_UNHANDLED_ERRORS": "1",
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",  # or older releases warn
    "RAY_DEDUP_LOGS": "1",
    "RAY_DEDUP_LOGS_SKIP_REGEX": ".",  # what the cluster tells of lost workers goes to stdout otherwise
    "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0",  # under `uv run` it would send the whole working folder to the cluster
}
_ALONE = {"RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0", "RAY_AUTH_MODE": "token"}
"""A cluster of its own listens on the loopback interface alone, as Ray does by itself on other systems than Linux."""

_GENERAL = (OSError, ReaderError, UsageError)
"""What is not one report's fault."""

Opener = Callable[[], Reader]
"""Opens a worker's reader. It travels: a class or function that the worker can import, or a ``partial`` of one."""


@dataclass(frozen=True, slots=True)
class Task:
    """A report to read: its path and bytes, and what somebody says of it."""

    path: str
    given: Given
    data: bytes


@dataclass(frozen=True, slots=True)
class Unread:
    """A report that could not be read, by the path that the failure goes by."""

    path: str
    error: Exception


Outcome = Analysis | Unread


@dataclass(slots=True)
class Errand:
    """A report on its way: what became of it, once that is known, and how many workers were lost over it."""

    task: Task
    outcome: Outcome | None = None
    lost: int = 0


Shard = list[Errand]


class Worker:
    """Reads reports in a process of its own; its reader is opened once."""

    def __init__(self, open_reader: Opener) -> None:
        self._open_reader = open_reader

    def open(self) -> tuple[str, str]:
        """Open the reader; the machine's name, and what reads there."""
        self._reader = self._open_reader()
        return platform.node(), edition(self._reader)

    def read(self, tasks: Sequence[Task]) -> list[Outcome]:
        """What became of each report, read alone: together, they would share no more than a thirtieth of the work."""
        return [self._one(task) for task in tasks]

    def _one(self, task: Task) -> Outcome:
        path = task.path
        try:
            document = parse_document(task.data, path, task.given)
            path = document.report.path
            [(_, analysis)] = analyse([document], self._reader)
        except _GENERAL:
            raise
        except Exception as error:
            return Unread(path, _portable(error))
        return analysis


def edition(reader: Reader) -> str:
    """What must be the same on every machine for the records to be: the release of Purport, and the reader's version."""
    try:
        release = metadata.version("purport")
    except metadata.PackageNotFoundError:
        release = "not installed"
    return f"Purport {release}, reader {reader.version}"


def _portable(error: Exception) -> Exception:
    """An error fit to travel. One that is not Purport's own becomes another of its name and words, with its traceback as a note."""
    if isinstance(error, PurportError):
        return error
    portable: Exception = type(type(error).__name__, (Exception,), {"__module__": type(error).__module__})(str(error))
    portable.add_note("in a worker:\n" + "".join(format_exception(error)))
    return portable


@dataclass(frozen=True, slots=True)
class Call:
    """What a worker was asked for, and when: to read a shard or, with none, to open its reader."""

    worker: Any
    shard: Shard
    since: float


class Cluster:
    """At most so many workers that read, hired when there are shards for them.

    One that is lost is replaced, and what it was reading is given to others, report by report.
    """

    def __init__(self, ray: Any, hire: Callable[[], Any], expected: str, workers: int) -> None:
        self._ray, self._hire, self._expected, self._workers = ray, hire, expected, workers
        self._idle: list[Any] = []
        self._calls: dict[Any, Call] = {}
        self._taken: deque[Errand] = deque()  # and not yet given back
        self._waiting: deque[Shard] = deque()
        self._unopened: list[Exception] = []  # what became of workers that were hired since one last opened its reader

    def read(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Outcome]]:
        """Each report with what became of it, in order, whatever comes first; one reading at a time.

        Raises:
            ReaderError: no worker can be had, or one has another Purport or other weights than this machine.
        """
        self._taken.clear()
        self._waiting.clear()
        shards = _shards(tasks)
        self._deal(shards)
        while self._taken:
            first = self._taken[0]
            self._collect(TICK if first.outcome is None else 0)
            if first.outcome is not None:
                self._taken.popleft()
                yield first.task, first.outcome
            self._deal(shards)

    def _deal(self, shards: Iterator[Shard]) -> None:
        """Take what is to be read, as far as the limit goes, and give it to idle workers; hire workers for what is left over."""
        while _weight(self._taken) < self._workers * AHEAD * SHARD and (shard := next(shards, None)):
            self._taken.extend(shard)
            self._waiting.append(shard)
        while self._idle and self._waiting:
            worker, shard = self._idle.pop(), self._waiting.popleft()
            self._calls[worker.read.remote([each.task for each in shard])] = Call(worker, shard, monotonic())
        opening = sum(not call.shard for call in self._calls.values())
        if len(self._unopened) < LIVES:
            for _ in range(min(len(self._waiting) - opening, self._workers - len(self._calls))):
                worker = self._hire()
                self._calls[worker.open.remote()] = Call(worker, [], monotonic())

    def _collect(self, timeout: float) -> None:
        """Take what a worker has done, if one has within so many seconds; if none has, part with those that should have long ago."""
        if not self._calls and timeout:
            error = self._unopened[-1]
            raise ReaderError(f"the cluster starts no worker: {str(error).splitlines()[-1]}") from error
        ready, _ = self._ray.wait(list(self._calls), timeout=timeout) if self._calls else ((), ())
        for reference in ready or self._stalled():
            call = self._calls.pop(reference)
            try:
                result = self._ray.get(reference, timeout=TICK)
            except self._ray.exceptions.RayTaskError as error:
                raise error.cause from error
            except self._ray.exceptions.RayError as error:
                self._lose(call, error)
            else:
                self._receive(call.shard, result)
                self._idle.append(call.worker)

    def _stalled(self) -> list[Any]:
        """Calls of workers that have read for too long. Those that open their reader may be waiting for a core."""
        return [reference for reference, call in self._calls.items() if call.shard and monotonic() - call.since > STALLED]

    def _receive(self, shard: Shard, result: Any) -> None:
        if shard:
            for each, outcome in zip(shard, result, strict=True):
                each.outcome = outcome
        elif result[1] != self._expected:
            raise ReaderError(f"{self._expected} expected on every machine of the cluster, {result[0]} has {result[1]}")
        else:
            self._unopened.clear()

    def _lose(self, call: Call, error: Exception) -> None:
        """Part with a lost worker; others read its reports one by one, and one over which ``LIVES`` were lost is given up."""
        self._ray.kill(call.worker)
        if not call.shard:
            self._unopened.append(error)
        for each in reversed(call.shard):
            each.lost += 1
            if each.lost < LIVES:
                self._waiting.appendleft([each])
            else:
                reason = f"{LIVES} workers were lost while they read it: too little memory, or a fault in Purport"
                each.outcome = Unread(each.task.path, ReportError(each.task.path, reason))


def _weight(reports: Iterable[Errand]) -> int:
    return sum(max(len(each.task.data), LEAST) for each in reports)


def _shards(tasks: Iterable[Task]) -> Iterator[Shard]:
    shard: Shard = []
    for task in tasks:
        shard.append(Errand(task))
        if _weight(shard) >= SHARD:
            yield shard
            shard = []
    if shard:
        yield shard


@contextmanager
def open_cluster(address: str, open_reader: Opener, expected: str, *, workers: int | None = None) -> Iterator[Cluster]:
    """The cluster at an address, or a local one for as long as the block runs; a worker a core at most unless told otherwise.

    ``expected`` is the ``edition`` that every worker must have.

    Raises:
        UsageError: Ray is not installed, or no cluster answers at the address.
    """
    ray = _joined(os.environ.get("RAY_ADDRESS", address) if address == "auto" else address, workers)
    try:
        cores = workers or int(ray.cluster_resources().get("CPU", 0))
        if not cores:
            raise UsageError(f"{address}: the cluster has no core to read on")
        worker = ray.remote(Worker).options(num_cpus=1)
        yield Cluster(ray, partial(worker.remote, open_reader), expected, cores)
    finally:
        ray.shutdown()


def _joined(address: str, cores: int | None) -> Any:
    """Ray, connected; it says nothing and listens to nobody else."""
    _look_for(address)
    local = address == LOCAL
    os.environ.update(_QUIET | (_ALONE if local else {}))
    options: dict[str, Any] = {"include_dashboard": False, "num_cpus": cores} if local else {}
    if local:
        os.environ.setdefault("RAY_AUTH_TOKEN", secrets.token_hex(32))
    try:
        import ray
    except (ImportError, OSError) as error:
        raise UsageError(f"a cluster needs Ray: pip install 'purport[ray]' ({error})") from error
    try:
        ray.init(address=address, log_to_driver=False, logging_level=CRITICAL, **options)
    except Exception as error:  # nothing narrower is raised where Ray has not started in thirty seconds
        ray.shutdown()
        raise UsageError(f"{address}: no Ray cluster can be joined: {' '.join(str(error).split())}") from error
    return ray


def _look_for(address: str) -> None:
    host, _, port = address.rpartition(":")
    if address in (LOCAL, "auto"):
        return
    if not host or "/" in host or not port.isdecimal():
        raise UsageError(f"--ray: auto or HOST:PORT expected, got {address!r}; paths come before --ray, or write --ray={LOCAL}")
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=WAIT).close()
    except (OSError, OverflowError) as error:
        raise UsageError(f"{address}: no Ray cluster answers there: {error}") from error
