"""The nouns of a report that stand for recordings, messages and letters, and what comes out about each where it stands.

Nouns and their media are the list ``lexicon/recordings.tsv``. Plurals ("the tapes") stand for none by themselves, but for those that a
possessive time picks out of them ("in last year's, the speaker mocked ..."). "The first message since May" tells of an earlier one, too.
Nouns before others ("video game"), and what stands in somebody's own words or a headline are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from purport.extract.scene import DURATION, NO_DAYS, Scene, days_of, noun_of, spoken_subjects
from purport.extract.story import Days
from purport.extract.syntax import preposition_of, words_in
from purport.extract.tenses import SINCE
from purport.extract.when import then_of
from purport.lexicon import rows
from purport.lexicon import words as listed
from purport.records import Span
from purport.time.grammar import read
from purport.time.lengths import Length

NAMING = frozenset({"compound", "amod", "nummod", "nmod:desc"})
SEEMING = frozenset({"appear", "seem", "believe", "think", "say"})
"""Verbs that join a subject to what it is: "it appeared to be his first message"."""
LASTING = frozenset({"last", "run"})
OLDER = frozenset({"last", "previous", "earlier", "prior", "another", "other", "former", "older"})
"""Words before a noun that tell it apart from the one that the report is about."""
SINGLE, PLURAL = "NN", "NNS"
FIRST = "first"
NEAR = 2
"""Sentences back within which "it" can stand for a recording."""
IT = frozenset({"it", "its"})
ANY = "-"
CLIMB = 3
"""Words that may carry a length to its noun: "31 minutes long", "17-minute"."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A medium, with what the list says of it.

    ``hedged`` is whether it is at issue only where it is hedged, ``rank`` its place among the more telling ones, ``also`` what else the
    same thing can be called, ``only`` the words of which one must stand before its noun, if any must.
    """

    medium: str
    hedged: bool
    rank: int
    also: frozenset[str]
    only: frozenset[str]

    def may_be(self, other: Kind) -> bool:
        """Whether one thing can be called both."""
        return self.medium == other.medium or self.medium in other.also or other.medium in self.also


@dataclass(frozen=True, slots=True)
class Medium:
    """A word that stands for a recording; ``kind`` is ``None`` for "it", ``tied`` an earlier word for the same thing.

    Of one that is only told of by its time, that is the word: "last *year*'s", "since *May*"; ``picked`` is whether it is.

    ``definite`` is whether it has "the" or tells whose it is, ``bare`` whether it has no determiner at all, ``older`` whether it is told
    apart from the one that the report is about. ``days`` are those that its own words date it to, ``length`` is how long it is.
    """

    word: int
    kind: Kind | None = None
    tied: int | None = None
    definite: bool = False
    bare: bool = False
    older: bool = False
    days: Days = NO_DAYS
    length: str | None = None
    picked: bool = False


@cache
def kinds() -> dict[str, Kind]:
    """The medium of each noun."""
    found: dict[str, Kind] = {}
    for rank, (nouns, medium, when, also, only) in enumerate(rows("recordings.tsv")):
        kind = Kind(medium, when == "hedged", rank, frozenset(also.split()), frozenset(only.split()) - {ANY})
        found |= dict.fromkeys(nouns.split(), kind)
    return found


def find_media(scene: Scene) -> list[Medium]:
    """The words that stand for recordings, in text order; "it" only where it is brought out, examined or spoken in."""
    found: dict[int, Medium] = {}
    plural: tuple[int, Kind] | None = None
    for word in range(len(scene.tree.words)):
        kind = _kind(scene, word)
        if kind is not None and scene.tree.words.fine_tags[word] == PLURAL:
            plural = word, kind
        elif kind is not None:
            found[word] = _medium(scene, word, kind, found)
        elif scene.form(word) in IT and (before := _last(scene, word, found)) is not None and _may_stand(scene, word):
            found[word] = Medium(word, tied=before)
        elif word in scene.timed and plural is not None and _distance(scene, plural[0], word) <= NEAR and _stands_alone(scene, word):
            found[word] = _picked(scene, word, plural[1])
        elif word in scene.timed and (since := _since_first(scene, word, found)) is not None:
            found[word] = Medium(word, _kind_of(found, since), older=True, days=days_of(scene.timed[word]), picked=True)
    return [*found.values()]


def _kind_of(found: dict[int, Medium], word: int) -> Kind | None:
    """The medium of a noun, by the word before it for the same thing where there is one."""
    tied = found[word].tied
    return found[word].kind if tied is None or found[tied].kind is None else found[tied].kind


def _stands_alone(scene: Scene, word: int) -> bool:
    """Whether a time is a possessive without its noun: "in last year's, the speaker ..."."""
    tree = scene.tree
    marked = any(tree.words.fine_tags[each] == "POS" for each in tree.children[word])
    return marked and tree.words.relations[word] != "nmod:poss"


def _picked(scene: Scene, word: int, kind: Kind) -> Medium:
    """A recording that a time picks out of several; "last" year's is not the one that the report is about."""
    older = any(scene.lemma(each) in OLDER for each in scene.tree.children[word])
    days = days_of(scene.timed[word])
    return Medium(word, kind, definite=True, older=older, days=days, length=_length(scene, word), picked=True)


def _since_first(scene: Scene, word: int, found: dict[int, Medium]) -> int | None:
    """The noun of which the first "since" a time is told, if no clause says what came out then."""
    tree, noun = scene.tree, scene.tree.words.heads[word]
    if noun not in found or preposition_of(tree, word) != SINCE or found[noun].kind is None:
        return None
    then = then_of(tree, words_in(tree.words, Span(scene.timed[word].start, scene.timed[word].end))[-1] + 1)
    if then >= 0 and scene.verb(then) in listed("releasing.tsv"):
        return None
    return noun if any(scene.lemma(each) == FIRST for each in tree.children[noun]) else None


