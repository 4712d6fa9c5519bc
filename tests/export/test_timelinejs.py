"""The timeline of a case, held against what TimelineJS takes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from exported import cite, exported, line, with_lines
from purport.dossier import Section
from purport.export import timelinejs
from purport.export.case import LineRow
from purport.records import Factuality

DATE = {
    "type": "object",
    "properties": {
        "year": {"type": "integer"},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
        "display_date": {"type": "string"},
    },
    "required": ["year"],
    "additionalProperties": False,
}
TEXT = {
    "type": "object",
    "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
    "additionalProperties": False,
}
SLIDE = {
    "type": "object",
    "properties": {
        "unique_id": {"type": "string", "minLength": 1},
        "start_date": DATE,
        "end_date": DATE,
        "display_date": {"type": "string"},
        "group": {"type": "string"},
        "text": TEXT,
        "autolink": {"type": "boolean"},
    },
    "required": ["start_date", "text"],
    "additionalProperties": False,
}
TIMELINE = {
    "type": "object",
    "properties": {
        "title": {"type": "object", "properties": {"text": TEXT}, "additionalProperties": False},
        "events": {"type": "array", "items": SLIDE},
    },
    "required": ["events"],
    "additionalProperties": False,
}
"""What its documentation says of slides and dates, as far as it is used here."""


def written(folder: Path, *lines: LineRow) -> dict[str, Any]:
    (path,) = timelinejs.write(with_lines(*lines), folder)
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator(TIMELINE).validate(found)
    return found


def strike(**given: Any) -> LineRow:
    return line(Section.TIMELINE, "Karst", "a strike", cite("wire.txt", "the strike on Karst"), **given)


@pytest.mark.parametrize(
    ("days", "start", "end", "shown"),
    [
        (("2031-03-01", "2031-03-01"), 1, None, "2031-03-01"),
        (("2031-03-01", "2031-03-04"), 1, 4, "between 2031-03-01 and 2031-03-04"),
        ((None, "2031-03-04"), 4, None, "not after 2031-03-04"),
        (("2031-03-01", None), 1, None, "not before 2031-03-01"),
    ],
)
def test_what_is_not_known_of_a_day_is_said(
    tmp_path: Path, days: tuple[str | None, str | None], start: int, end: int | None, shown: str
) -> None:
    (event,) = written(tmp_path, strike(days=days))["events"]
    assert event["start_date"] == {"year": 2031, "month": 3, "day": start}
    assert event.get("end_date", {}).get("day") == end
    assert event["display_date"] == shown


def test_what_nobody_is_certain_of_does_not_read_as_if_it_had_happened(tmp_path: Path) -> None:
    days = ("2031-03-01", "2031-03-01")
    sure, possible, denied = written(
        tmp_path,
        strike(days=days),
        strike(days=days, factuality=Factuality.POSSIBLE),
        strike(days=days, factuality=Factuality.CERTAINLY_NOT, by=("the army",)),
    )["events"]
    assert [each["text"]["headline"] for each in (sure, possible, denied)] == [
        "Karst: a strike",
        "[possible] Karst: a strike",
        "[denies] Karst: a strike (according to the army)",
    ]
    assert possible["display_date"] == "2031-03-01; possible PS+"


def test_texts_are_escaped_and_calls_folded(tmp_path: Path) -> None:
    quoted = cite("pages/gate.html", "The gate 🌉 of Tashkent is <shut>")
    marked = line(Section.TIMELINE, "<b>Gate", "burn <it>", quoted, days=("2031-03-09", "2031-03-09"), shown="[a call, folded]")
    (event,) = written(tmp_path, marked)["events"]
    assert (event["group"], event["text"]["headline"]) == ("&lt;b&gt;Gate", "&lt;b&gt;Gate: [a call, folded]")
    assert "Tashkent is &lt;shut&gt;” Gate &amp; Sons, 2031-03-09" in event["text"]["text"]
    assert event["autolink"] is False


def test_lines_without_a_day_are_counted_and_other_sections_left_out(tmp_path: Path) -> None:
    found = written(tmp_path, strike(), line(Section.PERSON, "Orla Vashan", "dead", days=("2031-03-01", None)))
    assert found["events"] == []
    assert found["title"]["text"] == {"headline": exported().title, "text": "<p>1 line without a day left out.</p>"}


def test_whom_a_line_is_of_is_said_once(tmp_path: Path) -> None:
    told = line(Section.TIMELINE, "The Hospital", "the hospital closed", days=("2031-03-09", "2031-03-09"))
    assert written(tmp_path, told)["events"][0]["text"]["headline"] == "the hospital closed"


def test_of_many_quotations_some_are_shown(tmp_path: Path) -> None:
    many = [cite("wire.txt", "the strike on Karst")] * 14
    (event,) = written(tmp_path, line(Section.TIMELINE, "Karst", "a strike", *many, days=("2031-03-01", None)))["events"]
    assert event["text"]["text"].count("“") == timelinejs.MOST_CITED
    assert event["text"]["text"].endswith("<p>2 quotations more</p>")
