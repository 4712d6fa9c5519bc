"""What a claim is compared by, drawn from the record of its report."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

import factory
from extract.parsed import reading_of, text_of
from purport.analyse import assemble
from purport.reader import Linked
from purport.records import (
    Analysis,
    Dateline,
    Factuality,
    Interval,
    MentionForm,
    MentionType,
    Participant,
    Published,
    Said,
    SourceType,
    Span,
)
from purport.resolve.accounts import Account, Days, identified
from purport.resolve.claimed import accounts
from purport.resolve.compare import comparison
from resolve.carried import sentences
from resolve.saying import days

DAY = Published("2031-03-06", "2031-03-06")
KILLED = (
    "Vane/NNP/2/nsubj/person/=person said/VBD/0/root that/IN/6/mark Tolk/NNP/6/nsubj:pass/person/=person was/VBD/6/aux:pass"
    " killed/VBN/2/ccomp/<kill/! ././2/punct"
)
NOT_KILLED = (
    "Orr/NNP/2/nsubj/person/=person said/VBD/0/root that/IN/7/mark Tolk/NNP/7/nsubj:pass/person/=person was/VBD/7/aux:pass"
    " not/RB/7/advmod killed/VBN/2/ccomp/<kill/!-3 ././2/punct"
)
TEXT = (
    "The Brask Courier counted the boats of the Merle. Orla Vane said on Monday that the hospital held 40 sailors. "
    "The mayor, Ilo Tolk, told her that 12 of them had died in Karst. Nobody slept."
)
NAMES = {"vane": frozenset({"vane"}), "tolk": frozenset({"tolk"}), "karst": frozenset({"karst"}), "merle": frozenset({"merle"})}
NAMES |= {"courier": frozenset({"courier"})}


def read(notation: str, source: str, cue: str, content: str) -> Analysis:
    """The record of a sentence in which somebody says something."""
    text = text_of(notation)
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (source, cue, content)]
    linked = Linked(spans[0], spans[1], (spans[2],), 0.9)
    return assemble(factory.document(text), replace(reading_of(notation), attributions=(linked,)))


def by_words(analysis: Analysis) -> dict[str, frozenset[str]]:
    """The entities of a report, each found by the words of its names."""
    text = analysis.report.text
    named = [each for each in analysis.mentions if each.entity and each.form is MentionForm.NAME]
    return {each.entity: frozenset({text[each.start : each.end].lower()}) for each in named if each.entity}


def report(text: str = TEXT, **layers: Any) -> Analysis:
    """A report of some texts' words with the mentions of its names."""
    one = factory.report(text, outlet="The Brask Courier", published=DAY)
    kinds = {
        "Orla Vane": ("vane", MentionType.PERSON),
        "Ilo Tolk": ("tolk", MentionType.PERSON),
        "Karst": ("karst", MentionType.PLACE),
        "the Merle": ("merle", MentionType.OTHER),
        "The Brask Courier": ("courier", MentionType.ORGANISATION),
    }
    mentions = tuple(factory.mention(one, words, entity=key, type=type_) for words, (key, type_) in kinds.items() if words in text)
    return factory.analysis(one, sentences=sentences(text), **{"mentions": mentions} | layers)


def told(*claims: tuple[str | None, str | None, str], text: str = TEXT, **layers: Any) -> tuple[Account, ...]:
    """The accounts of a report with these claims: source, cue, content."""
    base = report(text)
    said = {each: factory.attribution(base.report, *each, source_entity=None) for each in claims if each[1]}
    held = tuple(factory.claim(base.report, said[each] if each in said else each[2]) for each in claims)
    return accounts(replace(base, attributions=tuple(said.values()), claims=held, **layers), NAMES)


def test_days_know_what_lies_before_and_apart() -> None:
    march, later, open_ = days("2031-03-01..2031-03-04"), days("2031-03-05"), days("2031-03-03..")
    assert march.before(later)
    assert not later.before(march)
    assert march.apart(later)
    assert later.apart(march)
    assert not march.apart(open_)
    assert not Days().apart(march)
    assert [each.known for each in (march, open_, Days())] == [True, False, False]


