"""Who takes, loses or leaves places that have no name."""

import pytest

from purport.resolve.held import Held
from purport.resolve.tallied import find_tallies
from resolve.held_by import line, read


def tallies(marked: str, **given: object) -> list[str]:
    return [line(each) for each in find_tallies(Held(read(marked, **given), {}))]


def test_a_group_is_taken_and_those_of_it_that_are_named() -> None:
    marked = "[Troops|org] *retook* [a string of towns|oth] in [Sorvia|pla], including [Vesk|pla], in <May 2030|2030-05>."
    assert tallies(marked, agent="Troops", patient="a string of towns") == [
        "takes string of towns in Sorvia: Troops, 2030-05-01..2030-05-31",
        "takes Vesk: Troops, 2030-05-01..2030-05-31",
    ]


def test_of_towns_like_one_only_that_is_told() -> None:
    marked = "[Troops|org] *retook* [towns|pla] like [Vesk|pla]."
    assert tallies(marked, agent="Troops", patient="towns") == ["takes Vesk: Troops, ..2031-03-10"]


def test_a_group_is_lost_and_abandoned() -> None:
    lost = "[Rebels|org] *lost* [a string of towns|oth] in [Sorvia|pla]."
    assert tallies(lost, agent="Rebels", patient="a string of towns") == ["loses string of towns in Sorvia: Rebels, to ..2031-03-10"]
    left = "[Several villages|pla] near [Vesk|pla] were *abandoned*."
    assert tallies(left, patient="Several villages") == ["leaves Several villages near Vesk, to ..2031-03-10"]


@pytest.mark.parametrize(
    "marked",
    [
        "[Tannick Group|org] *seized* [several towns|pla] in [Sorvia|pla].",
        "[Troops|org] plan to *seize* [several towns|pla] in [Sorvia|pla].",
    ],
)
def test_firms_and_plans_take_no_group(marked: str) -> None:
    agent = "Troops" if "Troops" in marked else "Tannick Group"
    assert tallies(marked, agent=agent, patient="several towns") == []
