"""What links two profiles, and what keeps them apart."""

import random

import pytest

from purport.records import Interval
from purport.resolve.aliases import Kind, Link, find_links, link_keys, relate
from purport.resolve.profiles import Profile
from purport.resolve.sides import other_sides
from resolve.made import profile

VANE = profile("a", "Orla Vane")
LATE = Interval("2034-03-02", "2034-03-02")


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (VANE, profile("b", "Orla Vane"), Kind.FULL),
        (VANE, profile("b", "Vane"), Kind.PARTIAL),
        (VANE, profile("b", "Ilo Vane", "Vane"), None),
        (profile("a", "Orla Vane", "Vane"), profile("b", "Ilo Vane", "Vane"), None),
        (profile("a", "Lantern Front", "LF", type="org"), profile("b", "Lowland Forum", "LF", type="org"), Kind.APART),
        (profile("a", "Orla Vane", titled="woman"), profile("b", "Orla Vane", titled="man"), Kind.APART),
        (profile("a", "Orla Vane", spoken="woman"), profile("b", "Orla Vane", spoken="man"), Kind.FULL),
        (profile("a", "Orla Vane", spoken="woman"), profile("b", "Vane", spoken="man"), Kind.APART),
        (VANE, profile("b", "Vane", is_married=True, titled="woman"), Kind.APART),
        (profile("a", "Orla Vane", spoken="woman"), profile("b", "Vane", is_married=True, titled="woman"), Kind.PARTIAL),
        (profile("a", "Vane", role="mayor of Vesk"), profile("b", "Orla Vane", role="mayor of Vesk"), Kind.ROLE),
        (profile("a", "Vane", role="mayor of Karst"), profile("b", "Orla Vane", role="mayor of Vesk"), Kind.APART),
        (profile("a", "Vane", role="mayor of Karst", when="former"), profile("b", "Orla Vane", role="mayor of Vesk"), Kind.PARTIAL),
        (profile("a", "Orla Vane", role="president of Iraq"), profile("b", "Orla Vane", role="president of Syria"), Kind.APART),
        (profile("a", role="mayor of Vesk"), profile("b", "Orla Vane", role="mayor of Vesk"), Kind.ROLE),
        (profile("a", role="mayor of Vesk"), profile("b", "Orla Vane", role="mayor of Karst"), None),
        (profile("a", role="president of Sorvia"), profile("b", "Orla Vane", role="president of Sorvian"), Kind.ROLE),
        (profile("a", role="mayor of Vesk"), profile("b", "Orla Vane", role="mayor of Vesk", when="former"), None),
        (profile("a", role="mayor of Vesk"), profile("b", "Orla Vane", role="mayor of Vesk", published=LATE), None),
        (profile("a", "Karst", type="pla"), profile("b", "Karst"), Kind.APART),
        (profile("a", "Karst", type="pla"), profile("b", "Karst", told=False), Kind.PARTIAL),
        (profile("a", "Karst", type="pla"), profile("b", "the Karst", told=False), None),
        (profile("a", "Karst", type="pla"), profile("b", "Orla Karst"), None),
        (profile("a", "Orrin Ford", type="org", told=False), profile("b", "Orrin Ford", told=False), Kind.FULL),
        (profile("a", "Lantern Front", type="org", acronyms=("LF",)), profile("b", "LF", type="org"), Kind.FULL),
        (profile("a", "Lantern Front", type="org"), profile("b", "LF", type="org"), None),
        (profile("a", "Karst Lantern Front", type="org"), profile("b", "KLF", type="org"), Kind.ACRONYM),
        (profile("a", "Sorvian Fisheries Ministry", type="org"), profile("b", "the Fisheries Ministry", type="org"), Kind.PARTIAL),
        (profile("a", "Tannick Group", type="org"), profile("b", "Tannick", type="org"), Kind.PARTIAL),
        (profile("a", "Karst Harbour Union of Dockers", type="org"), profile("b", "Karst Harbour Union", type="org"), None),
    ],
)
def test_two_profiles(one: Profile, other: Profile, kind: Kind | None) -> None:
    link = relate(one, other)
    assert (link and link.kind) == kind
    assert relate(other, one) == link
    assert link is None or link_keys(one) & other_sides(link_keys(other))


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (profile("a", "Riyadh", type="pla"), profile("b", "Al Riyadh", type="pla", beside="near Kirkuk"), Kind.APART),
        (profile("a", "Mosul", type="pla"), profile("b", "Mosul", type="pla", beside="near Kirkuk"), Kind.FULL),
        (profile("a", "Mosul", type="pla"), profile("b", "Mosul", type="pla", beside="in Iraq"), Kind.FULL),
        (profile("a", "Orrin", type="pla", beside="in Iraq"), profile("b", "Orrin", type="pla", beside="in Syria"), Kind.APART),
        (profile("a", "Orrin", type="pla", beside="near Vesk"), profile("b", "Orrin", type="pla", beside="near Karst"), Kind.FULL),
        (profile("a", "Orrin", type="pla", beside="sort area"), profile("b", "Orrin", type="pla", beside="sort settlement"), Kind.APART),
        (profile("a", "Orrin", type="pla", beside="sort area"), profile("b", "Orrin", type="pla"), Kind.FULL),
    ],
)
def test_two_places(one: Profile, other: Profile, kind: Kind) -> None:
    link = relate(one, other)
    assert link is not None
    assert link.kind == kind
    assert link_keys(one) & other_sides(link_keys(other))


