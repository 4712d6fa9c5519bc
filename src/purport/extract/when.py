"""When events happened: the days that their own time expressions tell, and the bounds that tense and the flow of the report leave.

A time expression dates the event that it hangs on ("retook the town *in July*", "the *Oct. 3* attack"), and those joined to it by "and"
where it stands before them all ("*On Monday* he resigned and left"). "Since" and "until" tell one edge; several times on one event that
have no day in common ("rose from 3 in May to 5 in June") leave it the days from the first to the last; and a clause may say what happened
at a time ("since May, *when* they left"). What is told together with a dated event has its days (``flow.py``).

What is told as having been lies before the writing, what is to come after it (``bounds.py``); what is "after" another event does not begin
before that, and what is "before" one does not end after it, nor does what somebody says has happened end after it was said. Edges are as
far apart as the words leave them; what is not told stays open.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from purport.extract.bounds import REPORTING, bound
from purport.extract.flow import together
from purport.extract.story import Days, Story
from purport.extract.syntax import Tree, head_of, preposition_of, words_in
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
STATES = frozenset({"state", "i_state"})
"""Classes of what can last when it is said to have been so."""
POINTS = frozenset({"DATE", "TIME"})
WHEN = "when"
PLANNED = ("xcomp", "nsubj:pass", "obj")
"""What is planned, by its relation to the verb or adjective that says so, the surer first."""
AMOUNTS = frozenset({"NUM", "SYM"})
COMPARED = frozenset({"from", "than", "against"})


def find_days(story: Story, expressions: Sequence[Expression], dated: Sequence[Dated]) -> dict[int, Days]:
    """The days of each event's word of which anything is told."""
    found = _told(story, expressions, dated)
    own = frozenset(found)
    for like, word in together(story):
        if like in found and word not in own:
            found[word] = found[like]
    for word in sorted(story.sure):
        days = found.get(word, Days()).within(bound(story, word))
        if days != Days():
            found[word] = days
    for word, other, relation in _ordered(story):
        mine, others = found.get(word, Days()), found.get(other, Days())
        after, before = (mine, others) if relation == LATER else (others, mine)
        later, earlier = after.within(Days(first=before.first)), before.within(Days(last=after.last))
        found[word], found[other] = (later, earlier) if relation == LATER else (earlier, later)
    return {word: days for word, days in found.items() if days != Days()}


def _told(story: Story, expressions: Sequence[Expression], dated: Sequence[Dated]) -> dict[int, Days]:
    """The days of the events that expressions date."""
    found: dict[int, Days] = {}
    head: int | None = None
    for each, value in zip(expressions, dated, strict=True):
        own = words_in(story.tree.words, Span(each.start, each.end))
        if not (isinstance(each.meaning, End) and each.meaning.last):  # where a range begins its end hangs too
            head = head_of(story.tree.words, own)
        days = _edges(story.tree, each, value, own)
        if head is None:
            continue
        hosts = [*hosts_of(story.tree, story.sure.keys(), head)] if days != Days() else []
        for word in hosts:
            found[word] = found[word].across(days) if word in found else days
        if value.type in POINTS and (then := then_of(story.tree, own[-1] + 1)) in story.sure and value.first is not None:
            found.setdefault(then, Days(value.first, value.last))
    return found


def then_of(tree: Tree, after: int) -> int:
    """The verb of a clause that says what happened at the time before it: "since March, *when* they left"; below 0 where there is none."""
    words = tree.words
    at = after + (after < len(words) and words.tags[after] == "PUNCT")
    if at >= len(words) or words.lemmas[at].lower() != WHEN or words.relations[at] not in ("advmod", "mark"):
        return -1
    return words.heads[at]


def _edges(tree: Tree, each: Expression, value: Dated, own: range) -> Days:
    """The days that an expression leaves for what it dates, by the word before it.

    None for a length, for what is told again and again, and for what is only compared with: "lower than a year ago".
    """
    if value.type == "SET" or not own or (not isinstance(each.meaning, End) and _is_compared(tree, own[0] - 1)):
        return Days()
    match listed("edges.tsv").get(each.preposition, ("within",))[0]:
        case "none":
            return Days()
        case "after":
            return Days(first=value.first)
        case "before":
            return Days(last=value.last)
    return Days(value.first, value.last)


def _is_compared(tree: Tree, before: int) -> bool:
    """Whether the word before a time says that it is another thing's: "than last year", "payable May 4", "up from 30 a year earlier"."""
    words = tree.words
    if before < 0:
        return False
    lemma = words.lemmas[before].lower()
    if lemma in ("than", "from") or (words.tags[before] == "ADJ" and lemma in listed("scheduling.tsv")):
        return True
    number = any(words.tags[each] in AMOUNTS for each in (before, words.heads[before]) if each >= 0)
    return number and any(preposition_of(tree, each) in COMPARED for each in (before, words.heads[before]) if each >= 0)


def hosts_of(tree: Tree, events: Collection[int], head: int) -> Iterator[int]:
    """The event that a time hangs on by its head, and its conjuncts where the time stands before it.

    Of what is planned that is the deed, not the planning: "is scheduled to *close* on Monday".
    """
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
    if words.lemmas[host].lower() in listed("scheduling.tsv"):
        deed = tree.child(host, PLANNED)
        if deed is not None:
            yield from (deed,) if deed in events else ()
            return
    yield host
    if head < host:
        yield from (each for each in tree.children[host] if words.relations[each] == "conj" and each in events and not _has_own(tree, each))


def _has_own(tree: Tree, word: int) -> bool:
    return tree.child(word, ("obl:unmarked", "nmod:unmarked")) is not None or tree.child(word, ("nsubj", "nsubj:pass")) is not None


def _ordered(story: Story) -> Iterator[tuple[int, int, str]]:
    """Two events that a connective or tense orders: a main clause's, a subordinate one's, and whether the main one is later or earlier."""
    words, connectives = story.tree.words, listed("connectives.tsv")
    for word in sorted(story.sure):
        head, relation = words.heads[word], words.relations[word]
        if head not in story.sure:
            continue
        if relation == "ccomp" and story.kinds[head] == REPORTING and story.kinds[word] not in STATES and has_been(story.tree, word):
            yield head, word, LATER
        if relation not in ("advcl", "obl", "nmod"):
            continue
        marks = [each for each in story.tree.children[word] if words.relations[each] in ("mark", "case") and each < word]
        order = next((connectives[lemma][0] for each in marks if (lemma := words.lemmas[each].lower()) in connectives), None)
        if order in (LATER, EARLIER):
            yield head, word, order