def _last(scene: Scene, word: int, found: dict[int, Medium]) -> int | None:
    """The last word for a recording, if it is near enough that "it" can stand for the same."""
    last = next(reversed(found), None)
    return None if last is None or _distance(scene, last, word) > NEAR else last


def _distance(scene: Scene, one: int, other: int) -> int:
    sentences = scene.tree.words.sentences
    return abs(sentences[other] - sentences[one])


def _kind(scene: Scene, word: int) -> Kind | None:
    """The medium of a noun, by the noun before it where that tells more: "an audio message"."""
    words = scene.tree.words
    kind = kinds().get(scene.lemma(word)) if words.tags[word] == "NOUN" and words.fine_tags[word] in (SINGLE, PLURAL) else None
    if kind is None or words.relations[word] == "compound" or word in scene.direct:
        return None
    if not scene.page.leaves(words.starts[word], words.ends[word]) or scene.is_headline(word):
        return None
    if not any(words.tags[each] in ("VERB", "AUX") for each in scene.sentence(word)):
        return None
    before = [each for each in scene.tree.children[word] if words.relations[each] in NAMING]
    if kind.only and kind.only.isdisjoint(form for each in before for form in (scene.form(each), scene.lemma(each))):
        return None
    named = (kinds().get(scene.lemma(each)) for each in before)
    return min((kind, *(each for each in named if each and not each.only)), key=lambda each: each.rank)


def _medium(scene: Scene, word: int, kind: Kind, known: dict[int, Medium]) -> Medium:
    tree, words = scene.tree, scene.tree.words
    own = tree.children[word]
    definite = any(words.relations[each] == "nmod:poss" or scene.lemma(each) in ("the", "this", "that") for each in own if each < word)
    dated = Days()
    for each in own:
        timex = scene.timed.get(each) or next(
            (scene.timed[at] for at in tree.children[each] if words.tags[each] == "NUM" and at in scene.timed), None
        )
        if timex is not None and (words.relations[each] == "nmod:poss" or preposition_of(tree, each) in ("of", "from")):
            dated = days_of(timex)
    head = words.heads[word]
    if words.relations[word] in ("nsubj", "nsubj:outer") and head >= 0 and (timex := scene.timed.get(head)) is not None:
        dated = days_of(timex)
    bare = not any(words.relations[each] in ("det", "nmod:poss") for each in own)
    older = any(scene.lemma(each) in OLDER and words.relations[each] in ("amod", "det") for each in own)
    return Medium(word, kind, _tied(scene, word, known), definite, bare, older, dated, _length(scene, word))


def _tied(scene: Scene, word: int, known: dict[int, Medium]) -> int | None:
    """An earlier word for the same thing: what a noun is said of, is in apposition to, or is "of".

    One that hangs on the verb without a preposition is in apposition too: "the last *message* came in May, a short *speech*".
    """
    tree, words = scene.tree, scene.tree.words
    head, relation = words.heads[word], words.relations[word]
    if head in known and (relation == "appos" or (relation == "nmod" and preposition_of(tree, word) in ("of", ""))):
        return head
    said_of = word if tree.child(word, ("cop",)) is not None else None
    subjects: list[int] = []
    if said_of is not None and relation == "xcomp" and scene.lemma(head) in SEEMING:
        subjects = [*spoken_subjects(tree, head)]
    elif said_of is not None:
        subjects = [*spoken_subjects(tree, word)]
    elif head >= 0 and (relation == "nsubj" or (relation == "obl" and preposition_of(tree, word) == "")):
        subjects = [each for each in tree.children[head] if each < word and words.relations[each] == "nsubj"]
    for each in subjects:
        if each in known:
            return each
        if scene.form(each) == "it" and said_of is not None:
            return _last(scene, word, known)
    return None


def _length(scene: Scene, word: int) -> str | None:
    """How long a recording is: "the 46-minute message", "a tape, 31 minutes long", "it runs to two hours"."""
    tree, words = scene.tree, scene.tree.words
    for head, timex in scene.timed.items():
        if timex.type == DURATION and timex.value is not None and timex.value.startswith("PT") and _carries(scene, head, word):
            return timex.value
    for each in tree.children[word]:
        if words.relations[each] == "compound" and tree.child(each, ("nummod",)) is not None:
            meaning = read(scene.span(tree.first[each], each).words(scene.text), DURATION)
            if isinstance(meaning, Length) and meaning.value.startswith("PT"):
                return meaning.value
    return None


def _carries(scene: Scene, length: int, word: int) -> bool:
    words = scene.tree.words
    at = length
    for _ in range(CLIMB):
        above = words.heads[at]
        if above == word:
            return words.tags[at] in ("ADJ", "NUM", "NOUN") and words.relations[at] in (*NAMING, "acl", "acl:relcl")
        if above >= 0 and scene.lemma(above) in LASTING and words.tags[above] == "VERB":
            return any(noun_of(scene.tree, each) == word for each in spoken_subjects(scene.tree, above))
        if above < 0 or words.tags[above] not in ("ADJ", "NOUN", "NUM"):
            return False
        at = above
    return False


def _may_stand(scene: Scene, word: int) -> bool:
    """Whether an "it" can stand for a recording: brought out, made or examined, or what somebody speaks in."""
    words, head = scene.tree.words, scene.tree.words.heads[word]
    if head < 0 or word in scene.direct:
        return False
    if preposition_of(scene.tree, word) == "in":
        return True
    verb = scene.verb(head)
    if words.relations[word] in ("nsubj:pass", "nsubj"):
        return listed("releasing.tsv").get(verb, ("came",))[0] in ("issued", "surfaced", "made")
    return False
