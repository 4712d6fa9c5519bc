"""Whose a recording is said to be, and in which words this is left open.

"Purportedly made by", "said to be from", "attributed to": a word of ``lexicon/ascribing.tsv`` after the noun, and whom it leads to over
small words alone; the tree is not asked, as it hangs such phrases anywhere. Without one a recording is whose it is called ("his message")
or whom it is from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from purport.extract.clusters import Expression
from purport.extract.media import NAMING
from purport.extract.scene import Scene
from purport.extract.series import Series
from purport.extract.syntax import core_span, preposition_of, words_in
from purport.lexicon import rows
from purport.lexicon import words as listed
from purport.records import MentionForm, Span

BEFORE, ALONE = "before", "alone"
FOLLOWED = {"to_be": "to", "to": "to", "as": "as"}
"""What stands right after a word that ascribes, by how the list has it."""
WITHIN = 8
"""Words after a recording's noun in which a hedge is looked for, and after a hedge whom it leads to."""
SAME = 30
"""Words of its sentence on either side of a recording's in which somebody heard in it is looked for."""
SMALL = frozenset({"ADP", "DET", "PART", "AUX", "ADV", "SCONJ"})
CARRYING = frozenset({"voice", "word", "work", "speech", "message"})
DONE = frozenset({"VBN", "VBD"})
VOICES = frozenset({"man", "woman", "voice", "speaker", "person", "figure", "narrator", "someone", "somebody"})
AUTHENTIC = frozenset({"authentic", "genuine", "real", "authenticity", "voice", "origin", "provenance"})
CHECKED = frozenset({"verify", "confirm", "authenticate", "corroborate", "establish"})
BY = frozenset({"by", "from", "of"})


@dataclass(frozen=True, slots=True)
class Ascribed:
    """Whom a recording leads to, as the index of an expression, and the words that leave open whether it is theirs."""

    speaker: int | None = None
    hedge: Span | None = None


@cache
def _ascribing() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for forms, how in rows("ascribing.tsv"):
        for form in forms.split():
            found.setdefault(form, set()).add(how)
    return {form: frozenset(hows) for form, hows in found.items()}


def ascribed(scene: Scene, one: Series, *, foremost: bool) -> Ascribed:
    """Whose a recording is said to be; the first words that hedge that, those that name somebody before others.

    A voice that could not be verified is that of the ``foremost`` recording, the one that the report speaks of most.
    """
    own = [each.word for each in one.media]
    found = [*(hedge for word in own for hedge in _introduced(scene, word)), *(hedge for word in own for hedge in _after(scene, word))]
    named = next((each for each in found if each.speaker is not None), None)
    if named is not None:
        return named
    hedges = [*(each.hedge for each in found), *_before(scene, own), *_unverified(scene, own, foremost=foremost)]
    speaker = next((each for word in own for each in _owner(scene, word)), None)
    return Ascribed(speaker, next(iter(hedges), None))


def _after(scene: Scene, word: int) -> Iterator[Ascribed]:
    """Hedges that follow a noun in its sentence, up to the next noun for a recording."""
    for at in range(word + 1, min(word + 1 + WITHIN, scene.sentence(word)[-1] + 1)):
        hows = _ascribing().get(scene.form(at), frozenset())
        after = scene.form(at + 1) if at + 1 < len(scene.tree.words) else ""
        if ALONE in hows or any(FOLLOWED.get(how) == after for how in hows):
            reached = _reached(scene, at)
            if reached is not None or ALONE not in hows:
                yield _hedged(scene, at, reached)


def _hedged(scene: Scene, at: int, reached: int | None) -> Ascribed:
    """A hedge up to whom it leads to."""
    words, last = scene.tree.words, at
    if reached is not None:
        start = _span(scene, reached).start
        before = (each for each in range(at, reached) if words.ends[each] <= start and words.tags[each] not in ("PUNCT", "DET"))
        last = max(before, default=at)
    return Ascribed(None if reached is None else scene.references.at[reached], scene.span(at, last))


def _reached(scene: Scene, at: int) -> int | None:
    """The person, or the name, that a hedge leads to over small words, participles and nouns like "voice"."""
    words = scene.tree.words
    for each in range(at + 1, min(at + 1 + WITHIN, scene.sentence(at)[-1] + 1)):
        one = scene.one(each)
        held = words.relations[each] in ("nmod:poss", "compound") and words.heads[each] > each
        if one is not None and (one.label == "person" or _is_somebody(one)) and not held and scene.lemma(each) not in CARRYING:
            return each
        small = words.tags[each] in SMALL or words.fine_tags[each] in DONE or scene.lemma(each) in CARRYING or scene.lemma(each) == "be"
        if not (small or held or words.relations[each] in NAMING):
            return None
    return None


def _is_somebody(one: Expression) -> bool:
    """Whether a name can be a speaker's: a person's or an organisation's, or one of which the network knows no more."""
    return one.name is not None and one.label in ("organisation", "other")


def _span(scene: Scene, word: int) -> Span:
    one = scene.one(word)
    whole = core_span(scene.tree, word) if one is None or one.name is None else one.name
    title = words_in(scene.tree.words, whole)[0] - 1
    if one is not None and title >= 0 and scene.references.at.get(title) == scene.references.at.get(word):
        return Span(scene.tree.words.starts[title], whole.end)
    return whole


