"""What a recording is said to speak of, and what it is said not to.

Attributions whose source is the recording, its voice ("the speaker says") or whoever speaks in it ("in it Vane mocks ..."), and verbs of
mentioning that no attribution has. Who is only said to be its speaker is believed to speak in it where nothing else is told of when and where
he spoke, and only where he mentions something or calls for something. Words that are quoted are what it says, not what it speaks of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from purport.extract.arguments import CHAIN, RELATIVE_CLAUSES, RELATIVE_TAGS, subject_of
from purport.extract.scene import Scene, noun_of
from purport.extract.series import Series
from purport.extract.syntax import head_of, preposition_of, span_of, words_in
from purport.lexicon import words as listed
from purport.records import Attribution, Form, Span, SpeechAct

MENTION, OMIT, NOUN = "mention", "omit", "noun"
VOICE = frozenset({"speaker", "voice", "narrator"})
IN = frozenset({"in", "throughout"})
ON = IN | {"on"}
TO = frozenset({"to", "of", "about", "on"})
JOINED = frozenset({"conj", "xcomp", "advcl", "parataxis", "ccomp"})
CALLS = frozenset({SpeechAct.EXHORTATION, SpeechAct.THREAT, SpeechAct.PROMISE, SpeechAct.OFFER})


@dataclass(frozen=True, slots=True)
class Telling:
    """That something is said in a recording: the head of the words that say so, what is said, and whether it is said not to be.

    ``called`` is whether it is called for, threatened, promised or offered; ``cue`` are the words that carry it, for their hedges;
    ``speaker`` is who says it, as the index of an expression, where that is a person.
    """

    verb: int
    contents: tuple[Span, ...]
    omitted: bool
    called: bool
    cue: Span
    speaker: int | None = None


@dataclass(frozen=True, slots=True)
class _Said:
    """A telling with its source, whether it is one of mentioning, and the attribution that it is, if any."""

    telling: Telling
    source: int | None
    mentions: bool
    made: Attribution | None = None


def find_tellings(scene: Scene, found: Sequence[Series], speakers: Mapping[int, Collection[int]]) -> dict[int, list[Telling]]:
    """What is said of each recording, by its index, in text order; ``speakers`` has the clusters of each one's speaker."""
    told: dict[int, list[Telling]] = {}
    owners, inner = dict[str, int](), set[str]()
    words = {word for each in found for word in each.words()}
    for said in sorted(_said(scene), key=lambda each: (each.made is None or each.made.nested_in is not None, each.telling.verb)):
        at = _within(scene, said, found, speakers)
        if at is None and said.made is not None and said.made.nested_in in owners:
            at = owners[said.made.nested_in]
            inner.add(said.made.nested_in)
        if at is None:
            continue
        if said.made is not None and said.source in words:
            owners[said.made.id] = at
        spoken_in = any(word in words_in(scene.tree.words, span) for each in found for word in each.words() for span in said.telling.contents)
        if (said.made is None or said.made.form is not Form.DIRECT) and not spoken_in:
            told.setdefault(at, []).append(said.telling)
    spans = {each.content for each in scene.attributions if each.id in inner}
    return {
        at: sorted((each for each in every if each.contents not in spans), key=lambda each: each.verb) for at, every in told.items()
    }


def _said(scene: Scene) -> Iterator[_Said]:
    words, covered = scene.tree.words, set()
    for each in scene.attributions:
        cue = range(0) if each.cue is None else words_in(words, each.cue)
        covered |= set(cue)
        verb = head_of(words, cue)
        if verb is None or each.cue is None or verb in scene.direct or _is_headline(scene, verb):
            continue
        source = None if each.source is None else head_of(words, words_in(words, each.source))
        mentions = any(scene.lemma(word) in listed("mentioning.tsv") for word in cue)
        omitted = each.negated or any(listed("mentioning.tsv").get(scene.lemma(word)) == (OMIT,) for word in cue) or _denied(scene, verb)
        telling = Telling(verb, each.content, omitted and mentions, each.speech_act in CALLS, each.cue, _person(scene, source))
        if mentions or not omitted:
            yield _Said(telling, source, mentions, each)
    for verb, tag in enumerate(words.tags):
        if tag == "VERB" and verb not in covered and verb not in scene.direct and (content := _content(scene, verb)) is not None:
            omitted = _denied(scene, verb) or listed("mentioning.tsv").get(scene.lemma(verb)) == (OMIT,)
            subject = subject_of(scene.tree, verb)
            yield _Said(Telling(verb, (content,), omitted, False, scene.span(verb, verb)), subject, True)


def _is_headline(scene: Scene, word: int) -> bool:
    return any(title.start <= scene.tree.words.starts[word] < title.end for title in scene.page.titles)


def _person(scene: Scene, source: int | None) -> int | None:
    word = None if source is None else noun_of(scene.tree, source)
    one = None if word is None else scene.one(word)
    return None if word is None or one is None or one.label != "person" else scene.references.at[word]