def test_a_link_says_why_in_words_of_both() -> None:
    link = relate(profile("a", "Veshan Dormu"), profile("b", "Vechan Dormoo"))
    assert link is not None
    assert link.why == "“Veshan Dormu” and “Vechan Dormoo” are spellings of one name"
    link = relate(profile("a", "Riyadh", type="pla"), profile("b", "Al Riyadh", type="pla", beside="near Kirkuk"))
    assert link is not None
    assert link.why == "“Riyadh” and “Al Riyadh” are two: one is near Kirkuk, the other the well-known Riyadh"


def test_equal_profiles_are_linked_with_the_least_of_them_alone() -> None:
    same = [profile(report, "Orla Vane") for report in "abcd"]
    links = find_links([*same, profile("e", "Vane")])
    assert [(link.left[0], link.right[0]) for link in links] == [("a", "b"), ("a", "c"), ("a", "d"), ("a", "e")]


def test_those_whom_only_an_office_tells_of_are_each_linked_with_who_holds_it() -> None:
    links = find_links([profile("a", "Orla Vane", role="mayor of Vesk"), *(profile(each, role="mayor of Vesk") for each in "bc")])
    assert [(link.left[0], link.right[0]) for link in links] == [("a", "b"), ("a", "c")]


def test_what_is_added_is_compared_alone_and_gives_the_links_of_all() -> None:
    old = [profile("b", "Orla Vane"), profile("c", "Vane"), profile("d", "Ilo Tolk"), profile("e", "Tolk")]
    new = profile("a", "O. Vane")
    added = find_links([new], old)
    assert {link.left for link in added} == {new.member}
    assert sorted([*find_links(old), *added], key=lambda link: (link.left, link.right)) == list(find_links([new, *old]))


def test_links_do_not_depend_on_the_order() -> None:
    some = [
        profile(report, name)
        for report, name in zip("abcdef", ["Orla Vane", "Vane", "O. Vane", "Ilo Vane", "Orla Vane", "Vane"], strict=True)
    ]
    shuffled = random.Random(1).sample(some, len(some))
    assert find_links(some) == find_links(shuffled)


def test_a_case_that_grows_has_the_links_of_one_made_at_once() -> None:
    names = ["Orla Vane", "Ilo Vane", "Vane", "O. Vane", "Orla Tolk", "Tolk", "Orla Vaine"]
    case = [profile(f"r{i:02}", random.Random(i).choice(names)) for i in range(30)]
    alike: dict[str, list[Profile]] = {}
    links: dict[tuple[object, object], Link] = {}
    for new in random.Random(7).sample(case, len(case)):
        least = [min(own, key=lambda each: each.member) for own in alike.values() if link_keys(own[0]) & other_sides(link_keys(new))]
        same = alike.setdefault(new.signature, [])
        found = find_links([new], [*least, *same])
        same.append(new)
        touched = {each.member for each in same}
        links = {pair: link for pair, link in links.items() if touched.isdisjoint(pair)}
        links |= {(link.left, link.right): link for link in found}
    assert sorted(links.values(), key=lambda link: (link.left, link.right)) == list(find_links(case))
