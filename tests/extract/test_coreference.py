"""Which expressions are mentions, and which of them are one thing's."""

from dataclasses import replace

import pytest

from extract.parsed import analysed, reading_of, text_of
from purport.analyse import assemble
from purport.extract.clear import page_of
from purport.extract.coreference import find_references
from purport.extract.syntax import grow
from purport.reader import Labelled, Linked, Reading
from purport.records import Analysis, Document, Furniture, FurnitureKind, Report, Span


def clusters(analysis: Analysis) -> list[list[str]]:
    """The words of the mentions by entity, both in text order."""
    found: dict[str | None, list[str]] = {}
    for each in analysis.mentions:
        found.setdefault(each.entity, []).append(analysis.report.text[each.start : each.end])
    return list(found.values())


def named(text: str, *names: tuple[str, str]) -> Analysis:
    """The record of a text of which only names are known; a name stands at its first place after the one before."""
    found, at = [], 0
    for words, label in names:
        at = text.index(words, at)
        found.append(Labelled(Span(at, at + len(words)), label, 0.9))
        at += len(words)
    return assemble(Document(Report("r1", "a.txt", "0" * 64, text), b""), Reading((), tuple(found), ()))


def people(text: str) -> list[list[str]]:
    """The clusters of a text whose people's names stand in square brackets."""
    pieces = text.replace("]", "[").split("[")
    return clusters(named("".join(pieces), *((words, "person") for words in pieces[1::2])))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Orla Vane] met [Ilo Marr]. [Orla Vane] left.", [["Orla Vane", "Orla Vane"], ["Ilo Marr"]]),
        ("[Orla Vane] spoke. [Vane] left.", [["Orla Vane", "Vane"]]),
        ("[Vane] spoke. Later [Orla Vane] left.", [["Vane", "Orla Vane"]]),
        ("[Omar al-Marri] spoke. Mr. [Marri] left. [Al-Marri] wept.", [["Omar al-Marri", "Marri", "Al-Marri"]]),
        ("[Omar al-Marri] spoke. [Jean-Marri] left.", [["Omar al-Marri"], ["Jean-Marri"]]),
        ("[Orla Vane] and [Ilo Vane] spoke. [Vane] left.", [["Orla Vane"], ["Ilo Vane"], ["Vane"]]),
        ("[Orla Vane] spoke. [Orla Vane] sat. [Vane] left.", [["Orla Vane", "Orla Vane", "Vane"]]),
        ("[Orla Vane] spoke. [Orla] left.", [["Orla Vane"], ["Orla"]]),
        ("[Gen. Ilo Marr] spoke. [Ilo Marr] sat. Gen. [Marr] left.", [["Gen. Ilo Marr", "Ilo Marr", "Marr"]]),
        ("Mr. [Vane] met Mrs. [Vane].", [["Vane"], ["Vane"]]),
        ("[Orla Vane] sat. Mrs. [Vane] met Mr. [Vane].", [["Orla Vane"], ["Vane"], ["Vane"]]),
        ("[Orla Vane] sat. Ms. [Vane] met Dr. [Vane].", [["Orla Vane", "Vane", "Vane"]]),
        ("[John Brandt] was killed. Mrs. [Brandt] had warned him.", [["John Brandt"], ["Brandt"]]),
        ("Mr. [John Brandt] fell. Ms. [Brandt] left. Mr. [Brandt] wept.", [["John Brandt", "Brandt"], ["Brandt"]]),
        ("Ms. [Orla Brandt] fell. Mrs. [Brandt] left.", [["Orla Brandt", "Brandt"]]),
        ("[John Brandt] fell. Mrs. [Brandt] left. [Brandt] wept.", [["John Brandt", "Brandt"], ["Brandt"]]),
        ("[Ilo Vane] met Dr. [Orla Vane]. Ms. [Vane] left.", [["Ilo Vane"], ["Orla Vane"], ["Vane"]]),
        ("Mr. [Ilo Vane] met Dr. [Orla Vane]. Ms. [Vane] left.", [["Ilo Vane"], ["Orla Vane"], ["Vane"]]),
        ("Mr. [Ilo Vane] met Ms. [Orla Vane]. Ms. [Vane] left. [Vane] wept.", [["Ilo Vane"], ["Orla Vane", "Vane"], ["Vane"]]),
        ("King [Salman] spoke. Crown Prince [Mohammed bin Salman] denied it.", [["Salman"], ["Mohammed bin Salman"]]),
        ("[Pope Francis] met [John Francis]. [Francis] spoke.", [["Pope Francis"], ["John Francis"], ["Francis"]]),
        ("Pope [Francis] spoke. [Francis] left.", [["Francis", "Francis"]]),
        ("Pope [Francis] met Mr. [Francis].", [["Francis"], ["Francis"]]),
        ("[Omar Ali] met Prince [Ali]. Mr. [Ali] left.", [["Omar Ali"], ["Ali"], ["Ali"]]),
        ("Sheikh [Omar Marr] spoke. Sheikh [Marr] left.", [["Omar Marr", "Marr"]]),
        ("He thanked the king. [Brandt] left. Mrs. [Brandt] wept.", [["Brandt", "Brandt"]]),
        ("He thanked the mr. [Brandt] left. Mrs. [Brandt] wept.", [["Brandt"], ["Brandt"]]),
        ("[Vane] met [vane].", [["Vane"], ["vane"]]),
    ],
)
def test_names_are_put_together_by_their_words(text: str, expected: list[list[str]]) -> None:
    assert people(text) == expected


