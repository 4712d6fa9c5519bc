"""Recordings of several reports: which are one, what they are called, and their lines."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import permutations

import pytest

from dossier.made import tape, told
from purport.dossier.lines import Context, Entry, Line, Placed, Section
from purport.dossier.recordings import tell
from purport.dossier.series import recording_lines
from purport.records import Factuality, Span
from resolve.saying import days


def origins(entries: Sequence[Placed]) -> Collection[str]:
    return {each.path for each in entries}


def heard(
    report: str, released: str, medium: str = "audio", length: str | None = None, whose: str = "Orla Vashan", number: int = 1
) -> list[Placed]:
    """A recording as a report tells of it."""
    entry = Entry(Section.RECORDING, f"{report} {number}", whose, "medium", medium, (Span(number, 9),), Factuality.CERTAIN, days(released))
    entries = [replace(entry, same=medium, whose=whose)]
    entries += [replace(entry, field="duration", value=length, same=length, whose=whose)] if length else []
    return [Placed(f"{report}.txt", report, each) for each in entries]


def lines(*told_of: list[Placed]) -> list[Line]:
    placed = [each for one in told_of for each in one]
    names = {(each.report, each.entry.whose or ""): (each.entry.whose or "", each.entry.whose or "") for each in placed}
    return recording_lines(placed, Context(names, {}, origins))


def subjects(*told_of: list[Placed]) -> list[str]:
    return [each.subject for each in lines(*told_of) if each.field == "medium"]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (heard("a", "2031-03-06"), heard("b", "2031-03-01..2031-03-09"), ["audio, Orla Vashan, 2031-03-06"]),
        (heard("a", "2031-03-06"), heard("b", "2031-03-06", "recording"), ["audio, Orla Vashan, 2031-03-06"]),
        (heard("a", "2031-03-06", length="PT31M"), heard("b", "..2031-03-09", length="PT30M"), ["audio, Orla Vashan, 2031-03-06"]),
        (heard("a", "2031-03-06"), heard("b", "2030-03-06"), ["audio, Orla Vashan, 2030-03-06", "audio, Orla Vashan, 2031-03-06"]),
        (heard("a", "2031-03-06"), heard("b", "2031-03-06", "video"), ["audio, Orla Vashan, 2031-03-06", "video, Orla Vashan, 2031-03-06"]),
        (
            heard("a", "2031-03-06"),
            heard("b", "2031-03-06", whose="Ilo Tolk"),
            ["audio, Orla Vashan, 2031-03-06", "audio, Ilo Tolk, 2031-03-06"],
        ),
        (
            heard("a", "2031-03-06", length="PT31M"),
            heard("b", "2031-03-06", length="PT17M"),
            ["audio, Orla Vashan, 2031-03-06", "audio, Orla Vashan, 2031-03-06"],
        ),
        (heard("a", "2031-03-06"), heard("b", "..2031-03-09"), ["audio, Orla Vashan", "audio, Orla Vashan, 2031-03-06"]),
        (heard("a", "2031-03-06"), heard("a", "2031-03-06", number=2), ["audio, Orla Vashan, 2031-03-06"] * 2),
    ],
)
def test_which_are_one(one: list[Placed], other: list[Placed], found: list[str]) -> None:
    assert sorted(subjects(one, other)) == sorted(found)


def test_what_can_be_one_of_two_stands_alone() -> None:
    last, this = heard("a", "2031-03-02", length="PT30M"), heard("a", "2031-03-06", length="PT31M", number=2)
    assert len(subjects(last, this, heard("b", "2031-03-01..2031-03-09"))) == 3


def test_no_order_of_reports_shows() -> None:
    told_of = [heard("a", "2031-03-06"), heard("b", "2031-03-01..2031-03-09", "recording"), heard("c", "2030-03-06")]
    first, *others = [lines(*order) for order in permutations(told_of)]
    assert all(each == first for each in others)


def case_lines(*paths: str) -> list[Line]:
    placed = [Placed(path, path, each) for path in paths for each in tell(told(tape(path)))]
    names = {(path, f"vashan of {path}"): ("vashan", "Orla Vashan") for path in paths}
    return recording_lines(placed, Context(names, {}, origins))


def test_two_reports_of_one_tape_have_every_line_once() -> None:
    once, twice = case_lines("a.txt"), case_lines("a.txt", "b.txt")
    assert [(each.subject, each.field, each.value) for each in once] == [(each.subject, each.field, each.value) for each in twice]
    assert {each.origins for each in once} == {1}
    assert {each.origins for each in twice} == {2}


def test_the_lines_stand_in_the_order_of_release_and_of_fields() -> None:
    found = case_lines("a.txt")
    assert list(dict.fromkeys(each.subject for each in found)) == ["speech, Orla Vashan, 2030-05", "audio, Orla Vashan, 2031-03-06"]
    own = [each.field for each in found if each.subject.startswith("audio")]
    assert own[:5] == ["medium", "speaker", "released", "channel", "duration"]


def test_what_came_before_is_told_as_the_case_has_it() -> None:
    values = [each.value for each in case_lines("a.txt", "b.txt") if each.field == "earlier in series"]
    assert sorted(values) == ["first message since a speech in May 2030", "speech, 2030-05"]


def test_hedges_stand_together_under_one_name() -> None:
    (line,) = [each for each in case_lines("a.txt", "b.txt") if each.field == "speaker"]
    assert (line.value, str(line.factuality)) == ("Orla Vashan, “said to be from”", "Uu")
