"""Who is told only to be somewhere."""

import pytest

from purport.resolve.held import Held
from purport.resolve.present import find_present
from resolve.held_by import line, read


def present(marked: str, *, is_war: bool = True, **given: object) -> list[str]:
    return [line(each) for each in find_present(Held(read(marked, **given), {}), is_war=is_war)]


GATHERED = "[Rebels|org] *gathered* at [Vesk|pla] on <3 June 2030|2030-06-03>."
PATROL = "[Police|org] *patrolled* at [Vesk|pla] on <3 June 2030|2030-06-03>."


@pytest.mark.parametrize(
    ("marked", "agent", "is_war", "found"),
    [
        (GATHERED, "Rebels", False, ["stays Vesk: Rebels, 2030-06-03, to 2030-06-03"]),
        (PATROL, "Police", True, ["stays Vesk: Police, 2030-06-03, to 2030-06-03"]),
        (PATROL, "Police", False, []),
        ("[Rebels|org] plan to *gather* at [Vesk|pla].", "Rebels", True, []),
        ("[The bakers|org] *gathered* at [Vesk|pla].", "The bakers", True, []),
    ],
)
def test_those_who_fight_are_where_they_gather(marked: str, agent: str, is_war: bool, found: list[str]) -> None:
    assert present(marked, is_war=is_war, agent=agent) == found


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("Ada Brandt is [an army commander|per] in [Vesk|pla].", ["stays Vesk: army"]),
        ("Ada Brandt is [a kitchen commander|per] in [Vesk|pla].", []),
        ("Ada Brandt is [an army commander|per] in [France|pla].", []),
        ("Ada Brandt is [an army commander|per] who likes [Vesk|pla].", []),
    ],
)
def test_those_whose_commander_is_somewhere_are_there(marked: str, found: list[str]) -> None:
    assert present(marked) == found
    assert present(marked, is_war=False) == []
