import json
from collections.abc import Callable

import pytest
from click.testing import Result

import factory
from purport.resolving import resolve
from purport.store import Case
from resolve.happen import strikes

Run = Callable[..., Result]


@pytest.fixture
def strike_case(purport: Run) -> Run:
    """A case of four reports of a strike, and one of another."""
    with Case.open("c.case", create=True) as case:
        case.add_many([(each, factory.original(each.report)) for each in strikes().values()], reader="r")
        resolve(case)
    return purport


def test_the_listing(strike_case: Run) -> None:
    shown = strike_case("timeline", "c.case").stdout
    assert "== 2031-03-02\n" in shown
    assert "with Orla Vashan, Northern Guard; at Karst" in shown
    assert shown.index("== 2031-03-02\n") < shown.index("== 2031-06-01 to 2031-06-30")
    assert max(map(len, shown.splitlines())) <= 80


def test_what_happened_once_is_one_line(strike_case: Run) -> None:
    found = [json.loads(line) for line in strike_case("timeline", "c.case", "--json", "--to", "2031-05").stdout.splitlines()]
    strike = next(each for each in found if each["not_before"] == "2031-03-02")
    assert {each["path"] for each in strike["citations"]} >= {"wire.txt", "radio.txt", "brief.txt"}


def test_days_names_and_reports_are_chosen(strike_case: Run) -> None:
    later = strike_case("timeline", "c.case", "--from", "2031-06", "--json").stdout.splitlines()
    assert [json.loads(line)["citations"][0]["path"] for line in later] == ["post.txt"]
    assert not strike_case("timeline", "c.case", "--of", "Nobody Known", "--json").stdout
    fields = {json.loads(line)["field"] for line in strike_case("timeline", "c.case", "--reports", "--json").stdout.splitlines()}
    assert fields == {"event", "report"}


@pytest.mark.parametrize("day", ["soon", "2031-03..2031-04"])
def test_a_date_that_is_none_is_wrong_use(strike_case: Run, day: str) -> None:
    assert strike_case("timeline", "c.case", "--from", day).exit_code == 2


def test_the_coverage_of_a_case(strike_case: Run) -> None:
    result = strike_case("coverage", "c.case")
    assert result.exit_code == 0
    assert result.stdout.endswith("lines\n")
