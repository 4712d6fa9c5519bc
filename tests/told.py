"""Invented reports of one strike on Karst, read by hand, as a case of them tells who is who and where their accounts part.

    report("a.txt", "Orla Vane died.", names=[("Orla Vane", "per")], acts=[("died", {"agent": "Orla Vane"})])

Claims hold the acts and counts that stand in their content; without claims a report says each of its sentences in its own voice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import factory
from purport.ids import item_id
from purport.records import (
    Analysis,
    Basis,
    Event,
    Factuality,
    Interval,
    Mention,
    MentionForm,
    MentionType,
    Participant,
    Published,
    Quantity,
    Report,
    Said,
    SourceType,
    Span,
    SpeechAct,
)

TYPES = {"per": MentionType.PERSON, "org": MentionType.ORGANISATION, "pla": MentionType.PLACE}


@dataclass(frozen=True, slots=True)
class Saying:
    """Who says what, how surely; without a source it is the outlet's own."""

    content: str
    source: str | None = None
    cue: str = "said"
    factuality: Factuality = Factuality.CERTAIN
    act: SpeechAct = SpeechAct.STATEMENT


def report(
    path: str,
    text: str,
    *sayings: Saying,
    day: str,
    outlet: str | None = None,
    names: Sequence[tuple[str, str]] = (),
    offices: Mapping[str, str | None] = MappingProxyType({}),
    acts: Sequence[tuple[str, Mapping[str, str]]] = (),
    counts: Sequence[tuple[str, float, str]] = (),
    message: str | None = None,
) -> Analysis:
    """A report that came out on a day. ``names`` are words and types, each thing by itself; ``offices`` nouns and who is called so."""
    one = factory.report(text, path=path, outlet=outlet, published=Published(day, day, Basis.GIVEN))
    mentions = {words: _mention(one, words, kind, MentionForm.NAME) for words, kind in names}
    for words, who in offices.items():
        mentions[words] = _mention(one, words, "per", MentionForm.NOMINAL, mentions[who].entity if who else None)
    quantities = tuple(factory.quantity(one, words, low=float(many), high=float(many), of=of) for words, many, of in counts)
    events = tuple(
        factory.event(one, word, type="occurrence", participants=tuple(Participant(role, mentions[who].id) for role, who in parts.items()))
        for word, parts in acts
    )
    ends = [i + 1 for i, letter in enumerate(text) if letter == "."]
    attributions = []
    claims = []
    for saying in sayings:
        entity = next((each.entity for words, each in mentions.items() if saying.source and words in saying.source), None)
        said = saying.source and factory.attribution(
            one,
            saying.source,
            saying.cue,
            saying.content,
            factuality=saying.factuality,
            speech_act=saying.act,
            source_type=SourceType.NAMED_ORGANISATION,
            source_entity=entity,
            said=Said(None, day, day),
        )
        if said:
            attributions.append(said)
        at = factory.span(text, saying.content)
        inside = {"events": _within(at, events), "quantities": _within(at, quantities)}
        claims.append(factory.claim(one, said or saying.content, factuality=saying.factuality, **inside))
    return factory.analysis(
        one,
        sentences=tuple(Span(start, end) for start, end in zip([0, *ends], ends, strict=False)),
        mentions=tuple(sorted(mentions.values(), key=lambda each: each.start)),
        quantities=quantities,
        events=events,
        attributions=tuple(attributions),
        claims=tuple(claims),
        recordings=(factory.recording(one, "audio message", speaker=message, released=Interval(day, day)),) if message else (),
    )


def _mention(one: Report, words: str, kind: str, form: MentionForm, entity: str | None = None) -> Mention:
    at = factory.span(one.text, words)
    return factory.mention(one, words, type=TYPES[kind], form=form, entity=entity or item_id(one.id, "entity", (at,)))


def _within(at: Span, items: Sequence[Event] | Sequence[Quantity]) -> tuple[str, ...]:
    return tuple(each.id for each in items if at.start <= each.start and each.end <= at.end)


