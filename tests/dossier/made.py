"""An invented report of a tape, and what it tells of it, for the tests of dossiers."""

from __future__ import annotations

import factory
from purport.dossier.entries import Told
from purport.records import (
    Analysis,
    Basis,
    Factuality,
    Form,
    Interval,
    MentionType,
    Published,
    Reason,
    Recorded,
    Recording,
    Report,
    SourceType,
    Span,
    SpeechAct,
)
from purport.resolve.aliases import keys
from purport.resolve.claimed import accounts
from purport.resolve.profiles import profiles

TAPE = (
    "A 31-minute tape said to be from Orla Vashan came out on Thursday on the channel Ember Voice. Its date could not be established. "
    "The Karst Wire could not verify the voice. Two officials believed that the voice was probably hers. "
    "On it Vashan mocks the truce of 12 February and does not mention the flood. She called on her men to burn the mills. "
    "It is her first message since a speech in May 2030."
)


def tape(path: str = "tape.txt", day: str = "2031-03-06") -> Analysis:
    """A report of a tape, with all that a reader finds in it."""
    one = factory.report(TAPE, path=path, outlet="Karst Wire", published=Published(day, day, Basis.GIVEN))
    whose = factory.mention(one, "Orla Vashan", type=MentionType.PERSON, entity=f"vashan of {path}")
    she = {"source_entity": whose.entity, "source_type": SourceType.NAMED_PERSON}
    attributions = (
        factory.attribution(one, "The Karst Wire", "could not verify", "the voice", factuality=Factuality.UNCOMMITTED),
        factory.attribution(one, "Two officials", "believed", "that the voice was probably hers", factuality=Factuality.PROBABLE),
        factory.attribution(
            one, "She", "called on", "her men to burn the mills", speech_act=SpeechAct.EXHORTATION, form=Form.INDIRECT, **she
        ),
    )
    return factory.analysis(
        one,
        sentences=tuple(sentences(TAPE)),
        mentions=(whose,),
        timexes=(factory.timex(one, "31-minute", type="DURATION", value="PT31M"), factory.timex(one, "May 2030", value="2030-05")),
        attributions=attributions,
        claims=tuple(factory.claim(one, each) for each in attributions),
        recordings=recordings(one, day),
    )


def recordings(one: Report, day: str) -> tuple[Recording, ...]:
    text = one.text
    truce, out = factory.span(text, "the truce of 12 February"), factory.span(text, "came out on Thursday")
    reasons = (
        Reason('mentions "the truce of 12 February" (2031-02-12 at the earliest)', one.id, truce.start, truce.end),
        Reason('came out: "came out on Thursday"', one.id, out.start, out.end),
    )
    first = factory.recording(
        one,
        "A 31-minute tape",
        speaker="Orla Vashan",
        hedge=factory.span(text, "said to be from"),
        channel="the channel Ember Voice",
        duration="PT31M",
        released=Interval(day, day),
        recorded=Recorded("2031-02-12", day, reasons),
        mentions=(truce, factory.span(text, "her men to burn the mills")),
        omits=(factory.span(text, "the flood"),),
    )
    older = factory.recording(one, "a speech in May 2030", medium="speech", released=Interval("2030-05-01", "2030-05-31"))
    return first, older


def sentences(text: str) -> list[Span]:
    ends = [at + 1 for at, letter in enumerate(text) if letter == "."]
    return [Span(start, end) for start, end in zip([0, *ends], ends, strict=False)]


def told(analysis: Analysis) -> Told:
    """What entries are drawn from."""
    known = profiles(analysis)
    names = {each.entity: keys(each) for each in known}
    return Told(analysis, accounts(analysis, names), known, names)
