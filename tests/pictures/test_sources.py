"""Who cites whom stands in columns, with no box on another and arrows to the right."""

from itertools import combinations

import pytest

from pictures.drawn import shapes, texts
from purport.pictures import sources, svg
from purport.pictures.bundles import ALONE, MOST, bundled, most_cited
from purport.pictures.layers import lay_out
from purport.pictures.look import DARK
from purport.resolve.citing import Cited, CitedKind, Citing, Network


def chart(*arrows: str) -> Network:
    """A network of "a > b" or "a > b: 3"; one letter is an outlet, two an agency, more a source."""
    links = []
    for each in arrows:
        ends, _, claims = each.partition(": ")
        by, _, of = ends.partition(" > ")
        links.append(Citing(by, of, int(claims or 1)))
    names = sorted({end for link in links for end in (link.by, link.of)})
    kinds = (CitedKind.OUTLET, CitedKind.RELAY, CitedKind.SOURCE)
    return Network(tuple(Cited(name, f"<{name}>", kinds[min(len(name), 3) - 1]) for name in names), tuple(links))


TWO = chart("A > Bp", "C > Bp: 3", "Bp > officials", "A > officials")
WIDE = chart(*(f"{chr(65 + number % 20)} > source{number % 31}" for number in range(200)), "A > Bp", "B > Bp", "Bp > source3", "Bp > A")


def test_all_are_named_with_how_many_claims_are_from_them() -> None:
    found = texts(sources(TWO, "Who cites whom"))
    assert [each for each in found if each.startswith("<")] == ["<A>", "<Bp>", "<C>", "<officials>"]
    assert "4 claims from it" in found
    assert "outlet or agency that it came through" in found


def test_an_arrow_a_link_the_thicker_the_more_claims() -> None:
    ways = shapes(sources(TWO, "t"), "path", fill="none")
    assert len(ways) == len(TWO.links)
    assert len({way["stroke-width"] for way in ways}) == 2


@pytest.mark.parametrize("cited", [TWO, WIDE, chart("A > B", "B > C", "C > A")], ids=["two", "wide", "circle"])
def test_no_box_stands_on_another_or_off_the_picture(cited: Network) -> None:
    drawn = sources(cited, "t")
    boxes = [tuple(float(each[side]) for side in ("x", "y", "width", "height")) for each in shapes(drawn, "rect", stroke=DARK)]
    for (x, y, width, height), (left, top, wide, high) in combinations(boxes, 2):
        assert x + width <= left or left + wide <= x or y + height <= top or top + high <= y
    assert all(x >= 0 and x + width <= drawn.width and y >= 0 and y + height <= drawn.height for x, y, width, height in boxes)


def test_every_arrow_leads_to_the_right_but_one_that_closes_a_circle() -> None:
    layout = lay_out(dict.fromkeys("abcd", 20.0), [("a", "b"), ("b", "c"), ("a", "c"), ("c", "a"), ("c", "d")], 10)
    assert [way.arrow for way in layout.ways if way.is_back] == [("c", "a")]
    assert all(layout.column[way.stops[0]] < layout.column[way.stops[-1]] for way in layout.ways)
    assert [layout.column[each] for each in "abcd"] == [0, 1, 2, 3]


def test_sources_that_one_alone_cites_share_a_box() -> None:
    found = bundled(chart(*(f"A > source{number}: {9 - number}" for number in range(6)), "B > source0"))
    names = [node.name for node in found.nodes]
    assert names.count("<source0>") == 1, "two cite it"
    assert "3 others: <source3>; <source4>; <source5>" in names
    assert len(names) == 2 + 1 + ALONE
    assert sum(link.claims for link in found.links) == sum(range(4, 10)) + 1


def test_a_picture_has_the_most_cited() -> None:
    many = chart(*(f"{chr(65 + number % 3)} > source{number % 300}" for number in range(1200)), "A > source7: 50")
    shown = most_cited(many)
    assert len(shown.network.nodes) <= MOST
    assert shown.left_out == len(many.nodes) - len(shown.network.nodes)
    assert "source7" in {node.id for node in shown.network.nodes}


def test_one_who_cites_hundreds_does_not_fill_the_picture() -> None:
    many = chart(*(f"A > source{number}" for number in range(300)), *(f"source{number} > office{number}" for number in range(300)))
    shown = most_cited(bundled(many)).network
    assert len([link for link in shown.links if link.by == "A"]) <= MOST
    assert all(len([link for link in shown.links if link.by == node.id]) <= MOST / 2 for node in shown.nodes)


def test_words_are_escaped_and_the_picture_is_the_same_each_time() -> None:
    drawn = svg(sources(WIDE, "<i>t</i>"))
    assert "<i>" not in drawn
    assert drawn == svg(sources(WIDE, "<i>t</i>"))


def test_nobody_citing_anybody_is_an_empty_picture() -> None:
    assert texts(sources(Network((), ()), "t")) == ["t"]
