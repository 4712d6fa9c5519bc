"""What a person judges of events with ``purport merge`` and ``split``: two are one, or what a report tells of is not one of them."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from purport.cli.made import new_id, now
from purport.errors import UsageError
from purport.visible import flat
from purport.wording import counted

if TYPE_CHECKING:
    from purport.listings.happened import Happened, ToldIn
    from purport.records import Judgement
    from purport.store import Case


def find_event(case: Case, id_: str) -> Happened | None:
    """The event of a case by its id."""
    from purport.listings.happened import find_happened

    return next((each for each in find_happened(case, every=True) if each.id == id_), None)


def merge_events(case: Case, one: Happened, other: Happened, author: str, note: str | None) -> str:
    """Keep that two events are one, and say what that is now."""
    from purport.recounting import judge_events

    mine, theirs = one.tellings[0], other.tellings[0]
    judge_events(case, [_judged(mine, theirs, "merge", author, note)])
    found = _having(case, {mine.event, theirs.event})
    if len(found) > 1:
        return f"kept: {flat(one.word)} and {flat(other.word)} are one event, by {flat(author)}; a judgement that splits them still holds"
    return f"{flat(one.word)} and {flat(other.word)} are one event, by {flat(author)}: {_told(found[0])}"


def split_event(case: Case, whole: Happened, path: str, author: str, note: str | None) -> list[str]:
    """Keep that what the report at a path tells of is not the event that it is taken for, and say what both are now."""
    from purport.recounting import judge_events

    own = [each for each in whole.tellings if each.path == path]
    rest = [each for each in whole.tellings if each.path != path]
    if not own or not rest:
        raise UsageError(f"{path}: {'nothing' if rest else 'all'} of {whole.word} is told in it, so there is nothing to split")
    judge_events(case, [_judged(mine, theirs, "split", author, note) for mine in own for theirs in rest])
    now = [*_having(case, {each.event for each in own}), *_having(case, {each.event for each in rest})]
    return [f"{flat(whole.word)} of {flat(path)} is another event, by {flat(author)}", *(f"  {_told(each)}" for each in now)]


def _having(case: Case, events: Collection[str]) -> list[Happened]:
    """The events of a case that some of its reports' are now."""
    from purport.listings.happened import find_happened

    return [each for each in find_happened(case, every=True) if any(telling.event in events for telling in each.tellings)]


def _told(each: Happened) -> str:
    return f"{flat(each.word)} ({each.type}, {counted(each.reports, 'report')}) {each.id}"


def _judged(mine: ToldIn, theirs: ToldIn, decision: str, author: str, note: str | None) -> Judgement:
    """A decision on two events of reports, with the words of both."""
    from purport.records import Judgement
    from purport.resolve.case_events import LAYER

    made, words = now(), f"{mine.words} / {theirs.words}"
    id_ = new_id(LAYER, mine.event, theirs.event, decision, author, made)
    return Judgement(id_, mine.event, LAYER, decision, author, made, words, mine.report, mine.start, mine.end, theirs.event, note)
