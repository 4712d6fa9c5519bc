"""Questions and their answers as ``purport changes`` shows them, from a case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from purport.folds import fold_words
from purport.listings.origins import CarriedFrom, carried
from purport.listings.sides import Folding, Sides
from purport.records import Factuality, Relation
from purport.resolve.accounts import Days
from purport.resolve.changes import Change, Told, changes
from purport.resolve.origins import Origin, count_origins
from purport.resolving import rejected_comparisons, shown
from purport.store import Case, Place
from purport.tracing import Found, find_origins, wanted


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer: what it is and how sure, who gives it in which words, and when that was said, came out and was taken in.

    ``carried`` is how many reports carry it from how many ``origins``, as a sentence.
    """

    number: int
    value: str
    factuality: Factuality
    source: str | None
    outlet: str | None
    path: str
    report: str
    claim: str | None
    start: int
    end: int
    words: str
    said_not_before: str | None
    said_not_after: str | None
    out_not_before: str | None
    out_not_after: str | None
    retrieved: str | None
    carried: str
    origins: tuple[CarriedFrom, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How the answer with the number ``second`` stands to the one with the number ``first``."""

    relation: Relation
    first: int
    second: int
    condition: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A line of ``purport changes --json``: a question, what it is about, its answers by when they were given, and how these stand."""

    question: str
    about: tuple[str, ...]
    answers: tuple[Answered, ...]
    standing: tuple[Standing, ...]

    def tells_of(self, words: str) -> bool:
        """Whether some words stand in the question, in a name that it is about, or in an answer."""
        texts = (self.question, *self.about, *(each.words for each in self.answers))
        return any(words.casefold() in text.casefold() for text in texts)


def find_asked(case: Case, *, unfold: bool = False) -> Iterator[Asked]:
    """The questions that the reports of a case answer, by their words; calls, threats and offers in these are folded unless asked for."""
    return tell_asked(case, changes(shown(case)), unfold=unfold)


def tell_asked(case: Case, found: Sequence[Change], *, unfold: bool = False, fold: Folding = fold_words) -> Iterator[Asked]:
    """Some questions with where their answers come from; calls are folded by ``fold``."""
    origins = find_origins(case, ((told.account, each.type) for each in found for told in each.answers), rejected_comparisons(case))
    sides = Sides(case, [told.account for each in found for told in each.answers], unfold=unfold, fold=fold)
    places = {place.report: place for place in case.places()}
    with case.derived() as shelf:
        names = shelf.called({entity for each in found for entity in each.about})
    headings = (each.question if unfold else sides.heading(each.question, [told.account for told in each.answers]) for each in found)
    return (_asked(heading, each, names, places, origins) for heading, each in zip(headings, found, strict=True))


def _asked(question: str, change: Change, names: Mapping[str, str], places: Mapping[str, Place], origins: Found) -> Asked:
    found = [origins[wanted(told.account, change.type)] for told in change.answers]
    answers = tuple(_answered(number, *each, places) for number, each in enumerate(zip(change.answers, found, strict=True), start=1))
    standing = tuple(Standing(each.relation, each.first + 1, each.second + 1, each.condition) for each in change.stands)
    return Asked(question, tuple(names[each] for each in change.about if each in names), answers, standing)


def _answered(number: int, told: Told, origins: Sequence[Origin], places: Mapping[str, Place]) -> Answered:
    account = told.account
    return Answered(
        number,
        told.answer.value,
        told.answer.factuality,
        account.speaker if account.source else None,
        account.outlet,
        account.path,
        account.report,
        account.stated,
        account.shown[0].start,
        account.shown[-1].end,
        account.words,
        *_interval(account.said),
        *_interval(account.out),
        places[account.report].retrieved,
        count_origins(origins),
        carried(origins, places),
    )


def _interval(days: Days) -> tuple[str | None, str | None]:
    return (days.first.isoformat() if days.first else None, days.last.isoformat() if days.last else None)
