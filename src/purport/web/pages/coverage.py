"""Coverage: what all take from one origin, what is parted with and confirmed by nobody, what one report alone tells; and who cites whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from purport.dossier import Line, Section
from purport.dossier.coverage import ALONE, ONE_ORIGIN, UNCONFIRMED
from purport.folding import fold
from purport.resolve.citing import CitedKind, Network
from purport.store import ReportRow
from purport.tracing import find_network
from purport.web.desk import Desk
from purport.web.paging import Part, cut
from purport.web.quoting import sources_by_path
from purport.web.telling import ToldLine, section_lines, tell_lines

MOST_LINKS = 40
"""Lines of who cites whom, those of most claims; the picture and the files of a case have more."""
MOST_OUTLETS = 40


class Kind(StrEnum):
    """How a claim is covered."""

    ONE_ORIGIN = "one_origin"
    UNCONFIRMED = "unconfirmed"
    ALONE = "alone"


FIELDS = {Kind.ONE_ORIGIN: ONE_ORIGIN, Kind.UNCONFIRMED: UNCONFIRMED, Kind.ALONE: ALONE}
"""The fields of the section."""
MEANS = {
    Kind.ONE_ORIGIN: "Told by several reports, all from one origin",
    Kind.UNCONFIRMED: "Parted with, and confirmed by nobody from another origin",
    Kind.ALONE: "Told by one report alone",
}


@dataclass(frozen=True, slots=True)
class CoverageAsked:
    """``kind`` is how claims are covered; ``about`` part of whom or what they tell of, of who says it, or of their words.

    ``outlet`` is whose reports have them, whole.
    """

    kind: Kind = Kind.ONE_ORIGIN
    about: str = ""
    outlet: str = ""
    part: int = 1
    unfold: bool = False


@dataclass(frozen=True, slots=True)
class KindCount:
    """A way of being covered, and how many claims are."""

    kind: Kind
    called: str
    lines: int


@dataclass(frozen=True, slots=True)
class OutletCount:
    """An outlet, and how many of the claims found its reports have."""

    name: str
    lines: int


@dataclass(frozen=True, slots=True)
class Cites:
    """In how many claims one has it from another."""

    by: str
    of: str
    of_kind: CitedKind
    claims: int


@dataclass(frozen=True, slots=True)
class CoveragePage:
    """A part of the claims found; and who cites whom most, of ``all_cites`` who do."""

    asked: CoverageAsked
    part: Part
    kinds: tuple[KindCount, ...]
    outlets: tuple[OutletCount, ...]
    folded: int
    lines: tuple[ToldLine, ...]
    cites: tuple[Cites, ...]
    all_cites: int


def coverage(desk: Desk, asked: CoverageAsked) -> CoveragePage:
    """What is told by whom alone, and from how many origins."""
    return desk.held(("coverage", asked), lambda: _coverage(desk, asked))


def find_citing(desk: Desk) -> Network:
    """Who cites whom in the case."""
    return desk.held("network", lambda: find_network(desk.case))


def _coverage(desk: Desk, asked: CoverageAsked) -> CoveragePage:
    words = fold(asked.about.strip())
    told = [each for each in section_lines(desk, Section.COVERAGE) if not words or _has(each, words)]
    kinds = Counter(each.field for each in told)
    own = [each for each in told if each.field == FIELDS[asked.kind]]
    reports = sources_by_path(desk)
    outlets = Counter(outlet for each in own for outlet in _outlets(reports, each))
    part, shown = cut([each for each in own if not asked.outlet or asked.outlet in _outlets(reports, each)], asked.part)
    lines = tell_lines(desk, shown, unfold=asked.unfold)
    network = find_citing(desk)
    return CoveragePage(
        asked,
        part,
        tuple(KindCount(kind, MEANS[kind], kinds[FIELDS[kind]]) for kind in Kind),
        tuple(OutletCount(name, number) for name, number in sorted(outlets.items(), key=lambda one: (-one[1], one[0]))[:MOST_OUTLETS]),
        sum(each.is_folded for each in lines),
        lines,
        tuple(desk.held("cites", lambda: _cites(network))),
        len(network.links),
    )


def _has(line: Line, words: str) -> bool:
    parts = (line.subject, *line.by, *(() if line.is_folded else (line.value,)))
    return any(words in fold(part) for part in parts)


def _outlets(reports: Mapping[str, ReportRow], line: Line) -> Collection[str]:
    return dict.fromkeys(row.outlet for at in line.citations if (row := reports.get(at.path)) and row.outlet)


def _cites(network: Network) -> list[Cites]:
    named = {each.id: each for each in network.nodes}
    most = sorted(network.links, key=lambda each: (-each.claims, named[each.by].name, named[each.of].name))[:MOST_LINKS]
    return [Cites(named[each.by].name, named[each.of].name, named[each.of].kind, each.claims) for each in most]
