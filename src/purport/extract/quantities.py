"""Readings -> the record's quantities: how many of what, as closed ranges with open ends.

Not one are times and lengths of time, years, ages, ordinals, numbers in names and labels ("Flight 370", "page 14"), scores and telephone
numbers, nor "one" where it only stands for somebody.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from purport.extract.amounts import Amount, find_amounts
from purport.extract.clear import Page
from purport.extract.ellipsis import Before
from purport.extract.numbered import count
from purport.extract.prose import Prose
from purport.extract.syntax import Tree, head_of, words_in
from purport.extract.tokens import openings
from purport.ids import item_id
from purport.reader.reading import Reading
from purport.records import Claim, Quantity, Report, Span

NUMBERS = frozenset({"NUM", "SYM"})
REMEMBERED = 64
"""Numbers back that one without a noun can be like."""


def find_quantities(report: Report, reading: Reading, tree: Tree, page: Page) -> tuple[Quantity, ...]:
    """The quantities outside page text and headlines, in text order."""
    taken = sorted([each.span for each in reading.timexes] + [each.span for each in reading.entities])
    return tuple(_quantities(report, tree, page, taken, _numbered(reading)))


def _numbered(reading: Reading) -> Iterator[Span]:
    """The sentences with a number in them."""
    words, openers = reading.words, openings()
    has = {
        sentence
        for sentence, tag, lemma in zip(words.sentences, words.tags, words.lemmas, strict=True)
        if tag in NUMBERS or lemma in openers
    }
    return (reading.sentences[each] for each in sorted(has))


def with_quantities(claims: Sequence[Claim], quantities: Sequence[Quantity]) -> tuple[Claim, ...]:
    """Each claim with the ids of the quantities in its content."""
    begins = [each.start for each in quantities]

    def inside(span: Span) -> Iterator[str]:
        found = quantities[bisect_left(begins, span.start) : bisect_left(begins, span.end)]
        return (each.id for each in found if each.end <= span.end)

    return tuple(replace(each, quantities=tuple(one for span in each.content for one in inside(span))) for each in claims)


def _quantities(report: Report, tree: Tree, page: Page, taken: Sequence[Span], sentences: Iterable[Span]) -> Iterator[Quantity]:
    before: deque[Before] = deque(maxlen=REMEMBERED)
    prose, clear = Prose(report.text, tree), (page, Page(blocks=page.titles))
    at = 0
    for amount in (one for sentence in sentences for one in find_amounts(report.text, sentence)):
        while at < len(taken) and taken[at].end <= amount.first:
            at += 1
        if (at < len(taken) and taken[at].start < amount.last) or not all(each.leaves(amount.start, amount.end) for each in clear):
            continue
        one = _settled(tree, amount)
        own = words_in(tree.words, Span(one.first, one.last))
        head = head_of(tree.words, own)
        if head is None:
            continue
        counted = count(prose, one, own, head, before)
        if counted is None or (one.high is not None and one.high < 0):
            continue
        unit = one.unit or counted.unit
        if one.share or one.money or (one.unit is None and (counted.unit is None or counted.of is not None)):
            before.append(Before(head, replace(counted, unit=None if one.share else unit), one.low or one.high))
        span = Span(one.start, one.end)
        yield Quantity(item_id(report.id, "quantity", (span,)), span.start, span.end, one.low, one.high, unit, counted.of)


def _settled(tree: Tree, amount: Amount) -> Amount:
    """The amount without a word before it that hangs on something else: "over" in "presided over 40 trials"."""
    if amount.loose is None or amount.narrow is None:
        return amount
    words = tree.words
    for word in words_in(words, Span(amount.loose, amount.loose + 1)):
        own = words_in(words, Span(amount.loose, amount.last))
        if words.heads[word] in own or words.relations[word] == "advmod":
            return amount
    return _settled(tree, amount.narrow)
