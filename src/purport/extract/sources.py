"""What kind of source stands behind an attribution, from the words of its source span and the names inside it."""

from __future__ import annotations

from collections.abc import Sequence

from purport.extract.words import lexicon, words_of
from purport.reader import Labelled
from purport.records import SourceType, Span

NEAR = 100
"""Characters of a source that are looked at: what comes after is an apposition."""
SINGULAR_PERSONS = frozenset({"he", "she", "i", "him", "her", "who"})
PLURAL_PERSONS = frozenset({"they", "we", "them", "us", "others", "people", "some", "many", "those"})
MEDIA_NAMES = frozenset({"times", "post", "reuters", "news", "journal", "guardian", "tribune", "herald", "gazette", "bbc", "cnn", "daily"})


def source_type(text: str, source: Span | None, names: Sequence[Labelled]) -> SourceType:
    """The source's type; an attribution without a source is the outlet's own word.

    A noun that tells the kind ("officials", "a resident") decides before a name inside it ("Iraqi officials") unless a person is named.
    """
    if source is None:
        return SourceType.OUTLET
    span = Span(source.start, min(source.end, source.start + NEAR))
    inside = {name.label for name in names if span.start <= name.span.start and name.span.end <= span.end and not _owns(text, name)}
    kinds = [SourceType(lexicon("sources.tsv")[word][0]) for word in words_of(text, span) if word in lexicon("sources.tsv")]
    if "person" in inside:
        return SourceType.EYEWITNESS if SourceType.EYEWITNESS in kinds else SourceType.NAMED_PERSON
    if kinds:
        return _of_kinds(kinds, inside)
    found = words_of(text, span)
    if SINGULAR_PERSONS.intersection(found):
        return SourceType.NAMED_PERSON
    if "organisation" in inside and MEDIA_NAMES.intersection(found):
        return SourceType.MEDIA
    if inside & {"organisation", "place"} or found == ("it",):
        return SourceType.NAMED_ORGANISATION
    return SourceType.ANONYMOUS_OTHER


def _owns(text: str, name: Labelled) -> bool:
    """Whether a name only tells whose the source is: "Vane's lawyer"."""
    return text[name.span.end : name.span.end + 2] in ("'s", "’s", "s'", "s’")


def _of_kinds(kinds: list[SourceType], inside: set[str]) -> SourceType:
    """The kind that decides among those a source's nouns tell."""
    for kind in (SourceType.EYEWITNESS, SourceType.ANONYMOUS_OFFICIAL, SourceType.DOCUMENT, SourceType.MEDIA):
        if kind in kinds:
            return kind
    return kinds[0]
