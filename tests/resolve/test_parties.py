"""Whom a mention means, as a party."""

import pytest

from purport.resolve.parties import Parties
from resolve.held_by import read


@pytest.mark.parametrize(
    ("marked", "words", "party"),
    [
        ("Troops took Vesk from the [Red Front|oth] and drove [the group|org] out.", "the group", "Red Front"),
        ("Troops took [Vesk|pla] and drove [the group|org] out.", "the group", "the group"),
        ("The [Red Front|oth]-held town saw [the group|org] go.", "the group", "Red Front"),
        ("The [Red Front|oth] is old. Troops drove [the group|org] out.", "the group", "the group"),
        ("[A rival gang|org], the [Red Hand|org], took Vesk.", "A rival gang", "A rival gang, the Red Hand"),
        ("[The gang|org], the [Red Hand|org], took Vesk.", "The gang", "Red Hand"),
        ("[A rival gang|org], the [Red Hand|org] said.", "A rival gang", "A rival gang"),
        ("[A rival gang|org], said [Orla Vane|per], took Vesk.", "A rival gang", "A rival gang"),
    ],
)
def test_a_group_and_a_noun_beside_a_name_are_called_by_it(marked: str, words: str, party: str) -> None:
    report = read(marked)
    (mention,) = [each for each in report.mentions if report.report.text[each.start : each.end] == words]
    assert Parties(report, {}).party(mention).words == party


@pytest.mark.parametrize(
    ("marked", "words", "fights"),
    [
        ("The [Red Front Rebels|org] fled, and [an [RFR|org] branch|org] too.", "an RFR branch", True),
        ("The [Red Flour Bakers|org] fled, and [an [RFB|org] branch|org] too.", "an RFB branch", False),
    ],
)
def test_a_branch_of_those_who_fight_does_too(marked: str, words: str, fights: bool) -> None:
    report = read(marked)
    (mention,) = [each for each in report.mentions if report.report.text[each.start : each.end] == words]
    assert Parties(report, {}).fights(mention) == fights
