"""What was answered to a question over time, as a picture: each answer when it was said and when it came out, by its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from purport.dossier.lines import UNKNOWN
from purport.pictures.brackets import fitting
from purport.pictures.chart import sheet
from purport.pictures.days import NOT_TOLD, days_in_words
from purport.pictures.drawing import Sheet
from purport.pictures.rows import Band, Bar, Chart, Form, Row
from purport.records import Factuality
from purport.resolve.accounts import Days
from purport.resolve.outlets import plain_name


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
    """A row an answer, those of one source together, the source that answered first above; contradictions are joined by lines.

    ``answers`` are in the order in which they were given, and numbered so; ``contradictions`` are pairs of them by their places. An
    answer is joined to the last before it that it contradicts; what finds no room as a line is told in words.
    """
    sources: dict[str, list[int]] = defaultdict(list)
    for number, answer in enumerate(answers):
        sources[plain_name(answer.source)].append(number)
    ordered = [number for own in sources.values() for number in own]
    place = {number: row for row, number in enumerate(ordered)}
    joined = {_pair(place[first], place[second]) for first, second in _nearest(contradictions)}
    drawn = fitting(sorted(joined))
    others: dict[int, list[int]] = defaultdict(list)
    for first, second in sorted({_pair(*each) for each in contradictions}):
        if _pair(place[first], place[second]) not in drawn:
            others[second].append(first)
    bands = tuple(
        Band(answers[own[0]].source, tuple(_row(number, answers[number], others[number]) for number in own)) for own in sources.values()
    )
    return sheet(Chart(asked, bands, tuple(sorted(drawn))))


def _row(number: int, answer: Given, others: Sequence[int]) -> Row:
    said = Bar(answer.said.first, answer.said.last, answer.sure)
    out = Bar(answer.out.first, answer.out.last, answer.sure, Form.OUT)
    when = days_in_words(answer.said.first, answer.said.last)
    later = days_in_words(answer.out.first, answer.out.last)
    note = [f"{answer.outlet}, out {later}" if later not in (when, NOT_TOLD) else answer.outlet]
    if others:
        note.append(f"contradicts {', '.join(str(each + 1) for each in others)}")
    return Row(f"{number + 1}. {answer.value}", " · ".join(note), when, (said, out))


def _nearest(contradictions: Collection[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """For each answer the last before it that it contradicts: as many lines at most as there are answers."""
    earlier: dict[int, int] = {}
    for each in contradictions:
        first, second = _pair(*each)
        earlier[second] = max(earlier.get(second, first), first)
    return ((first, second) for second, first in sorted(earlier.items()))


def _pair(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)
