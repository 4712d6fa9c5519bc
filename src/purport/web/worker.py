"""The process that reads what is added: started by a server, it opens the case and the reader once, and ends with that server.

It is told by a pipe what to do and tells by it what became of that. Where the other end is gone it ends; so does it at once where it is
asked to, since a write to a case that is broken off is undone.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

from purport.adding.build import Build, Kept
from purport.adding.failures import reason_of
from purport.adding.inputs import Found, Input
from purport.reader import Reader
from purport.resolving import resolve, waiting
from purport.store import Case
from purport.web.jobs import Outcome, State

WAIT = 60.0
"""Seconds a write waits for another writer: people judge meanwhile."""
NICENESS = 10
"""How far reading stands back, so that pages stay quick where there are few cores."""

Opener = Callable[[], Reader]


@dataclass(frozen=True, slots=True)
class Read:
    """Read these reports into the case; each has its number."""

    inputs: tuple[tuple[int, Input], ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """Compare what has not been compared yet."""


@dataclass(frozen=True, slots=True)
class Begun:
    """The reader and the case are open: whatever goes wrong now is a report's fault."""


@dataclass(frozen=True, slots=True)
class Compared:
    """So many reports have been compared, of so many."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The task is done, or it could not be, for a reason that is no report's."""

    why: str | None = None


Task = Read | Compare
Told = Begun | Outcome | Compared | Ended


def work(address: str, opener: Opener | None, pipe: Connection) -> None:
    """Do what comes by a pipe, until nothing can come any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError), ExitStack() as stack:
        worker = Worker(address, opener, pipe.send, stack)
        while True:
            worker.do(pipe.recv())


class Worker:
    """Does one task after another; ``tell`` is told of all that comes of it."""

    def __init__(self, address: str, opener: Opener | None, tell: Callable[[Told], None], stack: ExitStack) -> None:
        self._address, self._opener, self._tell, self._stack = address, opener or Reader, tell, stack
        self._case: Case | None = None
        self._reader: Reader | None = None

    def do(self, task: Task) -> None:
        """Do a task; that it is done, or why not, is told last."""
        try:
            if isinstance(task, Read):
                self._read(task)
            else:
                self._compare()
        except (BrokenPipeError, ConnectionResetError):
            raise
        except Exception as error:
            self._tell(Ended(reason_of(error)))
        else:
            self._tell(Ended())

    def _open(self) -> Case:
        if self._case is None:
            self._case = self._stack.enter_context(Case.open(self._address, wait=WAIT))
        return self._case

    def _read(self, task: Read) -> None:
        case = self._open()
        if self._reader is None:
            self._reader = self._stack.enter_context(self._opener())
        numbers = {each.path: number for number, each in task.inputs}

        def kept(one: Kept) -> None:
            self._tell(Outcome(numbers[one.path], State.READ if one.is_new else State.ALREADY, one.report, one.claims))

        def failed(path: str, error: Exception) -> None:
            self._tell(Outcome(numbers[path], State.FAILED, why=reason_of(error)))

        build = Build(case, self._reader, failed, lambda: None, kept)
        self._tell(Begun())
        build.run(Found(tuple(each for _, each in task.inputs)))

    def _compare(self) -> None:
        case = self._open()
        total, done = waiting(case), 0

        def advance() -> None:
            nonlocal done
            done += 1
            self._tell(Compared(done, total))

        if total:
            self._tell(Compared(0, total))
            resolve(case, advance)
