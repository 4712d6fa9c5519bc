"""Who reads what is added: a process of its own, started when there is something to read and again where it dies, and told what to do."""

from __future__ import annotations

import secrets
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Self

from purport.errors import PurportError, UsageError
from purport.ids import report_id
from purport.resolving import waiting
from purport.store import Case
from purport.web.folder import Folder, folder_of
from purport.web.jobs import Item, Job, Jobs, Outcome, Phase, Progress, State
from purport.web.names import Places
from purport.web.sent import Sending, Sent
from purport.web.worker import Begun, Compare, Compared, Ended, Opener, Read, Task, work

AT_ONCE = 8
"""Reports that the worker is given together: it reads a few ahead."""
PAUSE = 5.0
"""Seconds between two tries where something stands in the way that is no report's fault."""
POLL = 0.2
"""Seconds within which the end of the server is seen."""
MOST_KEPT = 2_000_000_000
"""Bytes that are kept at most until they are read: a disk is not to be filled."""
TRIES = 3
"""How often comparing is tried before the next job has its turn."""
NO_JOB = ""
LOST = "the process that reads ended while it read this report; what it holds is more than this machine can read"
UNOPENED = "the process that reads could not be started; it is tried again"


class _Lost(Exception):
    """The worker has ended; ``has_begun`` where its reader was open."""

    def __init__(self, has_begun: bool) -> None:
        super().__init__()
        self.has_begun = has_begun


class _Ending(Exception):
    """The server ends."""


class _Halted(Exception):
    """Something stands in the way that is no report's fault, as the message says."""


