"""Time expressions as news has them, and broken ones: ``news.tsv`` beside this file says what a careful reader takes them for."""

from datetime import date
from pathlib import Path

import pytest

from misses import marked
from purport.time.anchor import Anchor
from purport.time.grammar import read
from purport.time.meaning import denote

THURSDAY = date(2017, 9, 28)
SIDES = {"past": True, "future": False, "-": None}
LINES = (Path(__file__).parent / "news.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [tuple(line.split("\t")) for line in LINES if not line.startswith("#")]
MISSES = {
    "no rule: a weekday of a week that is told by another day": (
        "Monday last",
        "Monday week",
        "a week from Tuesday",
        "two Fridays ago",
        "a week ago today",
    ),
    "no rule: a date in figures of this form": ("9/11",),
    "no rule: business's short forms": ("3Q17",),
    "no rule: a year before, or the turn of a century": (
        "the prior year",
        "the turn of the century",
    ),
    "two told of together, or a span of days, years, months or centuries: only one is read": ("the 17th and 18th centuries",),
    "no rule: the end of a month or year told with 's": (
        "year's end",
        "month's end",
    ),
    "no rule: the n-th or last weekday of a month; the part that is left over is read": ("the last days of August",),
    "the preposition is lost": ("through Friday",),
    "no rule: the weekend of a feast": ("Memorial Day weekend",),
    "`some` before a number is no `about`": ("some 20 years ago",),
    "no rule: a while told without a number": (
        "long ago",
        "a long time ago",
        "not long ago",
        "yearlong",
        "any day now",
    ),
    "no rule: this time last year": ("this time last year",),
    "a quarter is taken for three months": (
        "a quarter of a century",
        "a quarter of an hour",
        "three-quarters of an hour",
        "quarter to ten",
    ),
    "no rule: a time of day of this form": (
        "overnight",
        "0530 local time",
        "17h00",
        "half past nine",
        "the early hours of Friday",
        "dawn tomorrow",
    ),
    "no rule: what comes again, of this form": (
        "Saturday mornings",
        "the first Monday of each month",
        "weekdays",
        "biannual",
    ),
    "the modifier of a part of a day is lost": ("early Friday morning",),
    "years from 2200 are not read": ("the year 9999",),
    "no rule: years of three figures or fewer, and before Christ": (
        "500 B.C.",
        "A.D. 70",
        "70 AD",
    ),
    "a year of another calendar is taken for one of ours": ("the 5th century BC",),
}


def reasons() -> dict[str, str]:
    """Known misses with why."""
    return {words: reason for reason, group in MISSES.items() for words in group}


@pytest.mark.parametrize(("words", "kind", "side", "told"), marked(ROWS, reasons()))
def test_an_expression_comes_to_what_a_careful_reader_takes_it_for(words: str, kind: str, side: str, told: str) -> None:
    meaning = read(words, kind)
    found = denote(meaning, Anchor(THURSDAY, (), SIDES[side])) if meaning is not None else None
    assert (" ".join(part for part in (found.type, found.value, found.mod) if part) if found else "nothing") == told
    assert meaning is None or str(meaning)


def test_no_expression_stands_twice() -> None:
    assert len({row[0] for row in ROWS}) == len(ROWS)
