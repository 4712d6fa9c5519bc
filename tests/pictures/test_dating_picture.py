"""Pictures show every statement and what is left, and need nothing from elsewhere."""

from datetime import date
from pathlib import Path

import pytest

from purport.errors import UsageError
from purport.pictures.dating import Picture, Row, check, draw, save
from purport.time.days import EVER, Days, between

MARCH = between(date(2031, 3, 1), date(2031, 3, 31))
ROWS = (
    Row("“November 2030”: written not before that", between(date(2030, 11, 1))),
    Row("“last month” and “in February”: one truce", MARCH),
)
PICTURE = Picture("radio-undated.txt: when it was written", ROWS, Row("left: 1 to 31 March 2031", MARCH))


def test_every_statement_stands_beside_its_days(tmp_path: Path) -> None:
    file = tmp_path / "dating.svg"
    save([PICTURE], file)
    shown = file.read_text(encoding="utf-8")
    assert all(words in shown for words in ("radio-undated.txt", "1. “November 2030”", "one truce", "left: 1 to 31 March 2031", "Mar 2031"))
    assert "http" not in shown.replace("http://www.w3.org/", "")


def test_several_reports_stand_one_below_the_other(tmp_path: Path) -> None:
    file = tmp_path / "dating.svg"
    save([PICTURE, Picture("b.txt: when it was written", (), Row("left: any day", EVER))], file)
    shown = file.read_text(encoding="utf-8")
    assert "radio-undated.txt" in shown
    assert "left: any day" in shown


def test_open_ends_reach_the_edge_and_no_further() -> None:
    bars, _, ends = draw(PICTURE).to_dict()["layer"]
    assert [(each["first"], each["after"]) for each in bars["data"]["values"]] == [
        ("2031-02-17", "2031-04-13"),
        ("2031-03-01", "2031-04-01"),
        ("2031-03-01", "2031-04-01"),
    ]
    assert [(each["label"][:2], each["day"], each["way"]) for each in ends["data"]["values"]] == [
        ("1.", "2031-02-17", "left"),
        ("1.", "2031-04-13", "right"),
    ]


def test_a_statement_not_much_longer_than_what_is_left_is_shown_whole() -> None:
    winter = Row("“the winter”", between(date(2030, 12, 1), date(2031, 4, 30)))
    bars, _, ends = draw(Picture("t", (winter,), PICTURE.left)).to_dict()["layer"]
    assert (bars["data"]["values"][0]["first"], bars["data"]["values"][0]["after"]) == ("2030-12-01", "2031-05-01")
    assert ends["data"]["values"] == []


def test_two_statements_in_the_same_words_are_two_rows() -> None:
    values = draw(Picture("t", (ROWS[1], ROWS[1]), PICTURE.left)).to_dict()["layer"][0]["data"]["values"]
    assert len({each["label"] for each in values}) == 3


def test_what_conflicts_leaves_nothing_and_is_drawn(tmp_path: Path) -> None:
    file = tmp_path / "dating.png"
    rows = (*ROWS, Row("“in 1990”", between(date(1990, 1, 1), date(1990, 12, 31))))
    save([Picture("t", rows, Row("they cannot all hold", Days()))], file)
    assert file.read_bytes().startswith(b"\x89PNG")


def test_the_ends_of_the_calendar_are_drawn(tmp_path: Path) -> None:
    last = between(date(9999, 12, 1), date(9999, 12, 31))
    save([Picture("t", (Row("“December 9999”", last),), Row("left", last))], tmp_path / "last.svg")
    first = between(date(1, 1, 1), date(1, 1, 3))
    save([Picture("t", (Row("“January 1”", first),), Row("left", first))], tmp_path / "first.svg")


def test_what_cannot_be_drawn_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.svg or \.png"):
        check(tmp_path / "dating.gif")
    with pytest.raises(UsageError, match="nothing to draw"):
        save([], tmp_path / "dating.svg")
    with pytest.raises(UsageError, match="No such file"):
        save([PICTURE], tmp_path / "gone" / "dating.svg")
