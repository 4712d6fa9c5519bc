"""How long somebody had held a place that he lost."""

from dataclasses import replace

import pytest

from purport.resolve.held import Held
from purport.resolve.spells import find_spells
from resolve.held_by import line, read


def spells(marked: str, **given: object) -> list[str]:
    report = read(marked, **given)
    lengths = tuple(replace(each, type="DURATION") if each.value.startswith("P") else each for each in report.timexes)
    return [line(each) for each in find_spells(Held(replace(report, timexes=lengths), {}))]


LOST = "[Rebels|org] *lost* [Vesk|pla] on <3 June 2030|2030-06-03> after <{}|{}>{}."


@pytest.mark.parametrize(
    ("words", "value", "rest", "found"),
    [
        ("two years", "P2Y", "", ["holds Vesk: Rebels, 2027-04-27..2028-12-03, to ..2030-06-03"]),
        ("two weeks", "P2W", "", []),
        ("two years", "P2Y", " of fighting", []),
    ],
)
def test_a_place_was_held_for_so_long_before_it_was_lost(words: str, value: str, rest: str, found: list[str]) -> None:
    assert spells(LOST.format(words, value, rest), agent="Rebels", patient="Vesk") == found


def test_it_was_held_by_him_from_whom_it_was_taken() -> None:
    marked = "[Troops|org] *retook* [Vesk|pla] from the [Red Front|org] on <3 June 2030|2030-06-03> after <two years|P2Y>."
    assert [each.split(",")[0] for each in spells(marked, agent="Troops", patient="Vesk")] == ["holds Vesk: Red Front"]