def test_names_of_two_kinds_are_two() -> None:
    text = "Vane Group fell. Orla Group said Vane Group and Karst and Karst fell."
    found = named(
        text,
        ("Vane Group", "organisation"),
        ("Orla Group", "person"),
        ("Vane Group", "organisation"),
        ("Karst", "place"),
        ("Karst", "person"),
    )
    assert clusters(found) == [["Vane Group", "Vane Group"], ["Orla Group"], ["Karst"], ["Karst"]]


def test_last_names_are_only_peoples() -> None:
    found = named("The Karst Front said Front.", ("Karst Front", "organisation"), ("Front", "organisation"))
    assert clusters(found) == [["Karst Front"], ["Front"]]


SHE = """
Orla/NNP/3/nsubj/=person/person Vane/NNP/1/flat/=person left/VBD/0/root ././3/punct

She/PRP/2/nsubj/person/^1.1 met/VBD/0/root the/DT/4/det mayor/NN/2/obj/person of/IN/6/case Karst/NNP/4/nmod/=place/place ././2/punct

He/PRP/2/nsubj/person/^2.4*0.3 wept/VBD/0/root and/CC/4/cc she/PRP/5/nsubj/person/^2.1 left/VBD/2/conj ././2/punct
"""


def test_the_network_links_pronouns_to_names() -> None:
    found = analysed(SHE)
    assert clusters(found) == [["Orla Vane", "She", "she"], ["Karst"]]
    assert [(each.type, each.form) for each in found.mentions[:2]] == [("person", "name"), ("person", "pronoun")]


def test_a_link_that_the_network_doubts_is_none() -> None:
    sure = analysed(SHE.replace("*0.3", "*0.5"))
    assert ["the mayor of Karst", "He"] in clusters(sure)
    assert ["the mayor of Karst"] not in clusters(analysed(SHE))


BRANDT = """
John/NNP/3/nsubj/=person/person Brandt/NNP/1/flat/=person fell/VBD/0/root ././3/punct

{pronoun}/PRP/2/nsubj/person/^1.1*{score} wept/VBD/0/root ././2/punct

{title}/NNP/3/nsubj Brandt/NNP/1/flat/=person/person/^1.2 left/VBD/0/root ././3/punct
"""


