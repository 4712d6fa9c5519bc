"""When an attribution's source said it: the time expression that dates the saying, not what was said.

The time hangs on the cue ("said *on Saturday* that the raid took place in October"), or on what carries it there: an adverb ("late on
Friday"), whom or where it was told ("told reporters in Karst on Sunday"), the medium ("in a statement on Tuesday", "a report published
last week says"), or a verb of speaking beside the cue ("speaking on Monday, she said"). Media and such verbs are the list
``lexicon/tellings.tsv``. No deed carries a time: in "said of Saturday's raid" it is the raid's.

Where tree and spans disagree:

- What stands between cue and content, or opens the sentence before source and cue, cannot hang on the content: there the spans are surer
  than the tree ("said *on Thursday* that the city had ..", with Thursday on "had").
- A time within the content is the content's, even where it hangs on the cue: most such links are wrong ("said he would leave on
  Monday"). Only where no verb and no "that" stands before it in the content is the tree surer: "claimed victory *on Sunday*".
- A time in quotation marks is the saying's only where the cue is in them too.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from purport.extract.arguments import CHAIN, RELATIVE_CLAUSES, subjects_of
from purport.extract.forms import QUOTES
from purport.extract.syntax import Tree, head_of, preposition_of, words_in
from purport.lexicon import rows
from purport.records import Attribution, Form, Said, SourceType, Span, Timex

NEAR = 50
"""Words on either side of a cue within which its time is looked for, as its source is."""
KINDS = ("medium", "issued", "speaking")
"""What a word has to do with telling, as ``tellings.tsv`` has it."""
MEDIUM, ISSUED, SPEAKING = KINDS
SET, DURATION = "SET", "DURATION"
NOW = "PRESENT_REF"
"""The value of "now", which tells no day: "she now says" is when the report says it."""
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
ADVERBS = frozenset({"ADV", "ADJ"})
VERBS = frozenset({"VERB", "AUX"})
NAMING = frozenset({"nmod:poss", "compound", "amod", "nummod", "nmod:desc"})
"""Relations of a time to the noun it tells apart from others: "Saturday's raid", "the Oct. 3 attack"."""
ADJOINED = frozenset({"acl", *RELATIVE_CLAUSES})
TOLD = frozenset({"obj", "iobj", "obl", "nmod", "nmod:unmarked", "obl:unmarked"})
"""Relations of whom and where something is told."""
ABOUT = frozenset({"of", "about", "over", "against", "into", "for"})
"""Prepositions before what is spoken of."""
MEDIA = frozenset({SourceType.DOCUMENT, SourceType.MEDIA})


@dataclass(frozen=True, slots=True)
class _Telling:
    """An attribution with the words of its cue, source and contents; ``author`` is the head of the source."""

    made: Attribution
    cue: range
    source: range
    author: int | None
    contents: tuple[range, ...]

    def content_of(self, word: int) -> range | None:
        """The piece of the content that has a word."""
        return next((own for own in self.contents if word in own), None)


@dataclass(frozen=True, slots=True)
class _Scene:
    text: str
    tree: Tree
    timexes: Sequence[Timex]
    deeds: Collection[int]

    def is_one(self, word: int, kind: str) -> bool:
        """Whether a word is of a kind of ``tellings.tsv``, by its lemma or as it stands."""
        words = self.tree.words
        form = self.text[words.starts[word] : words.ends[word]].lower()
        return not _tellings()[kind].isdisjoint((words.lemmas[word].lower(), form))

    def is_goal(self, telling: _Telling, word: int) -> bool:
        """Whether what hangs on a word dates the saying: the cue, a source that is a medium, a verb of speaking beside either."""
        if word in telling.cue or (word == telling.author and (telling.made.source_type in MEDIA or self.is_one(word, MEDIUM))):
            return True
        if word < 0 or not self.is_one(word, SPEAKING):
            return False
        relation, head = self.tree.words.relations[word], self.tree.words.heads[word]
        return head == telling.author if relation in ADJOINED else relation == "advcl" and head in telling.cue


@cache
def _tellings() -> Mapping[str, frozenset[str]]:
    """The words of each kind; one may be of several ("a release", "to release")."""
    return {kind: frozenset(lemmas.split()) for lemmas, kind in rows("tellings.tsv")}


def find_said(
    text: str, tree: Tree, attributions: Sequence[Attribution], timexes: Sequence[Timex], deeds: Collection[int]
) -> dict[str, Said]:
    """When attributions were said, by their ids, where a time expression tells; ``timexes`` are in text order, ``deeds`` the events' words.

    A cue without a subject of its own, joined to a verb before it, has that one's time: if that is a cue of the same source ("said on
    Monday that .. and added that"), or if the time stands before that verb's subject ("On Monday he resigned and denied ..").
    """
    scene = _Scene(text, tree, timexes, deeds)
    tellings = [telling for each in attributions if (telling := _telling(tree, each)) is not None]
    found = {each.made.id: timex for each in tellings if (timex := _own(scene, each)) is not None}
    cues = {word: each for each in tellings for word in each.cue}
    shared = {each.made.id: timex for each in tellings if each.made.id not in found and (timex := _shared(scene, each, cues, found))}
    return {made: _said(timex) for made, timex in (found | shared).items()}


def said_within(attributions: Sequence[Attribution], timexes: Sequence[Timex]) -> tuple[Attribution, ...]:
    """The attributions with the days of what dates their saying, as these ``timexes`` have them."""
    days = {each.id: each for each in timexes}
    return tuple(
        each if each.said is None or each.said.timex is None else replace(each, said=_said(days[each.said.timex])) for each in attributions
    )


def _said(timex: Timex) -> Said:
    return Said(timex.id, timex.not_before, timex.not_after)


def _telling(tree: Tree, made: Attribution) -> _Telling | None:
    cue, source = (range(0) if span is None else words_in(tree.words, span) for span in (made.cue, made.source))
    contents = tuple(words_in(tree.words, span) for span in made.content)
    return _Telling(made, cue, source, head_of(tree.words, source), contents) if cue else None


def _near(scene: _Scene, cue: range) -> Iterator[tuple[Timex, range]]:
    """The time expressions near a cue and in its sentence, in text order, with their words; none of how often, nor "now"."""
    words = scene.tree.words
    first, last = max(cue[0] - NEAR, 0), min(cue[-1] + NEAR, len(words) - 1)
    begin, stop = (bisect_left(scene.timexes, edge, key=_start) for edge in (words.starts[first], words.ends[last]))
    for timex in scene.timexes[begin:stop]:
        own = words_in(words, Span(timex.start, timex.end))
        if own and timex.type != SET and timex.value != NOW and words.sentences[own[0]] == words.sentences[cue[0]]:
            yield timex, own


def _start(timex: Timex) -> int:
    return timex.start


def _own(scene: _Scene, telling: _Telling) -> Timex | None:
    """The time that dates the saying: a length of time only for want of another; then the one fewest words carry; then the nearest."""
    found: dict[tuple[bool, int, int, int], Timex] = {}
    for timex, own in _near(scene, telling.cue):
        carried = _carried(scene, telling, own)
        if carried is not None and (timex.type != DURATION or carried == 0):
            found[timex.type == DURATION, carried, max(own[0] - telling.cue[-1], telling.cue[0] - own[-1]), timex.start] = timex
    return found[min(found)] if found else None


def _carried(scene: _Scene, telling: _Telling, own: range) -> int | None:
    """How many words, adverbs aside, carry a time to the cue; ``None`` where it does not date the saying."""
    words = scene.tree.words
    if own[0] in telling.cue:
        return 0
    head = head_of(words, own)
    if head is None or _is_quoted(scene, telling, own):
        return None
    if (content := telling.content_of(head)) is not None:
        hangs = words.heads[head] in telling.cue and telling.made.form != Form.DIRECT
        return 0 if hangs and not _opened(scene, range(content[0], own[0])) else None
    steps = _way_up(scene, telling, head)
    if scene.is_goal(telling, steps[-1]):
        return sum(words.tags[step] not in ADVERBS for step in steps if step not in telling.cue)
    beside = own[0] not in telling.source and (steps[-1] in telling.source or telling.content_of(steps[-1]) is not None)
    return len(steps) if beside and _stands_beside(scene, telling, own) else None


def _way_up(scene: _Scene, telling: _Telling, head: int) -> list[int]:
    """The words over a time: those that carry it, and the first that does not, or on which what hangs dates the saying."""
    heads, below = scene.tree.words.heads, head
    steps = [heads[head]]
    while not scene.is_goal(telling, steps[-1]) and len(steps) < CHAIN and _carries(scene, telling, steps[-1], below):
        below = steps[-1]
        steps.append(heads[below])
    return steps


def _carries(scene: _Scene, telling: _Telling, word: int, below: int) -> bool:
    """Whether a word carries a time, hung on it by ``below``, on to the word that it hangs on itself."""
    words = scene.tree.words
    if word < 0 or telling.content_of(word) is not None:
        return False
    tag, relation, head = words.tags[word], words.relations[word], words.heads[word]
    if tag in NOUNS:
        told = word not in telling.source and word not in scene.deeds and relation in TOLD and words.relations[below] not in NAMING
        return scene.is_one(word, MEDIUM) or (told and preposition_of(scene.tree, word) not in ABOUT)
    if tag in VERBS:
        return relation in ADJOINED and head >= 0 and scene.is_one(word, ISSUED) and scene.is_one(head, MEDIUM)
    return tag in ADVERBS


def _stands_beside(scene: _Scene, telling: _Telling, own: range) -> bool:
    """Whether between a time and the cue there is nothing but the source and words that open no clause; after the cue, no mark either."""
    after = own[0] > telling.cue[-1]
    between = range(telling.cue[-1] + 1, own[0]) if after else range(own[-1] + 1, telling.cue[0])
    free = [word for word in between if word not in telling.source]
    marks = after and any(scene.tree.words.tags[word] == "PUNCT" for word in free)
    return not marks and not any(telling.content_of(word) is not None or _opened(scene, range(word, word + 1)) for word in free)


def _opened(scene: _Scene, between: range) -> bool:
    """Whether some words open a clause, or are the verb of one."""
    words = scene.tree.words
    return any(words.tags[word] in VERBS or words.tags[word] == "SCONJ" or words.relations[word] == "mark" for word in between)


def _is_quoted(scene: _Scene, telling: _Telling, own: range) -> bool:
    """Whether an odd number of quotation marks stands between a time and the cue: one of them is in quotation marks, the other not."""
    words = scene.tree.words
    first, last = sorted((own[0], telling.cue[0]))
    return sum(character in QUOTES for character in scene.text[words.ends[first] : words.starts[last]]) % 2 == 1


def _shared(scene: _Scene, telling: _Telling, cues: Mapping[int, _Telling], found: Mapping[str, Timex]) -> Timex | None:
    """The time of the verb that a cue is joined to by "and"."""
    tree = scene.tree
    verb = next((word for word in telling.cue if tree.words.relations[word] == "conj"), None)
    if verb is None or subjects_of(tree, verb):
        return None
    first = tree.words.heads[verb]
    if (other := cues.get(first)) is not None:
        return found.get(other.made.id) if other.made.source == telling.made.source else None
    before = min(subjects_of(tree, first), default=first)
    opening = (timex for timex, own in _near(scene, telling.cue) if own[-1] < before and _hangs_on(tree, own, first))
    return next((timex for timex in opening if timex.type != DURATION), None)


def _hangs_on(tree: Tree, own: range, verb: int) -> bool:
    head = head_of(tree.words, own)
    return head is not None and tree.words.heads[head] == verb
