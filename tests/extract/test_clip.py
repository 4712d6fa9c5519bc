"""Page text is never part of an attribution."""

import pytest

from purport.extract.clear import Page
from purport.extract.clip import clear_names, clear_of, outside
from purport.reader import Labelled, Linked
from purport.records import Furniture, FurnitureKind, Span

PAGE = Furniture(10, 20, FurnitureKind.PAGE)
TITLE = Furniture(0, 8, FurnitureKind.TITLE)


@pytest.mark.parametrize(
    ("span", "furniture", "left"),
    [
        (Span(0, 9), [PAGE], [Span(0, 9)]),
        (Span(5, 30), [PAGE], [Span(5, 10), Span(20, 30)]),
        (Span(12, 18), [PAGE], []),
        (Span(15, 30), [PAGE], [Span(20, 30)]),
        (Span(2, 8), [TITLE], [Span(2, 8)]),
        (Span(2, 9), [TITLE], [Span(8, 9)]),
        (Span(0, 40), [PAGE, Furniture(30, 35, FurnitureKind.CREDIT)], [Span(0, 10), Span(20, 30), Span(35, 40)]),
    ],
)
def test_what_is_left_outside(span: Span, furniture: list[Furniture], left: list[Span]) -> None:
    assert outside(span, furniture) == tuple(left)


def test_a_name_that_runs_out_of_a_headline_is_two() -> None:
    text = "4. VESK HARBOUR Karst fell, Ilo Marr said."
    page = Page(titles=(Span(3, 15),))
    names = [Labelled(Span(3, 21), "place", 0.9), Labelled(Span(28, 36), "person", 0.9), Labelled(Span(3, 16), "place", 0.9)]
    assert [name.span.words(text) for name in clear_names(text, names, page)] == ["VESK HARBOUR", "Karst", "Ilo Marr", "VESK HARBOUR"]


def test_an_attribution_keeps_what_is_the_reports() -> None:
    across = Linked(Span(22, 25), Span(26, 30), (Span(5, 21),), 0.5)
    in_page = Linked(None, Span(11, 12), (Span(30, 40),), 0.5)
    source_in_page = Linked(Span(11, 15), Span(40, 44), (Span(45, 50),), 0.5)
    text = "In all the PAGE TEXT. river, said Orla, two boats were lost there."
    kept = clear_of(text, [across, in_page, source_in_page], [PAGE])
    assert kept[0].contents == (Span(5, 10),)
    assert 1 not in kept
    assert kept[2].source is None
