"""``purport date`` from the command line; the reader of these tests finds no time expressions, so bounds and tables are looked at."""

from __future__ import annotations

import json
from collections.abc import Callable

from cli.conftest import Run

UNDATED = "The council said the bridge had fallen. Nobody was hurt, and the road stays shut for now."
DATED = "By Ada Brisk\nMarch 4, 2031\n\n" + UNDATED


def test_a_report_that_says_nothing_of_time_cannot_be_dated(purport: Run, write: Callable[..., None]) -> None:
    write(**{"a.txt": UNDATED})
    result = purport("date", "a.txt")
    assert (result.exit_code, result.stdout) == (0, "a.txt: cannot be dated\n")


def test_a_printed_date_is_kept(purport: Run, write: Callable[..., None]) -> None:
    write(**{"a.txt": DATED})
    assert purport("date", "--between", "2019-01..2019-02", "a.txt").stdout.startswith("a.txt: 2031-03-04, printed\n")


def test_bounds_alone_date_nothing(purport: Run, write: Callable[..., None]) -> None:
    write(**{"a.txt": UNDATED})
    result = purport("date", "--between", "2031-01..2031-06", "a.txt")
    assert result.stdout.splitlines()[0] == "a.txt: cannot be dated: 2031-01-01 to 2031-06-30"
    line = json.loads(purport("date", "--json", "a.txt").stdout)
    assert (line["path"], line["dated"], line["published"]["basis"], line["reasons"]) == ("a.txt", False, "unknown", [])


def test_a_table_of_events(purport: Run, write: Callable[..., None]) -> None:
    write(**{"a.txt": UNDATED, "events.csv": "event,not_before,not_after\nThe bridge,2031-02-03,2031-02-04\nno such thing,2035,2035\n"})
    result = purport("date", "--dates", "events.csv", "--between", "..2031-03-01", "a.txt")
    assert result.stdout.splitlines() == [
        "a.txt: 2031-02-03 to 2031-03-01, inferred",
        "  1. given: not after 1 March 2031; left: not after 1 March 2031",
        "  2. “the bridge” is told of: 3 February 2031 to 4 February 2031 in the table; left: 3 February 2031 to 1 March 2031 [17]",
    ]


def test_the_undated_reports_of_a_case(purport: Run, write: Callable[..., None]) -> None:
    write(**{"a.txt": UNDATED, "b.txt": DATED})
    assert purport("build", "my.case", "a.txt", "b.txt").exit_code == 0
    assert purport("date", "my.case").stdout == "a.txt: cannot be dated\n"


def test_what_is_wrong_is_said(purport: Run, write: Callable[..., None]) -> None:
    write(**{"a.txt": UNDATED, "bad.csv": "event,when\nx,2031\n", "worse.csv": "event,not_before,not_after\nx,2031-02-30,\n"})
    for arguments, said in (
        (("--between", "2031", "a.txt"), "two days expected"),
        (("--between", "2031-06-31..2031-07-01", "a.txt"), "2031-06-31"),
        (("--dates", "bad.csv", "a.txt"), "line 1: the columns event, not_before, not_after expected"),
        (("--dates", "worse.csv", "a.txt"), "line 2"),
        (("--dates", "none.csv", "a.txt"), "cannot be read"),
    ):
        result = purport("date", *arguments)
        assert (result.exit_code, said in result.stderr) == (2, True), result.stderr
    result = purport("date", "gone.txt", "a.txt")
    assert (result.exit_code, result.stdout) == (1, "a.txt: cannot be dated\n")
