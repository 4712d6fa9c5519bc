"""``purport picture`` draws a case, and says what it cannot draw."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

OPENED = "engineers opened the flood gates at Karst during the night"


@pytest.fixture(autouse=True)
def case(purport: Run, write: Callable[..., None]) -> None:
    """A case of two reports: a claim with its denial, and who leaves it open."""
    write(
        **{
            "a.txt": f"Officials said that {OPENED}. Mayor Brandt denied that {OPENED}.",
            "b.txt": f"The coastguard could not confirm that {OPENED}.",
            "m.csv": "path,outlet,published\na.txt,The Courier,2031-03-06\nb.txt,The Herald,2031-03-07\n",
        }
    )
    assert purport("build", "c.case", "--manifest", "m.csv").exit_code == 0


def test_the_answers_to_a_question(purport: Run, folder: Path) -> None:
    done = purport("picture", "c.case", "question", "--of", "flood", "--to", "q.svg")
    assert (done.exit_code, done.stderr) == (0, "purport: q.svg is written\n")
    drawn = (folder / "q.svg").read_text(encoding="utf-8")
    for words in ("Is it so", "1. yes", "2. no", "Mayor Brandt", "The Courier", "contradicts"):
        assert words in drawn


def test_who_cites_whom(purport: Run, folder: Path) -> None:
    assert purport("picture", "c.case", "sources", "--to", "s.png").exit_code == 0
    assert (folder / "s.png").read_bytes().startswith(b"\x89PNG")
    assert purport("picture", "c.case", "sources", "--of", "coastguard", "--to", "s.svg").exit_code == 0
    drawn = (folder / "s.svg").read_text(encoding="utf-8")
    assert "The Herald" in drawn
    assert "The Courier" not in drawn


@pytest.mark.parametrize("kind", ["timeline", "ledger", "question", "sources"])
def test_nothing_to_draw_is_said(purport: Run, folder: Path, kind: str) -> None:
    done = purport("picture", "c.case", kind, "--of", "Nobody At All", "--to", "t.svg")
    assert done.exit_code == 2
    assert done.stderr == "purport: nothing to draw: the case tells nothing of 'Nobody At All' here\n"
    assert not (folder / "t.svg").exists()


def test_a_file_that_is_no_picture_is_refused(purport: Run) -> None:
    done = purport("picture", "c.case", "timeline", "--to", "t.gif")
    assert done.exit_code == 2
    assert "a picture is written as .svg or .png" in done.stderr
