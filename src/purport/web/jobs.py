"""What is being added: each a job of reports, kept in a folder until they are in the case, so that nothing is lost when a server ends.

A job is a folder with what it holds (``job.json``), the bytes of each report that is not in the case yet, and what became of each
(``outcomes.jsonl``, a line each; the last word on a report holds).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from shutil import rmtree
from threading import Condition

import msgspec

from purport.adding.inputs import NOTHING_GIVEN, Input
from purport.ingest import Given

KEPT = 50
"""Jobs that have ended which are still shown."""
JOB, OUTCOMES = "job.json", "outcomes.jsonl"
UNFINISHED = "."
"""What the name of a job's folder begins with while it is being written."""


class State(StrEnum):
    """What has become of a report that was sent."""

    WAITING = "waiting"
    READ = "read"
    ALREADY = "already there"
    FAILED = "failed"


class Phase(StrEnum):
    """How far a job is."""

    READING = "reading"
    COMPARING = "comparing"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Item:
    """A report that was sent: its path in the case, its bytes' number and digest, and what is said of it."""

    number: int
    path: str
    size: int
    sha256: str
    given: Given = NOTHING_GIVEN


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the ``number``-th report: its id in the case and how much it claims, or why it could not be read."""

    number: int
    state: State
    report: str | None = None
    claims: int = 0
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """Reports that were sent together at a time; ``notes`` are sentences about what was sent with them."""

    id: str
    made: str
    items: tuple[Item, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is. ``compared`` of ``to_compare`` reports of the case have been compared; ``halted`` says what it waits for."""

    phase: Phase
    waiting: int
    read: int
    already: int
    failed: int
    compared: int = 0
    to_compare: int = 0
    halted: str | None = None

    @property
    def total(self) -> int:
        """The reports of the job."""
        return self.waiting + self.read + self.already + self.failed

    @property
    def doing(self) -> str:
        """What is being done, in few words: "reading 3 of 7"."""
        if self.phase == Phase.COMPARING:
            return f"comparing {self.compared} of {self.to_compare}" if self.to_compare else "comparing"
        return f"reading {min(self.total - self.waiting + 1, self.total)} of {self.total}"


