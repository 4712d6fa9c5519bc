import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import Result

from cli.bridge import REPORTS

Run = Callable[..., Result]
Write = Callable[..., None]


@pytest.fixture(autouse=True)
def case(purport: Run, write: Write) -> None:
    """A case of one report."""
    write(**{"a.txt": "Officials said that the bridge at Karst is open."})
    purport("build", "c.case", "a.txt")


def spoil(statement: str) -> None:
    with closing(sqlite3.connect("c.case")) as connection:
        connection.execute(statement)
        connection.commit()


def test_a_whole_case(purport: Run) -> None:
    result = purport("verify", "c.case")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "checked: reports 1, digests of originals 1, records with their spans 2; no faults\n"


def test_changed_bytes_are_a_fault(purport: Run) -> None:
    spoil("UPDATE originals SET bytes = x'00'")
    result = purport("verify", "c.case")
    assert result.exit_code == 1
    assert result.stdout.startswith("a.txt: originals bytes: digest: expected ")
    assert result.stdout.endswith("; 1 fault\n")


def test_changed_words_are_a_fault_and_are_shown_safely(purport: Run) -> None:
    spoil("UPDATE attributions SET source_words = 'Nobody' || char(27) || '[31m'")
    lines = purport("verify", "c.case").stdout.splitlines()
    assert "Nobody" in lines[0]
    assert not any("\x1b" in line for line in lines)


def test_json_has_a_fault_a_line_and_the_rest_on_stderr(purport: Run) -> None:
    spoil("UPDATE attributions SET cue_words = 'denied'")
    result = purport("verify", "c.case", "--json")
    (fault,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert (fault["what"], fault["expected"], fault["found"], fault["path"]) == ("words", "said", "denied", "a.txt")
    assert result.stderr.endswith("; 1 fault\n")
    assert result.exit_code == 1


def test_what_is_derived_is_made_anew_where_that_is_asked_for(purport: Run, write: Write) -> None:
    write(**REPORTS)
    purport("build", "c.case", "a.txt", "b.txt", "c.txt")
    assert (result := purport("verify", "c.case", "--derived")).exit_code == 0, result.stdout
    spoil("UPDATE comparisons SET why = 'so'")
    assert purport("verify", "c.case").exit_code == 0
    result = purport("verify", "c.case", "--derived")
    assert result.exit_code == 1
    assert "why: derived: expected " in result.stdout
    spoil("DELETE FROM resolved")
    refused = purport("verify", "c.case", "--derived")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "compare the reports first" in refused.stderr
    purport("comparisons", "c.case")
    spoil("UPDATE attributions SET cue_words = 'denied'")
    assert "what is derived was not checked" in purport("verify", "c.case", "--derived").stderr


def test_what_is_no_case(purport: Run, folder: Path) -> None:
    assert purport("verify", "a.txt").exit_code == 2
    assert purport("verify", "none.case").exit_code == 2
    (folder / "c.case").write_bytes((folder / "c.case").read_bytes()[:9000])
    damaged = purport("verify", "c.case")
    assert damaged.exit_code in {1, 2}
    assert "damaged" in damaged.output or "malformed" in damaged.output
