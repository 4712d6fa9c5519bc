"""What kind of source stands behind an attribution, from the words of its source span and the names inside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from purport.extract.words import words_of
from purport.lexicon import words
from purport.reader import Labelled
from purport.records import SourceType, Span

NEAR = 100
"""Characters of a source that are looked at: what comes after is an apposition."""
_RELATIVE = re.compile(r"[,\s](?:who|whom|whose|which|that)\s", re.IGNORECASE)
_PREPOSITION = re.compile(r"\b(?:of|for|to|with|by|from|in|at|on|near|against|about|behind|close)\b", re.IGNORECASE)


def read_source_type(text: str, source: Span | None, cue: Span | None, names: Sequence[Labelled]) -> SourceType:
    """The source's type.

    Where the text names no source, a cue is the outlet's own ("it was clear", "reportedly"), and a bare quotation somebody's unnamed.
    A named person decides; then a noun that tells the kind ("officials in Vesk"); then a named organisation or place.
    """
    if source is None:
        return SourceType.ANONYMOUS_OTHER if cue is None else SourceType.OUTLET
    span = _without_relative(text, source)
    inside = [name for name in names if span.start <= name.span.start and name.span.end <= span.end and not _owns(text, name)]
    labels = {name.label for name in inside if _heads(text, span, name)}
    kinds = _kinds(text, span, inside)
    found = words_of(text, span)
    if "person" in labels:
        return SourceType.EYEWITNESS if SourceType.EYEWITNESS in kinds else SourceType.NAMED_PERSON
    if "organisation" in labels and any(word in words("media_names.tsv") for word in found):
        return SourceType.MEDIA
    if kinds:
        return min(kinds, key=list(_DECIDES).index)
    if len(found) == 1 and found[0] in words("pronouns.tsv"):
        return SourceType(words("pronouns.tsv")[found[0]][0])
    return SourceType.NAMED_ORGANISATION if labels & {"organisation", "place"} else SourceType.ANONYMOUS_OTHER


_DECIDES = (
    SourceType.EYEWITNESS,
    SourceType.ANONYMOUS_OFFICIAL,
    SourceType.DOCUMENT,
    SourceType.MEDIA,
    SourceType.NAMED_ORGANISATION,
)
"""Where several nouns tell a kind, the first of these: "a ministry official" is an official."""


def _without_relative(text: str, source: Span) -> Span:
    """The source up to a relative clause, within reach."""
    end = min(source.end, source.start + NEAR)
    relative = _RELATIVE.search(text, source.start, end)
    return Span(source.start, relative.start() if relative else end)


def _heads(text: str, span: Span, name: Labelled) -> bool:
    """Whether a name is what the source is, and not what something of it is of: "Orla Vane", not "lawyers for Orla Vane"."""
    segment = max(text.rfind(",", span.start, name.span.start) + 1, span.start)
    return not _PREPOSITION.search(text, segment, name.span.start)


def _owns(text: str, name: Labelled) -> bool:
    """Whether a name only tells whose the source is: "Vane's lawyer", "Sanders' lawyer"."""
    after = text[name.span.end : name.span.end + 2]
    return after in ("'s", "’s") or (after[:1] in ("'", "’") and text[name.span.end - 1] == "s")


def _kinds(text: str, span: Span, inside: Sequence[Labelled]) -> set[SourceType]:
    """The kinds that the span's nouns tell; those inside the name of an organisation tell nothing ("General Motors")."""
    edges = [span.start, *(edge for name in inside if name.label == "organisation" for edge in (name.span.start, name.span.end)), span.end]
    free = [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    nouns = words("sources.tsv")
    return {SourceType(nouns[word][0]) for piece in free for word in words_of(text, piece) if word in nouns}