class Reading:
    """What is added to one case, and the process that reads it. Use it as a context manager: at its end nobody reads any more, and what
    is not read yet stays in the folder for the next server.

    ``rested`` is called, in a thread of its own, whenever a job is done.
    """  # noqa: D205

    def __init__(self, case: Case, address: str, opener: Opener | None = None, folder: Path | None = None) -> None:
        self._case, self._address, self._opener = case, address, opener
        self._folder = Folder(folder or folder_of(address))
        self._adding = Lock()
        self._ended = Event()
        self._has_folder = False
        self._thread: Thread | None = None
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self.jobs = Jobs(self._folder.path)
        self.rested: Callable[[], None] = lambda: None

    def __enter__(self) -> Self:
        """Go on with what is left of an earlier server, unless another one does."""
        with suppress(UsageError):
            self._take(create=False)
        self._thread = Thread(target=self._run, name="reading", daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self.jobs.wake()
        if self._thread is not None:
            self._thread.join()
        self._stop()
        self._folder.leave()

    def add(self, sending: Sending) -> str:
        """Keep what was sent until it is in the case; the id of the job."""
        with self._adding:
            if not self._take(create=True):
                raise UsageError("another server of this case takes reports: send them there, or end it first")
            if self.jobs.size() + sum(len(each.content) for each in sending.reports) > MOST_KEPT:
                raise UsageError("too much is waiting to be read already: send this when that has been read")
            placed = enumerate(self._placed(sending.reports), 1)
            items = tuple(Item(number, each.path, len(each.content), each.digest, each.given) for number, each in placed)
            job = Job(secrets.token_hex(6), datetime.now(UTC).isoformat(timespec="seconds"), items, sending.notes)
            self.jobs.add(job, [each.content for each in sending.reports])
            return job.id

    def progress(self) -> tuple[str, Progress] | None:
        """The job that is being read and how far all that is are, or nothing."""
        going = [(each.id, found) for each in self.jobs if (found := self.jobs.progress(each.id)).phase != Phase.DONE]
        if not going:
            return None
        counts = [[each.waiting, each.read, each.already, each.failed] for _, each in going]
        waiting_, read, already, failed = (sum(column) for column in zip(*counts, strict=True))
        first = going[-1]
        return first[0], replace(first[1], waiting=waiting_, read=read, already=already, failed=failed)

    def _take(self, *, create: bool) -> bool:
        """Have the folder, with the jobs that are in it; whether that is so."""
        if self._has_folder:
            return True
        self._has_folder = self._folder.take(create=create)
        if self._has_folder:
            self.jobs.load()
        return self._has_folder

    def _placed(self, reports: Sequence[Sent]) -> Iterator[Sent]:
        """What was sent, under paths that nothing else has; the same bytes go by the path that they have in the case."""
        waiting = self.jobs.waiting()
        known = self._case.known().keys() | {report_id(path, content) for path, content in waiting.items()}
        places = Places([each.path for each in self._case.places()], waiting, known)
        for each in reports:
            yield replace(each, path=places.place(each.path, each.digest))

    def _run(self) -> None:
        """What the thread does: one job after another."""
        if hasattr(signal, "pthread_sigmask"):
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        with suppress(_Ending):
            self._patiently(self._catch_up, NO_JOB, tries=1)
            self.jobs.halt(None)
            while not self._ended.is_set():
                job = self.jobs.next(POLL)
                if job is not None:
                    self._patiently(self._read, job)
                    self.jobs.finish(job, self._patiently(self._compare, job, tries=TRIES))
                    Thread(target=self.rested, name="rested", daemon=True).start()

    def _patiently(self, do: Callable[[str], None], job: str, tries: int | None = None) -> str | None:
        """Do something again and again until nothing stands in its way, or so often; what then does."""
        while True:
            try:
                do(job)
            except (_Halted, PurportError, OSError) as error:
                why = str(error)
            except _Lost:
                why = UNOPENED
            else:
                self.jobs.halt(None)
                return None
            self.jobs.halt(why)
            tries = tries and tries - 1
            if tries == 0:
                return why
            if self._ended.wait(PAUSE):
                raise _Ending

    def _catch_up(self, job: str) -> None:
        """Compare what the case had not compared when it was opened, unless something is to be read first."""
        if waiting(self._case) and self.jobs.next(0) is None:
            self._ask(Compare(), job)

    def _read(self, job: str) -> None:
        """Read the reports of a job that wait. Where the worker is lost, those that it had are given to it one by one."""
        alone: set[int] = set()
        while left := self.jobs.inputs(job):
            given = left[:1] if left[0][0] in alone else left[:AT_ONCE]
            try:
                self._ask(Read(tuple(given)), job)
            except _Lost as lost:
                if not lost.has_begun:
                    raise
                done = self.jobs.outcomes(job)
                unread = [(number, one) for number, one in given if number not in done]
                if len(given) == 1 and unread:
                    self._case.failed(unread[0][1].path, LOST, kind="ReaderError")
                    self.jobs.note(job, Outcome(unread[0][0], State.FAILED, why=LOST))
                alone |= {number for number, _ in unread}
            else:
                self.jobs.halt(None)

    def _compare(self, job: str) -> None:
        self.jobs.compare(job, 0, waiting(self._case))
        self._ask(Compare(), job)

    def _ask(self, task: Task, job: str) -> None:
        """Have a task done, and keep what is told of it."""
        has_begun = False
        try:
            pipe = self._worker()
            pipe.send(task)
            while True:
                while not pipe.poll(POLL):
                    if self._ended.is_set():
                        raise _Ending
                told = pipe.recv()
                if isinstance(told, Begun):
                    has_begun = True
                elif isinstance(told, Outcome):
                    self.jobs.note(job, told)
                elif isinstance(told, Compared) and job:
                    self.jobs.compare(job, told.done, told.total)
                elif isinstance(told, Ended):
                    if told.why is not None:
                        raise _Halted(told.why)
                    return
        except (EOFError, BrokenPipeError, ConnectionResetError):
            self._stop()
            raise _Lost(has_begun) from None

    def _worker(self) -> Connection:
        """The way to the worker, which is started where there is none."""
        if self._pipe is None:
            context = get_context("spawn")
            self._pipe, other = context.Pipe()
            self._process = context.Process(target=work, args=(self._address, self._opener, other), name="purport reading", daemon=True)
            self._process.start()
            other.close()
        return self._pipe

    def _stop(self) -> None:
        """End the worker at once; what it was writing is undone."""
        if self._process is not None:
            self._process.terminate()
            self._process.join(PAUSE)
            if self._process.is_alive():
                self._process.kill()
                self._process.join()
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None
