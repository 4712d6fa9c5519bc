"""What one report tells of each thing that it names."""

import factory
from purport.records import Basis, Published
from purport.resolve.names import ORGANISATION, PERSON, PLACE
from purport.resolve.profiles import Profile, profiles
from resolve.made import reading

TEXT = (
    "Defence Minister Maren Tolk spoke in New Karesh. She is the mother of Ilo Tolk, the former mayor of Vesk. Its harbour is closed. "
    "The Karst Harbour Board (KHB) agreed. The Iraqi army, the Kesmar-led band and the Maid Board waited until March."
)


def told(*mentions: tuple[str, str, str], text: str = TEXT) -> list[Profile]:
    return list(profiles(reading(*mentions, text=text)))


def test_a_person_with_titles_pronouns_and_nouns() -> None:
    (one,) = told(("Maren Tolk", "per", "e1"), ("She", "per", "e1"), ("the mother of Ilo Tolk", "per", "e1"))
    assert (one.type, one.is_told, one.titled, one.spoken) == (PERSON, True, "woman", "woman")
    assert [(each.words, each.name.words) for each in one.names] == [("Maren Tolk", ("maren", "tolk"))]
    assert ("defence_minister", "") in {(each.noun, each.when) for each in one.roles}
    assert TEXT[one.names[0].start : one.names[0].end] == "Maren Tolk"


def test_a_role_has_its_time_and_its_words() -> None:
    (one,) = told(("Ilo Tolk", "per", "e1"), ("the former mayor of Vesk", "per", "e1"))
    (role,) = one.roles
    assert (role.noun, role.of, role.when, TEXT[role.start : role.end]) == ("mayor", "Vesk", "former", "the former mayor of Vesk")


def test_who_is_not_named_has_a_profile_for_a_role_that_one_has() -> None:
    (one,) = told(("the former mayor of Vesk", "per", "e1"), ("the mother of Ilo Tolk", "per", "e2"))
    assert one.entity == "e1"
    assert one.names == ()


def test_a_place_is_told_by_in() -> None:
    (one,) = told(("New Karesh", "org", "e1"))
    assert (one.type, one.is_told, one.names[0].words) == (PLACE, True, "New Karesh")


def test_short_forms_and_kinds() -> None:
    (one,) = told(("Karst Harbour Board", "org", "e1"))
    assert (one.type, one.is_told, one.names[0].name.is_definite) == (ORGANISATION, True, True)
    assert [each.words for each in one.acronyms] == ["KHB"]


def test_an_army_is_known_by_whose_it_is() -> None:
    (one,) = told(("The Iraqi army", "org", "e1"))
    assert (one.type, one.names[0].words, one.names[0].name.words) == (ORGANISATION, "The Iraqi army", ("iraq", "army"))


def test_adjectives_and_times_are_no_names() -> None:
    report = reading(("Kesmar-led", "oth", "e1"), ("March", "oth", "e2"), text=TEXT)
    dated = factory.analysis(report.report, mentions=report.mentions, timexes=(factory.timex(report.report, "March"),))
    assert profiles(dated) == ()


def test_a_place_called_by_the_end_of_its_name_is_that_place() -> None:
    text = "Quiet came to New Karesh. Later Karesh slept."
    (one,) = told(("New Karesh", "pla", "e1"), ("Karesh slept"[:6], "pla", "e1"), text=text)
    assert {each.name.words for each in one.names} == {("new", "karesh")}


def test_the_end_of_a_firm_s_name_is_that_firm_here_and_a_word_elsewhere() -> None:
    text = "The Karst Exchange shut. Traders of the Exchange left."
    (one,) = told(("Karst Exchange", "org", "e1"), ("Exchange left"[:8], "org", "e1"), text=text)
    assert {each.name.words for each in one.names} == {("karst", "exchange")}


def test_titles_alone_and_what_is_cut_are_no_names() -> None:
    text = "So the Chancellor of Vesk and Vane (UK) Ltd agreed."
    assert told(("Chancellor", "per", "e1"), ("UK) Ltd", "org", "e2"), text=text) == []


def test_where_a_firm_is_is_no_other_name_of_it() -> None:
    (one,) = told(("Vane Group", "org", "e1"), text="Vane Group (UK) agreed.")
    assert one.acronyms == ()


def test_two_of_one_last_name_are_told_apart_from_one() -> None:
    text = "Orla Vane met Ilo Vane. Then Mr. Vane left, and Tolk, that is Maren Tolk, stayed."
    found = {
        each.entity: each for each in told(("Orla Vane", "per", "e1"), ("Ilo Vane", "per", "e2"), ("Mr. Vane", "per", "e3"), text=text)
    }
    assert [found[each].is_shared for each in ("e1", "e2", "e3")] == [False, False, True]
    (short, long) = told(("Tolk", "per", "e4"), ("Maren Tolk", "per", "e5"), text=text)
    assert short.may_be == long.names[0].name
    assert not short.is_shared


def test_what_tells_the_same_has_one_signature() -> None:
    one, other = (told(("Maren Tolk", "per", "e1"), text=text)[0] for text in ("Maren Tolk spoke.", "So said Maren Tolk."))
    third = told(("Maren Tolk", "per", "e1"), text="Mrs. Maren Tolk spoke.")[0]
    assert one.signature == other.signature != third.signature


def test_the_days_of_the_report() -> None:
    published = Published("2031-03-01", "2031-03-02", Basis.GIVEN)
    (one,) = profiles(reading(("Maren Tolk", "per", "e1"), text=TEXT, published=published))
    assert (one.published.not_before, one.published.not_after) == ("2031-03-01", "2031-03-02")
