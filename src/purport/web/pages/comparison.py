"""Two accounts side by side: each in its sentences, how they stand to each other and why, and what people judge of that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from purport.folds import Fold, fold_plainly, touching
from purport.listings.calls import find_folds
from purport.records import Analysis, Span
from purport.resolve.accounts import Account
from purport.resolve.standing import standing
from purport.visible import flat
from purport.web.desk import Desk
from purport.web.pages.claim import JudgementLine
from purport.web.pages.report import find_report
from purport.web.parting import Named, find_pair, questions_of, topics_of, waiting_pairs
from purport.web.sides import PairLine, pair_lines


@dataclass(frozen=True, slots=True)
class ComparisonAsked:
    """Which comparison, and whether calls to violence are shown."""

    id: str
    unfold: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a sentence as they are shown; ``is_side`` where they are those of the account."""

    start: int
    end: int
    words: str
    is_side: bool


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """Two accounts, and the sentences in which each stands; ``question`` is what both answer, null where that does not stand any more.

    ``waiting`` is the next pair that parts and that nobody has judged, ``to_judge`` how many those are.
    """

    asked: ComparisonAsked
    pair: PairLine
    heading: str
    question: str | None
    about: tuple[Named, ...]
    left: tuple[Stretch, ...]
    right: tuple[Stretch, ...]
    judgements: tuple[JudgementLine, ...]
    waiting: str | None
    to_judge: int


def comparison(desk: Desk, asked: ComparisonAsked) -> ComparisonPage:
    """One comparison."""
    return desk.held(("comparison", asked), lambda: _comparison(desk, asked))


def _comparison(desk: Desk, asked: ComparisonAsked) -> ComparisonPage:
    found = find_pair(desk, asked.id)
    (pair,) = pair_lines(desk, [found], unfold=asked.unfold)
    id_, heading = questions_of(desk)[asked.id]
    topic = topics_of(desk).get(asked.id)
    left, right = (tuple(_stretches(find_report(desk, each.report), each, unfold=asked.unfold)) for each in found[1:])
    return ComparisonPage(
        asked,
        pair,
        topic.unfolded if topic and asked.unfold else heading,
        id_,
        topic.about if topic else (),
        left,
        right,
        tuple(_judgements(desk, asked.id)),
        next_waiting(desk, asked.id),
        len(waiting_pairs(desk)),
    )


def next_waiting(desk: Desk, id_: str) -> str | None:
    """The pair after another, in the order of the list, that nobody has judged; the first of all after the last."""
    ids = [each[0].id for each in waiting_pairs(desk)]
    after = ids[ids.index(id_) + 1 :] if id_ in ids else ids
    return next((each for each in [*after, *ids] if each != id_), None)


def _stretches(analysis: Analysis, account: Account, *, unfold: bool) -> Iterator[Stretch]:
    """The sentences of an account, cut where its words begin and end."""
    folds = () if unfold else find_folds(analysis)
    first, last = account.shown[0].start, account.shown[-1].end
    touched = [each for each in analysis.sentences if each.start < last and first < each.end]
    here = min([first, *(each.start for each in touched)])
    end = max([last, *(each.end for each in touched)])
    for span in account.shown:
        yield from _stretch(analysis, Span(here, span.start), folds, is_side=False)
        yield from _stretch(analysis, span, folds, is_side=True)
        here = span.end
    yield from _stretch(analysis, Span(here, end), folds, is_side=False)


def _stretch(analysis: Analysis, span: Span, folds: tuple[Fold, ...], *, is_side: bool) -> Iterator[Stretch]:
    if span.start < span.end:
        words = span.words(analysis.report.text)
        shown = fold_plainly(words, span.start, folds) if touching(folds, span.start, span.end) else words
        yield Stretch(span.start, span.end, flat(shown), is_side)


def _judgements(desk: Desk, id_: str) -> Iterator[JudgementLine]:
    every = desk.held("judgements", lambda: list(desk.case.judgements()))
    kept = {each.id for each in desk.held("standing", lambda: standing(desk.case.judgements()))}
    for each in every:
        if each.target == id_:
            yield JudgementLine(each.id, each.decision, each.author, each.made, each.note, each.correction, each.id in kept)