class Jobs:
    """The jobs of one server, in the order in which they came; whoever asks may do so from any thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._jobs: dict[str, Job] = {}
        self._outcomes: dict[str, dict[int, Outcome]] = {}
        self._phases: dict[str, Phase] = {}
        self._compared: dict[str, tuple[int, int]] = {}
        self._halted: str | None = None
        self._uncompared: dict[str, str] = {}
        self._changed = Condition()
        self.ticks = int.from_bytes(os.urandom(6))

    def load(self) -> None:
        """Take up the jobs that an earlier server left."""
        with self._tell():
            for job, outcomes in _load(self._folder):
                self._put(job, outcomes)

    def __iter__(self) -> Iterator[Job]:
        """Every job, the latest first."""
        with self._changed:
            return iter(list(reversed(self._jobs.values())))

    def get(self, id_: str) -> Job | None:
        """The job of an id."""
        return self._jobs.get(id_)

    def add(self, job: Job, contents: Sequence[bytes]) -> None:
        """Keep a job with the bytes of its reports: on disk as a whole, or not at all."""
        writing, folder = self._folder / f"{UNFINISHED}{job.id}", self._folder / job.id
        writing.mkdir(mode=0o700)
        try:
            for item, content in zip(job.items, contents, strict=True):
                (writing / str(item.number)).write_bytes(content)
            (writing / JOB).write_bytes(msgspec.json.encode(job))
            writing.rename(folder)
        except BaseException:
            rmtree(writing, ignore_errors=True)
            raise
        with self._tell():
            self._put(job, {})

    def inputs(self, id_: str) -> list[tuple[int, Input]]:
        """The reports of a job that are still to be read, by number."""
        with self._changed:
            job = self._jobs.get(id_)
            outcomes = self._outcomes.get(id_, {})
            left = [each for each in job.items if each.number not in outcomes] if job else []
        return [(each.number, Input(each.path, each.given, str(self._folder / id_ / str(each.number)))) for each in left]

    def note(self, id_: str, outcome: Outcome) -> None:
        """Keep what became of a report; its bytes go where the case has them."""
        with self._tell():
            if id_ not in self._jobs:
                return
            self._write(id_, outcome)
            self._outcomes[id_][outcome.number] = outcome
            if outcome.state in (State.READ, State.ALREADY):
                (self._folder / id_ / str(outcome.number)).unlink(missing_ok=True)

    def compare(self, id_: str, done: int, total: int) -> None:
        """The reports of a job have been read and are being compared: so many of so many."""
        with self._tell():
            self._phases[id_] = Phase.COMPARING
            self._compared[id_] = (done, total)

    def finish(self, id_: str, uncompared: str | None = None) -> None:
        """All is done, but for comparing where that says why not; the folder stays where it has reports that could not be read."""
        with self._tell():
            if id_ not in self._jobs:
                return
            self._phases[id_] = Phase.DONE
            if uncompared is not None:
                self._uncompared[id_] = uncompared
            if not self._failed(id_):
                rmtree(self._folder / id_, ignore_errors=True)
            done = [each for each, phase in self._phases.items() if phase == Phase.DONE and not self._failed(each)]
            for each in done[:-KEPT]:
                self._forget(each)

    def again(self, id_: str) -> bool:
        """What could not be read is to be tried again; whether there was anything."""
        with self._tell():
            failed = self._failed(id_)
            for number in failed:
                self._write(id_, Outcome(number, State.WAITING))
                del self._outcomes[id_][number]
            if failed:
                self._phases[id_] = Phase.READING
            return bool(failed)

    def drop(self, id_: str) -> bool:
        """Forget a job that is done, and what of it could not be read; whether there was one."""
        with self._tell():
            if self._phases.get(id_) != Phase.DONE:
                return False
            rmtree(self._folder / id_, ignore_errors=True)
            self._forget(id_)
            return True

    def halt(self, why: str | None) -> None:
        """Reading waits for something, as a sentence says, or goes on."""
        if why != self._halted:
            with self._tell():
                self._halted = why

    def outcomes(self, id_: str) -> dict[int, Outcome]:
        """What has become of the reports of a job, by number; those that wait are not there."""
        with self._changed:
            return dict(self._outcomes.get(id_, {}))

    def progress(self, id_: str) -> Progress:
        """How far a job is."""
        with self._changed:
            states = [each.state for each in self._outcomes.get(id_, {}).values()]
            total = len(self._jobs[id_].items) if id_ in self._jobs else 0
            phase = self._phases.get(id_, Phase.DONE)
            read, already, failed = (states.count(each) for each in (State.READ, State.ALREADY, State.FAILED))
            compared, to_compare = self._compared.get(id_, (0, 0))
            halted = self._uncompared.get(id_) if phase == Phase.DONE else self._halted
            return Progress(phase, total - len(states), read, already, failed, compared, to_compare, halted)

    def next(self, seconds: float) -> str | None:
        """The first job that is not done; it is waited for where there is none."""
        with self._changed:
            found = self._next()
            if found is None:
                self._changed.wait(seconds)
                found = self._next()
            return found

    def wake(self) -> None:
        """Whoever waits looks again."""
        with self._changed:
            self._changed.notify_all()

    def waiting(self) -> dict[str, str]:
        """The digests of what is not in the case yet, by path."""
        with self._changed:
            waiting = [(id_, item) for id_, job in self._jobs.items() for item in job.items]
            return {item.path: item.sha256 for id_, item in waiting if item.number not in self._outcomes[id_]}

    def size(self) -> int:
        """Bytes of all that is kept and not in the case."""
        with self._changed:
            return sum(item.size for id_, job in self._jobs.items() for item in job.items if self._is_kept(id_, item.number))

    def _is_kept(self, id_: str, number: int) -> bool:
        outcome = self._outcomes[id_].get(number)
        return outcome is None or outcome.state == State.FAILED

    def _failed(self, id_: str) -> list[int]:
        return [number for number, each in self._outcomes.get(id_, {}).items() if each.state == State.FAILED]

    def _next(self) -> str | None:
        return next((id_ for id_, phase in self._phases.items() if phase != Phase.DONE), None)

    def _put(self, job: Job, outcomes: dict[int, Outcome]) -> None:
        self._jobs[job.id] = job
        self._outcomes[job.id] = outcomes
        self._phases[job.id] = Phase.DONE if len(outcomes) == len(job.items) else Phase.READING

    def _forget(self, id_: str) -> None:
        del self._jobs[id_], self._outcomes[id_], self._phases[id_]
        self._compared.pop(id_, None)
        self._uncompared.pop(id_, None)

    def _write(self, id_: str, outcome: Outcome) -> None:
        with (self._folder / id_ / OUTCOMES).open("ab") as file:
            file.write(msgspec.json.encode(outcome) + b"\n")

    @contextmanager
    def _tell(self) -> Iterator[None]:
        """A change of what is shown: counted when it is there, and told to whoever waits."""
        with self._changed:
            try:
                yield
            finally:
                self.ticks += 1
                self._changed.notify_all()


def _load(folder: Path) -> Iterator[tuple[Job, dict[int, Outcome]]]:
    """The jobs that an earlier server left, the oldest first; what was still being written is taken away."""
    found: list[tuple[Job, dict[int, Outcome]]] = []
    for each in sorted(folder.iterdir()) if folder.is_dir() else ():
        if each.name.startswith(UNFINISHED) and each.is_dir():
            rmtree(each, ignore_errors=True)
        elif (each / JOB).is_file():
            job = replace(msgspec.json.decode((each / JOB).read_bytes(), type=Job), id=each.name)
            found.append((job, dict(_outcomes(each / OUTCOMES))))
    yield from sorted(found, key=lambda one: (one[0].made, one[0].id))


def _outcomes(path: Path) -> Iterator[tuple[int, Outcome]]:
    """What the lines of a file say last of each report; a line that was cut off when the server ended says nothing."""
    last: dict[int, Outcome] = {}
    for line in path.read_bytes().splitlines() if path.exists() else ():
        try:
            outcome = msgspec.json.decode(line, type=Outcome)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            continue
        last[outcome.number] = outcome
    yield from ((number, each) for number, each in last.items() if each.state != State.WAITING)
