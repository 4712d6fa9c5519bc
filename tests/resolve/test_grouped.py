"""Groups of places without a name: their words with where they are, and those of them that are named."""

import pytest

from purport.resolve.grouped import Groups
from purport.resolve.placed import Places
from resolve.held_by import read


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        (
            "Troops retook [a handful of ports|oth] in southern [Sorvia|pla], including [Vesk|pla].",
            "handful of ports in southern Sorvia: Vesk",
        ),
        ("Troops retook [several towns|pla] along the [Senn|pla].", "several towns along the Senn: "),
        ("Troops retook [towns|pla] such as [Vesk|pla], [Orrin|pla] and [Dorm|pla].", "towns: Vesk, Orrin, Dorm"),
        ("Troops retook [towns|pla] in [Sorvia|pla] and [Kesmar|pla].", "towns in Sorvia and Kesmar: "),
        ("Troops retook [a string of villages|pla], including [Orla Vane|per].", "string of villages: "),
        ("Troops retook [towns|pla].", None),
        ("Troops retook [the towns|pla] in [Sorvia|pla].", None),
        ("Troops retook [both villages|pla].", None),
        ("Troops retook [a string of the towns|pla].", None),
        ("Troops retook [a village|pla] in [Sorvia|pla].", None),
        ("Troops retook [a string of weapons|oth] in [Sorvia|pla].", None),
    ],
)
def test_what_is_a_group_and_what_none(marked: str, found: str | None) -> None:
    report = read(marked)
    groups = Groups(report, Places(report))
    (group,) = [groups.of(each) for each in report.mentions if each.form == "nominal"]
    text = report.report.text
    told = None if group is None else f"{group.words}: {', '.join(text[each.start : each.end] for each in group.members)}"
    assert told == found