def _introduced(scene: Scene, word: int) -> Iterator[Ascribed]:
    """Who is heard in it and only called somebody: "a man introduced as Vane", in its sentence or where "it" stands for it."""
    words = scene.tree.words
    sentence = scene.sentence(word)
    for at in range(max(sentence[0] + 1, word - SAME), min(sentence[-1], word + SAME)):
        if "as" in _ascribing().get(scene.form(at), ()) and scene.lemma(at - 1) in VOICES and scene.form(at + 1) == "as":
            name = next((each for each in range(at + 2, min(at + 5, len(words))) if _is_name(scene.one(each))), None)
            first = words_in(words, core_span(scene.tree, at - 1))[0]
            yield Ascribed(None if name is None else scene.references.at[name], scene.span(first, at + 1))


def _is_name(one: Expression | None) -> bool:
    return one is not None and one.name is not None and one.label == "person"


def _before(scene: Scene, own: Sequence[int]) -> Iterator[Span]:
    """Adjectives before the noun: "a purported message"; and "if genuine" in its sentence."""
    words = scene.tree.words
    for word in own:
        below = [*scene.tree.children[word], *(each for noun in scene.tree.children[word] for each in scene.tree.children[noun])]
        for each in below:
            if each < word and BEFORE in _ascribing().get(scene.form(each), ()):
                yield scene.span(each, each)
    for word in own:
        for each in range(max(scene.sentence(word)[0] + 1, word - WITHIN), word):
            between = range(each + 1, word)
            if (
                words.tags[each] == "ADJ"
                and scene.form(each) in AUTHENTIC
                and scene.form(each - 1) == "if"
                and not _has_verb(scene, between)
            ):
                yield scene.span(each - 1, each)


def _has_verb(scene: Scene, between: range) -> bool:
    return any(scene.tree.words.tags[each] == "VERB" for each in between)


def _unverified(scene: Scene, own: Sequence[int], *, foremost: bool) -> Iterator[Span]:
    """What nobody could check: "could not be authenticated", "could not verify the voice"."""
    tree, checks = scene.tree, [each for word in own for each in _above(scene, word)]
    if foremost:
        checks += [each for word in range(own[0], len(tree.words)) if scene.lemma(word) in AUTHENTIC for each in _above(scene, word)]
    for verb in checks:
        negation = next((each for each in tree.children[verb] if scene.form(each) in listed("negations.tsv")), None)
        if scene.lemma(verb) in CHECKED and tree.words.tags[verb] == "VERB" and negation is not None:
            helpers = (each for each in tree.children[verb] if tree.words.relations[each] in ("aux", "aux:pass"))
            yield scene.span(min([negation, *helpers]), verb)


def _above(scene: Scene, word: int) -> Iterator[int]:
    """The word above one, if it is no agent of that, and above that where it is what can be checked: "the authenticity of the tape"."""
    words = scene.tree.words
    above = words.heads[word]
    if above >= 0 and words.relations[word] != "nsubj":
        yield above
        if scene.lemma(above) in AUTHENTIC and words.heads[above] >= 0:
            yield words.heads[above]


def _owner(scene: Scene, word: int) -> Iterator[int]:
    """Whose it is called: "his message", "a tape of Vane", "the first from Vane"."""
    tree = scene.tree
    head = tree.words.heads[word]
    beside = tree.children[head] if head >= 0 and tree.words.relations[word] == "nsubj" and tree.words.tags[head] == "ADJ" else ()
    for each in (*tree.children[word], *beside):
        if tree.words.relations[each] == "nmod:poss" or (
            tree.words.relations[each] in ("nmod", "obl") and preposition_of(tree, each) in BY
        ):
            one = scene.one(each)
            if one is not None and one.label == "person":
                yield scene.references.at[each]


def name_of(scene: Scene, speaker: int) -> str | None:
    """The longest name of whom an expression refers to, on one line; of a last name alone the full one that last stands before it."""
    cluster, start = scene.references.clusters[speaker], _start(scene, speaker)
    named = [each.name.words(scene.text) for each in _clustered(scene, cluster) if each.name is not None]
    if not named:
        return None
    longest = max(named, key=len).split()
    if len(longest) == 1:
        full = (
            each.name.words(scene.text).split() for each in reversed(scene.references.expressions) if each.name and each.name.start < start
        )
        longest = next((each for each in full if len(each) > 1 and each[-1] == longest[0]), longest)
    return " ".join(longest)


def _start(scene: Scene, one: int) -> int:
    each = scene.references.expressions[one]
    return each.name.start if each.name is not None else scene.tree.words.starts[each.word or 0]


def _clustered(scene: Scene, cluster: int) -> Iterator[Expression]:
    both = zip(scene.references.expressions, scene.references.clusters, strict=True)
    return (each for each, other in both if other == cluster and (each.name is None or each.form == MentionForm.NAME))


def clusters_of(scene: Scene, speaker: int) -> frozenset[int]:
    """The clusters that can be a speaker's: its own, and those of which every name is made of words of its name."""
    own, name = scene.references.clusters[speaker], name_of(scene, speaker)
    if name is None:
        return frozenset({own})
    words, names = _plain(name), dict[int, set[str]]()
    for each, cluster in zip(scene.references.expressions, scene.references.clusters, strict=True):
        if each.name is not None and each.label == "person":
            names.setdefault(cluster, set()).update(_plain(each.name.words(scene.text)))
    return frozenset({own, *(cluster for cluster, found in names.items() if found <= words)})


def _plain(name: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", name.casefold()))