@pytest.mark.parametrize(
    ("pronoun", "score", "title", "one"),
    [
        ("He", "0.9", "Mr.", True),
        ("She", "0.9", "Ms.", True),
        ("She", "0.9", "Mrs.", True),
        ("She", "0.6", "Mrs.", True),
        ("They", "0.9", "Ms.", True),
        ("He", "0.9", "Ms.", False),
        ("She", "0.9", "Mr.", False),
        ("They", "0.9", "Mrs.", False),
        ("He", "0.9", "Mrs.", False),
        ("She", "0.3", "Mrs.", False),
    ],
)
def test_a_last_name_with_a_title_is_whom_pronouns_let_it_be(pronoun: str, score: str, title: str, one: bool) -> None:
    for link in ("", "/^1.1*0.8"):
        found = clusters(analysed(BRANDT.format(pronoun=pronoun, score=score, title=title).replace("/^1.2", link)))
        assert any({"John Brandt", "Brandt"} <= set(names) for names in found) == one


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("Mr./NNP/2/compound Brandt/NNP/3/nsubj/person", "Mrs./NNP/2/compound Brandt/NNP/3/nsubj/person", False),
        ("Karst/NNP/2/compound Front/NNP/3/nsubj/person", "Sorvian/NNP/2/compound Front/NNP/3/nsubj/person", False),
        ("Karst/NNP/2/compound Front/NNP/3/nsubj/person", "The/DT/2/det Board/NNP/3/nsubj/person", True),
        ("The/DT/2/det king/NN/3/nsubj/person", "Sorvia's/NNP/2/nmod:poss queen/NN/3/nsubj/person", False),
        ("The/DT/2/det king/NN/3/nsubj/person", "Karst's/NNP/2/nmod:poss ruler/NN/3/nsubj/person", True),
        ("Orla/NNP/2/compound Vane/NNP/3/nsubj/person", "The/DT/2/det President/NNP/3/nsubj/person", True),
    ],
)
def test_titles_alone_and_names_for_the_tagger_alone_count_too(first: str, second: str, one: bool) -> None:
    found = clusters(analysed(f"{first}/! left/VBD/0/root/!\n\n{second}/^1.2/! wept/VBD/0/root/!"))
    assert len(found) == (1 if one else 2)


def test_he_and_she_are_two() -> None:
    found = analysed(
        """Orla/NNP/2/nsubj/=person/person left/VBD/0/root

        He/PRP/2/nsubj/person/^1.1*0.7 wept/VBD/0/root

        She/PRP/2/nsubj/person/^1.1*0.8 sat/VBD/0/root"""
    )
    assert clusters(found) == [["Orla", "She"]]


def linked(first: str, second: str, score: str = "0.9") -> list[list[str]]:
    """The clusters of two names, as ``words/label``, of which the network links the second to the first."""
    spoken = [_spoken(first, ""), _spoken(second, f"/^1.1*{score}")]
    return clusters(analysed("\n\n".join(spoken)))


def _spoken(name: str, link: str) -> str:
    words, label = name.rsplit("/", 1)
    head, *rest = words.split()
    own = [f"{head}/NNP/{len(rest) + 2}/nsubj/={label}/{label}{link}", *(f"{each}/NNP/1/flat/={label}" for each in rest)]
    return " ".join([*own, "left/VBD/0/root"])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Orla Vane/person", "Orla/person"),
        ("Ilo Omar Marr/person", "Ilo Marr/person"),
        ("ILO MARR/person", "Marr/person"),
        ("Karst Harbour Group/organisation", "Karst Group/organisation"),
        ("Ministry of Harbours/organisation", "Harbours Ministry/organisation"),
        ("Karst Harbour Board/organisation", "K.H.B./organisation"),
        ("Board of Karst Harbour/organisation", "BKH/organisation"),
        ("Karst Inc./organisation", "Karst Inc/organisation"),
    ],
)
def test_a_link_between_names_that_may_be_one_things_holds(first: str, second: str) -> None:
    assert len(linked(first, second)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Omar Hassan/person", "Ali Hassan/person"),
        ("Mohammed Aziz/person", "Mohammed Karim/person"),
        ("Orla Vane/person", "Vane Orla/person"),
        ("Acme/organisation", "Globex/organisation"),
        ("Orla Vane/person", "Vane/organisation"),
        ("Karst/place", "Karst/person"),
        ("Karst Harbour Board/organisation", "KHG/organisation"),
        ("Mr. Vane/person", "Mrs. Vane/person"),
    ],
)
def test_no_link_makes_one_of_names_that_are_two_things(first: str, second: str) -> None:
    assert len(linked(first, second, "1.0")) == 2


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("0.6", "0.8", [["Omar Hassan"], ["he", "Ali Hassan"]]),
        ("0.8", "0.6", [["Omar Hassan", "he"], ["Ali Hassan"]]),
    ],
)
def test_of_links_that_cannot_all_hold_the_surest_does(earlier: str, later: str, expected: list[list[str]]) -> None:
    found = analysed(
        f"""Omar/NNP/3/nsubj/=person/person Hassan/NNP/1/flat/=person fell/VBD/0/root

        When/WRB/3/advmod he/PRP/3/nsubj/person/^1.1*{earlier} left/VBD/7/advcl ,/,/3/punct
        Ali/NNP/7/nsubj/=person/person/^2.2*{later} Hassan/NNP/5/flat/=person wept/VBD/0/root"""
    )
    assert clusters(found) == expected