def test_a_sentence_read_is_an_account() -> None:
    analysis = read(KILLED, "Vane", "said", "Tolk was killed")
    (one,) = accounts(analysis, by_words(analysis))
    assert (one.words, one.speaker, one.factuality) == ("Tolk was killed", "Vane", Factuality.CERTAIN)
    assert [(each.stem, [(role, party.words) for role, party in each.parties]) for each in one.frames] == [("kill", [("patient", "Tolk")])]
    assert one.about_names == {"tolk"}
    assert one.stems == {"tolk", "kill"}


def test_two_sentences_read_contradict_each_other() -> None:
    def who(_: str, entity: str) -> tuple[str, str] | None:
        return names.get(entity)

    analyses = read(KILLED, "Vane", "said", "Tolk was killed"), read(NOT_KILLED, "Orr", "said", "Tolk was not killed")
    analyses = analyses[0], replace(analyses[1], report=replace(analyses[1].report, path="b.txt"))
    names = {key: (next(iter(words)), "") for each in analyses for key, words in by_words(each).items()}
    one, other = (identified(accounts(each, by_words(each))[0], who) for each in analyses)
    found = comparison(one, other)
    assert found is not None
    assert (found.relation, found.type) == ("contradicts", "denial")


def test_a_claim_within_another_is_not_the_others() -> None:
    outer = ("Orla Vane", "said", "the hospital held 40 sailors. The mayor, Ilo Tolk, told her that 12 of them had died in Karst")
    inner = ("The mayor, Ilo Tolk,", "told", "12 of them had died in Karst")
    one, other = told(outer, inner)
    assert one.own == "the hospital held 40 sailors. The mayor, Ilo Tolk, told her that "
    assert other.own == other.words == "12 of them had died in Karst"
    assert "karst" in other.stems
    assert "karst" not in one.stems
    assert [each.words for each in one.parties] == ["Ilo Tolk"]
    assert [each.words for each in other.parties] == ["Karst"]


@pytest.mark.parametrize(
    ("cue", "content", "shown"),
    [("reports", "he had died", "reports that he had died"), ("Reports", "he had died", "he had died")],
)
def test_hearsay_is_shown_with_its_word_where_it_stands_at_once_before(cue: str, content: str, shown: str) -> None:
    text = "Reports came in. There were reports that he had died."
    (one,) = told((None, cue, content), text=text)
    assert [span.words(text) for span in one.shown] == [shown]
    assert [span.words(text) for span in one.content] == [content]


def test_a_named_source_is_not_shown_with_the_words() -> None:
    (one,) = told(("Orla Vane", "said", "on Monday that the hospital held 40 sailors"))
    assert one.shown == one.content


def test_the_outlet_speaks_where_nobody_else_does() -> None:
    one, other = told((None, None, "Nobody slept"), ("Orla Vane", "said", "the hospital held 40 sailors"))
    assert (one.source, one.speaker) == (None, "The Brask Courier")
    assert other.speaker == "Orla Vane"


def test_what_nobody_named_says_is_not_the_outlets() -> None:
    (one,) = told((None, "reports", "he had died"), text="There were reports that he had died.")
    assert (one.hearsay, one.speaker) == ("reports", "“reports” in The Brask Courier")


def test_who_is_only_he_within_what_somebody_says_is_that_one() -> None:
    text = "A driver said he had seen the mayor alive."
    base = report(text)
    outer = factory.attribution(base.report, "A driver", "said", "he had seen the mayor alive")
    inner = factory.attribution(base.report, "he", "had seen", "the mayor alive", nested_in=outer.id)
    claims = tuple(factory.claim(base.report, each) for each in (outer, inner))
    found = accounts(replace(base, attributions=(outer, inner), claims=claims), NAMES)
    assert [each.speaker for each in found] == ["A driver", "A driver"]


def test_a_claim_is_said_when_its_source_said_it_else_when_the_report_came_out() -> None:
    base = report()
    monday = Said(None, "2031-03-03", "2031-03-03")
    held = [
        factory.attribution(base.report, "Orla Vane", "said", "the hospital held 40 sailors", said=said)
        for said in (monday, Said(None, "2031-03-03", None), None)
    ]
    for each, expected in zip(held, ("2031-03-03", "2031-03-06", "2031-03-06"), strict=True):
        (one,) = accounts(replace(base, attributions=(each,), claims=(factory.claim(base.report, each),)), NAMES)
        assert (one.said, one.out) == (days(expected), days("2031-03-06"))


