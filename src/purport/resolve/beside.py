"""What stands right beside a name in the text and tells of it: short forms that it introduces, and where a place is said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from purport.lexicon import words
from purport.records import Span
from purport.resolve.places import places_called

WITHIN = 70
"""Characters after a name in which it is told where that is."""
_SHORT = re.compile(r"\s*\((?:the\s)?[\"“‘]?([A-Z][A-Z.&]{1,8})[\"”’]?\)")
_HOW = r"(?:is|was|are|also|often|sometimes|better|previously|formerly|once|widely|locally|alias)"
_AS = r"known(?:\s(?:in|to|by|among|around)(?:\s[\w’'-]+){1,4}?)?\sas|referred\sto\sas"
_ITSELF = r"(?:often\s|also\s|sometimes\s)?calls?\s(?:itself|himself|herself|themselves)"
_KNOWN = re.compile(
    rf"(?:,?\s(?:(?:who|which)\s)?(?:(?:{_HOW}\s)*(?:{_AS})|(?:{_HOW}\s)+(?:called|dubbed|nicknamed))|,\s(?:who|which)\s{_ITSELF}|\s\({_HOW})\s"
    r"(?:the\s)?[\"“‘]?(?:the\s)?"
)
_CAPITALISED = re.compile(r"[^\W\d_a-z][\w.’'-]*(?:\s[^\W\d_a-z][\w’'-]*)*")
_OR = re.compile(r"\s(?:or|and)\s(?:the\s)?|,\s[\"“‘](?:the\s)?")
_TOWARD = r"(?:(?:north|south|east|west)(?:east|west)?\s(?:of|from)|near|outside|close\sto|miles\sfrom|kilomet(?:re|er)s\sfrom)\s"
_NAME = r"(?:the\s(?:city|town|village)\sof\s)?([^\W\d_a-z][\w.’'-]*(?:\s[^\W\d_a-z][\w’'-]*)*)"
_NEAR = re.compile(rf"(?:,\s[^,.;]{{0,40}}?|\s){_TOWARD}{_NAME}")
_NEAR_BEFORE = re.compile(rf"\b{_TOWARD}{_NAME},?\sin\s(?:a|the)\s(?:\w+\s)?\Z")
_IN = re.compile(r"(?:,\s(?:in\s|[^,.;]{0,30}?\sin\s)?|\sin\s)(?:the\s)?")
_SORT_BEFORE = re.compile(r"([\w-]+)\s(?:of|called|named)\s\Z")


@dataclass(frozen=True, slots=True)
class Beside:
    """What is told of a place: it is "in" or "near" another, or a noun says its "sort" ("settlement", "area")."""

    relation: str
    words: str
    start: int
    end: int


def introduced(text: str, names: Sequence[Span]) -> Iterator[Span]:
    """The short forms and other names that a text gives right after a name.

    "Karst Harbour Board (KHB)", "the Front, also known as LF or Lanterns", "Vane, who is called the Miller", "Dormu (also Dormoo)".
    """
    for name in names:
        if (found := _SHORT.match(text, name.end)) is not None:
            yield Span(*found.span(1))
        elif (found := _KNOWN.match(text, name.end)) is not None:
            at: int | None = found.end()
            while at is not None and (said := _CAPITALISED.match(text, at)) is not None:
                yield Span(said.start(), said.end())
                at = more.end() if (more := _OR.match(text, said.end())) is not None else None


def besides(text: str, names: Sequence[Span], nouns: Sequence[Span]) -> Iterator[Beside]:
    """Where a place is said to be, and of what sort; ``nouns`` are the noun phrases that stand for it."""
    sorts = words("place_classes.tsv")
    for name in names:
        yield from _where(text, name.end, name)
        if (found := _SORT_BEFORE.search(text, max(0, name.start - 30), name.start)) is not None and found[1].lower() in sorts:
            yield Beside("sort", sorts[found[1].lower()][0], *found.span(1))
            if (near := _NEAR_BEFORE.search(text, max(0, found.start() - WITHIN), found.start())) is not None:
                yield Beside("near", " ".join(near[1].split()), *near.span(1))
        first, _, last = name.words(text).rpartition(" ")
        if first and "dropped" in sorts.get(last.lower(), ()):
            yield Beside("sort", sorts[last.lower()][0], name.end - len(last), name.end)
    for noun in nouns:
        yield from _where(text, noun.end, noun)
        head = re.split(r"\sof\s", noun.words(text))[0].split()
        if head and head[-1].lower() in sorts:
            yield Beside("sort", sorts[head[-1].lower()][0], noun.start, noun.end)


def _where(text: str, at: int, own: Span) -> Iterator[Beside]:
    end = min(len(text), at + WITHIN)
    if (near := _NEAR.match(text, at, end)) is not None:
        if near[1] not in own.words(text):
            yield Beside("near", " ".join(near[1].split()), *near.span(1))
    elif (within := _IN.match(text, at, end)) is not None and (other := _CAPITALISED.match(text, within.end(), end)) is not None:
        said = other[0].rstrip(".")
        if _is_around(said) and not _is_around(own.words(text)) and not _is_listed(text, other.end()) and said not in own.words(text):
            yield Beside("in", " ".join(said.split()), other.start(), other.start() + len(said))


def _is_around(name: str) -> bool:
    """Whether a name can be of what a place lies in: a country, a state, or a name with the noun of an area."""
    sort = words("place_classes.tsv").get(name.split()[-1].lower(), ())
    return "dropped" in sort or any(place.kind != "city" for place in places_called(name))


def _is_listed(text: str, end: int) -> bool:
    """Whether a name stands in a list of several: "Sorvia, Kesmar and Vesk"."""
    return re.match(r"\s(?:and|or)\s|,\s[^\W\d_a-z][\w-]*(?:,|\sand\s)", text[end : end + 40]) is not None
