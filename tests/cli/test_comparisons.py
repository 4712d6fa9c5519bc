import json
from collections.abc import Callable

import pytest
from click.testing import Result

from cli.bridge import REPORTS
from purport.store import Case

Run = Callable[..., Result]
Write = Callable[..., None]


@pytest.fixture
def case(purport: Run, write: Write) -> None:
    write(**REPORTS, **{"d.txt": REPORTS["b.txt"]})
    assert purport("build", "c.case", "a.txt", "b.txt", "c.txt", "d.txt").exit_code == 0


def lines(purport: Run, *options: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in purport("comparisons", "c.case", "--json", *options).stdout.splitlines()]


@pytest.mark.usefixtures("case")
def test_the_contract(purport: Run) -> None:
    every = lines(purport)
    assert all([*each] == ["id", "relation", "type", "condition", "score", "why", "left", "right", "judged"] for each in every)
    (copy,) = [each for each in every if each["relation"] == "agrees"]
    assert (copy["type"], copy["score"], copy["why"]) == ("copy", 1.0, "nearly the same words: The army; The army")
    left = copy["left"]
    assert isinstance(left, dict)
    assert (left["path"], left["content"]) == ("b.txt", [{"start": 19, "end": 77}])


@pytest.mark.usefixtures("case")
def test_the_listing(purport: Run) -> None:
    shown = purport("comparisons", "c.case", "--relation", "agrees").stdout
    (copy,) = lines(purport, "--relation", "agrees")
    assert shown == (
        f"agrees (copy) {copy['id']}\n"
        "  nearly the same words: The army; The army\n"
        "  - Orlah Vashan closed the northern bridge at Karst on Monday [b.txt:19]\n"
        "  + Orlah Vashan closed the northern bridge at Karst on Monday [d.txt:19]\n\n"
        "1 comparison\n"
    )


@pytest.mark.usefixtures("case")
def test_one_relation(purport: Run) -> None:
    assert {each["relation"] for each in lines(purport, "--relation", "contradicts")} == {"contradicts"}
    assert lines(purport, "--relation", "same_series") == []
    assert "'alike' is not one of" in purport("comparisons", "c.case", "--relation", "alike").stderr


@pytest.mark.usefixtures("case")
def test_what_is_rejected_stands_last_and_is_marked(purport: Run) -> None:
    first = lines(purport)[0]
    purport("judge", "c.case", str(first["id"]), "--decision", "reject", "--author", "A. Brisk", "--note", "two bridges")
    last = lines(purport)[-1]
    judged = last["judged"]
    assert isinstance(judged, dict)
    assert (last["id"], judged["decision"], judged["author"], judged["note"]) == (first["id"], "reject", "A. Brisk", "two bridges")
    assert "  rejected by A. Brisk: two bridges\n" in purport("comparisons", "c.case").stdout


def test_a_case_without_reports(purport: Run) -> None:
    Case.open("c.case", create=True).close()
    assert purport("comparisons", "c.case").stdout == "no comparisons\n"
