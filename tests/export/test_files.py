"""Each format read by its own library; and no file holds a name that was to be replaced."""

from __future__ import annotations

import csv
import json
import unicodedata
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import bibtexparser
import openpyxl
import pytest
from lxml import html
from markdown_it import MarkdownIt

from purport.dossier import Section
from purport.errors import UsageError
from purport.export import FORMATS
from purport.export.case import LineRow
from purport.export.commas import guarded
from purport.export.files import write_files
from purport.export.footnoted import footnoted
from purport.folds import SOME_CALL
from purport.records import Factuality
from witnessed import CALL, FORMULA, MARKUP, REDACTED, made

TABLES = ["reports", "entities", "claims", "comparisons", *(str(each) for each in Section)]


def texts(path: Path) -> list[str]:
    """All text in a file, and its name."""
    if not zipfile.is_zipfile(path):
        return [path.name, path.read_bytes().decode()]
    with zipfile.ZipFile(path) as archive:
        return [path.name, *(archive.read(name).decode() for name in archive.namelist())]


def plain(text: str) -> str:
    """Text without accents, escapes and case."""
    apart = unicodedata.normalize("NFD", text.replace("\\u00e4", "ä"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()


@pytest.mark.parametrize("name", FORMATS)
def test_no_redacted_name_is_left_in_any_file(name: str, tmp_path: Path) -> None:
    exported = made(REDACTED)
    for path in FORMATS[name](exported, tmp_path):
        found = [plain(each) for each in texts(path)]
        assert not [word for word in ("brannok", "tessa", "ilo ", "vashan") for each in found if word in each], path.name


@pytest.mark.parametrize("name", FORMATS)
def test_every_file_says_that_names_were_replaced(name: str, tmp_path: Path) -> None:
    for path in FORMATS[name](made(REDACTED), tmp_path):
        found = [each.replace("\\", "") for each in texts(path)]
        assert any("names of 2 people are replaced" in each or each.endswith(",redacted\r\n") for each in found), path.name
    for path in FORMATS[name](made(), tmp_path):
        assert not any("redacted" in each.casefold() for each in texts(path)), path.name


@pytest.mark.parametrize("name", FORMATS)
def test_one_case_gives_the_same_files(name: str, tmp_path: Path) -> None:
    written = []
    for number in (1, 2):
        folder = tmp_path / str(number)
        folder.mkdir()
        written.append([path.read_bytes() for path in FORMATS[name](made(), folder)])
    assert written[0] == written[1]


def test_csv(tmp_path: Path) -> None:
    paths = FORMATS["csv"](made(), tmp_path)
    assert [path.stem for path in paths] == TABLES
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as file:
        claims = list(csv.DictReader(file))
    assert len(claims) == len(made().claims)
    assert f"'{FORMULA}" in {each["content"] for each in claims}
    assert CALL not in {each["content"] for each in claims}
    assert {each["negated"] for each in claims} == {"false"}
    assert claims[0]["not_before"] == "2031-03-09"
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            assert all(not cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in csv.reader(file) for cell in row)


def test_days_in_tables_are_days_in_order(tmp_path: Path) -> None:
    days = 0
    for path in FORMATS["csv"](replace(made(), lines=(*made().lines, *timeline())), tmp_path):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for first in (name for name in row if name.endswith("not_before")):
                    told = [date.fromisoformat(row[name]) for name in (first, first.replace("before", "after")) if row[name]]
                    assert told == sorted(told), path.name
                    days += len(told)
    assert days > len(made().reports)


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\t=1", " =1", "\n=1"])
def test_a_formula_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert guarded(f"a{text}") == f"a{text}"


def test_workbook(tmp_path: Path) -> None:
    (path,) = FORMATS["xlsx"](made(REDACTED), tmp_path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == TABLES
    assert "names of 2 people" in book.properties.description
    rows = list(book["claims"].values)
    claims = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    assert len(claims) == len(made().claims)
    assert claims[0]["not_before"] == datetime(2031, 3, 9)
    assert claims[0]["negated"] is False
    assert isinstance(claims[0]["score"], float)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert FORMULA in {cell.value for cell in cells}
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert CALL not in {cell.value for cell in cells}


def test_days_that_no_spreadsheet_has_are_text(tmp_path: Path) -> None:
    import xlsxwriter

    from purport.export.workbook import LONGEST, _put

    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd"})
        for column, value in enumerate([date(1845, 5, 1), "a" * (LONGEST + 1), None, 3]):
            _put(sheet, 0, column, value, day)
    (row,) = openpyxl.load_workbook(tmp_path / "a.xlsx").active.values
    assert row[0] == "1845-05-01"
    assert len(row[1]) == LONGEST and row[1].endswith("[cut: a cell holds no more]")
    assert row[2:] == (None, 3)


def test_json_lines(tmp_path: Path) -> None:
    (path,) = FORMATS["jsonl"](made(), tmp_path)
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert lines[0] == {"kind": "case", "title": "Vesk", "note": None}
    kinds = [each["kind"] for each in lines]
    assert kinds == sorted(kinds, key=["case", "report", "entity", "claim", "comparison", "line"].index)
    reports = {each["id"]: each["text"] for each in lines if each["kind"] == "report"}
    for each in (each for each in lines if each["kind"] == "claim"):
        assert all(reports[each["report"]][quote["start"] : quote["end"]] == quote["words"] for quote in each["content"])


def test_markdown(tmp_path: Path) -> None:
    (path,) = FORMATS["markdown"](made(), tmp_path)
    text = path.read_text(encoding="utf-8")
    page = html.fromstring(MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(text))
    assert not page.xpath("//script | //a | //img")
    assert CALL not in page.text_content()
    assert MARKUP in page.text_content()
    numbers = {word.partition("]")[0] for word in text.split("[^")[1:]}
    assert numbers and all(f"\n[^{number}]: " in text for number in numbers)


def test_page(tmp_path: Path) -> None:
    (path,) = FORMATS["html"](made(), tmp_path)
    page = html.document_fromstring(path.read_text(encoding="utf-8"))
    assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert not page.xpath("//script | //img | //link | //iframe | //@src | //@onclick")
    assert "url(" not in page.xpath("string(//style)")
    targets = page.xpath("//a/@href")
    assert targets and all(each.startswith("#") and page.get_element_by_id(each[1:]) is not None for each in targets)
    assert MARKUP in page.text_content()
    assert not page.xpath("//details[@open]")


def timeline() -> tuple[LineRow, ...]:
    """Two events of one year, and a call that is folded, of days that nobody knows."""
    cited = made().entities[0].cited[:1]
    folded = SOME_CALL
    rows = [("a fire", None, "2031-03-02"), ("a strike", "2031-03-01", "2031-03-02"), (CALL, None, None)]
    return tuple(
        LineRow(
            *(Section.TIMELINE, "Vesk", "event", value, folded if value == CALL else value, first, last, Factuality.CERTAIN),
            *(("the army,",), 1, ("the army",), cited, value == CALL),
        )
        for value, first, last in rows
    )


def test_a_timeline_stands_under_years() -> None:
    first, second = footnoted(replace(made(), lines=timeline())).chapters[0].subjects
    assert (first.name, second.name) == ("2031", "Day not known")
    assert [(each.when, each.shown) for each in first.fields[0].said] == [
        ("not after 2031-03-02", "a fire"),
        ("2031-03-01 to 2031-03-02", "a strike"),
    ]
    assert first.fields[0].said[0].told == "event; says it is certain CT+; by the army; 1 origin"


def test_a_call_is_folded_in_a_report(tmp_path: Path) -> None:
    exported = replace(made(), lines=timeline())
    (path,) = FORMATS["html"](exported, tmp_path)
    page = html.document_fromstring(path.read_text(encoding="utf-8"))
    assert [each.text_content() for each in page.xpath("//details/strong")] == [CALL]
    assert not page.xpath(f"//*[contains(text(), '{CALL}')][not(ancestor::details)]")
    (path,) = FORMATS["markdown"](exported, tmp_path)
    assert CALL not in path.read_text(encoding="utf-8")


def test_words_are_folded_on_the_page() -> None:
    from purport.export.case import Quote
    from purport.export.page import _folded

    quote = Quote(0, 3, "abc", "[call folded; --unfold shows it]")
    shown, details = _folded(quote.words, quote.shown, "q")
    assert (shown.text, details.tag, details[1].text) == ("[call folded]", "details", "abc")
    assert len(list(_folded("abc", "abc", "q"))) == 1


def test_bibtex(tmp_path: Path) -> None:
    (path,) = FORMATS["bibtex"](made(), tmp_path)
    library = bibtexparser.parse_string(path.read_text(encoding="utf-8"))
    assert not library.failed_blocks
    assert [each.key for each in library.entries] == [f"report-{each.id}" for each in made().reports]
    entry = next(each for each in library.entries if each["file"] == "odd.txt")
    assert entry["journal"] == r"{\char64{}Post \& <Sons>\_}"
    assert r"\textbackslash{}input x" in entry["title"]
    assert (entry["date"], entry["year"], entry["month"]) == ("2031-03-11", "2031", "3")


def test_files_stand_in_the_folder_all_or_none(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "files"
    written = write_files(made(), folder, ["csv", "bibtex"])
    assert {path.name for path in folder.iterdir()} == {path.name for path in written}
    (folder / "claims.csv").write_text("mine")
    with pytest.raises(UsageError, match=r"there already: .*; --replace"):
        write_files(made(), folder, ["bibtex"])
    assert (folder / "claims.csv").read_text() == "mine"
    write_files(made(), folder, ["csv"], replace=True)
    assert (folder / "claims.csv").read_text() != "mine"
    with pytest.raises(UsageError, match="a folder expected"):
        write_files(made(), folder / "claims.csv", ["csv"])