def test_names_of_one_person_stay_one_whatever_the_network_links() -> None:
    found = analysed(
        """Mohammed/NNP/3/nsubj/=person/person Aziz/NNP/1/flat/=person sat/VBD/0/root

        Mohammed/NNP/3/nsubj/=person/person Karim/NNP/1/flat/=person left/VBD/0/root

        Aziz/NNP/2/nsubj/=person/person/^2.1 wept/VBD/0/root

        Karim/NNP/2/nsubj/=person/person/^3.1 smiled/VBD/0/root"""
    )
    assert clusters(found) == [["Mohammed Aziz", "Aziz"], ["Mohammed Karim", "Karim"]]


def test_a_noun_alone_is_no_mention_unless_it_takes_part() -> None:
    told = analysed(SHE.replace("met/VBD/0/root", "met/VBD/0/root/!"))
    assert ["the mayor of Karst"] in clusters(told)
    assert [(each.form, each.type) for each in told.mentions if each.end - each.start == 18] == [("nominal", "person")]


def test_other_labels_have_no_type_of_their_own() -> None:
    found = analysed(
        """The/DT/2/det raid/NN/3/nsubj/event failed/VBD/0/root

        It/PRP/2/nsubj/event/^1.2 ended/VBD/0/root that/DT/4/det day/NN/2/obl:unmarked/time and/CC/7/cc it/PRP/7/nsubj/other
        stopped/VBD/2/conj"""
    )
    assert clusters(found) == [["The raid", "It"]]
    assert {each.type for each in found.mentions} == {"other"}


BANK = """
The/DT/2/det Bank/NNP/5/nsubj/=organisation/organisation of/IN/4/case/=organisation Sorvia/NNP/2/nmod/=organisation/place
fell/VBD/0/root ././5/punct

Its/PRP$/2/nmod:poss/organisation/^1.2 owner/NN/3/nsubj/person left/VBD/0/root there/RB/3/advmod/place/^1.4
"""


def test_what_refers_within_a_name_is_the_name_or_nothing() -> None:
    assert clusters(analysed(BANK)) == [["Bank of Sorvia", "Its"]]


def test_words_of_a_name_that_is_not_its_head_stand_for_it_when_alone() -> None:
    found = analysed(
        """New/NNP/2/amod/=place Karst/NNP/3/compound/=place/place Port/NNP/4/nsubj/=place fell/VBD/0/root

        It/PRP/2/nsubj/place/^1.2 burned/VBD/0/root"""
    )
    assert clusters(found) == [["New Karst Port", "It"]]


def test_a_title_with_the_name_on_it_is_the_name() -> None:
    found = analysed(
        """General/NNP/4/nsubj/person/! Ilo/NNP/1/flat/=person Marr/NNP/1/flat/=person left/VBD/0/root/!

        He/PRP/2/nsubj/person/^1.1 wept/VBD/0/root/!"""
    )
    assert clusters(found) == [["Ilo Marr", "He"]]
    assert {part.mention for event in found.events for part in event.participants} == {each.id for each in found.mentions}


@pytest.mark.parametrize("relation", ["nmod:desc", "compound", "det", "appos", "amod"])
def test_a_title_before_a_name_is_the_name_however_it_hangs(relation: str) -> None:
    found = analysed(
        f"""Mr./NNP/2/{relation}/person Brandt/NNP/3/nsubj/=person/person sued/VBD/0/root/! Lt./NNP/6/{relation}/person
        Gen./NNP/6/{relation}/person Marr/NNP/3/obj/=person

        He/PRP/2/nsubj/person/^1.1 told/VBD/0/root/! him/PRP/2/obj/person/^1.5"""
    )
    assert clusters(found) == [["Brandt", "He"], ["Marr", "him"]]


@pytest.mark.parametrize("title", ["mayor/NN", "King/NNP"])
def test_what_is_no_title_or_has_a_name_of_its_own_is_left(title: str) -> None:
    marks = "" if title.startswith("mayor") else "/=place"
    found = analysed(f"He/PRP/2/nsubj/person told/VBD/0/root/! {title}/2/iobj/person{marks} Brandt/NNP/5/nsubj/=person left/VBD/2/ccomp/!")
    assert [words for words in clusters(found) if len(words) > 1] == []
    assert len(found.mentions) == 3


