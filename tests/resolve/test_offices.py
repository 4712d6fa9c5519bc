"""Who is told to take, hold or leave an office, of what, and when."""

import pytest

from purport.resolve.offices import find_offices
from resolve.held_by import line, read


def told(marked: str, **roles: str) -> list[str]:
    return [line(each) for each in find_offices(read(marked, **roles), {})]


@pytest.mark.parametrize(
    ("marked", "roles", "found"),
    [
        (
            "[Ilo Tolk|per] was *appointed* [chairman of [Osterby Mills|org]|per] on <3 June 2030|2030-06-03>.",
            {"patient": "Ilo Tolk"},
            "takes chairman of Osterby Mills: Ilo Tolk, 2030-06-03",
        ),
        (
            "[Ilo Tolk|per] *succeeded* [Orla Vane|per] as [chairman of [Osterby Mills|org]|per].",
            {"agent": "Ilo Tolk", "patient": "Orla Vane"},
            "takes chairman of Osterby Mills: Ilo Tolk from Orla Vane, ..2031-03-10",
        ),
        (
            "[Ilo Tolk|per] *took* over as [mayor of [Vesk|pla]|per] in <June 2030|2030-06>.",
            {"agent": "Ilo Tolk"},
            "takes mayor of Vesk: Ilo Tolk, 2030-06-01..2030-06-30",
        ),
        (
            "[Orla Vane|per] *resigned* as [mayor of [Vesk|pla]|per] in <June 2030|2030-06>.",
            {"agent": "Orla Vane"},
            "leaves mayor of Vesk: Orla Vane, to 2030-06-01..2030-06-30",
        ),
        (
            "[Ilo Tolk|per] has *headed* the [Red Banner|org] since <2029|2029>.",
            {"agent": "Ilo Tolk", "patient": "Red Banner"},
            "holds leader of Red Banner: Ilo Tolk, 2029-01-01..2029-12-31",
        ),
    ],
)
def test_an_office_with_who_has_it_and_when(marked: str, roles: dict[str, str], found: str) -> None:
    assert told(marked, **roles) == [found]


@pytest.mark.parametrize(
    ("marked", "roles"),
    [
        ("[Ilo Tolk|per] was *named* [vice chairman of [Osterby Mills|org]|per].", {"patient": "Ilo Tolk"}),
        ("It *named* [Ilo Tolk|per], formerly [chairman of [Osterby Mills|org]|per].", {"patient": "Ilo Tolk"}),
        ("[Ilo Tolk|per] was *named* head. [Orla Vane|per], [chairman of [Osterby Mills|org]|per].", {"patient": "Ilo Tolk"}),
        ("[Ilo Tolk|per] was *named* [chairman|per].", {"patient": "Ilo Tolk"}),
        ("[Ilo Tolk|per] was *named* [clerk of [Osterby Mills|org]|per].", {"patient": "Ilo Tolk"}),
        ("[a man|per] was *named* [chairman of [Osterby Mills|org]|per].", {"patient": "a man"}),
        ("[Ilo Tolk|per] *took* [the chairman of [Osterby Mills|org]|per].", {"agent": "Ilo Tolk"}),
        ("[Ilo Tolk|per] was *named* [chairman of [Vesk|pla]'s mills|per].", {"patient": "Ilo Tolk"}),
    ],
)
def test_what_is_no_office_that_one_has_of_something_named(marked: str, roles: dict[str, str]) -> None:
    assert told(marked, **roles) == []
