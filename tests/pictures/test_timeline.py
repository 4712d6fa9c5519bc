"""A timeline has every line, shows doubt and open ends, and nothing that is folded."""

from itertools import pairwise

import pytest

from pictures.drawn import line, shapes, texts
from purport.pictures import svg, timeline
from purport.pictures.look import CROSSED, DARK, HATCHED, MOST_ROWS, PAGE, PALE, STYLES, WHITE
from purport.pictures.timeline import UNDATED
from purport.records import Factuality

BRIDGE = line("the bridge at Orle fell", "2031-03-06", "2031-03-06", by=("the ferryman",), origins=2)
FLOOD = line("the ford was closed", "2031-03-08", "2031-03-12", subject="Tarn")


def test_a_row_has_what_happened_whose_word_it_is_and_when() -> None:
    found = texts(timeline([BRIDGE, FLOOD], "What is told"))
    assert found[0] == "What is told"
    for words in ("the bridge at Orle fell", "by the ferryman · 2 origins", "6 Mar 2031", "Tarn · 1 origin", "8 to 12 Mar 2031"):
        assert words in found


def test_calls_to_violence_are_not_drawn() -> None:
    assert "strike" not in svg(timeline([BRIDGE, line("strike at the gates", "2031-03-07", "2031-03-07", is_folded=True)], "t"))


@pytest.mark.parametrize(
    ("factuality", "fill", "dash"),
    [
        (Factuality.CERTAIN, DARK, None),
        (Factuality.PROBABLE, PALE, None),
        (Factuality.POSSIBLE, HATCHED, "4 2"),
        (Factuality.UNCOMMITTED, WHITE, "2 2"),
        (Factuality.CERTAINLY_NOT, CROSSED, None),
    ],
)
def test_doubt_is_in_the_filling_and_explained(factuality: Factuality, fill: str, dash: str | None) -> None:
    drawn = timeline([line("the bridge fell", "2031-03-06", "2031-03-09", factuality=factuality)], "t")
    row, sample = shapes(drawn, "rect", stroke=DARK)
    assert row["fill"] == sample["fill"] == fill
    assert row.get("stroke-dasharray") == dash
    assert STYLES[factuality].means in texts(drawn)


def test_no_two_degrees_look_alike() -> None:
    assert len({(style.fill, style.dash) for style in STYLES.values()}) == len(Factuality) == len(STYLES)


def test_an_end_that_nobody_tells_fades() -> None:
    drawn = timeline([line("a", "2031-03-06", None), line("b", None, "2031-03-09"), FLOOD], "t")
    faded = [each.get("mask") for each in shapes(drawn, "rect", stroke=DARK)]
    assert faded[:3] == ["url(#fade-right)", "url(#fade-left)", None]
    assert "not told how far" in texts(drawn)


def test_what_lies_far_off_has_an_arrow() -> None:
    near = [line(f"the ford was closed {number} times", f"2031-03-{number:02}", f"2031-03-{number:02}") for number in range(1, 12)]
    assert "beyond the picture" in texts(timeline([line("the bridge was built", "1821-01-01", "1821-12-31"), *near], "t"))
    assert "beyond the picture" not in texts(timeline(near, "t"))


def test_what_nobody_dates_stands_at_the_end() -> None:
    found = texts(timeline([line("the gate was shut"), BRIDGE], "t"))
    assert found.index("the bridge at Orle fell") < found.index(UNDATED) < found.index("the gate was shut")


def test_rows_of_one_subject_whose_days_meet_are_joined() -> None:
    beside = timeline([BRIDGE, line("it was mined", "2031-03-05", "2031-03-07", subject=BRIDGE.subject)], "t")
    apart = timeline([BRIDGE, line("it was mended", "2031-03-08", "2031-03-08", subject=BRIDGE.subject)], "t")
    assert "of one subject, on days that meet" in texts(beside)
    assert "of one subject, on days that meet" not in texts(apart)


def test_words_of_a_report_are_words() -> None:
    drawn = timeline([line('<script>alert("x")</script> & \x1b[2J ]]>', "2031-03-06")], "<b>")
    assert "<script" not in svg(drawn)
    assert any("<script>" in each for each in texts(drawn))


@pytest.mark.parametrize("count", [1, 3, 30, 150, 500])
def test_size_is_bounded(count: int) -> None:
    long = "that nobody had crossed the ford before the water fell " * 9
    drawn = timeline([line(f"{number} {long}", "2031-03-06", "2031-03-09", subject=long, by=(long,)) for number in range(count)], long)
    assert drawn.width == PAGE
    assert drawn.height < 260 + 120 * min(count, MOST_ROWS)
    assert (f"{count - MOST_ROWS} more rows are left out." in texts(drawn)) == (count > MOST_ROWS)


def test_rows_do_not_overlap() -> None:
    drawn = timeline([line(f"{number} " + "that nobody crossed the ford " * (number % 7), "2031-03-06") for number in range(40)], "t")
    feet = [float(each["y"]) for each in shapes(drawn, "text") if each["x"] == "34"]
    assert feet == sorted(feet)
    assert all(below - above >= 12 for above, below in pairwise(feet))


def test_the_same_lines_give_the_same_picture() -> None:
    assert svg(timeline([BRIDGE, FLOOD], "t")) == svg(timeline([BRIDGE, FLOOD], "t"))


def test_nothing_is_fetched() -> None:
    drawn = svg(timeline([BRIDGE, FLOOD], "t"))
    assert "http" not in drawn.replace("http://www.w3.org/2000/svg", "")


def test_no_lines_are_an_empty_picture() -> None:
    assert texts(timeline([], "t"))[0] == "t"
