"""When and through whom a recording came out: verbs and nouns of bringing out (``lexicon/releasing.tsv``) and what stands with them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import timedelta

from purport.extract.arguments import OBJECTS, is_passive, object_left_out, subject_of
from purport.extract.happenings import day_of
from purport.extract.scene import DURATION, NO_DAYS, Scene, noun_of
from purport.extract.story import Days
from purport.extract.syntax import core_span, preposition_of
from purport.lexicon import words as listed
from purport.records import Factuality, Span

ISSUED, SURFACED, CAME, MADE = "issued", "surfaced", "came", "made"
THROUGH = frozenset({"via", "through", "on", "over"})
HAPPENED = frozenset({Factuality.CERTAIN, Factuality.PROBABLE, Factuality.UNCOMMITTED})
"""How sure an author may be of a release: not that it did not happen."""
CLAUSES = frozenset({"acl", "acl:relcl"})
COUNTED = {"before": -1, "after": 1}
_DAYS = re.compile(r"P(\d{1,3})D")


@dataclass(frozen=True, slots=True)
class Release:
    """A word that tells of a recording's coming out, or its making; by its own time expressions, or those of its sentence's end."""

    word: int
    medium: int
    how: str
    days: Days = NO_DAYS


def find_releases(scene: Scene, media: Collection[int]) -> Iterator[Release]:
    """The releases of some words for recordings, and what is told of their making, in text order."""
    for word, tag in enumerate(scene.tree.words.tags):
        how = next(iter(listed("releasing.tsv").get(scene.verb(word), ())), None)
        if how is None or tag not in ("VERB", "NOUN") or scene.sure.get(word, Factuality.CERTAIN) not in HAPPENED:
            continue
        medium = _of_noun(scene, word) if tag == "NOUN" else _of_verb(scene, word, how)
        if medium in media and medium is not None:
            days = _counted(scene, word) or scene.days.get(word, Days())
            if how != CAME or days.first is not None:
                yield Release(word, medium, how, days)


def _of_noun(scene: Scene, word: int) -> int | None:
    tree = scene.tree
    of = (each for each in tree.children[word] if tree.words.relations[each] == "nmod" and preposition_of(tree, each) == "of")
    return next(of, None)


def _of_verb(scene: Scene, verb: int, how: str) -> int | None:
    """What a verb brings out: what is brought out, or of a surfacing what does so itself."""
    tree = scene.tree
    if how in (SURFACED, CAME) or is_passive(tree, verb):
        found = subject_of(tree, verb)
        return None if found is None else noun_of(tree, _thing_before(scene, verb, found))
    own = tree.child(verb, OBJECTS[:1])
    return object_left_out(tree, verb) if own is None else noun_of(tree, own)


def _thing_before(scene: Scene, verb: int, subject: int) -> int:
    """What "which" stands for: where the tree has a person, what that name hangs on ("the tape attributed to Vane, which appeared")."""
    one, tree = scene.one(subject), scene.tree
    named = one is not None and one.label == "person" and any(scene.form(each) == "which" for each in tree.children[verb])
    above = tree.words.heads[subject]
    if not named or above < 0:
        return subject
    told = subject_of(tree, above) if tree.words.relations[above] not in CLAUSES else None
    return above if told is None else told


def _counted(scene: Scene, word: int) -> Days | None:
    """The day of a release that is told in days from another happening.

    "It appeared two days before the raid"; "the raid came two days after the release".
    """
    tree, words = scene.tree, scene.tree.words
    head, before = words.heads[word], preposition_of(tree, word)
    if before in COUNTED and head >= 0 and (subject := subject_of(tree, head)) is not None:
        verb, other, sign = head, subject, -COUNTED[before]
    else:
        after = next((each for each in tree.children[word] if each > word and preposition_of(tree, each) in COUNTED), None)
        if after is None:
            return None
        verb, other, sign = word, after, COUNTED[preposition_of(tree, after)]
    lengths = (scene.timed[each] for each in tree.children[verb] if each in scene.timed and scene.timed[each].type == DURATION)
    count = next((found for each in lengths if (found := _DAYS.fullmatch(each.value or ""))), None)
    days = day_of(scene, other).days
    if count is None or days.first is None or days.last is None:
        return None
    away = timedelta(days=sign * int(count[1]))
    return Days(days.first + away, days.last + away)


def words_of(scene: Scene, release: Release) -> Span:
    """The word that tells of a release with its particle and its time: "put out on Thursday"."""
    tree = scene.tree
    own = [each for each in tree.children[release.word] if each in scene.timed or tree.words.relations[each] == "compound:prt"]
    spans = [scene.span(tree.first[each], each) for each in own] + [
        Span(scene.timed[each].start, scene.timed[each].end) for each in own if each in scene.timed
    ]
    word = scene.span(release.word, release.word)
    return Span(min(each.start for each in (word, *spans)), max(each.end for each in (word, *spans)))


def channel_of(scene: Scene, release: Release) -> str | None:
    """Through what or on whose accounts it came out, or by whom where that alone is told; the words, on one line."""
    tree, by = scene.tree, None
    for each in tree.children[release.word]:
        if each in scene.timed or tree.words.relations[each] not in ("obl", "obl:agent", "nmod"):
            continue
        before = preposition_of(tree, each)
        if before in THROUGH:
            return _words(scene, each)
        one = scene.one(each)
        if before == "by" and one is not None and one.name is not None and one.label == "organisation":
            by = _words(scene, each)
    return by


def _words(scene: Scene, word: int) -> str:
    """A noun phrase with a participle after it, up to the first mark: "channels used by the group"."""
    tree = scene.tree
    span, last = core_span(tree, word), word
    for each in tree.children[word]:
        if each > word and tree.words.relations[each] == "acl":
            last = next((at - 1 for at in range(each, tree.last[each] + 1) if tree.words.tags[at] == "PUNCT"), tree.last[each])
    span = Span(span.start, max(span.end, tree.words.ends[last]))
    return " ".join(span.words(scene.text).split())
