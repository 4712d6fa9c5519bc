"""Whom pronouns that are sources stand for, by who speaks."""

from dataclasses import replace

import pytest

import factory
from extract.parsed import reading_of, text_of
from purport.analyse import assemble
from purport.reader import Linked
from purport.records import Span

WEPT = "{name}/NNP/2/nsubj/=person/person wept/VBD/0/root ././2/punct\n\n"
SPOKE = "{source}/{tag}/2/nsubj/person{link} said/VBD/0/root {subject}/PRP/4/nsubj/person{mine} slept/VBD/2/ccomp ././2/punct"
ORLA = WEPT.format(name="Orla")


def entities(notation: str, *said: tuple[str, str, bool]) -> list[set[str]]:
    """The words of each entity that has several, given who says what, as source, content and whether in the source's own words."""
    text, found = text_of(notation), []
    for source, content, own in said:
        at, start = text.rindex(source), text.rindex(content)
        found.append(Linked(Span(at, at + len(source)), None, (Span(start, start + len(content)),), 0.9, direct=float(own)))
    analysis = assemble(factory.document(text), replace(reading_of(notation), attributions=tuple(found)))
    by: dict[str | None, set[str]] = {}
    for each in analysis.mentions:
        by.setdefault(each.entity, set()).add(text[each.start : each.end])
    return [words for words in by.values() if len(words) > 1]


def spoken(source: str, tag: str, subject: str, link: str = "", mine: str = "") -> str:
    return SPOKE.format(source=source, tag=tag, subject=subject, link=link, mine=mine)


def test_a_source_that_is_a_pronoun_is_who_acted_last() -> None:
    assert entities(ORLA + spoken("She", "PRP", "they"), ("She", "they slept", False)) == [{"Orla", "She"}]


def test_one_that_could_be_two_is_nobody() -> None:
    two = "Orla/NNP/4/nsubj/=person/person and/CC/3/cc Brit/NNP/1/conj/=person/person wept/VBD/0/root ././4/punct\n\n"
    both = "Orla/NNP/2/nsubj/=person/person wept/VBD/0/root as/IN/5/mark Brit/NNP/5/nsubj/=person/person sat/VBD/2/advcl ././2/punct\n\n"
    for before in (both, two.replace("conj", "nsubj")):
        assert entities(before + spoken("She", "PRP", "they"), ("She", "they slept", False)) == []


def test_of_two_the_one_that_the_network_links_to() -> None:
    both = "Orla/NNP/2/nsubj/=person/person wept/VBD/0/root as/IN/5/mark Brit/NNP/5/nsubj/=person/person sat/VBD/2/advcl ././2/punct\n\n"
    found = entities(both + spoken("She", "PRP", "they", link="/^1.4*0.5"), ("She", "they slept", False))
    assert found == [{"Brit", "She"}]


@pytest.mark.parametrize(("score", "whose"), [("0.96", "Orla"), ("0.9", "Brit")])
def test_a_link_that_is_certain_goes_before_who_acted_last(score: str, whose: str) -> None:
    notation = ORLA + WEPT.format(name="Brit") + spoken("She", "PRP", "they", link=f"/^1.1*{score}")
    assert entities(notation, ("She", "they slept", False)) == [{whose, "She"}]


def test_it_is_no_person() -> None:
    notation = ORLA + spoken("It", "PRP", "they", link="/^1.1*0.99")
    assert entities(notation, ("It", "they slept", False)) == []


def test_who_begins_what_is_told_is_who_tells() -> None:
    notation = WEPT.format(name="Brit") + spoken("Orla", "NNP", "she").replace("/person said", "/person/=person said")
    assert entities(notation, ("Orla", "she slept", False)) == [{"Orla", "she"}]


def test_who_begins_what_and_that_joins_to_it_is_who_tells() -> None:
    notation = """
    Brit/NNP/2/nsubj/=person/person wept/VBD/0/root ././2/punct

    Orla/NNP/2/nsubj/=person/person said/VBD/0/root men/NNS/4/nsubj slept/VBD/2/ccomp and/CC/8/cc that/IN/8/mark she/PRP/8/nsubj/person/^1.1
    woke/VBD/4/conj ././2/punct
    """
    assert entities(notation, ("Orla", "men slept and that she woke", False)) == [{"Orla", "she"}]
    assert {"Brit", "she"} in entities(
        notation.replace("that/IN/8/mark", "then/RB/8/advmod"), ("Orla", "men slept and then she woke", False)
    )


@pytest.mark.parametrize(("own", "expected"), [(True, [{"Orla", "I"}]), (False, [])])
def test_i_is_the_source_of_its_own_words(own: bool, expected: list[set[str]]) -> None:
    notation = spoken("Orla", "NNP", "I").replace("/person said", "/person/=person said")
    assert entities(notation, ("Orla", "I slept", own)) == expected


@pytest.mark.parametrize(("label", "expected"), [("organisation", [{"Harbourcorp", "we"}]), ("person", [])])
def test_we_is_a_source_that_is_several(label: str, expected: list[set[str]]) -> None:
    notation = spoken("Harbourcorp", "NNP", "we").replace("/person said", f"/{label}/={label} said")
    assert entities(notation, ("Harbourcorp", "we slept", True)) == expected


@pytest.mark.parametrize("subject", ["I", "you"])
def test_no_speaker_is_another_speaker_or_a_hearer(subject: str) -> None:
    notation = "I/PRP/2/nsubj/person wept/VBD/0/root ././2/punct\n\n" + spoken("Orla", "NNP", subject, mine="/^1.1")
    assert all({"I", "you"} != words for words in entities(notation, ("Orla", f"{subject} slept", True)))


@pytest.mark.parametrize(("determiner", "expected"), [("a", []), ("the", [{"Orla", "the sailor"}])])
def test_what_is_brought_in_as_new_is_no_name_before(determiner: str, expected: list[set[str]]) -> None:
    notation = ORLA + f"then/RB/4/advmod {determiner}/DT/3/det sailor/NN/4/nsubj/person/^1.1 left/VBD/0/root ././4/punct"
    assert entities(notation) == expected


def test_a_pronoun_can_stand_for_whose_report_it_is() -> None:
    report = "The/DT/2/det report/NN/6/nsubj of/IN/4/case Orla/NNP/2/nmod/=person/person was/VBD/6/cop long/JJ/0/root ././6/punct\n\n"
    assert entities(report + spoken("She", "PRP", "they"), ("She", "they slept", False)) == [{"Orla", "She"}]


def test_we_is_whom_the_text_defines() -> None:
    notation = (
        "Vane/NNP/2/compound/=organisation plc/NNP/6/nsubj/=organisation/organisation (“the/DT/4/det Company/NNP/2/appos ”)/''/4/punct"
        " sails/VBZ/0/root ././6/punct\n\nWe/PRP/2/nsubj/person mourn/VBP/0/root ././2/punct"
    )
    assert entities(notation) == [{"Vane plc", "We"}]