@pytest.mark.parametrize(
    ("text", "held", "about"),
    [
        ("Orla Vane left. It was late.", "Orla Vane left", {"vane"}),
        ("Orla Vane left. It was late.", "It was late", {"vane"}),
        ("It was late. It rained. It froze. It snowed. Orla Vane left.", "It was late", set()),
        ("The Brask Courier has a list of the Merle.", "The Brask Courier has a list of the Merle", {"merle"}),
    ],
)
def test_what_a_claim_is_about(text: str, held: str, about: set[str]) -> None:
    (one,) = told((None, None, held), text=text)
    assert one.about == about
    assert one.about_names == about


@pytest.mark.parametrize(("text", "about"), [("Men came here. It froze.", {"karst"}), ("Men came. It froze.", set())])
def test_here_is_the_place_of_the_dateline(text: str, about: set[str]) -> None:
    base = report(f"{text} It rained. It snowed. It thawed. Karst slept.")
    filed = replace(base.report, dateline=Dateline("KARST", 0, 0))
    (one,) = accounts(replace(base, report=filed, claims=(factory.claim(base.report, text.split(".")[0]),)), NAMES)
    assert one.about == about


def test_who_only_speaks_is_not_what_a_claim_is_about() -> None:
    (one,) = told(("Orla Vane", "said", "it was late"), text="Orla Vane said it was late.")
    assert one.about == set()


def test_counts_are_of_something_and_of_the_claims_own_words() -> None:
    base = report()
    content = "the hospital held 40 sailors"
    sailors = factory.mention(base.report, "40 sailors", type=MentionType.PERSON, form=MentionForm.NOMINAL, id="sailors")
    forty = factory.quantity(base.report, "40", low=40.0, high=40.0, of="sailors")
    bare = factory.quantity(base.report, "12", low=12.0, high=12.0)
    held = factory.event(base.report, "held", participants=(Participant("patient", "sailors"),))
    claim = factory.claim(base.report, content, events=(held.id,), quantities=(forty.id, bare.id))
    layers = {"mentions": (*base.mentions, sailors), "quantities": (forty, bare), "events": (held,), "claims": (claim,)}
    (one,) = accounts(replace(base, **layers), NAMES)
    assert [(each.low, each.of, each.said_of, each.is_former) for each in one.counts] == [(40.0, "sailors", {"hold"}, False)]


def test_a_number_that_was_replaced_is_a_former_one() -> None:
    text = "The dead rose to 17 from 14."
    base = report(text)
    counted = tuple(factory.quantity(base.report, words, low=float(words), high=float(words), of="dead") for words in ("17", "14"))
    claim = factory.claim(base.report, "The dead rose to 17 from 14", quantities=tuple(each.id for each in counted))
    (one,) = accounts(replace(base, quantities=counted, claims=(claim,)), NAMES)
    assert [(each.low, each.is_former) for each in one.counts] == [(17.0, False), (14.0, True)]


@pytest.mark.parametrize(
    ("claimed", "of_event", "expected"),
    [("CT+", "CT-", "CT-"), ("PS+", "CT+", "PS+"), ("PS+", "Uu", "Uu"), ("CT+", "CT+", "CT+"), ("CT-", "CT+", "CT-")],
)
def test_an_event_is_as_sure_as_its_claim_where_that_is_not_flat(claimed: str, of_event: str, expected: str) -> None:
    base = report()
    died = factory.event(base.report, "died", factuality=Factuality(of_event), not_before="2031-03-01", not_after="2031-03-02")
    claim = factory.claim(base.report, "12 of them had died in Karst", factuality=Factuality(claimed), events=(died.id,))
    (one,) = accounts(replace(base, events=(died,), claims=(claim,)), NAMES)
    assert [(each.factuality, each.days) for each in one.frames] == [(Factuality(expected), days("2031-03-01..2031-03-02"))]


def test_messages_of_a_named_speaker() -> None:
    text = "Orla Vane is said to speak on a tape. Some hold it for a hoax on a reel."
    base = report(text)
    released = Interval("2031-03-05", "2031-03-05")
    tapes = factory.recording(base.report, "a tape", speaker="Orla Vane", released=released), factory.recording(base.report, "a reel")
    claims = tuple(factory.claim(base.report, words) for words in ("to speak on a tape", "a hoax on a reel"))
    one, other = accounts(replace(base, recordings=tapes, claims=claims), NAMES)
    assert [(each.speaker, each.names, each.released) for each in one.messages] == [("vane", {"vane"}, days("2031-03-05"))]
    assert other.messages == ()


