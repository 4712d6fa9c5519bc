"""Two names compared, as tables of names -> how they fit."""

import pytest

from purport.lexicon import rows
from purport.resolve.names import ORGANISATION, OTHER, PERSON, PLACE, Fit, compare, parse

FULL, PARTIAL, ACRONYM = Fit.FULL, Fit.PARTIAL, Fit.ACRONYM


def fit(one: str, other: str, kind: object) -> Fit | None:
    names = [parse(name.removeprefix("the "), kind, definite=name.startswith("the ")) for name in (one, other)]  # type: ignore[arg-type]
    found, back = compare(*names), compare(*reversed(names))
    assert found == back
    return None if found is None else found.fit


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Orla Vane", "ORLA VANE", FULL),
        ("Veshan Dormu", "Vechan Dormoo", FULL),
        ("Joren Halvek", "Yoren Halvik", FULL),
        ("Muammar Gaddafi", "Moammar Qadhafi", FULL),
        ("Ilo al-Marri", "Ilo Marri", FULL),
        ("Ilo bin Vesk", "Ilo Vesk", FULL),
        ("Jean-Luc Vane", "Jean Luc Vane", FULL),
        ("Orla M. Vane", "Orla Vane", FULL),
        ("Orla Maria Vane", "Orla M. Vane", FULL),
        ("O. Vane", "Orla Vane", PARTIAL),
        ("Vane", "Orla Vane", PARTIAL),
        ("Vane", "Vane", PARTIAL),
        ("Mansoor", "Mansour", PARTIAL),
        ("Bakr Vesk", "Abu Bakr Vesk", PARTIAL),
        ("Orla Vane", "Ilo Vane", None),
        ("I. Vane", "Orla Vane", None),
        ("Orla", "Orla Vane", None),
        ("Hassan", "Hussein", None),
        ("Gerta Holm", "Petra Holm", None),
        ("Vane", "Vene", None),
    ],
)
def test_people(one: str, other: str, expected: Fit | None) -> None:
    assert fit(one, other, PERSON) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Vane Group", "the Vane Group", FULL),
        ("Vane Inc.", "Vane", FULL),
        ("Kesmar Rail", "Kesmar Rail Company", FULL),
        ("Islamic State", "ISIL", FULL),
        ("IS", "ISIS", FULL),
        ("UN", "United Nations", FULL),
        ("US Air Force", "United States Air Force", FULL),
        ("Tannick", "Tannick Group", PARTIAL),
        ("Hathe & Orrin", "Hathe & Orrin Navigation plc", FULL),
        ("Hathe & Orrin Ltd", "Hathe & Orrin Credit Ltd", None),
        ("North Vesk", "North Vesk Navigation", None),
        ("United Nations", "UN Harbour Board", None),
        ("United States", "US Lines", None),
        ("the Treasury", "Treasury", PARTIAL),
        ("the KHB", "KHB", FULL),
        ("the Tribune", "Karst Tribune", PARTIAL),
        ("the Front", "Lantern Front", PARTIAL),
        ("KHB", "Karst Harbour Board", ACRONYM),
        ("USAF", "US Air Force", ACRONYM),
        ("KHB", "Karst Board", None),
        ("KB", "Karst Board", None),
        ("Lowland League", "Lowland Review", None),
        ("the Board", "Karst Harbour Board", None),
        ("Tribune", "Karst Tribune", None),
        ("Karst", "Karst Army", None),
        ("Army", "Army", None),
        ("Bank of Sorvia", "Bank", None),
        ("the Orrin", "Hathe & Orrin", None),
    ],
)
def test_organisations(one: str, other: str, expected: Fit | None) -> None:
    assert fit(one, other, ORGANISATION) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("New Karesh", "NEW KARESH", FULL),
        ("Al Raqqa", "Raqqah", FULL),
        ("U.S.", "United States", FULL),
        ("Britain", "United Kingdom", FULL),
        ("Ushrat Province", "Province of Ushrat", FULL),
        ("Ushrat", "Ushrat Province", PARTIAL),
        ("New Karesh", "Karesh", None),
        ("Kuwait", "Kuwait City", None),
        ("Iran", "Iraq", None),
        ("Austria", "Australia", None),
    ],
)
def test_places(one: str, other: str, expected: Fit | None) -> None:
    assert fit(one, other, PLACE) == expected


def test_a_name_is_one_thing_s_alone() -> None:
    names = [name for (forms,) in rows("alternative_names.tsv") for name in forms.split()]
    assert len(names) == len(set(names))


def test_a_ship_goes_by_what_follows_of() -> None:
    assert fit("the Orrin", "Maid of Orrin", OTHER) == PARTIAL
    assert fit("Orrin", "Maid of Orrin", OTHER) is None
