"""Readings -> the record's attributions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from purport.extract.clip import clear_of
from purport.extract.cues import read_cue
from purport.extract.factuality import is_call, read_factuality
from purport.extract.forms import read_form
from purport.extract.manner import ACT, NEGATED, SOURCE_TYPE, STANCE, weigh
from purport.extract.sources import read_source_type
from purport.ids import digest
from purport.reader import Labelled, Linked, Manners
from purport.reader.manners import UNJUDGED
from purport.records import Attribution, Form, Furniture, Report, Span, SpeechAct

DIRECT = 0.5
"""The network's probability from which a content without quotation marks is in its source's own words."""


def find_attributions(
    report: Report, found: Sequence[Linked], names: Sequence[Labelled], furniture: Sequence[Furniture], manners: Manners = UNJUDGED
) -> tuple[Attribution, ...]:
    """The attributions of a report, each before those within its contents, otherwise in text order. Nothing inside furniture is one."""
    kept = clear_of(report.text, found, furniture)
    made = {i: _attribution(report, linked, found[i].contents, names, manners) for i, linked in kept.items()}
    nested = {
        i: replace(each, nested_in=made[parent].id) if (parent := kept[i].parent) is not None and parent in made else each
        for i, each in made.items()
    }
    return tuple(nested[i] for i in sorted(nested, key=lambda i: _place(kept, i)))


def _place(kept: dict[int, Linked], i: int) -> tuple[int, int, int]:
    """Where an attribution stands: by the outlet's attribution it lies in or is, itself before what lies in it."""
    outer = parent if (parent := kept[i].parent) is not None and parent in kept else i
    return _first(kept[outer]), int(outer != i), _first(kept[i])


def _first(linked: Linked) -> int:
    return min(span.start for span in (linked.source, linked.cue, *linked.contents) if span is not None)


def _attribution(report: Report, linked: Linked, whole: tuple[Span, ...], names: Sequence[Labelled], manners: Manners) -> Attribution:
    """One attribution; ``whole`` are its contents before page text was cut out of them."""
    text, cue = report.text, read_cue(report.text, linked.cue)
    form = read_form(text, whole)
    if form == Form.INDIRECT and linked.direct >= DIRECT:
        form = Form.DIRECT
    if cue.act in (SpeechAct.STATEMENT, SpeechAct.QUESTION) and is_call(text, cue, linked.contents, form):
        cue = replace(cue, act=SpeechAct.EXHORTATION, stance=cue.stance.CERTAIN)
    return Attribution(
        attribution_id(report.id, linked),
        linked.source,
        weigh(manners, SOURCE_TYPE, linked.source, read_source_type(text, linked.source, linked.cue, names)),
        linked.cue,
        linked.contents,
        form,
        weigh(manners, STANCE, linked.cue, read_factuality(text, cue, linked.contents)),
        round(linked.score, 4),
        negated=weigh(manners, NEGATED, linked.cue, cue.negated),
        speech_act=weigh(manners, ACT, linked.cue, cue.act),
    )


def attribution_id(report: str, linked: Linked) -> str:
    """An attribution's id, from its report and its spans in their roles."""
    roles = (("source", (linked.source,)), ("cue", (linked.cue,)), ("content", linked.contents))
    places = (f"{role}:{span.start}-{span.end}" for role, spans in roles for span in spans if span is not None)
    return digest((report, "attribution", *places))
