"""Lines with their words: what calls for violence is shown nowhere in them unless that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import factory
from purport.dossier import Line, Section
from purport.dossier.lines import Citation
from purport.records import Factuality, SpeechAct
from purport.resolving import resolve
from purport.store import Case
from purport.web import Desk
from purport.web.telling import SOME_CALL, fields, tell_lines, without_calls
from told import Saying, report

TEXT = "Orla Vane said the town had fallen. She called on them to burn down every house in Karst. A house burned."
CALL = "burn down every house in Karst"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    told = report(
        "a.txt",
        TEXT,
        Saying("the town had fallen", "Orla Vane"),
        Saying(CALL, "She", "called on", act=SpeechAct.EXHORTATION),
        day="2031-03-02",
    )
    with Case.open(str(tmp_path / "a.case"), create=True) as case:
        case.add(told, factory.original(told.report), reader="reader 1")
        resolve(case)
        yield Desk.of(case, "a.case")


def told(value: str, words: str | None = None, field: str = "event", **more: object) -> Line:
    start = TEXT.index(words or value)
    given = {"is_folded": False, "by": (), **more}
    at = Citation("a.txt", start, start + len(words or value))
    return Line(Section.TIMELINE, "Karst", field, value, None, None, Factuality.CERTAIN, 1, (at,), **given)  # type: ignore[arg-type]


def test_words_stand_with_their_report(desk: Desk) -> None:
    (line,) = tell_lines(desk, [told("the town had fallen")])
    assert not line.is_folded
    assert [(each.path, each.words) for each in line.cited] == [("a.txt", "the town had fallen")]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        (told(CALL), "[call, folded]"),
        (told(f"called on them to {CALL}"), "called on them to [call, folded]"),
        (told("burn down every house", CALL), SOME_CALL),
        (told("he wants them to burn down every house there", f"to {CALL}"), SOME_CALL),
        (told("anything", "A house burned", is_folded=True), SOME_CALL),
    ],
    ids=["the call", "around it", "part of it", "in other words around", "said to be folded"],
)
def test_a_call_is_folded_wherever_it_stands(desk: Desk, line: Line, value: str) -> None:
    (shown,) = tell_lines(desk, [line])
    assert shown.value == value
    assert shown.is_folded
    assert all(each.is_folded and "burn down" not in each.words for each in shown.cited)
    (whole,) = tell_lines(desk, [line], unfold=True)
    assert whole.value == line.value


def test_few_words_beside_a_call_stay(desk: Desk) -> None:
    (line,) = tell_lines(desk, [told("in March", CALL)])
    assert line.value == "in March"
    assert line.cited[0].is_folded


def test_who_says_it_and_why_it_is_so_show_no_call_either(desk: Desk) -> None:
    (line,) = tell_lines(desk, [told("in March", CALL, by=("who would burn down every house in Karst",), why=f"she said to {CALL}")])
    assert "burn" not in "".join(line.by)
    assert "burn" not in (line.why or "")
    assert line.is_folded


def test_lines_stand_by_their_fields_in_the_order_in_which_these_come(desk: Desk) -> None:
    lines = [told("the town had fallen", field="status"), told("in March", "fallen", field="day"), told("fallen", field="status")]
    found = fields(tell_lines(desk, lines))
    assert [(each.name, [line.value for line in each.lines]) for each in found] == [
        ("status", ["the town had fallen", "fallen"]),
        ("day", ["in March"]),
    ]


def test_pictures_have_no_lines_with_calls(desk: Desk) -> None:
    lines = [told("the town had fallen"), told(CALL), told("A house burned")]
    assert [each.value for each in without_calls(desk, lines, 3)] == ["the town had fallen", "A house burned"]
