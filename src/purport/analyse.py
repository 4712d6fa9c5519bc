"""The order of the stages, in one place: Document -> Analysis.

Pure: no clock, no locale, no order but the report's own; a report read alone, in a batch or last gives the same record.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from purport.extract import find_attributions, find_claims, find_mentions
from purport.reader import Reader, Reading
from purport.records import Analysis, Document


def analyse(documents: Iterable[Document], reader: Reader) -> Iterator[tuple[Document, Analysis]]:
    """Each document with its analysis, in order; documents are taken a few ahead of what is given back."""
    waiting: deque[Document] = deque()

    def texts() -> Iterator[str]:
        for document in documents:
            waiting.append(document)
            yield document.report.text

    for reading in reader.read(texts()):
        document = waiting.popleft()
        yield document, assemble(document, reading)


def assemble(document: Document, reading: Reading) -> Analysis:
    """The record of one document from what the network found in it."""
    report, furniture = document.report, document.furniture
    found = find_attributions(report, reading.attributions, reading.entities, furniture)
    return Analysis(
        report,
        furniture,
        reading.sentences,
        find_mentions(report, reading.entities),
        attributions=found,
        claims=find_claims(report, found),
    )
