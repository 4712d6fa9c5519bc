"""A report's own words, folded so that copies of them compare equal, each with its place in the text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import islice

from purport.lexicon import rows
from purport.records import Analysis, Report, Span

_WORD = re.compile(r"\d+(?:[.,/-]\d+)*|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]|['’ʼ](?=[^\W\d_]))*")
NUMBERS = frozenset({"ones", "teens", "tens", "dozen", "hundred", "thousand"})
DAYS = frozenset({"month", "weekday", "ord"})
"""Categories of the words of time expressions."""
EITHER = frozenset({"one", "may", "second"})
MOST = 200_000
"""Words of a report that are compared: a hundred times a long report's."""
_DROPPED = re.compile("[\u0300-\u036f'’ʼ]")


@dataclass(frozen=True, slots=True)
class Folded:
    """The words of a report in order, page text left out; the ``i``-th is ``report.text[starts[i]:ends[i]]``."""

    report: Report
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def within(self, span: Span) -> range:
        """The numbers of the words that begin in a span."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def span(self, first: int, last: int) -> Span:
        """From the first letter of one word to the last of another."""
        return Span(self.starts[first], self.ends[last])


def fold(word: str) -> str:
    """A word or a phrase without what copies lose: letter case, accents and apostrophes."""
    if word.isascii():
        return word.lower().replace("'", "")
    return _DROPPED.sub("", unicodedata.normalize("NFD", word.casefold()))


def folded_words(text: str) -> tuple[str, ...]:
    """The folded words of any text; figures stay whole ("1,200", "6-3/16"), and what is glued is cut where letters meet figures."""
    return tuple(fold(word) for word in _WORD.findall(text))


def fold_report(analysis: Analysis) -> Folded:
    """The words of a report that are not page text: no title, byline, prompt or note of printing is shared for being copied."""
    text = analysis.report.text
    furniture = sorted((item.start, item.end) for item in analysis.furniture)
    kept = list(islice((match for start, end in _between(furniture, len(text)) for match in _WORD.finditer(text, start, end)), MOST))
    return Folded(
        analysis.report,
        tuple(fold(match[0]) for match in kept),
        tuple(match.start() for match in kept),
        tuple(match.end() for match in kept),
    )


def _between(furniture: Iterable[tuple[int, int]], length: int) -> Iterable[tuple[int, int]]:
    at = 0
    for start, end in furniture:
        if start > at:
            yield at, start
        at = max(at, end)
    if at < length:
        yield at, length


def is_number(word: str) -> bool:
    """Whether a folded word is a number, in figures or letters; "one" is as often a pronoun."""
    return word[0].isdigit() or word in _listed(NUMBERS)


def fills_in(word: str) -> bool:
    """Whether a folded word is what forms are filled in with: a number, a day of the week, a month or an ordinal."""
    return word[0].isdigit() or word in _listed(NUMBERS | DAYS)


@cache
def _listed(categories: frozenset[str]) -> frozenset[str]:
    return frozenset(form for forms, category, *_ in rows("time_words.tsv") if category in categories for form in forms.split()) - EITHER
