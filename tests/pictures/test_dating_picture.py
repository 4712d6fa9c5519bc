"""Pictures show every statement and what is left, and need nothing from elsewhere."""

from datetime import date
from pathlib import Path

from pictures.drawn import shapes, texts
from purport.pictures import Picture, Row, dating, save_sheet, stacked, svg
from purport.pictures.look import DARK, PALE
from purport.time.days import EVER, Days, between

MARCH = between(date(2031, 3, 1), date(2031, 3, 31))
ROWS = (
    Row("“November 2030”: written not before that", between(date(2030, 11, 1))),
    Row("“last month” and “in February”: one truce", MARCH),
)
PICTURE = Picture("radio-undated.txt: when it was written", ROWS, Row("left: 1 to 31 March 2031", MARCH))
STATED, LEFT = {"fill": PALE, "height": "10"}, {"fill": DARK, "height": "20"}
AXIS = (344.0, 746.0)
"""Where the axis begins and ends."""


def ends(picture: Picture, look: dict[str, str]) -> list[tuple[float, float]]:
    return [(float(bar["x"]), float(bar["x"]) + float(bar["width"])) for bar in shapes(dating(picture), "rect", **look)]


def test_every_statement_stands_beside_its_days() -> None:
    shown = texts(dating(PICTURE))
    assert shown[0] == "radio-undated.txt: when it was written"
    assert [each for each in shown if each[:2] in ("1.", "2.") or each.startswith("left")] == [
        "1. “November 2030”: written not before that",
        "2. “last month” and “in February”: one truce",
        "left: 1 to 31 March 2031",
    ]
    assert [each for each in shown if each in ("not before 1 Nov 2030", "Mar 2031", "10 Mar 2031")] == ["10 Mar 2031"] * 2 + [
        "not before 1 Nov 2030",
        "Mar 2031",
    ]
    assert "http" not in svg(dating(PICTURE)).replace("http://www.w3.org/", "")


def test_several_reports_stand_one_below_the_other(tmp_path: Path) -> None:
    other = dating(Picture("b.txt: when it was written", (), Row("left: any day", EVER)))
    shown = texts(stacked([dating(PICTURE), other]))
    assert shown.index("left: 1 to 31 March 2031") < shown.index("b.txt: when it was written") < shown.index("left: any day")


def test_open_ends_reach_the_edge_and_no_further() -> None:
    bars, left = ends(PICTURE, STATED), ends(PICTURE, LEFT)
    assert bars[0] == AXIS
    assert bars[1] == left[0]
    assert AXIS[0] < left[0][0] < left[0][1] < AXIS[1]
    assert "beyond the picture" in texts(dating(PICTURE))


def test_the_edges_of_what_is_left_are_drawn_through() -> None:
    edges = shapes(dating(PICTURE), "line", **{"stroke-dasharray": "4 3"})
    assert [float(each["x1"]) for each in edges] == list(ends(PICTURE, LEFT)[0])


def test_a_statement_not_much_longer_than_what_is_left_is_shown_whole() -> None:
    winter = Picture("t", (Row("“the winter”", between(date(2030, 12, 1), date(2031, 4, 30))),), PICTURE.left)
    ((begin, end),) = ends(winter, STATED)[:1]
    assert AXIS[0] < begin < end < AXIS[1]
    assert "beyond the picture" not in texts(dating(winter))


def test_two_statements_in_the_same_words_are_two_rows() -> None:
    shown = texts(dating(Picture("t", (ROWS[1], ROWS[1]), PICTURE.left)))
    assert [each[:2] for each in shown if "one truce" in each] == ["1.", "2."]


def test_days_of_many_years_are_told_as_far_as_they_are_shown() -> None:
    marches = Days(tuple(stretch for year in (2029, 2030, 2031) for stretch in between(date(year, 3, 1), date(year, 3, 31)).stretches))
    shown = texts(dating(Picture("t", (Row("“in March”", marches),), PICTURE.left)))
    assert "Mar 2031 or others" in shown


def test_days_too_near_each_other_to_be_told_apart_are_one_bar() -> None:
    first = date(2000, 1, 6).toordinal()
    thursdays = Days(tuple((day, day) for day in range(first, first + 7 * 5000, 7)))
    assert len(ends(Picture("t", (), Row("left: a Thursday", thursdays)), LEFT)) == 1


def test_what_conflicts_leaves_nothing_and_is_drawn(tmp_path: Path) -> None:
    rows = (*ROWS, Row("“in 1990”", between(date(1990, 1, 1), date(1990, 12, 31))))
    drawn = Picture("t", rows, Row("they cannot all hold", Days()))
    assert len(ends(drawn, STATED)) == 3 + 1  # and what it means
    assert ends(drawn, LEFT) == []
    assert "what all leave together" not in texts(dating(drawn))
    save_sheet(dating(drawn), tmp_path / "dating.png")
    assert (tmp_path / "dating.png").read_bytes().startswith(b"\x89PNG")


def test_the_ends_of_the_calendar_are_drawn() -> None:
    last = between(date(9999, 12, 1), date(9999, 12, 31))
    first = between(date(1, 1, 1), date(1, 1, 3))
    for days in (last, first):
        assert len(ends(Picture("t", (Row("“then”", days),), Row("left", days)), LEFT)) == 1