def strike() -> tuple[Analysis, ...]:
    """Seven reports: a name in two spellings and by its last alone, a copy, a toll that rises, a denial, a death and a recording."""
    wire = report(
        "wire.txt",
        "Orla Vashan was killed in the strike on Karst, the army said. The army said 14 people were killed in Karst.",
        Saying("Orla Vashan was killed in the strike on Karst", "the army"),
        Saying("14 people were killed in Karst", "The army"),
        day="2031-03-02",
        outlet="Karst Wire",
        names=[("Orla Vashan", "per"), ("Karst", "pla")],
        acts=[("killed", {"patient": "Orla Vashan"})],
        counts=[("14 people", 14, "dead")],
    )
    copy = report(
        "courier.txt",
        wire.report.text,
        Saying("Orla Vashan was killed in the strike on Karst", "the army"),
        Saying("14 people were killed in Karst", "The army"),
        day="2031-03-03",
        outlet="The Courier",
        names=[("Orla Vashan", "per"), ("Karst", "pla")],
        acts=[("killed", {"patient": "Orla Vashan"})],
        counts=[("14 people", 14, "dead")],
    )
    denial = report(
        "herald.txt",
        "The Lantern Front denied that Vashan was killed. The hospital said 19 people were killed in Karst. The mayor of Vesk resigned.",
        Saying("Vashan was killed", "The Lantern Front", "denied", Factuality.CERTAINLY_NOT),
        Saying("19 people were killed in Karst", "The hospital"),
        Saying("The mayor of Vesk resigned"),
        day="2031-03-05",
        outlet="The Herald",
        names=[("Lantern Front", "org"), ("Vashan", "per"), ("Karst", "pla")],
        offices={"The mayor of Vesk": None},
        acts=[("killed", {"patient": "Vashan"}), ("resigned", {"agent": "The mayor of Vesk"})],
        counts=[("19 people", 19, "dead")],
    )
    other = report(
        "post.txt",
        "Ilo Vashan, the mayor of Vesk, was arrested in Vesk. The army said 14 people were killed in Karst.",
        Saying("Ilo Vashan, the mayor of Vesk, was arrested in Vesk"),
        Saying("14 people were killed in Karst", "The army"),
        day="2031-03-06",
        outlet="The Post",
        names=[("Ilo Vashan", "per"), ("Vesk", "pla"), ("Karst", "pla")],
        offices={"the mayor of Vesk": "Ilo Vashan"},
        acts=[("arrested", {"patient": "Ilo Vashan"})],
        counts=[("14 people", 14, "dead")],
    )
    recording = report(
        "radio.txt",
        "An audio message from Orla Vashan came out on Friday. The hospital said 23 people were killed in Karst.",
        Saying("An audio message from Orla Vashan came out on Friday"),
        Saying("23 people were killed in Karst", "The hospital"),
        day="2031-03-07",
        outlet="Hill Radio",
        names=[("Orla Vashan", "per"), ("Karst", "pla")],
        counts=[("23 people", 23, "dead")],
        message="Orla Vashan",
    )
    spelling = report(
        "review.txt",
        "Orlah Vashan, the spokesman of the Lantern Front, is alive, a doctor said.",
        Saying("Orlah Vashan, the spokesman of the Lantern Front, is alive", "a doctor"),
        day="2031-03-08",
        outlet="The Review",
        names=[("Orlah Vashan", "per"), ("Lantern Front", "org")],
        acts=[("alive", {"agent": "Orlah Vashan"})],
    )
    short = report(
        "brief.txt",
        "Vashan was killed, Front officials said. The mayor of Vesk resigned.",
        Saying("Vashan was killed", "Front officials"),
        Saying("The mayor of Vesk resigned"),
        day="2031-03-09",
        outlet="The Brief",
        names=[("Vashan", "per")],
        offices={"The mayor of Vesk": None},
        acts=[("killed", {"patient": "Vashan"}), ("resigned", {"agent": "The mayor of Vesk"})],
    )
    return wire, copy, denial, other, recording, spelling, short
