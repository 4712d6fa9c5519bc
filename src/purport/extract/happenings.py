"""On which days something happened, by every word of a report that tells of it.

A happening has the days of its own time expressions; where it has none, those of another word for it (``lexicon/happenings.tsv``) that is
told of the same people or place, or, where it is told of none, of any if all such words are of one day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from purport.extract.scene import NO_DAYS, Scene, days_of
from purport.extract.story import Days
from purport.extract.syntax import core_span, preposition_of, words_in
from purport.extract.tenses import has_been
from purport.lexicon import rows
from purport.lexicon import words as listed
from purport.records import Factuality

AT = frozenset({"of", "in", "at", "on"})
TOLD = frozenset({Factuality.CERTAIN, Factuality.PROBABLE})
AHEAD = "ahead"
CLAUSES = frozenset({"acl", "acl:relcl"})


@dataclass(frozen=True, slots=True)
class Happened:
    """The days of a happening, and the other word that tells the first of them, if it is not told by its own."""

    days: Days = NO_DAYS
    told: int | None = None


def day_of(scene: Scene, head: int) -> Happened:
    """When what a word stands for happened, with a first day, or nothing; where both its own words and others tell, the days of both."""
    if not _has_happened(scene, head):
        return Happened()
    own, again = _own_days(scene, head), _told_again(scene, head)
    if again is None:
        return Happened() if own.first is None else Happened(own)
    both = scene.days[again] if own.first is None else own.within(scene.days[again])
    return Happened(both, None if both.first == own.first else again)


def days_again(scene: Scene, head: int) -> Days:
    """The days that other words than its own tell of what a word stands for; open where none do."""
    again = _told_again(scene, head) if _has_happened(scene, head) else None
    return Days() if again is None else scene.days[again]


def _has_happened(scene: Scene, head: int) -> bool:
    """Whether it is told of as having happened, not as to come or in doubt."""
    tree = scene.tree
    ahead = any(listed("mentioning.tsv").get(scene.form(each)) == (AHEAD,) for each in tree.children[head])
    return not ahead and has_been(tree, head) is not False and scene.sure.get(head, Factuality.CERTAIN) in TOLD


def _own_days(scene: Scene, head: int) -> Days:
    """Its own days, or those of a clause about it that tells of the same: "the truce that they signed last month"."""
    tree, row = scene.tree, _rows(scene.lemma(head))
    days = scene.days.get(head, Days())
    if days.first is not None:
        return days
    for each in tree.children[head]:
        if each in scene.timed and (tree.words.relations[each] == "nmod:poss" or preposition_of(tree, each) in (*AT, "")):
            return days_of(scene.timed[each])
    of = (each for each in tree.children[head] if preposition_of(tree, each) == "of")
    clauses = [each for noun in (head, *of) for each in tree.children[noun] if tree.words.relations[each] in CLAUSES]
    return next((scene.days[each] for each in clauses if each in scene.days and _rows(scene.lemma(each)) & row), Days())


def _told_again(scene: Scene, head: int) -> int | None:
    """The earliest other dated word for the same happening, if a noun names it: what is told of in a clause of its own is another."""
    if not scene.tree.words.fine_tags[head].startswith("NN"):
        return None
    mine = _whom(scene, head)
    found = [word for word, sure in scene.sure.items() if sure in TOLD and word != head and _is_dated(scene, word, head)]
    if mine:
        found = [word for word in found if _whom(scene, word) & mine]
    elif len({scene.days[word] for word in found}) != 1:
        return None
    return min(found, key=lambda word: (scene.days[word].first or date.max, word), default=None)


def _is_dated(scene: Scene, word: int, head: int) -> bool:
    days = scene.days.get(word, Days())
    return bool(days.first and days.last and _rows(scene.lemma(word)) & _rows(scene.lemma(head)))


@cache
def _index() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for i, (lemmas, *_) in enumerate(rows("happenings.tsv")):
        for lemma in lemmas.split():
            found.setdefault(lemma, set()).add(i)
    return {lemma: frozenset(own) for lemma, own in found.items()}


def _rows(lemma: str) -> frozenset[int]:
    return _index().get(lemma, frozenset())


def _whom(scene: Scene, word: int) -> frozenset[int | str]:
    """What a happening was done to and where, as the clusters and names of that."""
    tree, found = scene.tree, set[int | str]()
    for each in tree.children[word]:
        relation = tree.words.relations[each]
        if relation in ("obj", "nsubj:pass", "compound") or (relation in ("nmod", "obl") and preposition_of(tree, each) in AT):
            for at in words_in(tree.words, core_span(tree, each)):
                if at not in scene.timed and (number := scene.references.at.get(at)) is not None:
                    found.add(scene.references.clusters[number])
                if tree.words.tags[at] == "PROPN" and at not in scene.timed:
                    found.add(scene.form(at))
    return frozenset(found)
