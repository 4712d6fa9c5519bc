import json
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from rich.console import Console

from cli.fake_reader import FakeReader
from purport.adding.build import Build
from purport.cli.failures import Failures
from purport.errors import StoreError
from purport.store import Case

Run = Callable[..., Result]
Write = Callable[..., None]
OPEN = "Officials said that the bridge at Karst is open."
SHUT = "Residents denied that the bridge at Karst is open."


def claims(purport: Run) -> list[dict[str, object]]:
    return [json.loads(line) for line in purport("claims", "c.case", "--json").stdout.splitlines()]


def test_what_is_new_is_added_and_what_is_there_is_left(purport: Run, write: Write) -> None:
    write(**{"in/a.txt": OPEN, "in/b.txt": SHUT})
    first = purport("build", "c.case", "in")
    assert first.stdout == "read 2, already there 0, failed 0; claims found 2; the case holds 2 reports and 2 claims\n"
    assert (first.exit_code, first.stderr) == (0, "")
    before = claims(purport)
    write(**{"in/c.txt": OPEN})
    second = purport("build", "c.case", "in")
    assert second.stdout == "read 1, already there 2, failed 0; claims found 1; the case holds 3 reports and 3 claims\n"
    assert claims(purport)[:2] == before


def test_a_report_in_the_case_is_not_read_again(purport: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write(**{"a.txt": OPEN})
    purport("build", "c.case", "a.txt")
    monkeypatch.setattr("purport.adding.reading.parse_document", lambda *_: pytest.fail("was read again"))
    assert purport("build", "c.case", "a.txt").stdout.startswith("read 0, already there 1, failed 0")


def test_a_report_is_read_again_when_something_else_is_said_of_it(purport: Run, write: Write) -> None:
    write(**{"a.txt": OPEN, "m.csv": "path,published\na.txt,2031-03-06\n"})
    purport("build", "c.case", "a.txt")
    assert claims(purport)[0]["not_before"] is None
    result = purport("build", "c.case", "--manifest", "m.csv")
    assert result.stdout == "read 1, already there 0, failed 0; claims found 1; the case holds 1 report and 1 claim\n"
    assert claims(purport)[0]["not_before"] == "2031-03-06"
    assert purport("build", "c.case", "--manifest", "m.csv").stdout.startswith("read 0, already there 1")


def test_failures_are_named_noted_and_cleared_once_mended(purport: Run, write: Write) -> None:
    write(**{"a.txt": OPEN, "b.txt": "", "c.txt": "The army denied a BREAKDOWN of talks."})
    result = purport("build", "c.case", "a.txt", "b.txt", "c.txt", "none.txt")
    assert result.exit_code == 1
    assert result.stdout == "read 1, already there 0, failed 3; claims found 1; the case holds 1 report and 1 claim\n"
    assert result.stderr.count("\n") == 3
    with Case.open("c.case") as case:
        assert {failure.path: failure.kind for failure in case.failures()} == {
            "b.txt": "EmptyReport",
            "c.txt": "RuntimeError",
            "none.txt": "UsageError",
        }
    write(**{"b.txt": SHUT})
    purport("build", "c.case", "b.txt")
    with Case.open("c.case") as case:
        assert [failure.path for failure in case.failures()] == ["c.txt", "none.txt"]


def test_a_write_that_fails_says_what_is_kept(purport: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write(**{f"in/{number}.txt": OPEN for number in range(5)})
    add = Case.add

    def full(case: Case, *arguments: object, **options: object) -> bool:
        if len(case.known()) == 3:
            raise StoreError("c.case: the disk is full; what was being written was undone")
        return add(case, *arguments, **options)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(Case, "add", full)
        result = purport("build", "c.case", "in")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "purport: c.case: the disk is full; what was being written was undone\n"
        "purport: reports added and kept: 3; the same command goes on from there\n"
    )
    assert purport("build", "c.case", "in").stdout.startswith("read 2, already there 3, failed 0")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("a.txt", "a.txt"), "a.txt: not a case: no SQLite file"),
        ((".", "a.txt"), ".: a case is one file, this is a folder"),
        (("none/c.case", "a.txt"), "none/c.case: its folder is not there"),
        (("c.case", "none.txt"), "nothing is there: 'none.txt'"),
        (("c.case",), "a PATH or a --manifest expected"),
        ((), "Missing argument 'CASE'"),
    ],
)
def test_wrong_use(purport: Run, write: Write, folder: Path, arguments: tuple[str, ...], sentence: str) -> None:
    write(**{"a.txt": OPEN})
    result = purport("build", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr
    assert not (folder / "c.case").exists()


def test_ctrl_c_waits_for_the_report_being_written(purport: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write(**{f"in/{number}.txt": OPEN for number in range(5)})
    add = Case.add

    def pressed(case: Case, *arguments: object, **options: object) -> bool:
        if len(case.known()) == 2:
            os.kill(os.getpid(), signal.SIGINT)
        return add(case, *arguments, **options)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(Case, "add", pressed)
        result = purport("build", "c.case", "in")
    assert (result.exit_code, result.stdout) == (130, "")
    assert result.stderr == "purport: stopped\npurport: reports added and kept: 3; the same command goes on from there\n"
    with Case.open("c.case") as case:
        assert len(case.known()) == 3
        assert not list(case.verify())
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_what_is_counted_starts_at_nothing(folder: Path) -> None:
    with Case.open("c.case", create=True) as case:
        work = Build(case, FakeReader(), Failures(Console()).add, lambda: None)  # type: ignore[arg-type]
        assert work.summary() == "read 0, already there 0, failed 0; claims found 0; the case holds no reports and no claims"
