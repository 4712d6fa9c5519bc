"""One report, from its bytes to its record."""

from __future__ import annotations

import time
from hashlib import sha256
from pathlib import Path

import pytest

from purport.errors import EmptyReport, NotAReport, NotEnglish, NotText, ReportError, TooLong
from purport.ids import report_id
from purport.ingest import Given, parse_document, read_document
from purport.ingest.document import LARGEST
from purport.ingest.given import NOTHING
from purport.records import Basis, Byline, Dateline, Document, FurnitureKind, Interval
from purport.wire import dumps, loads

TEXT = (
    "Harbour wall falls in Lessa\r\nBy ODA BRISK and TEO MARRAMAR. 2, 2031\r\nLESSA (Reuters) — The outer wall of the harbour fell "
    "into the sea on Sunday night, the port authority’s chief said.\r\nTwo men were missing.\r\n"
)


def parse(text: str | bytes, given: Given = NOTHING, path: str = "a.txt") -> Document:
    return parse_document(text if isinstance(text, bytes) else text.encode(), path, given)


def test_a_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())
    document = read_document(str(path))
    report = document.report
    assert report.text == TEXT
    assert document.original == TEXT.encode()
    assert (report.sha256, report.path) == (sha256(TEXT.encode()).hexdigest(), path.as_posix())
    assert report.id == report_id(path.as_posix(), report.sha256)
    assert (report.title, report.outlet, report.language, report.encoding) == ("Harbour wall falls in Lessa", "Reuters", "en", "utf-8")
    assert report.media_type == "text/plain"
    assert report.bylines == (Byline("ODA BRISK", 32, 41), Byline("TEO MARRA", 46, 55))
    assert report.dateline == Dateline("LESSA", 69, 74)
    assert (report.published.basis, report.published.not_before, report.published.not_after) == (Basis.PRINTED, "2031-03-02", "2031-03-02")
    assert [item.kind for item in document.furniture] == [
        FurnitureKind.TITLE,
        FurnitureKind.BYLINE,
        FurnitureKind.DATE,
        FurnitureKind.DATELINE,
    ]


def test_what_is_given_wins() -> None:
    given = Given(Interval("2031-03-01", "2031-03-31"), "https://a.example/1", "The Lessa Tribune", "Wall", "2031-04-01", "O. B.", "w")
    report = parse(TEXT, given).report
    assert (report.url, report.outlet, report.title) == ("https://a.example/1", "The Lessa Tribune", "Wall")
    assert (report.retrieved, report.retrieved_by, report.archive_url) == ("2031-04-01", "O. B.", "w")
    assert (report.published.basis, report.published.not_after) == (Basis.GIVEN, "2031-03-31")
    assert report.id == report_id("a.txt", report.sha256)


def test_a_report_without_a_path_goes_by_its_url() -> None:
    report = parse(TEXT, Given(url="https://a.example/1"), path="").report
    assert report.id == report_id("https://a.example/1", report.sha256)


def test_offsets_leave_the_byte_order_mark_out() -> None:
    assert parse(b"\xef\xbb\xbf" + TEXT.encode()).report.text == TEXT


@pytest.mark.parametrize("path", ["a.txt", "a.html"])
def test_a_page_is_a_page_whatever_it_is_called(path: str) -> None:
    html = (
        "<!DOCTYPE html><html><head><title>Wall falls</title></head><body><article><h1>Wall falls</h1>"
        "<p>The outer wall of the harbour fell into the sea on Sunday night, the port authority of Lessa said in a note.</p>"
        "<p>Boats searched until dawn. The authority denied that it had ignored the warnings of its own engineers.</p>"
        "</article></body></html>"
    )
    document = parse(html, path=path)
    assert document.report.media_type == "text/html"
    assert document.report.text.startswith("Wall falls\nThe outer wall")
    assert document.report.title == "Wall falls"
    assert document.original == html.encode()


def test_records_survive_the_wire() -> None:
    report = parse(TEXT).report
    assert loads(dumps(report), type(report)) == report


@pytest.mark.parametrize(
    ("data", "error", "reason"),
    [
        (b"", EmptyReport, "empty"),
        (b" \r\n\t\n", EmptyReport, "blanks"),
        (b"\xef\xbb\xbf", EmptyReport, "blanks"),
        (b"%PDF-1.4", NotText, "a PDF, which is not read yet"),
        (b"\x00\x01\x02", NotText, "binary data"),
        (b"<html><body>hi</body></html>", NotAReport, "no article"),
        ("El muro exterior del puerto cayó al mar la noche del domingo, según la autoridad portuaria.".encode(), NotEnglish, "Spanish"),
    ],
)
def test_bad_input_is_refused_in_words(data: bytes, error: type[ReportError], reason: str) -> None:
    with pytest.raises(error, match=reason) as caught:
        parse(data)
    assert str(caught.value).startswith("a.txt: ")


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(ReportError, match="cannot be read"):
            read_document(str(path))


@pytest.mark.parametrize(
    "text",
    [
        "The wall fell, they said, and the men are missing. " * 98_000,
        "The wall fell. " + '"' * 1_000_000,
        "By " * 1_600_000,
        "a." * 2_400_000,
    ],
    ids=["5 MB on one line", "quotation marks", "by", "stops"],
)
def test_long_lines_take_linear_time(text: str) -> None:
    start = time.process_time()
    assert parse(text).report.text == text
    assert time.process_time() - start < 3


def test_what_no_report_has_is_refused_in_words(tmp_path: Path) -> None:
    start = time.process_time()
    with pytest.raises(TooLong, match="at most 5,000,000 characters expected, this has 51,000,000: if it holds many, split it"):
        parse("The wall fell, they said, and the men are missing. " * 1_000_000)
    path = tmp_path / "endless.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(TooLong, match="more than 100,000,000 bytes"):
        read_document(str(path))
    assert time.process_time() - start < 3


def test_lines_without_end_take_linear_time() -> None:
    start = time.process_time()
    parse("By Oda Brisk\n" * 200_000)
    parse("\n" * 2_000_000 + TEXT)
    assert time.process_time() - start < 3
