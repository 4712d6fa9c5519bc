"""When events happened, against the links of documents in TimeML between events and times.

    python benchmarks/when.py FOLDER... [--dev | --train] [--weights DIR] [--misses]

A link tells that an event lies before, after or within the day of writing, or the days of a time expression whose value the calendar has.
The record's event is the one whose word the answer's touches. Its days agree with the link where all of them do, contradict it where none
does, and are silent otherwise; where the record has no such event it is silent too. On a single day an event can lie before or after what
else the day has. ``agree``, ``silent`` and ``wrong`` are shares of the links; ``wrong of said`` is the share that contradicts of those that
agree or contradict. ``bound`` is the share of the answers' events of which the record tells a day, ``both ends`` of which it tells two.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))

from corpora.splits import is_dev
from corpora.timelinks import Link, Linked, Order, read_linked
from example import Marked
from purport.analyse import assemble
from purport.ids import report_id
from purport.reader import Reader, Reading
from purport.reader.reader import WEIGHTS
from purport.records import Basis, Document, Event, Published, Report
from purport.time.calendar import Unit, period, season

VALUE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|-W(\d\d)|-Q([1-4])|-H([12])|-(SP|SU|FA|WI))?(?:T.*)?")
AGREE, SILENT, WRONG = "agree", "silent", "wrong"


@dataclass(frozen=True, slots=True)
class Days:
    """Days from ``first`` to ``last``, both within; ``None`` for an open end."""

    first: date | None
    last: date | None


def days_of(value: str) -> Days | None:
    """The days of a TIMEX3 value; ``None`` where the calendar has none for it."""
    found = VALUE.fullmatch(value)
    if found is None:
        return None
    year, month, day, week, quarter, half, named = found.groups()
    try:
        if named is not None:
            one = season(int(year), named)
        elif week is not None:
            one = period(Unit.WEEK, date.fromisocalendar(int(year), int(week), 1))
        elif quarter is not None or half is not None:
            unit, begins = (Unit.QUARTER, 3 * int(quarter) - 2) if quarter else (Unit.HALF, 6 * int(half) - 5)
            one = period(unit, date(int(year), begins, 1))
        else:
            unit = Unit.DAY if day else Unit.MONTH if month else Unit.YEAR
            one = period(unit, date(int(year), int(month or 1), int(day or 1)))
    except ValueError:
        return None
    return Days(one.first, one.last)


def verdict(event: Days, order: Order, time: Days) -> str:
    """Whether an event's days agree with a link, contradict it, or are silent."""
    assert time.first is not None and time.last is not None
    alone = time.first == time.last
    first, last = event.first or date.min, event.last or date.max
    match order:
        case Order.WITHIN:
            inside, outside = time.first <= first and last <= time.last, last < time.first or first > time.last
        case Order.BEFORE:
            inside, outside = last <= time.first, first > time.last or (first >= time.first and not alone)
        case Order.AFTER:
            inside, outside = first >= time.last, last < time.first or (last <= time.last and not alone)
    return AGREE if inside else WRONG if outside else SILENT


def add(linked: Linked, reading: Reading, totals: Counter[str], told: list[str] | None = None) -> None:
    """Add one document to the totals; ``told`` takes a line for each contradiction."""
    analysis = assemble(_document(linked), reading)
    found = {span: event for span in linked.events if (event := _event(analysis.events, span)) is not None}
    totals["events"] += len(linked.events)
    totals["found"] += len(found)
    totals["bound"] += sum(bool(each.not_before or each.not_after) for each in found.values())
    totals["both ends"] += sum(bool(each.not_before and each.not_after) for each in found.values())
    for link in linked.links:
        time = days_of(link.value)
        if time is None:
            continue
        event = found.get(link.event)
        days = (
            Days(None, None)
            if event is None
            else Days(*(each and date.fromisoformat(each) for each in (event.not_before, event.not_after)))
        )
        own = verdict(days, link.order, time)
        totals["links"] += 1
        totals[own] += 1
        totals[f"{'writing' if link.written else 'time'} {link.order} {own}"] += 1
        if own == WRONG and told is not None:
            told.append(_line(linked, link, days))


def _document(linked: Linked) -> Document:
    day = linked.written[:10]
    published = Published(day, day, Basis.GIVEN)
    return Document(Report(report_id(linked.name, ""), linked.name, "", linked.text, published=published), b"")


def _event(events: Iterable[Event], span: Marked) -> Event | None:
    return next((each for each in events if each.start < span.end and span.start < each.end), None)


def _day(told: str | None) -> date | None:
    return None if told is None else date.fromisoformat(told)


def _line(linked: Linked, link: Link, days: Days) -> str:
    around = " ".join(linked.text[max(0, link.event.start - 90) : link.event.end + 70].split())
    own = f"{days.first or ''}..{days.last or ''}"
    words = linked.text[link.event.start : link.event.end]
    return f"{linked.name} {linked.written[:10]}\t{words} {link.order} {link.value}\t{own}\t{around}"


def shares(totals: Counter[str]) -> dict[str, float]:
    """The figures in percent, with how many they are of."""
    links, events, said = max(1, totals["links"]), max(1, totals["events"]), max(1, totals[AGREE] + totals[WRONG])
    return {
        "events": totals["events"],
        **{name: round(100 * totals[name] / events, 1) for name in ("found", "bound", "both ends")},
        "links": totals["links"],
        **{name: round(100 * totals[name] / links, 1) for name in (AGREE, SILENT, WRONG)},
        "wrong of said": round(100 * totals[WRONG] / said, 1),
    }


def documents(folders: Iterable[Path], part: str = "") -> list[Linked]:
    """The documents of folders: of the part ``dev``, of ``train``, or all."""
    return [each for folder in folders for each in read_linked(folder) if not part or is_dev(each.name) == (part == "dev")]


def score(linked: Sequence[Linked], readings: Iterable[Reading], told: list[str] | None = None) -> Counter[str]:
    """The totals over documents and their readings."""
    totals: Counter[str] = Counter()
    for each, reading in zip(linked, readings, strict=True):
        add(each, reading, totals, told)
    return totals


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--dev", dest="part", action="store_const", const="dev", default="")
    part.add_argument("--train", dest="part", action="store_const", const="train")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--misses", action="store_true", help="print what contradicts")
    given = parser.parse_args()
    linked, told = documents(given.folders, given.part), list[str]()
    with Reader(given.weights) as reader:
        totals = score(linked, reader.read(each.text for each in linked), told)
    if given.misses:
        print("\n".join(told))
    print(json.dumps(shares(totals), indent=1))


if __name__ == "__main__":
    main()
