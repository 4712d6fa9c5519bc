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
    write(**REPORTS, **{"d.txt": "Officials said that Orla Vashan is away."})
    assert purport("build", "c.case", "a.txt", "b.txt", "c.txt", "d.txt").exit_code == 0


@pytest.mark.usefixtures("case")
def test_the_listing(purport: Run) -> None:
    (one,) = [json.loads(line) for line in purport("entities", "c.case", "--json").stdout.splitlines()]
    shown = purport("entities", "c.case", "--width", "200").stdout.splitlines()
    assert shown[:4] == [
        f"Orla Vashan (person, 4 reports) {one['id']}",
        "  Orla Vashan: a.txt, d.txt",
        "  Orlah Vashan: b.txt",
        "  Vashan: c.txt",
    ]
    assert sum("“Orla Vashan” and “Orla Vashan” are the same" in line for line in shown) == 1
    assert shown[-1] == "1 entity"
    assert max(map(len, purport("entities", "c.case").stdout.splitlines())) <= 80


@pytest.mark.usefixtures("case")
def test_json(purport: Run) -> None:
    (one,) = [json.loads(line) for line in purport("entities", "c.case", "--json").stdout.splitlines()]
    assert [*one] == ["id", "type", "name", "names", "members", "reasons"]
    assert one["names"][0] == {"words": "Orla Vashan", "paths": ["a.txt", "d.txt"]}
    assert [each["path"] for each in one["members"]] == ["a.txt", "b.txt", "c.txt", "d.txt"]
    assert all(each["times"] >= 1 and each["left"]["path"] != each["right"]["path"] for each in one["reasons"])


@pytest.mark.usefixtures("case")
@pytest.mark.parametrize(("words", "found"), [("ORLAH", 1), ("vash", 1), ("Brandt", 0)])
def test_about(purport: Run, words: str, found: int) -> None:
    assert len(purport("entities", "c.case", "--about", words, "--json").stdout.splitlines()) == found


def test_a_case_without_reports(purport: Run) -> None:
    Case.open("c.case", create=True).close()
    assert purport("entities", "c.case").stdout == "no entities\n"


@pytest.mark.usefixtures("case")
def test_a_case_that_is_compared_is_only_read(purport: Run) -> None:
    """So it can be looked at where it cannot be written."""
    from pathlib import Path

    before = Path("c.case").read_bytes()
    for verb in ("entities", "conflicts", "comparisons"):
        assert purport(verb, "c.case").exit_code == 0
    assert Path("c.case").read_bytes() == before


def test_a_case_of_an_older_schema(purport: Run, write: Write) -> None:
    """Its reports are compared when they are first asked about."""
    import sqlite3
    from contextlib import closing

    write(**REPORTS)
    purport("build", "c.case", "a.txt", "b.txt", "c.txt")
    new = purport("conflicts", "c.case", "--json").stdout
    with closing(sqlite3.connect("c.case")) as connection, connection:
        for table in ("comparison_content", "comparisons"):
            connection.execute(f"DELETE FROM {table}")
        for table in ("fact_keys", "facts", "links", "passages", "entities", "resolved"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("UPDATE meta SET value = '2' WHERE name = 'schema'")
        connection.execute("DELETE FROM meta WHERE name != 'schema'")
    assert purport("conflicts", "c.case", "--json").stdout == new
    assert new
    assert purport("verify", "c.case").exit_code == 0
