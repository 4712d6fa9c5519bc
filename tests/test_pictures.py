"""Pictures show every statement and what is left, and need nothing from elsewhere."""

from datetime import date
from pathlib import Path

import pytest

from purport.errors import UsageError
from purport.pictures import Row, draw_dating, save

ROWS = (
    Row("“November 2030”: written not before that", ((date(2030, 11, 1), date.max),)),
    Row("“last month” and “in February”: one truce", ((date(2031, 3, 1), date(2031, 3, 31)),)),
)
LEFT = Row("written 1 to 31 March 2031", ((date(2031, 3, 1), date(2031, 3, 31)),))


def test_every_statement_stands_beside_its_days(tmp_path: Path) -> None:
    file = tmp_path / "dating.svg"
    save(draw_dating("When radio-undated.txt was written", ROWS, LEFT), file)
    drawn = file.read_text(encoding="utf-8")
    assert all(words in drawn for words in ("radio-undated.txt", "“November 2030”", "one truce", "written 1 to 31 March 2031", "Mar 2031"))
    assert "http" not in drawn.replace("http://www.w3.org/", "")


def test_open_ends_reach_the_edge_and_no_further(tmp_path: Path) -> None:
    first, *_ = (each for each in draw_dating("t", ROWS, LEFT).to_dict()["layer"][0]["data"]["values"])
    assert (first["first"], first["after"]) == ("2031-02-17", "2031-04-13")


def test_what_conflicts_leaves_nothing_and_is_drawn(tmp_path: Path) -> None:
    file = tmp_path / "dating.png"
    save(draw_dating("t", [*ROWS, Row("“in 1990”", ((date(1990, 1, 1), date(1990, 12, 31)),))], Row("these cannot all hold", ())), file)
    assert file.read_bytes().startswith(b"\x89PNG")


def test_no_other_kind_of_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.svg or \.png"):
        save(draw_dating("t", ROWS, LEFT), tmp_path / "dating.gif")
