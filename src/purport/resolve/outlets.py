"""Outlets and agencies by name: whose a report is, and whom its bylines credit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Protocol
from urllib.parse import urlsplit

from purport.lexicon import rows
from purport.records import Analysis, FurnitureKind, Span
from purport.resolve.folded import folded_words

CREDITING = frozenset({FurnitureKind.BYLINE, FurnitureKind.DATELINE, FurnitureKind.CREDIT})
CREDIT_WORDS = frozenset({"by", "from", "and", "with", "the"})
ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her", "our"})
NAMES = 50_000
"""Names held in memory as they compare: a case has the same ones again and again."""
SHORT = 4
"""Letters of a name that is one only in capitals: "PTI", but not Ani."""

Media = Mapping[str, str]
"""Names of outlets and agencies, folded, as they are printed -> the name to show, which tells which one it is."""


class Issued(Protocol):
    """What somebody brings out: its outlet and its address, as far as they are known."""

    @property
    def outlet(self) -> str | None: ...  # noqa: D102
    @property
    def url(self) -> str | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Crediting:
    """A line that can credit an outlet or agency: where it stands, its words, and the names of the bylines in it."""

    line: Span
    words: str
    bylines: tuple[str, ...]
    is_dateline: bool


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet or agency that a report credits, by the name to show, and the line that does; ``alone`` is whether it names nobody else."""

    name: str
    line: Span
    alone: bool


@lru_cache(NAMES)
def plain_name(name: str) -> str:
    """A name to compare: folded, without the article before it."""
    found = folded_words(name)
    return " ".join(found[1:] if len(found) > 1 and found[0] in ARTICLES else found)


def house(report: Issued) -> str | None:
    """Whose report it is, to compare: its outlet's name, or the host of its address; ``None`` where neither is known."""
    if report.outlet and (name := plain_name(report.outlet)):
        return name
    return (urlsplit(report.url).hostname or "").removeprefix("www.") or None if report.url else None


def same_house(one: Issued, other: Issued) -> bool:
    """Whether two reports are known to be one outlet's."""
    return house(one) is not None and house(one) == house(other)


def media_of(outlets: Iterable[str | None]) -> dict[str, str]:
    """Every outlet and agency that reports of some outlets can credit: those in the list, and these."""
    own = {plain_name(outlet): outlet for outlet in sorted({outlet for outlet in outlets if outlet}) if plain_name(outlet)}
    return {**own, **_listed()}


@cache
def _listed() -> Media:
    return {plain_name(printed): name for printed, name in rows("ingest_agencies.txt")}


def which(name: str, media: Media) -> str:
    """A name to compare of an outlet or agency, one for all names that it is printed by."""
    plain = plain_name(name)
    return plain_name(media.get(plain, plain))


def crediting(analysis: Analysis) -> tuple[Crediting, ...]:
    """The lines of a report that can credit somebody: its bylines, dateline and end notes, in the order of the text."""
    lines = sorted((item.start, item.end, item.kind) for item in analysis.furniture if item.kind in CREDITING)
    return tuple(
        Crediting(
            Span(start, end),
            analysis.report.text[start:end],
            tuple(each.name for each in analysis.report.bylines if start <= each.start and each.end <= end),
            kind is FurnitureKind.DATELINE,
        )
        for start, end, kind in lines
    )


def credits_of(lines: Sequence[Crediting], own: str, media: Media) -> tuple[Credit, ...]:
    """The outlets and agencies that lines name beside the report's own, in their order.

    An agency in the dateline is alone: who then is named wrote for it.
    """
    found = []
    for each in lines:
        named = list(_named(each, media))
        words = {word for name in named for word in name.split()} | CREDIT_WORDS
        alone = each.is_dateline or words >= set(folded_words(each.words))
        found += [Credit(media[name], each.line, alone) for name in named if which(name, media) != own]
    return tuple(found)


def _named(line: Crediting, media: Media) -> Iterator[str]:
    """The names of outlets and agencies that a line has, the longest where one is in another; people's names are none."""
    printed = line.words
    for byline in line.bylines:
        if plain_name(byline) not in media:
            printed = printed.replace(byline, " | ")
    words = folded_words(printed)
    capitals = {word.lower() for word in printed.replace("(", " ").replace(")", " ").split() if word.isupper()}
    at = 0
    while at < len(words):
        sizes = (size for size in range(len(words) - at, 0, -1) if " ".join(words[at : at + size]) in media)
        size = next((size for size in sizes if size > 1 or len(words[at]) > SHORT or words[at] in capitals), 0)
        if size:
            yield " ".join(words[at : at + size])
        at += size or 1
