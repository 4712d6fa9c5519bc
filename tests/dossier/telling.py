"""Invented reports of people for the tests of dossiers: names, pronouns, what is done to whom, and who says so.

report("Ilo Tolk died, the army said.", Says("the army", "Ilo Tolk died"), people=["Ilo Tolk"], does=[Did("died", {"agent": "Ilo Tolk"})])
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import factory
from purport.dossier.entries import Told
from purport.dossier.lines import Entry
from purport.dossier.people import tell
from purport.ids import item_id
from purport.records import (
    Analysis,
    Basis,
    Factuality,
    Form,
    Interval,
    MentionForm,
    MentionType,
    Participant,
    Published,
    Report,
    Said,
    SourceType,
    Span,
    SpeechAct,
)
from purport.resolve.aliases import keys
from purport.resolve.claimed import accounts
from purport.resolve.profiles import profiles

DAY = "2031-03-10"
PRONOUNS = frozenset({"he", "him", "she", "her", "He", "She"})


@dataclass(frozen=True, slots=True)
class Says:
    """Who says what; without a source and a cue it is the outlet's own."""

    source: str | None
    content: str
    cue: str | None = "said"
    sure: str = "CT+"
    type: SourceType = SourceType.NAMED_ORGANISATION
    form: Form = Form.INDIRECT
    act: SpeechAct = SpeechAct.STATEMENT
    said: str = DAY


@dataclass(frozen=True, slots=True)
class Did:
    """A happening: its word, who takes part, and where."""

    word: str
    roles: dict[str, str] = field(default_factory=dict)
    at: str | None = None
    sure: str = "CT+"
    on: str | None = None


@dataclass(frozen=True, slots=True)
class Tape:
    """A message in these words, said to be somebody's."""

    words: str
    speaker: str
    hedge: str | None
    released: str = DAY


def report(
    text: str,
    *sayings: Says,
    people: Sequence[str] = (),
    nouns: Sequence[str] = (),
    one: Sequence[Sequence[str]] = (),
    places: Sequence[str] = (),
    does: Sequence[Did] = (),
    tapes: Sequence[Tape] = (),
    path: str = "karst.txt",
    day: str = DAY,
) -> Analysis:
    """A report in the Karst Courier of 10 March 2031. ``one`` are names and nouns that are one entity; pronouns are no entity's."""
    made = factory.report(text, path=path, outlet="Karst Courier", published=Published(day, day, Basis.GIVEN))
    mentions = {}
    for words in (*people, *nouns, *places):
        whole = next((group[0] for group in one if words in group), words)
        entity = None if words in PRONOUNS else item_id(made.id, "entity", (factory.span(text, whole),))
        form = MentionForm.PRONOUN if words in PRONOUNS else MentionForm.NAME if words in (*people, *places) else MentionForm.NOMINAL
        type_ = MentionType.PLACE if words in places else MentionType.PERSON
        mentions[words] = factory.mention(made, words, type=type_, form=form, entity=entity or item_id(made.id, words, ()))
    events = tuple(
        factory.event(
            made,
            each.word,
            factuality=Factuality(each.sure),
            participants=tuple(Participant(role, mentions[words].id) for role, words in each.roles.items()),
            place=mentions[each.at].id if each.at else None,
            not_before=each.on,
            not_after=each.on,
        )
        for each in does
    )
    attributions, claims = [], []
    for each in sayings:
        at = factory.span(text, each.content)
        inside = tuple(event.id for event in events if at.start <= event.start and event.end <= at.end)
        if each.cue is None:
            claims.append(factory.claim(made, each.content, factuality=Factuality(each.sure), events=inside))
            continue
        entity = next((mention.entity for words, mention in mentions.items() if each.source and words in each.source), None)
        attributions.append(_attribution(made, each, entity))
        claims.append(factory.claim(made, attributions[-1], events=inside))
    recordings = (
        factory.recording(
            made,
            each.words,
            speaker=each.speaker,
            hedge=each.hedge and factory.span(text, each.hedge),
            released=Interval(each.released, each.released),
        )
        for each in tapes
    )
    ends = [i + 1 for i, letter in enumerate(text) if letter == "."]
    return factory.analysis(
        made,
        sentences=tuple(Span(start, end) for start, end in zip([0, *ends], ends, strict=False)),
        mentions=tuple(sorted(mentions.values(), key=lambda each: each.start)),
        events=events,
        attributions=tuple(attributions),
        claims=tuple(claims),
        recordings=tuple(recordings),
    )


def _attribution(made: Report, each: Says, entity: str | None) -> factory.Attribution:
    return factory.attribution(
        made,
        each.source,
        each.cue,
        each.content,
        factuality=Factuality(each.sure),
        source_type=each.type,
        source_entity=entity,
        form=each.form,
        speech_act=each.act,
        said=Said(None, each.said, each.said),
    )


def told(analysis: Analysis) -> Told:
    """What is drawn from a report."""
    found = profiles(analysis)
    names = {each.entity: keys(each) for each in found}
    return Told(analysis, accounts(analysis, names), found, names)


def entries(analysis: Analysis, *fields: str) -> list[Entry]:
    """What a report tells of people, in some fields."""
    return [each for each in tell(told(analysis)) if not fields or each.field in fields]


def shown(analysis: Analysis, *fields: str) -> list[str]:
    """The same, in short: "Ilo Tolk: dead CT+ by the army"."""
    return [f"{each.subject_words}: {each.value} {each.factuality} by {each.by}" for each in entries(analysis, *fields)]
