"""What a report tells of events, as the search for their days asks for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from purport.extract.syntax import Tree, words_in
from purport.reader import Happening
from purport.records import Attribution, Factuality, Form


@dataclass(frozen=True, slots=True)
class Days:
    """Days within which an event lies, ``None`` for an open end."""

    first: date | None = None
    last: date | None = None

    def within(self, other: Days) -> Days:
        """The days of both; its own where they have none in common, as its own words are the surer."""
        first = max((day for day in (self.first, other.first) if day), default=None)
        last = min((day for day in (self.last, other.last) if day), default=None)
        return self if first and last and first > last else Days(first, last)

    def across(self, other: Days) -> Days:
        """The days of both where they have some in common, else those from the first of either to the last."""
        first, last = max(self.first or date.min, other.first or date.min), min(self.last or date.max, other.last or date.max)
        if first <= last:
            return self.within(other)
        firsts, lasts = (self.first, other.first), (self.last, other.last)
        return Days(min(filter(None, firsts)) if all(firsts) else None, max(filter(None, lasts)) if all(lasts) else None)


@dataclass(frozen=True, slots=True)
class Story:
    """The words that tell of events, with how sure the author is of each and its TimeML class.

    ``quoted`` are the words of somebody's own speech, which has a day of its own; ``written`` is the first and last day on which the report
    can have been written, if both are known.
    """

    tree: Tree
    sure: Mapping[int, Factuality]
    kinds: Mapping[int, str]
    quoted: Collection[int]
    written: tuple[date, date] | None

    def is_told(self, word: int) -> bool:
        """Whether the author takes it for certain."""
        return self.sure.get(word) is Factuality.CERTAIN


def find_story(
    tree: Tree,
    happenings: Sequence[Happening],
    sure: Mapping[int, Factuality],
    told: Sequence[Attribution],
    written: tuple[date, date] | None,
) -> Story:
    """The story of a report; what a source says in the report's words alone is not its own speech."""
    spans = [span for each in told if each.form is not Form.INDIRECT for span in each.content]
    quoted = frozenset(word for span in spans for word in words_in(tree.words, span))
    return Story(tree, sure, {each.word: each.label for each in happenings}, quoted, written)