@pytest.mark.parametrize(
    ("label", "expected"),
    [("person", [["the harbour master", "Orla Vane"]]), ("organisation", [["Orla Vane"]])],
)
def test_a_name_in_apposition(label: str, expected: list[list[str]]) -> None:
    notation = f"""the/DT/3/det harbour/NN/3/compound master/NN/7/nsubj/{label} ,/,/5/punct Orla/NNP/3/appos/=person/person
        Vane/NNP/5/flat/=person left/VBD/0/root"""
    assert clusters(analysed(notation)) == expected


def test_two_names_in_apposition_are_two() -> None:
    notation = """Karst/NNP/5/nsubj/=place/place ,/,/4/punct old/JJ/4/amod Sorvia/NNP/1/appos/=place/place fell/VBD/0/root"""
    assert clusters(analysed(notation)) == [["Karst"], ["Sorvia"]]


def test_a_head_that_is_a_name_for_the_tagger_alone() -> None:
    found = analysed(
        """The/DT/2/det Front/NNP/3/nsubj/organisation left/VBD/0/root

        It/PRP/2/nsubj/organisation/^1.2 won/VBD/0/root"""
    )
    assert [(each.form, each.start, each.end) for each in found.mentions] == [("name", 0, 9), ("pronoun", 15, 17)]


def test_pronouns_that_the_network_missed_are_people_if_they_cannot_be_else() -> None:
    found = analysed("He/PRP/2/nsubj hit/VBD/0/root/! it/PRP/2/obj")
    assert clusters(found) == [["He"]]


def test_nothing_in_page_text_is_a_mention() -> None:
    whole = clusters(analysed(SHE))
    assert whole[0] == ["Orla Vane", "She", "she"]
    assert clusters(analysed(SHE, (Furniture(0, 15, FurnitureKind.TITLE),))) == whole
    assert clusters(analysed(SHE, (Furniture(0, 6, FurnitureKind.TITLE),))) == [["She", "she"], ["Karst"]]
    assert clusters(analysed(SHE, (Furniture(0, 15, FurnitureKind.CREDIT),))) == [["She", "she"], ["Karst"]]


def test_a_link_through_page_text_holds() -> None:
    text = text_of(SHE)
    she = text.index("She")
    assert clusters(analysed(SHE, (Furniture(she, she + 3, FurnitureKind.PAGE),)))[0] == ["Orla Vane", "she"]


def test_page_text_within_a_phrase_leaves_its_head() -> None:
    text = text_of(SHE)
    at = text.index("of Karst")
    found = analysed(SHE.replace("*0.3", ""), (Furniture(at, at + 8, FurnitureKind.PAGE),))
    assert ["mayor", "He"] in clusters(found)


def test_ids_differ_and_stay() -> None:
    found = analysed(SHE.replace("met/VBD/0/root", "met/VBD/0/root/!"))
    ids = [each.id for each in found.mentions] + [each.entity for each in found.mentions]
    assert len(set(ids)) == len(found.mentions) + len(clusters(found))
    assert analysed(SHE.replace("met/VBD/0/root", "met/VBD/0/root/!")) == found
    assert [each.start for each in found.mentions] == sorted(each.start for each in found.mentions)


def test_every_word_of_a_name_belongs_to_it() -> None:
    reading = reading_of(SHE)
    references = find_references(Report("r1", "a.txt", "0" * 64, text_of(SHE)), reading, grow(reading.words), page_of(()))
    assert references.of(0) is references.of(1) is references.expressions[0]
    assert references.of(2) is None


def sourced(reading: Reading, text: str, source: str) -> str | None:
    """The first words of the entity that an attribution to a source has, if any."""
    at, said = text.index(source), Span(len(text) - 5, len(text))
    linked = Linked(Span(at, at + len(source)), None, (said,), 0.9)
    found = assemble(Document(Report("r1", "a.txt", "0" * 64, text), b""), replace(reading, attributions=(linked,)))
    entity = found.attributions[0].source_entity
    return next((text[each.start : each.end] for each in found.mentions if each.entity == entity), None) if entity else None


