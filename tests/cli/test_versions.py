"""``purport versions``: what became of each claim at one address."""

import json
from collections.abc import Callable

import pytest
from click.testing import Result

Run = Callable[..., Result]
Write = Callable[..., None]

DEAD = "{} people died when the harbour wall gave way"


@pytest.fixture(autouse=True)
def case(purport: Run, write: Write) -> None:
    """A report taken twice, and one that nothing happened to."""
    write(
        **{
            "a.txt": f"Police said that {DEAD.format(27)}. The mayor said that all boats came home.\n\n"
            "The Front urged its followers to set fire to the quay.",
            "b.txt": f"Police said that {DEAD.format(31)}. The coastguard said that a tug was missing.\n\n"
            "The Front urged its followers to set fire to the docks.\n\nThis article was corrected on Tuesday: 31 people died, not 27.",
            "c.txt": "Officials said that the bridge is open.",
            "m.csv": "path,url,outlet,published,retrieved\n"
            "b.txt,https://www.courier.example/wall/?utm_source=feed,The Courier,2031-03-04,2031-03-06\n"
            "a.txt,https://courier.example/wall,The Courier,2031-03-04,2031-03-04\n"
            "c.txt,https://courier.example/bridge,The Courier,2031-03-04,2031-03-04\n",
        }
    )
    assert purport("build", "c.case", "--manifest", "m.csv").exit_code == 0


def test_both_sides_of_each_change(purport: Run) -> None:
    assert purport("versions", "c.case", "--width", "80").stdout.splitlines() == [
        "== courier.example/wall",
        "older: a.txt, out 2031-03-04, taken in 2031-03-04",
        "newer: b.txt, out 2031-03-04, taken in 2031-03-06",
        "correction: This article was corrected on Tuesday: 31 people died, not 27.",
        "[b.txt:166]",
        "altered with notice: a number changed: “27” became “31”",
        "  - 27 people died when the harbour wall gave way [a.txt:17]",
        "  + 31 people died when the harbour wall gave way [b.txt:17]",
        "dropped without notice",
        "  - all boats came home [a.txt:84]",
        "added without notice",
        "  + a tug was missing [b.txt:89]",
        "altered without notice",
        "  - [call folded; --unfold shows it] [a.txt:122]",
        "  + [call folded; --unfold shows it] [b.txt:125]",
        "",
        "1 changed text, 4 changes, 3 without notice",
    ]


def test_words_of_calls_are_shown_when_asked_for(purport: Run) -> None:
    assert "set fire" not in purport("versions", "c.case").stdout
    assert "set fire to the docks" in purport("versions", "c.case", "--unfold").stdout


def test_json_has_both_sides_and_the_notice(purport: Run) -> None:
    (line,) = purport("versions", "c.case", "--json").stdout.splitlines()
    found = json.loads(line)
    assert (found["address"], found["older"]["path"], found["newer"]["path"]) == ("courier.example/wall", "a.txt", "b.txt")
    assert found["is_ordered"]
    (notice,) = found["notices"]
    assert notice["words"].startswith("This article was corrected")
    altered = found["changes"][0]
    assert (altered["kind"], altered["what"]) == ("altered", "a number changed: “27” became “31”")
    assert [altered[side]["content"][0]["words"] for side in ("older", "newer")] == [DEAD.format(27), DEAD.format(31)]
    assert altered["notice"]["words"] == notice["words"]
    assert "set fire" in line


def test_nothing_changed(purport: Run) -> None:
    purport("build", "d.case", "c.txt")
    assert purport("versions", "d.case").stdout == "no changed texts, no changes, none without notice\n"


def test_one_path_with_two_texts(purport: Run, write: Write) -> None:
    for words in ("Officials said that the bridge is open.", "Officials said that the bridge is shut."):
        write(**{"e.txt": words})
        purport("build", "e.case", "e.txt")
    shown = purport("versions", "e.case").stdout
    assert "nothing tells which of them came first" in shown
    assert "“open” became “shut”" in shown or "“shut” became “open”" in shown


def test_no_case(purport: Run) -> None:
    assert purport("versions", "none.case").exit_code == 2
