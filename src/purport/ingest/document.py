"""One report: bytes -> Document."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePath

from purport.errors import EmptyReport, ReportError, TooLong
from purport.ids import report_id
from purport.ingest.decoding import Decoded, decode
from purport.ingest.given import NOTHING, Given
from purport.ingest.language import require_english
from purport.ingest.masthead import Masthead, find_masthead
from purport.ingest.page import Page, is_page, read_page
from purport.ingest.publication import date_publication
from purport.records import Document, Report, Span

LARGEST = 100_000_000
"""Bytes of a file that are looked at."""
LONGEST = 5_000_000
"""Characters of a report: some 800,000 words. A file with more is a collection, and its record would be of no use."""
PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
"""Files read as pages whatever they begin with."""


@dataclass(frozen=True, slots=True)
class _Received:
    """A report's bytes, made text: decoded, and for a page its article."""

    address: str
    sha256: str
    decoded: Decoded
    page: Page | None

    @property
    def text(self) -> str:
        """What every offset points into."""
        return self.page.text if self.page else self.decoded.text

    @property
    def title(self) -> Span | None:
        """The page's title, which is the text's first line."""
        return Span(0, len(self.page.title)) if self.page and self.page.title else None


def read_document(path: str, given: Given = NOTHING) -> Document:
    """The report in a file, with its masthead, its furniture and its bytes.

    What is given wins over what is printed, and that over a page's data. Nothing depends on the day, the machine or the locale.

    Raises:
        ReportError: the file cannot be read, or as one of its kinds: ``EmptyReport``, ``NotText``, ``NotAReport``, ``TooLong``,
            ``NotEnglish``.
    """
    return parse_document(read_bytes(path), path, given)


def parse_document(data: bytes, path: str, given: Given = NOTHING) -> Document:
    """The same, of bytes that are at hand; a report without a path goes by its given URL."""
    received = _receive(data, PurePath(path).as_posix() if path else given.url or "")
    language = require_english(received.text, received.address)
    masthead = find_masthead(received.text, received.title)
    return Document(_report(received, masthead, given, language), data, masthead.furniture)


def read_bytes(path: str) -> bytes:
    """The bytes of a report in a file; ``ReportError`` where they cannot be read or are more than any report has."""
    if not path.isprintable():
        raise ReportError(ascii(path), "a file name of printable characters expected")
    try:
        with Path(path).open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise ReportError(path, f"the file cannot be read: {error.strerror}") from error
    if len(data) > LARGEST:
        raise TooLong(path, f"one report expected, the file has more than {LARGEST:,} bytes")
    return data


def _receive(data: bytes, address: str) -> _Received:
    if not data:
        raise EmptyReport(address, "a report expected, the file is empty")
    decoded = decode(data, address)
    if not decoded.text or decoded.text.isspace():
        raise EmptyReport(address, "a report expected, there is nothing but blanks")
    from_page = PurePath(address).suffix.lower() in PAGE_SUFFIXES or is_page(decoded.text)
    page = read_page(decoded.text, address) if from_page else None
    length = len(page.text if page else decoded.text)
    if length > LONGEST:
        raise TooLong(address, f"one report of at most {LONGEST:,} characters expected, this has {length:,}: if it holds many, split it")
    return _Received(address, sha256(data).hexdigest(), decoded, page)


def _report(received: _Received, masthead: Masthead, given: Given, language: str) -> Report:
    page = received.page or Page(received.text)
    report = report_id(received.address, received.sha256)
    return Report(
        id=report,
        path=received.address,
        sha256=received.sha256,
        text=received.text,
        url=given.url or page.url,
        title=given.title or (masthead.title.words(received.text) if masthead.title else None),
        outlet=given.outlet or page.outlet or masthead.outlet,
        language=language,
        retrieved=given.retrieved,
        retrieved_by=given.retrieved_by,
        archive_url=given.archive_url,
        encoding=received.decoded.encoding,
        media_type="text/html" if received.page else "text/plain",
        bylines=masthead.bylines,
        dateline=masthead.dateline,
        published=date_publication(report, received.text, given=given.published, printed=masthead.dates, metadata=page.published),
    )
