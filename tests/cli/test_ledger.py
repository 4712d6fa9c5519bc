"""``purport ledger`` and ``purport figures``."""

import json
from collections.abc import Callable

import pytest
from click.testing import Result

import factory
import told
from purport.resolving import resolve
from purport.store import Case
from resolve.held_by import read

Run = Callable[..., Result]


@pytest.fixture
def held(purport: Run) -> Run:
    """A case of a town that troops are told to have retaken on two days, and of a toll that rises."""
    marked = "[Troops|org] *retook* [Vesk|pla] from the [Red Front|org] on {}."
    days = {"a.txt": "<3 June 2030|2030-06-03>", "b.txt": "<4 June 2030|2030-06-04>"}
    reports = [read(marked.format(day), path=path, agent="Troops", patient="Vesk") for path, day in days.items()]
    with Case.open("c.case", create=True) as case:
        case.add_many([(each, factory.original(each.report)) for each in (*reports, *told.strike())], reader="r")
        resolve(case)
    return purport


def test_accounts_of_a_place_that_part_stand_beside_each_other(held: Run) -> None:
    shown = [line.rstrip() for line in held("ledger", "c.case", "--width", "120").stdout.splitlines()]
    assert shown[:8] == [
        "== Vesk",
        "  Red Front, held until",
        "    - 3 June 2030, says it is certain CT+ | 2030-06-03",
        "      1 origin [a.txt:0]",
        "  Troops, held from",
        "    - 3 June 2030, says it is certain CT+ | 2030-06-03 | ACLED: Government regains territory",
        "      1 origin [a.txt:0]",
        "  Red Front, held until",
    ]
    assert shown[-1] == "4 lines"


def test_the_lines_of_one_holder_and_of_none(held: Run) -> None:
    assert len(held("ledger", "c.case", "--of", "Vesk", "--json").stdout.splitlines()) == 4
    assert len(held("ledger", "c.case", "--of", "Red Front", "--json").stdout.splitlines()) == 2
    assert held("ledger", "c.case", "--of", "Nowhere", "--json").stdout == ""


def test_a_line_of_json_keeps_the_contract(held: Run) -> None:
    line = json.loads(held("ledger", "c.case", "--json").stdout.splitlines()[1])
    wanted = {"section": "ledger", "subject": "Vesk", "field": "Troops, held from", "value": "3 June 2030", "origins": 1}
    assert wanted.items() <= line.items()
    assert line["not_before"] == line["not_after"] == "2030-06-03"
    assert [cited["path"] for cited in line["citations"]] == ["a.txt"]


def test_a_toll_in_the_order_in_which_it_was_told(held: Run) -> None:
    found = [json.loads(line) for line in held("figures", "c.case", "--of", "KARST", "--json").stdout.splitlines()]
    assert [each["value"] for each in found] == ["14", "19", "23"]
    assert held("figures", "c.case", "--of", "helicopters", "--json").stdout == ""
    assert "  dead\n    - 14, says it is certain CT+ | 2031-03-02 to 2031-03-06\n" in held("figures", "c.case").stdout