def _content(scene: Scene, verb: int) -> Span | None:
    """What a verb of mentioning has as its object, or after "to"; of "made no mention of" what follows that."""
    tree, kind = scene.tree, listed("mentioning.tsv").get(scene.lemma(verb))
    for each in tree.children[verb]:
        relation = tree.words.relations[each]
        if relation == "obj" and listed("mentioning.tsv").get(scene.lemma(each)) is not None and scene.lemma(verb) == "make":
            return next((span_of(tree, of) for of in tree.children[each] if preposition_of(tree, of) in TO and of > each), None)
        if kind is not None and each > verb and (relation == "obj" or (relation == "obl" and preposition_of(tree, each) in TO)):
            return _without_preposition(scene, each)
    return None


def _without_preposition(scene: Scene, word: int) -> Span:
    tree = scene.tree
    span = span_of(tree, word)
    case = [each for each in tree.children[word] if each < word and tree.words.relations[each] == "case"]
    return Span(max([span.start, *(tree.words.starts[each + 1] for each in case)]), span.end)


def _denied(scene: Scene, verb: int) -> bool:
    """Whether a verb, or the noun of mentioning that it carries, is negated."""
    tree = scene.tree
    below = [*tree.children[verb], *(at for each in tree.children[verb] if tree.words.relations[each] == "obj" for at in tree.children[each])]
    objects = {each for each in tree.children[verb] if tree.words.relations[each] == "obj"}
    nouns = {each for each in objects if scene.lemma(each) in listed("mentioning.tsv")}
    near = [each for each in below if tree.words.heads[each] == verb or tree.words.heads[each] in nouns]
    return any(scene.form(each) in listed("negations.tsv") and tree.words.relations[each] in ("advmod", "det") for each in near)


def _within(scene: Scene, said: _Said, found: Sequence[Series], speakers: Mapping[int, Collection[int]]) -> int | None:
    """The recording in which something is said, by its index."""
    words, verb = scene.tree.words, said.telling.verb
    at = {word: i for i, each in enumerate(found) for word in each.words()}
    source = None if said.source is None else noun_of(scene.tree, said.source)
    if source in at and source is not None:
        return at[source]
    clause = _clause_of(scene, verb, at)
    if clause is not None:
        return at[clause]
    for word in scene.sentence(verb):
        if word in at and _speaks_in(scene, word, verb):
            return at[word]
    if source is None:
        return None
    number = scene.references.at.get(source)
    cluster = None if number is None else scene.references.clusters[number]
    if _is_voice(scene, source, cluster):
        spoken_of = Counter(at[word] for word in sorted(at) if word < verb and not found[at[word]].older)
        return spoken_of.most_common(1)[0][0] if spoken_of else None
    held = said.made is not None and (said.made.said is not None or not (said.mentions or said.telling.called))
    fitting = [i for i, each in enumerate(found) if not each.older and cluster in speakers.get(i, ())]
    return fitting[0] if fitting and not held else None


def _speaks_in(scene: Scene, word: int, verb: int) -> bool:
    """Whether a verb tells of what is said in a recording: "in it" hangs on it, or on one that it is joined to, or opens the sentence."""
    words, preposition = scene.tree.words, preposition_of(scene.tree, word)
    if preposition in ON and not any(words.tags[each] == "VERB" for each in range(scene.sentence(word)[0], word)):
        return word < verb
    at = verb
    for _ in range(CHAIN):
        if words.heads[word] == at:
            return preposition in IN
        if words.relations[at] != "conj":
            return False
        at = words.heads[at]
    return False


def _clause_of(scene: Scene, verb: int, at: Mapping[int, int]) -> int | None:
    """The recording's noun on which a clause hangs "in which" something is said."""
    tree = scene.tree
    for _ in range(CHAIN):
        relation, head = tree.words.relations[verb], tree.words.heads[verb]
        if head < 0:
            return None
        if relation in RELATIVE_CLAUSES:
            noun = noun_of(tree, head)
            opened = any(
                (tree.words.fine_tags[each] in RELATIVE_TAGS and preposition_of(tree, each) in IN) or scene.lemma(each) == "where"
                for each in tree.children[verb]
            )
            if opened:
                return noun if noun in at else next((each for each in range(verb, head - 1, -1) if each in at), None)
        elif relation not in JOINED:
            return None
        verb = head
    return None


def _is_voice(scene: Scene, source: int, cluster: int | None) -> bool:
    """Whether a source is only called a voice, there or elsewhere."""
    if scene.lemma(source) in VOICE and scene.tree.words.tags[source] == "NOUN":
        return True
    others = zip(scene.references.expressions, scene.references.clusters, strict=True)
    return cluster is not None and any(
        other == cluster and each.word is not None and each.name is None and scene.lemma(each.word) in VOICE for each, other in others
    )
