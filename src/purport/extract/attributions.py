"""Readings -> the record's attributions and claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from purport.extract.clip import clear_of
from purport.extract.factuality import factuality, is_call, read_cue
from purport.extract.sources import source_type
from purport.ids import item_id
from purport.reader import Labelled, Linked
from purport.records import Attribution, Claim, Form, Furniture, Report, Span, SpeechAct

QUOTES = frozenset('"“”„‟«»‹›')
ALL_QUOTED = 0.9
"""Share of a content's letters inside quotation marks from which it counts as direct: a trailing "he added" may be cut in."""


def attributions(
    report: Report, found: Sequence[Linked], names: Sequence[Labelled], furniture: Sequence[Furniture]
) -> tuple[Attribution, ...]:
    """The attributions of a report: the outlet's own in text order, then those within contents. Nothing inside furniture is one."""
    kept = clear_of(report.text, found, furniture)
    made = {i: _attribution(report, linked, names) for i, linked in kept.items()}
    return tuple(
        replace(each, nested_in=made[parent].id) if (parent := kept[i].parent) is not None and parent in made else each
        for i, each in made.items()
    )


def _attribution(report: Report, linked: Linked, names: Sequence[Labelled]) -> Attribution:
    cue, told = read_cue(report.text, linked.cue), _form(report.text, linked)
    if told == Form.DIRECT and cue.act == SpeechAct.STATEMENT and is_call(report.text, linked.contents):
        cue = replace(cue, act=SpeechAct.EXHORTATION)
    spans = tuple(span for span in (linked.source, linked.cue, *linked.contents) if span is not None)
    return Attribution(
        item_id(report.id, "attribution", spans),
        linked.source,
        source_type(report.text, linked.source, names),
        linked.cue,
        linked.contents,
        told,
        factuality(report.text, cue, linked.contents),
        round(linked.score, 4),
        negated=cue.negated,
        speech_act=cue.act,
    )


def _form(text: str, linked: Linked) -> Form:
    """By the quotation marks; where a content has none, by the network's word, since texts lose them."""
    marked = form(text, linked.contents)
    return Form.DIRECT if marked == Form.INDIRECT and linked.direct >= 0.5 else marked


def form(text: str, contents: Sequence[Span]) -> Form:
    """Whether a content stands in quotation marks: all of it, part of it, or nothing."""
    quoted = total = 0
    marks = False
    for span in contents:
        words = span.words(text)
        inside = words[:1] not in QUOTES and text[max(0, span.start - 1) : span.start] in set('"“«„')
        for character in words:
            if character in QUOTES:
                marks, inside = True, not inside
            elif character.isalnum():
                total += 1
                quoted += inside
    if total and quoted >= ALL_QUOTED * total:
        return Form.DIRECT
    return Form.MIXED if marks and quoted else Form.INDIRECT


def claims(report: Report, found: Sequence[Attribution]) -> tuple[Claim, ...]:
    """One claim for each attribution that is not itself denied to have been made."""
    return tuple(
        Claim(item_id(report.id, "claim", each.content), each.id, each.content, each.factuality) for each in found if not each.negated
    )
