"""What happened as reports of a case tell it: who took part, where, when, where it is told, and why these are tellings of one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from purport.folds import Fold, fold_words
from purport.listings.calls import find_calls
from purport.listings.named import Reason
from purport.records import Citation
from purport.recounting import recount
from purport.resolve.case_events import CaseEvent, outline
from purport.resolve.happened import named
from purport.resolve.told import PLACE, Party, Told
from purport.store import Case, Item, Quote
from purport.visible import flat


@dataclass(frozen=True, slots=True)
class Taking:
    """Who has a role in what happened, or where it happened: the entity of the case, null where it has none, and its name."""

    role: str
    entity: str | None
    name: str


@dataclass(frozen=True, slots=True)
class ToldIn:
    """A telling: an ``event`` of a report's record, its word and its sentence."""

    path: str
    report: str
    event: str
    start: int
    end: int
    words: str
    sentence: Quote


@dataclass(frozen=True, slots=True)
class Happened:
    """A line of ``purport events --json``: what happened, as its tellings have it, and why they are taken for tellings of one thing."""

    id: str
    word: str
    type: str
    participants: tuple[Taking, ...]
    places: tuple[Taking, ...]
    not_before: str | None
    not_after: str | None
    tellings: tuple[ToldIn, ...]
    reasons: tuple[Reason, ...]

    @property
    def reports(self) -> int:
        """How many reports tell of it."""
        return len({each.report for each in self.tellings})

    def tells_of(self, words: str) -> bool:
        """Whether its word, or the name of who took part or of where it was, has some words, whatever their case."""
        found = (self.word, *(each.name for each in (*self.participants, *self.places)), *(each.words for each in self.tellings))
        return any(words.casefold() in each.casefold() for each in found)


def find_happened(case: Case, *, every: bool) -> list[Happened]:
    """What two reports tell of or more, or with ``every`` all that any tells of; by days and words."""
    recounted = recount(case, every=every)
    return tell_happened(case, [each for each in recounted.events if every or len(_reports(each)) > 1], recounted.told)


def tell_happened(case: Case, events: Sequence[CaseEvent], tellings: Mapping[Item, Told]) -> list[Happened]:
    """Some events of a case, by days and words."""
    told = {item: tellings[item] for each in events for item in each.tellings}
    with case.derived() as shelf:
        texts = {each.report.id: (each.report.path, each.report.text) for each in shelf.texts({report for report, _ in told})}
        names = shelf.called({party.key for each in told.values() for party in named(each) if party.key})
    found = [_happened(each, told, texts, names) for each in events]
    return sorted(found, key=lambda each: (each.not_before or each.not_after or "", each.word, each.id))


def _reports(event: CaseEvent) -> set[str]:
    return {report for report, _ in event.tellings}


def _happened(
    event: CaseEvent, told: Mapping[tuple[str, str], Told], texts: Mapping[str, tuple[str, str]], names: Mapping[str, str]
) -> Happened:

    whole = outline([told[item] for item in event.tellings])
    taking = [_taking(each, names) for each in whole.parties]
    tellings = sorted((_told_in(told[item], *texts[item[0]]) for item in event.tellings), key=lambda each: (each.path, each.start))
    return Happened(
        event.id,
        whole.word,
        whole.kind,
        tuple(each for each in taking if each.role != PLACE),
        tuple(each for each in taking if each.role == PLACE),
        whole.days.not_before,
        whole.days.not_after,
        tuple(tellings),
        tuple(_reasons(event, {(each.report, each.event): each for each in tellings})),
    )


def _taking(party: Party, names: Mapping[str, str]) -> Taking:
    return Taking(party.role, party.key if party.key in names else None, names.get(party.key or "", party.words))


def _told_in(told: Told, path: str, text: str) -> ToldIn:
    within = Quote(told.within.start, told.within.end, told.within.words(text))
    return ToldIn(path, told.around.report, told.event, told.at.start, told.at.end, told.at.words(text), within)


def _reasons(event: CaseEvent, tellings: Mapping[tuple[str, str], ToldIn]) -> Iterator[Reason]:
    """Why tellings are taken for one thing's, each reason once, by how often it holds."""
    gathered = defaultdict(list)
    for tie in event.ties:
        sides = (Citation(each.path, each.start, each.end) for each in (tellings[tie.left], tellings[tie.right]))
        gathered[tie.why].append(tuple(sides))
    for why, pairs in sorted(gathered.items(), key=lambda found: (-len(found[1]), found[0])):
        yield Reason(why, len(pairs), *min(pairs, key=lambda pair: [(side.path, side.start) for side in pair]))


class Calls:
    """The calls, threats and offers of reports, which are shown folded; none with ``unfold``."""

    def __init__(self, case: Case, found: list[Happened], *, unfold: bool) -> None:
        reports = set() if unfold else {telling.report for each in found for telling in each.tellings}
        self._folds: dict[str, tuple[Fold, ...]] = find_calls(case, reports)

    def sentence(self, telling: ToldIn) -> str:
        """The sentence of a telling as it is shown."""
        return flat(fold_words(telling.sentence.words, telling.sentence.start, self._folds.get(telling.report, ())))
