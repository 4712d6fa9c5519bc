"""Who holds places: on which side, and whether two that are called otherwise can be one."""

import pytest

from purport.resolve.holders import are_one, are_two, is_armed, side
from resolve.saying import party


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the army", "state"),
        ("government forces", "state"),
        ("Sorvia", "state"),
        ("Front fighters", "rebels"),
        ("rebel forces", "rebels"),
        ("Lantern Front", ""),
    ],
)
def test_words_tell_the_side(words: str, found: str) -> None:
    assert side(party(words)) == found


@pytest.mark.parametrize(
    ("words", "found"), [("the army", True), ("Lantern Front fighters", True), ("Tannick Group", False), ("the bankers", False)]
)
def test_words_tell_who_fights(words: str, found: bool) -> None:
    assert is_armed(words) is found


@pytest.mark.parametrize(
    ("one", "other", "one_thing", "two_things"),
    [
        ("the army", "government troops", True, False),
        ("Sorvian troops", "Sorvia", True, False),
        ("Sorvian troops", "Brask", False, True),
        ("Lantern Front", "Front fighters", True, False),
        ("Lantern Front", "the militants", True, False),
        ("Lantern Front", "the army", False, True),
        ("the militants", "the army", False, True),
        ("Lantern Front", "they", False, False),
        ("the army", "they", False, False),
        ("Orla Vane", "Ilo Tolk", False, True),
        ("Orla Vane", "Orla Vane", True, False),
    ],
)
def test_two_that_are_called_otherwise(one: str, other: str, one_thing: bool, two_things: bool) -> None:
    mine, theirs = party(one), party(other)
    assert are_one(mine, theirs) is are_one(theirs, mine) is one_thing
    assert are_two(mine, theirs) is are_two(theirs, mine) is two_things
