"""Dating reports by what they say, their date lines and metadata taken away first.

    python benchmarks/dating.py WIKINEWS_CSV [--between year | --case] [--weights DIR] [--show]

The table has the columns ``url``, ``date`` and ``text``; the first line of a text that is a date is cut off. Without ``--between`` a report
counts as answered where at most 92 days are left; with it the year is given, and at most 31 days may be left. With ``--case`` all others
are dated and stand in one case with it, and at most 31 days may be left. An answer is wrong where
the true day is not among the days left. Beside it the score of an answer that is always the same: the best stretch of as many days.
``bounds`` counts the reports of which any bound is found, ``bounds wrong`` those among them that shut out the true day. ``--show`` lists
the latter with their reasons.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from purport.analyse import assemble, date_report, read_with
from purport.extract import Known, Telling, tellings_of
from purport.ingest import parse_document
from purport.reader import Reader, Reading
from purport.reader.reader import WEIGHTS
from purport.records import Basis, Document, Interval, Published

ALONE, NARROW = 92, 31
"""Most days left of an answer, of a report alone and with what is known beside it."""
DATE_LINE = re.compile(r"^\W*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?[A-Z][a-z]+ \d{1,2}, \d{4}\W*$", re.MULTILINE)
HEAD = 400
"""Characters in which the date line stands."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A report's true day and what was left of the calendar; ``reasons`` for people."""

    name: str
    day: date
    left: tuple[Interval, ...]
    reasons: tuple[str, ...]

    @property
    def days(self) -> int | None:
        """How many days are left; ``None`` where that has no bound."""
        ends = [(each.not_before, each.not_after) for each in self.left]
        if not ends or any(None in pair for pair in ends):
            return None
        return sum((date.fromisoformat(last) - date.fromisoformat(first)).days + 1 for first, last in ends if first and last)

    @property
    def right(self) -> bool:
        """Whether the true day is left."""
        day = self.day.isoformat()
        return not self.left or any((each.not_before or "") <= day <= (each.not_after or "9999-12-31") for each in self.left)


def read_table(path: Path) -> Iterator[tuple[Document, date]]:
    """The reports of a table without their date lines and whatever else ingest says of their dates, with their true days."""
    limit = csv.field_size_limit(sys.maxsize)
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    finally:
        csv.field_size_limit(limit)
    for row in rows:
        head, rest = row["text"][:HEAD], row["text"][HEAD:]
        text = (DATE_LINE.sub("", head, count=1) + rest).strip()
        document = parse_document(text.encode(), row["url"])
        yield replace(document, report=replace(document.report, published=Published())), date.fromisoformat(row["date"])


def measure(reports: Sequence[tuple[Document, date]], reader: Reader, *, year: bool, case: bool) -> list[Outcome]:
    """What is left of the calendar for each report."""
    readings = [reading for _, reading in read_with([document for document, _ in reports], reader, lambda _, reading: reading)]
    tellings = [_tellings(*pair, reading) if case else () for pair, reading in zip(reports, readings, strict=True)]
    outcomes = []
    for at, ((document, day), reading) in enumerate(zip(reports, readings, strict=True)):
        within = Interval(f"{day.year}-01-01", f"{day.year}-12-31") if year else None
        others = tuple(telling for number, told in enumerate(tellings) if number != at for telling in told)
        found = date_report(document, reading, Known(within, tellings=others)).report.published
        left = found.candidates or ((Interval(found.not_before, found.not_after),) if found.not_before or found.not_after else ())
        outcomes.append(Outcome(document.report.path, day, left, tuple(each.why for each in found.reasons)))
    return outcomes


def _tellings(document: Document, day: date, reading: Reading) -> tuple[Telling, ...]:
    dated = Published(day.isoformat(), day.isoformat(), Basis.GIVEN)
    return tuple(tellings_of(assemble(replace(document, report=replace(document.report, published=dated)), reading)))


def scored(outcomes: Sequence[Outcome], most: int) -> dict[str, float]:
    """The figures."""
    answered = [each for each in outcomes if each.days is not None and each.days <= most]
    return {
        "reports": len(outcomes),
        "answered": len(answered),
        "answered %": _share(len(answered), len(outcomes)),
        "wrong": sum(not each.right for each in answered),
        "wrong % of answered": _share(sum(not each.right for each in answered), len(answered)),
        "bounds": sum(bool(each.left) for each in outcomes),
        "bounds wrong": sum(not each.right for each in outcomes),
        "conflicts": sum(not each.left and bool(each.reasons) for each in outcomes),
        "constant answer wrong %": _share(len(outcomes) - _constant([each.day for each in outcomes], most), len(outcomes)),
    }


def _constant(days: Sequence[date], most: int) -> int:
    """How many of some days the best stretch of ``most`` days has."""
    ordered = sorted(day.toordinal() for day in days)
    return max((bisect_right(ordered, first + most - 1) - at for at, first in enumerate(ordered)), default=0)


def _share(part: int, whole: int) -> float:
    return round(100 * part / max(1, whole), 1)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("table", type=Path)
    known = parser.add_mutually_exclusive_group()
    known.add_argument("--between", choices=["year"])
    known.add_argument("--case", action="store_true")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    year = given.between is not None
    with Reader(given.weights) as reader:
        outcomes = measure(list(read_table(given.table)), reader, year=year, case=given.case)
    if given.show:
        for each in outcomes:
            if not each.right:
                print(each.day, each.name, *each.reasons, sep="\n  ", file=sys.stderr)
    print(json.dumps(scored(outcomes, NARROW if year or given.case else ALONE), indent=1))


if __name__ == "__main__":
    main()
