"""Newswire: stories are read from their marks, and repeats among them counted."""

from __future__ import annotations

from pathlib import Path

import pytest

import copies
from resolve.carried import SURGE

STORY = '<REUTERS TOPICS="NO" NEWID="{}">\n<TEXT>\n<TITLE>{}</TITLE>\n<BODY>{}\n Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n'
TOLM = "Prices of herring doubled at the inland markets &amp; lorries had waited since the night before for what the boats would bring."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    stories = (
        ("1", "WALL FALLS", SURGE),
        ("2", "HERRING DEAR", TOLM),
        ("3", "(CORRECTED) - WALL FALLS", SURGE.replace("spring", "autumn")),
    )
    (tmp_path / "a.sgm").write_text("".join(STORY.format(*story) for story in stories), encoding="latin-1")
    return tmp_path


def test_stories_are_read_without_their_marks(folder: Path) -> None:
    wall, herring, _ = copies.stories(folder)
    assert (wall.report.id, wall.report.title, wall.report.text) == ("1", "WALL FALLS", SURGE.rstrip())
    assert len(wall.sentences) == 3
    assert "markets & lorries" in herring.report.text


def test_a_corrected_story_is_found_with_the_one_it_corrects(folder: Path) -> None:
    made = copies.measure(folder, 10)
    assert (made["stories read"], made["copies"], made["stories"], made["marked"], made["marked found"]) == (3, 1, 2, 1, 1)
