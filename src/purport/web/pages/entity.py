"""Somebody or something that reports name: its names and why they are one's, what is told of it, what it says, and what people judge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from purport.callings import namesakes
from purport.dossier.known import NAMES
from purport.dossier.lines import Line, Section
from purport.dossier.person_lines import OTHERS
from purport.known import one_entity, some_entities
from purport.listings.named import find_reasons
from purport.pictures.ledger import chart
from purport.records import MentionType
from purport.resolve import LAYER, CaseEntity
from purport.resolving import profiles_of
from purport.store import ClaimQuery, ReportRow
from purport.web.bars import Drawing, draw
from purport.web.desk import Desk
from purport.web.page import Gone
from purport.web.pages.claims import ClaimLine
from purport.web.pages.claims import lines as claim_lines
from purport.web.pages.entities import find_listed
from purport.web.pages.events import EventRow, rows, told_again
from purport.web.quoting import Quoted, Quoter, sources
from purport.web.ruled import Ruling, rulings_on
from purport.web.telling import Field, ToldLine, fields, section_lines, tell_lines

CLAIMS, EVENTS, CANDIDATES = 5, 8, 20
"""How many claims, events and others of a name one page shows; each leads to all of them, or asks for more of the name."""


@dataclass(frozen=True, slots=True)
class EntityAsked:
    """Which entity of the case. ``other`` is a name of somebody or something that may be the same; ``unfold`` shows calls to violence."""

    id: str
    other: str = ""
    unfold: bool = False


@dataclass(frozen=True, slots=True)
class NameIn:
    """A name as printed, and where the reports that have it have it first."""

    words: str
    places: tuple[NamePlace, ...]


@dataclass(frozen=True, slots=True)
class NamePlace:
    """A report, and the characters of it that are a name."""

    report: str
    path: str
    title: str | None
    outlet: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ReasonIn:
    """Why names are taken for one's, for how many pairs of reports, and the words of the first pair."""

    why: str
    times: int
    left: Quoted
    right: Quoted


@dataclass(frozen=True, slots=True)
class PlaceTold:
    """What is told of who holds a place."""

    name: str
    lines: tuple[ToldLine, ...]


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody or something else: what the case calls it, how many reports name it, and the first of these to come out."""

    id: str
    name: str
    type: MentionType
    reports: int
    first: ReportRow


@dataclass(frozen=True, slots=True)
class EntityPage:
    """An entity of the case. ``folded`` is how many lines are not shown whole as they call for violence.

    ``unnamed`` are the reports that speak of it without a name; ``fields`` is what is told of a person, ``places`` who is told to hold
    which place, ``drawing`` that as bars; ``recordings`` are those said to be this person's; ``candidates`` are those with the name that
    was asked for, none where none was.
    """

    asked: EntityAsked
    name: str
    type: MentionType
    told_in: tuple[ReportRow, ...]
    folded: int
    names: tuple[NameIn, ...]
    unnamed: tuple[ReportRow, ...]
    reasons: tuple[ReasonIn, ...]
    namesakes: tuple[Other, ...]
    fields: tuple[Field, ...]
    places: tuple[PlaceTold, ...]
    drawing: Drawing | None
    recordings: tuple[str, ...]
    claimed: int
    claims: tuple[ClaimLine, ...]
    happened: int
    events: tuple[EventRow, ...]
    judgements: tuple[Ruling, ...]
    candidates: tuple[Other, ...]


def entity(desk: Desk, asked: EntityAsked) -> EntityPage:
    """One entity of the case."""
    return desk.held(("entity", asked), lambda: _entity(desk, asked))


def _entity(desk: Desk, asked: EntityAsked) -> EntityPage:
    found = one_entity(desk.case, asked.id)
    if found is None:
        raise Gone(f"{asked.id}: the case has no such entity; it may have become one with another, or two")
    names = tuple(_names(desk, found))
    held = section_lines(desk, Section.LEDGER, asked.id)
    dossier, ledger = (tell_lines(desk, each, unfold=asked.unfold) for each in (_dossier(desk, asked.id), held))
    claimed = sum(each.claims for each in desk.case.count_claims(ClaimQuery(source=asked.id)))
    claims = claim_lines(desk, desk.case.claims(ClaimQuery(source=asked.id, limit=CLAIMS)), unfold=asked.unfold) if claimed else ()
    happened = [each for each in told_again(desk).values() if asked.id in each.entities]
    return EntityPage(
        asked,
        found.name,
        found.type,
        tuple(_told_in(desk, found)),
        sum(each.is_folded for each in (*dossier, *ledger)) + sum(each.fold is not None for each in claims),
        names,
        tuple(_unnamed(desk, found, names)),
        tuple(_reasons(desk, found)),
        tuple(_namesakes(desk, found)),
        fields(dossier),
        tuple(_by_place(ledger)),
        draw(chart(held, "")),
        tuple(dict.fromkeys(each.subject for each in section_lines(desk, Section.RECORDING, asked.id))),
        claimed,
        claims,
        len(happened),
        rows(desk, happened[:EVENTS], unfold=asked.unfold),
        rulings_on(desk, LAYER, {entity for _, entity in found.members}),
        tuple(_candidates(desk, asked)),
    )


def _told_in(desk: Desk, found: CaseEntity) -> Iterator[ReportRow]:
    """The reports that speak of it, by when they came out."""
    known = sources(desk)
    rows = (known[report] for report in {report for report, _ in found.members})
    yield from sorted(rows, key=lambda each: (each.not_before or each.not_after or "9999", each.path))


def _names(desk: Desk, found: CaseEntity) -> Iterator[NameIn]:
    """The names as printed, the case's own first, each with the reports that have it."""
    known = sources(desk)
    printed: dict[str, dict[str, NamePlace]] = {words: {} for words in found.names}
    for profile in profiles_of(desk.case, found):
        row = known[profile.report]
        for each in profile.names:
            place = NamePlace(row.report, row.path, row.title, row.outlet, each.start, each.end)
            printed[each.words].setdefault(row.report, place)
    for words, own in printed.items():
        yield NameIn(words, tuple(sorted(own.values(), key=lambda each: each.path)))


