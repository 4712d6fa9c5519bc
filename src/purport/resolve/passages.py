"""Passages that two reports share: wire copy, also lightly edited, and paragraphs of one quoted in the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from purport.records import Report, Span
from purport.resolve.folded import Folded, fills_in, is_number
from purport.resolve.outlets import same_house
from purport.resolve.tiles import Tile, Words, runs

ALONE = 12
"""Words that a passage has in common at least, where the reports share nothing else: names and formulas with what stands between them
("said in a statement on Tuesday that it had") stay under it."""
BESIDE = 6
"""The same beside passages of ``COPIED`` words in all."""
COPIED = 40
DENSITY = 0.6
"""Share of a passage's words that are the same, at least."""
FORMULA = 30
"""Words in common for one changed figure, at least, where most figures changed: with fewer it is a form filled in anew."""
REPEAT = 0.5
"""Share of the shorter of two reports of one outlet that is the same in both, at least: less is the house's boilerplate and background."""
FACTS = 0.7
"""Share of the shorter's names, numbers and days that the other has too, at least: a form filled in anew has less. Of 709 pairs in 10,000
stories of one agency whose words agree that far, those with less were issues, filings and dividends of different companies."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that stands in both reports; ``same`` are the pieces that are the same to the word, ``words`` how many words these have.

    ``edited`` is whether any other word stands between them.
    """

    left: Span
    right: Span
    words: int
    edited: bool
    same: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """What two reports share.

    ``left`` and ``right`` are their ids, in the order of their paths; ``earlier`` is that of the one that came out first, where their dates
    tell. ``share`` is how much of the shorter report is in the other.
    """

    left: str
    right: str
    passages: tuple[Passage, ...]
    words: int
    share: float
    earlier: str | None = None

    @property
    def is_copy(self) -> bool:
        """Whether one report is little else than the other, or a part of it."""
        return self.share >= REPEAT


def shared(one: Folded, other: Folded) -> Shared | None:
    """The passages that two reports share, in the order of the left one's text; ``None`` where there is none.

    What differs in its figures alone is no copy. Two reports of one outlet share something only where one repeats or updates the other. It
    makes no difference which report comes first.
    """
    left, right = sorted((one, other), key=lambda folded: (folded.report.path, folded.report.id))
    repeats = same_house(left.report, right.report)
    if repeats and (_in_common(left.words, right.words) < REPEAT or _in_common(_facts(left), _facts(right)) < FACTS):
        return None
    found = [run for run in runs(left.words, right.words) if _is_passage(left.words, right.words, run)]
    long = [run for run in found if _told(left.words, run) >= ALONE]
    if sum(map(_size, long)) < COPIED:
        found = long
    words = sum(map(_size, found))
    share = words / max(1, min(len(left.words), len(right.words)))
    if not found or (repeats and share < REPEAT):
        return None
    passages = tuple(_passage(left, right, run) for run in found)
    return Shared(left.report.id, right.report.id, passages, words, round(share, 4), earlier(left.report, right.report))


def _in_common(left: Words, right: Words) -> float:
    """The share of the shorter's words that the other has too, in any order."""
    return (Counter(left) & Counter(right)).total() / max(1, min(len(left), len(right)))


def _facts(folded: Folded) -> list[str]:
    """What tells one report of a form from another: its names, numbers and days."""
    text = folded.report.text
    return [word for word, start in zip(folded.words, folded.starts, strict=True) if fills_in(word) or text[start].isupper()]


def _size(run: Sequence[Tile]) -> int:
    return sum(tile.size for tile in run)


def _told(left: Words, run: Sequence[Tile]) -> int:
    """The words that are the same and no form is filled in with."""
    return sum(not fills_in(word) for tile in run for word in left[tile.left : tile.left_end])


def _is_passage(left: Words, right: Words, run: Sequence[Tile]) -> bool:
    first, last, size = run[0], run[-1], _size(run)
    longest = max(last.left_end - first.left, last.right_end - first.right)
    return _told(left, run) >= BESIDE and size >= DENSITY * longest and not _is_formula(left, right, run, size)


def _is_formula(left: Words, right: Words, run: Sequence[Tile], size: int) -> bool:
    """Whether it is a form with other figures filled in: more figures differ than agree, and they stand close."""
    first, last = run[0], run[-1]
    common = sum(fills_in(word) for tile in run for word in left[tile.left : tile.left_end])
    mine = sum(map(fills_in, left[first.left : last.left_end])) - common
    theirs = sum(map(fills_in, right[first.right : last.right_end])) - common
    changed = max(mine, theirs)
    return changed > common and changed * FORMULA > size


def _passage(left: Folded, right: Folded, run: Sequence[Tile]) -> Passage:
    first, last, words = run[0], run[-1], _size(run)
    whole = (left.span(first.left, last.left_end - 1), right.span(first.right, last.right_end - 1))
    same = tuple((left.span(tile.left, tile.left_end - 1), right.span(tile.right, tile.right_end - 1)) for tile in run)
    edited = words < max(last.left_end - first.left, last.right_end - first.right)
    return Passage(*whole, words, edited, same)


def earlier(one: Report, other: Report) -> str | None:
    """The id of the report that came out before the other, where their dates tell."""
    for first, second in ((one, other), (other, one)):
        if first.published.not_after and second.published.not_before and first.published.not_after < second.published.not_before:
            return first.id
    return None


def same_words(passages: Sequence[Passage], left: Folded, right: Folded, contents: tuple[Sequence[Span], Sequence[Span]]) -> int:
    """How many words of a content on the left stand as words of one on the right in shared passages; none where they have other numbers."""
    mine = {i for span in contents[0] for i in left.within(span)}
    theirs = {j for span in contents[1] for j in right.within(span)}
    pieces = [(left.within(one), right.within(other)) for passage in passages for one, other in passage.same]
    both = sum(i in mine and j in theirs for words in pieces for i, j in zip(*words, strict=True))
    numbers = [Counter(words[i] for i in chosen if is_number(words[i])) for words, chosen in ((left.words, mine), (right.words, theirs))]
    return both if numbers[0] <= numbers[1] or numbers[1] <= numbers[0] else 0
