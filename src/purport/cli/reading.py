"""The loop over reports: each is read, and one that fails is named while the rest go on.

Nothing is gathered: a report is let go before the next few are taken, so ten thousand need no more memory than ten.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import click

from purport.analyse import analyse
from purport.cli.inputs import Input
from purport.errors import ReaderError, StoreError, UsageError
from purport.ingest import read_document
from purport.reader import Reader
from purport.records import Analysis, Document

Failed = Callable[[str, Exception], None]
"""Told the path of a report and what went wrong with it."""

Read = tuple[Document, Analysis]
_GENERAL = (OSError, ReaderError, StoreError, UsageError)
"""What is not one report's fault: an ``OSError`` comes from the output, since ingest names the report where its file is to blame."""


def open_reader(ctx: click.Context) -> Reader:
    """The reader: the packaged one, or what whoever calls the command put in its place (``main(obj=...)``)."""
    opened: Reader = Reader() if ctx.obj is None else ctx.obj()
    return opened


def read_each(inputs: Iterable[Input], reader: Reader, use: Callable[[Document, Analysis], None], failed: Failed) -> None:
    """Read every report and hand it to ``use``, in order; ``failed`` is told of those that cannot be read or used."""
    for document, analysis in _analysed(_documents(inputs, failed), reader, failed):
        with blamed_on(document.report.path, failed):
            use(document, analysis)


@contextmanager
def blamed_on(path: str, failed: Failed) -> Iterator[None]:
    """The one catch-all: whatever goes wrong inside is the failure of this report alone."""
    try:
        yield
    except _GENERAL:
        raise
    except Exception as error:
        failed(path, error)


def _documents(inputs: Iterable[Input], failed: Failed) -> Iterator[Document]:
    for one in inputs:
        document = None
        with blamed_on(one.path, failed):
            document = read_document(one.path, one.given)
        if document is not None:
            yield document


def _analysed(documents: Iterator[Document], reader: Reader, failed: Failed) -> Iterator[Read]:
    """Documents with their analyses. Where a few on their way together fail, each is read again alone, so that one is to blame."""
    waiting: deque[Document] = deque()

    def taken() -> Iterator[Document]:
        for document in documents:
            waiting.append(document)
            yield document

    source, ended = taken(), False
    while not ended:
        try:
            for read in analyse(source, reader):
                waiting.popleft()
                yield read
            ended = True
        except _GENERAL:
            raise
        except Exception:
            yield from _alone(waiting, reader, failed)


def _alone(waiting: deque[Document], reader: Reader, failed: Failed) -> Iterator[Read]:
    while waiting:
        document = waiting.popleft()
        read: list[Read] = []
        with blamed_on(document.report.path, failed):
            read = list(analyse([document], reader))
        yield from read