def _unnamed(desk: Desk, found: CaseEntity, names: Sequence[NameIn]) -> Iterator[ReportRow]:
    known, having = sources(desk), {place.report for each in names for place in each.places}
    return (known[report] for report in sorted({report for report, _ in found.members} - having))


def _reasons(desk: Desk, found: CaseEntity) -> Iterator[ReasonIn]:
    reasons = list(find_reasons(found, {id_: row.path for id_, row in sources(desk).items()}))
    quoter = Quoter.of(desk, (side for each in reasons for side in (each.left, each.right)))
    return (ReasonIn(each.why, each.times, quoter.quote(each.left), quoter.quote(each.right)) for each in reasons)


def _namesakes(desk: Desk, found: CaseEntity) -> Iterator[Other]:
    """Others of the case with the last name of a person, those first that most reports name."""
    if found.type is not MentionType.PERSON:
        return
    with desk.case.derived() as shelf:
        others = shelf.entities_of(namesakes(shelf, found.members))
    yield from sorted(_others(desk, {id_ for id_, _ in others.values()}), key=_most_named)


def _others(desk: Desk, ids: Collection[str]) -> Iterator[Other]:
    for each in some_entities(desk.case, ids):
        told_in = list(_told_in(desk, each))
        yield Other(each.id, each.name, each.type, len(told_in), told_in[0])


def _most_named(each: Other) -> tuple[int, str, str]:
    return -each.reports, each.name.casefold(), each.id


def _dossier(desk: Desk, id_: str) -> list[Line]:
    """What is told of a person, but for the names; who else has the last name comes last."""
    found = [each for each in section_lines(desk, Section.PERSON, id_) if each.field != NAMES]
    return sorted(found, key=lambda each: each.field == OTHERS)


def _by_place(ledger: Sequence[ToldLine]) -> Iterator[PlaceTold]:
    places: dict[str, list[ToldLine]] = defaultdict(list)
    for each in ledger:
        places[each.subject].append(each)
    return (PlaceTold(name, tuple(own)) for name, own in places.items())


def _candidates(desk: Desk, asked: EntityAsked) -> Iterator[Other]:
    """Others that have the name asked for, the most named first."""
    if asked.other:
        found = [each.id for each in find_listed(desk, asked.other) if each.id != asked.id]
        yield from sorted(_others(desk, found[:CANDIDATES]), key=_most_named)
