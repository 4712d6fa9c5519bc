"""Outlets and agencies by name: whose a report is, and whom its bylines credit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from purport.lexicon import rows
from purport.records import Analysis, FurnitureKind, Report, Span
from purport.resolve.folded import folded_words

CREDITING = frozenset({FurnitureKind.BYLINE, FurnitureKind.DATELINE, FurnitureKind.CREDIT})
CREDIT_WORDS = frozenset({"by", "from", "and", "with", "the"})
ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her", "our"})
SHORT = 4
"""Letters of a name that is one only in capitals: "PTI", but not Ani."""

Media = Mapping[str, str]
"""Names of outlets and agencies, folded, as they are printed -> the name to show, which tells which one it is."""


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet or agency that a report credits, by the name to show, and the line that does; ``alone`` is whether it names nobody else."""

    name: str
    line: Span
    alone: bool


def plain_name(name: str) -> str:
    """A name to compare: folded, without the article before it."""
    found = folded_words(name)
    return " ".join(found[1:] if len(found) > 1 and found[0] in ARTICLES else found)


def house(report: Report) -> str | None:
    """Whose report it is, to compare: its outlet's name, or the host of its address; ``None`` where neither is known."""
    if report.outlet and (name := plain_name(report.outlet)):
        return name
    return (urlsplit(report.url).hostname or "").removeprefix("www.") or None if report.url else None


def same_house(one: Report, other: Report) -> bool:
    """Whether two reports are known to be one outlet's."""
    return house(one) is not None and house(one) == house(other)


def media_of(reports: Iterable[Report]) -> dict[str, str]:
    """Every outlet and agency that some reports can credit: those in the list, and the reports' own."""
    listed = {plain_name(printed): name for printed, name in rows("ingest_agencies.txt")}
    own = {plain_name(outlet): outlet for outlet in sorted({report.outlet for report in reports if report.outlet}) if plain_name(outlet)}
    return {**own, **listed}


def which(name: str, media: Media) -> str:
    """A name to compare of an outlet or agency, one for all names that it is printed by."""
    plain = plain_name(name)
    return plain_name(media.get(plain, plain))


def credits_of(analysis: Analysis, media: Media) -> tuple[Credit, ...]:
    """The outlets and agencies that a report's bylines, dateline and end notes name beside its own, in the order of the text.

    An agency in the dateline is alone: who then is named wrote for it.
    """
    own = which(house(analysis.report) or "", media)
    lines = sorted((item.start, item.end, item.kind) for item in analysis.furniture if item.kind in CREDITING)
    found = []
    for start, end, kind in lines:
        named = list(_named(analysis, Span(start, end), media))
        words = {word for name in named for word in name.split()} | CREDIT_WORDS
        alone = kind is FurnitureKind.DATELINE or words >= set(folded_words(analysis.report.text[start:end]))
        found += [Credit(media[name], Span(start, end), alone) for name in named if which(name, media) != own]
    return tuple(found)


def _named(analysis: Analysis, line: Span, media: Media) -> Iterator[str]:
    """The names of outlets and agencies that a line has, the longest where one is in another; people's names are none."""
    printed = line.words(analysis.report.text)
    for byline in analysis.report.bylines:
        if line.start <= byline.start and byline.end <= line.end and plain_name(byline.name) not in media:
            printed = printed.replace(byline.name, " | ")
    words = folded_words(printed)
    capitals = {word.lower() for word in printed.replace("(", " ").replace(")", " ").split() if word.isupper()}
    at = 0
    while at < len(words):
        sizes = (size for size in range(len(words) - at, 0, -1) if " ".join(words[at : at + size]) in media)
        size = next((size for size in sizes if size > 1 or len(words[at]) > SHORT or words[at] in capitals), 0)
        if size:
            yield " ".join(words[at : at + size])
        at += size or 1
