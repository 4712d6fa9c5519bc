"""Short names that a report gives a thing itself."""

import pytest

from purport.extract.aliases import acronyms, defined, relabelled, shortened
from purport.reader import Labelled
from purport.records import Span


def names_in(text: str, label: str = "organisation") -> tuple[str, list[Labelled]]:
    """A text without its square brackets, and the names that stand in them."""
    pieces = text.replace("]", "[").split("[")
    found, at = [], 0
    for i, piece in enumerate(pieces):
        if i % 2:
            found.append(Labelled(Span(at, at + len(piece)), label, 0.9))
        at += len(piece)
    return "".join(pieces), found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the [Lantern Front] and the [Front]", [(1, 0)]),
        ("the [Lantern Front] and [The Front]", [(1, 0)]),
        ("the [Lantern Front] and [Front]", []),
        ("the [Lantern Front], the [Harbour Front] and the [Front]", []),
        ("the [Bank of Sorvia] and the [Sorvia]", []),
    ],
)
def test_the_last_words_of_one_longer_name(text: str, expected: list[tuple[int, int]]) -> None:
    assert [*shortened(*names_in(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Lantern Front] ([LF]) fell", [(1, 0)]),
        ("[Lantern Front] fell, [LF] said", []),
        ("[Karst Harbour Board] fell, [KHB] said", [(1, 0)]),
        ("[Karst Harbour Board], [Kesmar Home Bank], [KHB]", []),
        ("[Lantern Front] ([Karst]) fell", []),
    ],
)
def test_first_letters(text: str, expected: list[tuple[int, int]]) -> None:
    assert [*acronyms(*names_in(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Vane Group] (“the Company”) fell", {"Company": 0}),
        ('[Vane Group] ("the Company", Karst: VG) fell', {"Company": 0}),
        ("[Vane Group] (“we”) fell", {}),
        ("[Vane Group] fell (“the Company”)", {}),
    ],
)
def test_defined_words(text: str, expected: dict[str, int]) -> None:
    assert defined(*names_in(text)) == expected


@pytest.mark.parametrize(
    ("name", "label", "expected"),
    [
        ("Vane Group", "person", "organisation"),
        ("Vane & Marr", "person", "organisation"),
        ("Judge Party", "person", "person"),
        ("Karst Hospital", "place", "place"),
        ("Orla Vane", "person", "person"),
        ("Mr. Vane", "place", "person"),
        ("Gen. Orla Vane", "organisation", "person"),
        ("Dr. Vane Group", "organisation", "organisation"),
        ("General Vane", "organisation", "organisation"),
    ],
)
def test_a_noun_or_title_in_a_name_tells_what_it_is_of(name: str, label: str, expected: str) -> None:
    text, names = names_in(f"[{name}] fell", label)
    assert [each.label for each in relabelled(text, names)] == [expected]