@pytest.mark.parametrize(
    ("source", "entity"),
    [
        ("Orla Vane", "Orla Vane"),
        ("She", "Orla Vane"),
        ("Vane", "Orla Vane"),
        ("the mayor of Karst", None),
        ("of Karst.", "Karst"),
        ("wept and", None),
    ],
)
def test_the_entity_of_a_source_is_its_heads(source: str, entity: str | None) -> None:
    assert sourced(reading_of(SHE), text_of(SHE), source) == entity


def test_without_words_a_source_is_the_name_it_is() -> None:
    bare = Reading((), reading_of(SHE).entities, ())
    assert sourced(bare, text_of(SHE), "Orla Vane") == "Orla Vane"
    assert sourced(bare, text_of(SHE), "Orla Vane left") is None


def test_a_source_that_no_text_names_has_no_entity() -> None:
    text = text_of(SHE)
    reading = replace(reading_of(SHE), attributions=(Linked(None, None, (Span(0, 9),), 0.9),))
    (found,) = assemble(Document(Report("r1", "a.txt", "0" * 64, text), b""), reading).attributions
    assert found.source_entity is None


JOINT = """
Russia/NNP/4/nsubj/=place/place and/CC/3/cc Iran/NNP/1/conj/=place/place met/VBD/0/root and/CC/9/cc
Hathe/NNP/9/nsubj/=organisation/organisation &/CC/8/cc/=organisation Orrin/NNP/6/conj/=organisation left/VBD/4/conj ././4/punct

The/DT/2/det head/NN/5/nsubj/person and/CC/4/cc founder/NN/2/conj/person/^2.2 said/VBD/0/root
"""


@pytest.mark.parametrize(
    ("source", "entity"),
    [
        ("Russia and Iran", None),
        ("Russia", "Russia"),
        ("Iran", "Iran"),
        ("Hathe & Orrin", "Hathe & Orrin"),
        ("The head and founder", "The head"),
    ],
)
def test_a_joint_source_has_no_entity(source: str, entity: str | None) -> None:
    assert sourced(reading_of(JOINT), text_of(JOINT), source) == entity


def test_a_relative_pronoun_is_the_noun_that_its_clause_is_about() -> None:
    notation = """Orla/NNP/4/nsubj/=person/person who/WP/3/nsubj spoke/VBD/1/acl:relcl wept/VBD/0/root

    She/PRP/2/nsubj/person/^1.1 left/VBD/0/root"""
    assert sourced(reading_of(notation), text_of(notation), "who") == "Orla"


@pytest.mark.parametrize(("pronoun", "expected"), [("Its", [["Orla"], ["The owner", "Its"]]), ("Her", [["The owner", "Orla", "Her"]])])
def test_a_noun_is_given_a_name_after_its_pronouns(pronoun: str, expected: list[list[str]]) -> None:
    notation = f"""The/DT/2/det owner/NN/3/nsubj/person left/VBD/0/root

    Orla/NNP/2/nsubj/=person/person/^1.2*0.9 wept/VBD/0/root

    {pronoun}/PRP$/2/nmod:poss/person/^1.2*0.7 name/NN/3/nsubj fell/VBD/0/root"""
    assert sorted(clusters(analysed(notation)), key=len) == expected


LEAGUE = """
The/DT/3/det Karst/NNP/3/compound/=organisation League/NNP/4/nsubj/=organisation/organisation met/VBD/0/root ././4/punct

Officials/NNS/5/nsubj/person/^1.3 of/IN/4/case the/DT/4/det League/NNP/1/nmod/=organisation/organisation/^1.3 left/VBD/0/root ././5/punct
"""
CITY = """
The/DT/2/det city/NN/5/nsubj/place of/IN/4/case Karst/NNP/2/nmod/=place/place/^1.2 fell/VBD/0/root ././5/punct
"""


def test_what_is_of_something_is_not_that() -> None:
    assert clusters(analysed(LEAGUE)) == [["Karst League", "League"]]
    assert ["The city of Karst", "Karst"] in clusters(analysed(CITY))


@pytest.mark.parametrize(("pronoun", "one"), [("He", True), ("She", False)])
def test_a_noun_can_tell_the_sex(pronoun: str, one: bool) -> None:
    found = analysed(
        f"A/DT/2/det man/NN/3/nsubj/person fell/VBD/0/root ././3/punct\n\n{pronoun}/PRP/2/nsubj/person/^1.2 rose/VBD/0/root ././2/punct"
    )
    assert (["A man", pronoun] in clusters(found)) == one
