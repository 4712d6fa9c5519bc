"""What stands beside a name and tells of it."""

import pytest

from factory import span
from purport.resolve.beside import besides, introduced


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("the Karst Harbour Board (KHB) met", ["KHB"]),
        ("the Karst Harbour Board (the “KHB”) met", ["KHB"]),
        ("the Karst Harbour Board, also known as KHB or Harbour House, met", ["KHB", "Harbour House"]),
        ("the Karst Harbour Board, formerly called the Quay Office, met", ["Quay Office"]),
        ("the Karst Harbour Board, known in the east as Quay House, met", ["Quay House"]),
        ("the Karst Harbour Board, which is often called “the Quay”, met", ["Quay"]),
        ("the Karst Harbour Board, which calls itself the Quay, met", ["Quay"]),
        ("the Karst Harbour Board (also Karst Quay Board, “the Quay”) met", ["Karst Quay Board", "Quay"]),
        ("the Karst Harbour Board, which called Vane on Monday, met", []),
        ("the Karst Harbour Board called Vane on Monday", []),
        ("the Karst Harbour Board (of Vesk) met", []),
        ("the Karst Harbour Board and KHB met", []),
    ],
)
def test_short_forms(text: str, short: list[str]) -> None:
    assert [each.words(text) for each in introduced(text, [span(text, "Karst Harbour Board")])] == short


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("in Orrin, a village west of Kirkuk, they", [("near", "Kirkuk")]),
        ("in Orrin, near the town of Vesk, they", [("near", "Vesk")]),
        ("Orrin outside Vesk fell", [("near", "Vesk")]),
        ("west of Kirkuk, in a town called Orrin, they", [("sort", "settlement"), ("near", "Kirkuk")]),
        ("the province of Orrin fell", [("sort", "area")]),
        ("in Orrin, Iraq, they", [("in", "Iraq")]),
        ("in Orrin in Ushrat Province they", [("in", "Ushrat Province")]),
        ("in Orrin, Vesk and Karst they", []),
        ("in Orrin, Iraq and Syria they", []),
        ("in Orrin, Ilo Vane said", []),
    ],
)
def test_where_a_place_is(text: str, told: list[tuple[str, str]]) -> None:
    found = list(besides(text, [span(text, "Orrin")], []))
    assert [(each.relation, each.words) for each in found] == told
    assert all(text[each.start : each.end] == each.words for each in found if each.relation != "sort")


def test_the_noun_in_a_name_and_the_noun_phrase_for_it() -> None:
    text = "Orrin Province is here; the old town near Vesk sleeps"
    found = besides(text, [span(text, "Orrin Province")], [span(text, "the old town")])
    assert [(each.relation, each.words) for each in found] == [("sort", "area"), ("near", "Vesk"), ("sort", "settlement")]
