"""What it tells of the day of writing that another report dates a recording."""

from __future__ import annotations

import pytest

from extract.parsed import grow_of, text_of, witnesses_of
from purport.extract import Heard
from purport.extract.heard import heard
from purport.records import Interval, Report
from purport.time.dating import told
from purport.time.solving import Force

TAPE = "A/DT/2/det tape/NN/3/nsubj surfaced/VBD/0/root/<surface on/IN/5/case Thursday/NNP/3/obl/@DATE"
PUT_OUT = (
    "We/PRP/2/nsubj heard/VBD/0/root a/DT/4/det tape/NN/2/obj put/VBN/4/acl out/RP/5/compound:prt on/IN/8/case Thursday/NNP/5/obl/@DATE"
)
AGO = "A/DT/2/det tape/NN/3/nsubj surfaced/VBD/0/root/<surface two/CD/5/nummod/@DATE days/NNS/3/obl:unmarked/@DATE ago/RB/5/advmod/@DATE"
OTHER = "A/DT/2/det tape/NN/3/nsubj praised/VBD/0/root what/WP/5/nsubj surfaced/VBD/3/ccomp/<surface on/IN/7/case Thursday/NNP/5/obl/@DATE"


def said(notation: str, first: str, last: str | None = None) -> list[tuple[str, Force]]:
    text = text_of(notation)
    at = text.index("tape")
    known = Heard("r", at, at + 4, Interval(first, last or first), "b.txt")
    report = Report("r", "a.txt", "0" * 64, text)
    return [(told(each.days), each.force) for each in heard(report, witnesses_of(notation), grow_of(notation), (known,))]


@pytest.mark.parametrize("notation", [TAPE, PUT_OUT])
def test_the_weekday_on_which_it_came_out(notation: str) -> None:
    week = ("6 March 2031 to 12 March 2031", Force.HABIT)
    assert said(notation, "2031-03-06") == [("not before 6 March 2031", Force.QUOTED), week]
    assert said(notation, "2031-03-05", "2031-03-07") == [("not before 5 March 2031", Force.QUOTED), week]


def test_another_weekday_is_another_recording() -> None:
    assert said(TAPE, "2031-03-07") == []


def test_how_long_ago_it_came_out() -> None:
    found = said(AGO, "2031-03-06")
    assert [force for _, force in found] == [Force.QUOTED, Force.QUOTED]
    assert found[1][0] == "7 March 2031 to 9 March 2031"


def test_a_time_of_something_else_tells_nothing_of_it() -> None:
    assert said(OTHER, "2031-03-07") == [("not before 7 March 2031", Force.QUOTED)]


def test_other_reports_recordings_tell_nothing() -> None:
    known = Heard("another", 2, 6, Interval("2031-03-06", "2031-03-06"), "b.txt")
    report = Report("r", "a.txt", "0" * 64, text_of(TAPE))
    assert list(heard(report, witnesses_of(TAPE), grow_of(TAPE), (known,))) == []
