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
    "no rule: what comes again, of this form": (
        "the first Monday of each month",
        "weekdays",
    ),
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
