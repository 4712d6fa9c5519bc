"""Regions that somebody declares, and what of them he loses."""

import pytest

from purport.resolve.declared import find_declared
from purport.resolve.held import Held
from resolve.held_by import line, read


def declared(marked: str, **given: object) -> list[str]:
    return [line(each) for each in find_declared(Held(read(marked, **given), {}))]


def test_a_region_is_declared_by_whoever_does() -> None:
    marked = "[Orla Vane|per] *proclaimed* [the emirate|oth] spanning [Vesk|pla] and [Orrin|pla] in <2030|2030>."
    found = declared(marked, agent="Orla Vane", patient="the emirate")
    assert found == ["declares emirate: Orla Vane, 2030-01-01..2030-12-31, to 2030-01-01..2030-12-31"]
    (holding,) = find_declared(Held(read(marked, agent="Orla Vane", patient="the emirate"), {}))
    assert any(span.words(read(marked).report.text) == "the emirate spanning Vesk and Orrin" for span in holding.spans)


@pytest.mark.parametrize(
    ("marked", "agent", "found"),
    [
        (
            "[The rebels|org] *lost* half of their self-styled emirate.",
            "The rebels",
            ["loses half of emirate: The rebels, to ..2031-03-10"],
        ),
        ("[The rebels|org] *lost* their last territory.", "The rebels", ["loses territory: The rebels, to ..2031-03-10"]),
        ("[The rebels|org] *lost* men, but their emirate stood.", "The rebels", []),
        ("[The rebels|org] *lost* much of the territory.", "The rebels", []),
        ("[Tannick Mills|org] *lost* half of its territory.", "Tannick Mills", []),
        ("[The rebels|org] *seized* much of their territory.", "The rebels", []),
    ],
)
def test_what_is_lost_of_a_region_of_ones_own(marked: str, agent: str, found: list[str]) -> None:
    assert declared(marked, agent=agent) == found


def test_a_man_may_not_declare_what_is_no_region() -> None:
    assert declared("[Orla Vane|per] *declared* [the winner|per].", agent="Orla Vane", patient="the winner") == []
