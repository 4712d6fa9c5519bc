"""When events happened: the days that their own time expressions tell, and the bounds that tense and connectives leave.

A time expression dates the event that it hangs on ("retook the town *in July*", "the *Oct. 3* attack"), and those joined to it by "and"
where it stands before them all ("*On Monday* he resigned and left"). "Since" and "until" tell one edge. What is told as having been lies
before the writing, what is to come after it; what is "after" another event does not begin before that, and what is "before" one does not
end after it. Edges are as far apart as the words leave them; what is not told stays open.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from purport.extract.syntax import Tree, head_of, words_in
from purport.extract.tenses import has_been
from purport.lexicon import words as listed
from purport.records import Span
from purport.time.expression import Dated, Expression
from purport.time.parts import End

CARRIERS = frozenset({"ADV", "ADJ", "NUM"})
"""What carries a time on to the word that it hangs on itself: "late on Friday"."""
CLIMB = 4
LATER, EARLIER = "later", "earlier"
"""What ``connectives.tsv`` says of the main clause."""


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


def find_days(
    tree: Tree,
    events: Collection[int],
    expressions: Sequence[Expression],
    dated: Sequence[Dated],
    written: tuple[date, date] | None,
    told: Collection[int],
) -> dict[int, Days]:
    """The days of each event's word of which anything is told; words that are ``told`` by a source were said before the writing."""
    found = dict(_told(tree, events, expressions, dated))
    for word in sorted(events):
        past = has_been(tree, word)
        bound = (
            Days()
            if written is None or past is None or (word in told and not past)
            else Days(None, written[1])
            if past
            else Days(written[0])
        )
        days = found.get(word, Days()).within(bound)
        if days != Days():
            found[word] = days
    for word, other, relation in _connected(tree, events):
        mine, others = found.get(word, Days()), found.get(other, Days())
        after, before = (mine, others) if relation == LATER else (others, mine)
        later, earlier = after.within(Days(first=before.first)), before.within(Days(last=after.last))
        found[word], found[other] = (later, earlier) if relation == LATER else (earlier, later)
    return {word: days for word, days in found.items() if days != Days()}


def _told(tree: Tree, events: Collection[int], expressions: Sequence[Expression], dated: Sequence[Dated]) -> Iterator[tuple[int, Days]]:
    """The events that expressions date; of several on one event, the days of all that agree."""
    found: dict[int, Days] = {}
    head: int | None = None
    for each, value in zip(expressions, dated, strict=True):
        own = words_in(tree.words, Span(each.start, each.end))
        if not (isinstance(each.meaning, End) and each.meaning.last):  # where a range begins its end hangs too
            head = head_of(tree.words, own) if own else None
        days = _edges(each, value)
        if head is None or days == Days():
            continue
        for word in _hosts(tree, events, head):
            found[word] = found[word].within(days) if word in found else days
    return iter(found.items())


def _edges(each: Expression, value: Dated) -> Days:
    """The days that an expression leaves for what it dates, by its preposition; none for a length or what is told again and again."""
    if value.type == "SET" or value.first is value.last is None:
        return Days()
    match listed("edges.tsv").get(each.preposition, ("within",))[0]:
        case "after":
            return Days(first=value.first)
        case "before":
            return Days(last=value.last)
    return Days(value.first, value.last)


def _hosts(tree: Tree, events: Collection[int], head: int) -> Iterator[int]:
    """The event that a time hangs on, and its conjuncts where the time stands before it."""
    words, host = tree.words, head
    for _ in range(CLIMB):
        if host in events:
            break
        if host != head and words.tags[host] not in CARRIERS:
            return
        host = words.heads[host]
        if host < 0:
            return
    if host not in events:
        return
    yield host
    if head < host:
        yield from (each for each in tree.children[host] if words.relations[each] == "conj" and each in events and not _has_own(tree, each))


def _has_own(tree: Tree, word: int) -> bool:
    return tree.child(word, ("obl:unmarked", "nmod:unmarked")) is not None or tree.child(word, ("nsubj", "nsubj:pass")) is not None


def _connected(tree: Tree, events: Collection[int]) -> Iterator[tuple[int, int, str]]:
    """Two events that a connective orders: a main clause's, a subordinate one's, and whether the main one is later or earlier."""
    words, connectives = tree.words, listed("connectives.tsv")
    for word in sorted(events):
        head, relation = words.heads[word], words.relations[word]
        if head not in events or relation not in ("advcl", "obl", "nmod"):
            continue
        marks = [each for each in tree.children[word] if words.relations[each] in ("mark", "case") and each < word]
        order = next((connectives[lemma][0] for each in marks if (lemma := words.lemmas[each].lower()) in connectives), None)
        if order is not None:
            yield head, word, order
