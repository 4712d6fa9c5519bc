"""Pictures are written as SVG and PNG, one below the other where there are several."""

from pathlib import Path

import pytest

from pictures.drawn import line, shapes, texts
from purport.errors import UsageError
from purport.pictures import check, save_sheet, stacked, timeline
from purport.pictures.files import TALLEST

DRAWN = timeline([line("the bridge at Orle fell", "2031-03-06", "2031-03-06")], "First")


def test_svg_and_png(tmp_path: Path) -> None:
    save_sheet(DRAWN, tmp_path / "t.svg")
    save_sheet(DRAWN, tmp_path / "t.PNG")
    assert "the bridge at Orle fell" in (tmp_path / "t.svg").read_text(encoding="utf-8")
    assert (tmp_path / "t.PNG").read_bytes().startswith(b"\x89PNG")


def test_a_tall_picture_is_drawn_less_sharp(tmp_path: Path) -> None:
    tall = timeline(
        [line(f"{number} " + "that nobody crossed the ford " * 6, "2031-03-06", by=("x " * 200,)) for number in range(200)], "t"
    )
    save_sheet(tall, tmp_path / "t.png")
    assert int.from_bytes((tmp_path / "t.png").read_bytes()[20:24]) <= TALLEST


def test_several_stand_one_below_the_other() -> None:
    both = stacked([DRAWN, timeline([], "Second")])
    assert [each for each in texts(both) if each in ("First", "Second")] == ["First", "Second"]
    assert both.height > DRAWN.height
    assert [each["transform"] for each in shapes(both, "g")] == ["translate(0 0)", f"translate(0 {DRAWN.height:.1f})"]


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.svg or \.png"):
        check(tmp_path / "t.gif")
    with pytest.raises(UsageError, match="No such file"):
        save_sheet(DRAWN, tmp_path / "gone" / "t.svg")
