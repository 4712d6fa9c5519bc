"""What was answered to a question over time, as a picture: each answer when it was said and when it came out, by its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from purport.pictures.chart import sheet
from purport.pictures.days import NOT_TOLD, days_in_words
from purport.pictures.drawing import Sheet
from purport.pictures.rows import Band, Bar, Chart, Form, Row
from purport.records import Factuality
from purport.dossier.lines import UNKNOWN
from purport.resolve.accounts import Days

NEAREST_ALONE = "Where an answer contradicts several, the line leads to the last of them before it."


@dataclass(frozen=True, slots=True)
class Given:
    """An answer: its value and how sure, who gives it and in which outlet or report, when it was said and when that came out."""

    value: str
    sure: Factuality
    source: str
    outlet: str
    said: Days = UNKNOWN
    out: Days = UNKNOWN


def question(asked: str, answers: Sequence[Given], contradictions: Collection[tuple[int, int]] = ()) -> Sheet:
    """A row an answer, those of one source together, the source that answered first above; contradictions joined by a line.

    ``answers`` are in the order in which they were given, ``contradictions`` are pairs of them by their places.
    """
    sources: dict[str, list[int]] = defaultdict(list)
    for number, answer in enumerate(answers):
        sources[answer.source].append(number)
    place = {number: row for row, number in enumerate(number for own in sources.values() for number in own)}
    bands = tuple(Band(source, tuple(_row(answers[number]) for number in own)) for source, own in sources.items())
    joined = sorted((min(pair), max(pair)) for each in _nearest(contradictions) for pair in [(place[each[0]], place[each[1]])])
    notes = (NEAREST_ALONE,) if len(joined) < len({tuple(sorted(pair)) for pair in contradictions}) else ()
    return sheet(Chart(asked, bands, tuple(joined), notes))


def _row(answer: Given) -> Row:
    said = Bar(answer.said.first, answer.said.last, answer.sure)
    out = Bar(answer.out.first, answer.out.last, answer.sure, Form.OUT)
    when = days_in_words(answer.said.first, answer.said.last)
    later = days_in_words(answer.out.first, answer.out.last)
    note = f"{answer.outlet}, out {later}" if later not in (when, NOT_TOLD) else answer.outlet
    return Row(answer.value, note, when, (said, out))


def _nearest(contradictions: Collection[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """For each answer the last before it that it contradicts: as many lines at most as there are answers."""
    earlier: dict[int, int] = {}
    for pair in contradictions:
        first, second = sorted(pair)
        earlier[second] = max(earlier.get(second, first), first)
    return ((first, second) for second, first in sorted(earlier.items()))
