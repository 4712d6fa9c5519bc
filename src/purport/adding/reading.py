"""The loop over reports: each is read, and one that fails is named while the rest go on.

Nothing is gathered: a report is let go before the next few are taken, so ten thousand need no more memory than ten.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from purport.adding.inputs import Input
from purport.analyse import assemble, read_with
from purport.errors import ReaderError, StoreError, UsageError
from purport.ingest import parse_document, read_bytes
from purport.reader import Reader, Reading
from purport.records import Analysis, Document

if TYPE_CHECKING:
    from purport.scale import Cluster, Task

T = TypeVar("T")

Failed = Callable[[str, Exception], None]
"""Told the path of a report and what went wrong with it."""

_GENERAL = (OSError, ReaderError, StoreError, UsageError)
"""What is not one report's fault: an ``OSError`` comes from the output, since ingest names the report where its file is to blame."""


def read_each(inputs: Iterable[Input], reader: Reader, use: Callable[[Document, Analysis], None], failed: Failed) -> None:
    """Read every report and hand it to ``use``, in order; ``failed`` is told of those that cannot be read or used."""
    read_documents(open_documents(inputs, failed), reader, assemble, use, failed)


def read_documents(
    documents: Iterator[Document],
    reader: Reader,
    make: Callable[[Document, Reading], T],
    use: Callable[[Document, T], None],
    failed: Failed,
) -> None:
    """The same of documents that are open, and of whatever is made of their readings."""
    for document, made in _made(documents, reader, make, failed):
        with blamed_on(document.report.path, failed):
            use(document, made)


def read_spread(inputs: Iterable[Input], cluster: Cluster, use: Callable[[Document, Analysis], None], failed: Failed) -> None:
    """The same on the workers of a cluster: files are opened here, all else that is done with a report alone is done there."""
    from purport.scale import Unread

    for task, outcome in cluster.read(_tasks(inputs, failed)):
        if isinstance(outcome, Unread):
            failed(outcome.path, outcome.error)
            continue
        with blamed_on(outcome.report.path, failed):
            use(Document(outcome.report, task.data, outcome.furniture), outcome)


@contextmanager
def blamed_on(path: str, failed: Failed) -> Iterator[None]:
    """The one catch-all: whatever goes wrong inside is the failure of this report alone."""
    try:
        yield
    except _GENERAL:
        raise
    except Exception as error:
        failed(path, error)


def open_documents(inputs: Iterable[Input], failed: Failed) -> Iterator[Document]:
    """The documents of inputs, in order; ``failed`` is told of those that cannot be opened."""
    for one in inputs:
        document = None
        with blamed_on(one.path, failed):
            document = parse_document(read_bytes(one.place), one.path, one.given)
        if document is not None:
            yield document


def _tasks(inputs: Iterable[Input], failed: Failed) -> Iterator[Task]:
    from purport.scale import Task

    for one in inputs:
        data = None
        with blamed_on(one.path, failed):
            data = read_bytes(one.place)
        if data is not None:
            yield Task(one.path, one.given, data)


def _made(
    documents: Iterator[Document], reader: Reader, make: Callable[[Document, Reading], T], failed: Failed
) -> Iterator[tuple[Document, T]]:
    """Documents with what is made of them. Where a few on their way together fail, each is read again alone, so that one is to blame."""
    waiting: deque[Document] = deque()

    def taken() -> Iterator[Document]:
        for document in documents:
            waiting.append(document)
            yield document

    source, ended = taken(), False
    while not ended:
        try:
            for read in read_with(source, reader, make):
                waiting.popleft()
                yield read
            ended = True
        except _GENERAL:
            raise
        except Exception:
            yield from _alone(waiting, reader, make, failed)


def _alone(
    waiting: deque[Document], reader: Reader, make: Callable[[Document, Reading], T], failed: Failed
) -> Iterator[tuple[Document, T]]:
    while waiting:
        document = waiting.popleft()
        read: list[tuple[Document, T]] = []
        with blamed_on(document.report.path, failed):
            read = list(read_with([document], reader, make))
        yield from read
