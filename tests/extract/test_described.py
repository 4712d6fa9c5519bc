"""Nouns that stand for something named elsewhere by what it is."""

import pytest

from extract.parsed import analysed
from extract.test_coreference import clusters
from purport.extract.described import roles_of

GROUP = """
The/DT/3/det Lantern/NNP/3/compound/=organisation Front/NNP/4/nsubj/=organisation/organisation fell/VBD/0/root ././4/punct

{between}

{determiner}/DT/3/det armed/JJ/3/amod {noun}/4/nsubj/organisation sat/VBD/0/root ././4/punct
"""
MET = "They/PRP/2/nsubj met/VBD/0/root {name}/NNP/2/obj/=organisation/organisation ././2/punct"


def group(between: str = MET.format(name="Orrin"), noun: str = "group/NN", determiner: str = "the") -> list[list[str]]:
    return [words for words in clusters(analysed(GROUP.format(between=between, noun=noun, determiner=determiner))) if len(words) > 1]


def test_a_group_is_the_one_thing_named_by_a_noun_of_its_kind() -> None:
    assert group() == [["Lantern Front", "the armed group"]]


def test_not_where_two_are() -> None:
    two = MET.format(name="Harbour/NNP/4/compound/=organisation Front").replace("/2/obj", "/2/obj")
    assert group(two.replace("././2/punct", "././2/punct")) == []


@pytest.mark.parametrize("noun", ["ministry/NN", "groups/NNS", "sailor/NN"])
def test_not_of_another_kind_or_number(noun: str) -> None:
    assert group(noun=noun) == []


def test_not_without_the() -> None:
    assert group(determiner="an") == []


COMMODORE = """
Commodore/NNP/2/nmod:desc Orla/NNP/4/nsubj/=person/person Vane/NNP/2/flat/=person sat/VBD/0/root ././4/punct

{between}

The/DT/2/det {noun}/NN/3/nsubj/person left/VBD/0/root ././3/punct
"""
OTHER = "{title}/NNP/2/nmod:desc Brit/NNP/4/nsubj/=person/person Marr/NNP/2/flat/=person wept/VBD/0/root ././4/punct"


@pytest.mark.parametrize(
    ("title", "noun", "one"),
    [
        ("Captain", "commodore", "Orla Vane"),
        ("Captain", "skipper", "Brit Marr"),
        ("Commodore", "commodore", None),
        ("Captain", "judge", None),
    ],
)
def test_a_title_in_small_letters_is_the_one_who_has_it(title: str, noun: str, one: str | None) -> None:
    found = clusters(analysed(COMMODORE.format(between=OTHER.format(title=title), noun=noun)))
    assert [words[0] for words in found if len(words) > 1] == ([one] if one else [])


def test_nouns_of_one_role() -> None:
    assert roles_of("Capt.") & roles_of("skipper")
    assert not roles_of("captain") & roles_of("commodore")
    assert roles_of("mayor") == {"mayor"}
