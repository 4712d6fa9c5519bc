"""Reports for the tests of what reports have to do with one another: a text, its sentences, who says what in it, and who its names are."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import factory
from purport.records import Analysis, Claim, MentionForm, MentionType, Published, SourceType, Span

_SENTENCE = re.compile(r"\S.*?(?:[.?!][”\"]?(?=\s|$)|$)", re.DOTALL)

SURGE = (
    "The harbour wall at Brask gave way before dawn on Tuesday, sending a wave through the fish market and onto the coast road. "
    "Engineers had closed the eastern quay in the spring after divers found cracks as wide as a hand below the water line. "
    "Nobody had told the stallholders, who came at four as they always do. "
)
"""A story's words, to be copied."""


def sentences(text: str) -> tuple[Span, ...]:
    """Where sentences stand, by their full stops."""
    return tuple(Span(*match.span()) for match in _SENTENCE.finditer(text))


def report(text: str, *accounts: tuple[str | None, str | None, str], day: str | None = None, **fields: Any) -> Analysis:
    """A report with its sentences, and an attribution and a claim for each (source, cue, content); without a cue it is the outlet's own.

    A source that is written ``name=words`` is those words, and is the one of that name: a person's unless it begins with "The".
    """
    outlet = fields.setdefault("outlet", "The Brask Courier")
    fields.setdefault("path", f"{outlet}{day or ''}.txt")
    published = Published(day, day) if day else Published()
    furniture = fields.pop("furniture", ())
    one = factory.report(text, published=published, **fields)
    attributions, claims, mentions = [], [], {}
    for source, cue, content in accounts:
        if cue is None:
            claims.append(factory.claim(one, content))
            continue
        name, _, words = (source or "").rpartition("=")
        told = factory.attribution(one, words or None, cue, content, source_entity=name or words or None, source_type=_type(name, words))
        attributions.append(told)
        claims.append(factory.claim(one, told))
        if name and name in text:
            kind = MentionType.PERSON if told.source_type is SourceType.NAMED_PERSON else MentionType.ORGANISATION
            mentions[name] = factory.mention(one, name, type=kind, entity=name)
        elif words:
            mentions[words] = factory.mention(one, words, type=MentionType.PERSON, form=MentionForm.NOMINAL, entity=words)
    return factory.analysis(
        one,
        sentences=sentences(text),
        furniture=furniture,
        attributions=tuple(attributions),
        claims=tuple(claims),
        mentions=tuple(mentions.values()),
    )


def _type(name: str, words: str) -> SourceType:
    if not words:
        return SourceType.OUTLET
    if name:
        return SourceType.NAMED_ORGANISATION if name.startswith("The ") else SourceType.NAMED_PERSON
    return SourceType.MEDIA if "Wire" in words else SourceType.ANONYMOUS_OTHER


def nested(analysis: Analysis, inner: int, outer: int) -> Analysis:
    """The report with one attribution in another's content."""
    told = list(analysis.attributions)
    told[inner] = replace(told[inner], nested_in=told[outer].id)
    return replace(analysis, attributions=tuple(told))


def with_names(analysis: Analysis, *names: str, kind: MentionType = MentionType.ORGANISATION) -> Analysis:
    """The report with more names mentioned in it."""
    found = (factory.mention(analysis.report, name, type=kind, entity=name) for name in names)
    return replace(analysis, mentions=(*analysis.mentions, *found))


def held(analysis: Analysis, number: int = 0) -> tuple[Analysis, Claim]:
    """A report with one of its claims."""
    return analysis, analysis.claims[number]