def test_who_is_meant_is_looked_up_in_the_case() -> None:
    (one,) = told(("Orla Vane", "said", "The mayor, Ilo Tolk, told her that 12 of them had died in Karst"))
    known = identified(one, lambda report, entity: ("c-tolk", "Mayor Tolk") if entity == "tolk" else None)
    assert {(each.key, each.called) for each in known.parties} == {("c-tolk", "Mayor Tolk"), (f"{one.report} karst", "Karst")}
    assert "c-tolk" in known.about
    assert known.about_names == one.about_names
    assert {each.names for each in known.parties} == {each.names for each in one.parties}


@pytest.mark.parametrize(
    ("factuality", "low", "denied"),
    [("CT-", None, True), ("PR-", None, True), ("CT+", None, False), ("CT+", 0.0, True), ("Uu", 0.0, False), ("CT+", 3.0, False)],
)
def test_none_of_it_is_a_denial(factuality: str, low: float | None, denied: bool) -> None:
    base = report()
    counted = () if low is None else (factory.quantity(base.report, "12", low=low, high=low, of="sailors"),)
    claim = factory.claim(base.report, "12 of them", factuality=Factuality(factuality), quantities=tuple(each.id for each in counted))
    (one,) = accounts(replace(base, quantities=counted, claims=(claim,)), NAMES)
    assert one.denied == denied


def test_an_unnamed_source_has_a_key_of_its_report_or_none() -> None:
    base = report()
    said = factory.attribution(
        base.report, "The mayor", "told", "12 of them", source_type=SourceType.ANONYMOUS_OFFICIAL, source_entity="tolk"
    )
    (one,) = accounts(replace(base, attributions=(said,), claims=(factory.claim(base.report, said),)), NAMES)
    assert one.source is not None
    assert (one.source.key, one.source.words, one.source.names) == ("tolk", "The mayor", {"tolk"})
    assert one.entities == {"tolk"} | one.about


@pytest.mark.parametrize(("text", "high"), [("They have named 17 dead so far.", None), ("They have named 17 dead.", 17.0)])
def test_a_count_of_those_known_by_then_is_a_bound(text: str, high: float | None) -> None:
    base = report(text)
    counted = factory.quantity(base.report, "17", low=17.0, high=17.0, of="dead")
    claim = factory.claim(base.report, "They have named 17 dead", quantities=(counted.id,))
    (one,) = accounts(replace(base, quantities=(counted,), claims=(claim,)), NAMES)
    assert [(each.low, each.high) for each in one.counts] == [(17.0, high)]


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("Press reports that a hatch was open are false.", "that a hatch was open are false", "CT-"),
        ("Press reports that a hatch was open are many.", "that a hatch was open are many", "CT+"),
        ("Police say that the papers are false.", "that the papers are false", "CT+"),
    ],
)
def test_what_is_told_only_to_be_called_false_is_denied(text: str, content: str, expected: str) -> None:
    source, cue = text.split()[:2]
    (one,) = told((source, cue, content), text=text)
    assert (str(one.factuality), one.source is None) == (expected, expected == "CT-")


@pytest.mark.parametrize(
    ("source", "type_", "speaker"),
    [
        ("she", SourceType.NAMED_PERSON, "Orla Vane"),
        ("The mayor", SourceType.NAMED_PERSON, "The mayor"),
        ("We", SourceType.OUTLET, "The Brask Courier"),
        ("they", SourceType.ANONYMOUS_OTHER, "they"),
    ],
)
def test_whoever_is_a_pronoun_here_is_called_by_name(source: str, type_: SourceType, speaker: str) -> None:
    base = report(f"Orla Vane, the mayor, was there. The Vane house stood. Later {source} said the wall held.")
    entity = None if source == "they" else "vane"
    named = [factory.mention(base.report, words, type=MentionType.PERSON, entity="vane") for words in ("Orla Vane", "Vane")]
    held = replace(factory.attribution(base.report, source, "said", "the wall held"), source_entity=entity, source_type=type_)
    (one,) = accounts(replace(base, mentions=tuple(named), attributions=(held,), claims=(factory.claim(base.report, held),)), {})
    assert one.speaker == speaker
