"""What a recording is said to speak of, and what it is said not to.

Attributions whose source is the recording, its voice ("the speaker says") or whoever speaks in it ("in it Vane mocks ..."), and verbs of
mentioning that no attribution has. Who is only said to be its speaker is believed to speak in it where it is not told when he spoke, and
only where he mentions something or calls for it. Words that are quoted are what it says, not what it speaks of, unless they only name it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from purport.extract.arguments import CHAIN, RELATIVE_CLAUSES, RELATIVE_TAGS, subject_of
from purport.extract.ascribed import VOICES
from purport.extract.quoted import calls_on
from purport.extract.scene import Scene, noun_of
from purport.extract.series import Series
from purport.extract.syntax import head_of, preposition_of, span_of, words_in
from purport.lexicon import words as listed
from purport.records import Attribution, Form, MentionForm, Span, SpeechAct

OMIT, SHOW, ABOUT, ACT, AHEAD = "omit", "show", "about", "act", "ahead"
"""What ``mentioning.tsv`` says of words that mention nothing."""
NOT_SAID = frozenset({(SHOW,), (ACT,), (AHEAD,)})
VOICE = frozenset({"speaker", "voice", "narrator"})
IN = frozenset({"in", "throughout"})
OPENING = IN | {"on"}
TO = frozenset({"to", "of", "about", "on"})
JOINED = frozenset({"conj", "xcomp", "advcl", "parataxis", "ccomp"})
CALLS = frozenset({SpeechAct.EXHORTATION, SpeechAct.THREAT, SpeechAct.PROMISE, SpeechAct.OFFER})
NAMED = frozenset({"appos", "flat", "nmod:desc"})
MODIFYING = frozenset({"amod", "acl", "acl:relcl"})
FRONT = 12
"""Words within which what opens a sentence is looked for."""


@dataclass(frozen=True, slots=True)
class Telling:
    """That something is said in a recording: the head of the words that say so, what is said, and whether it is said not to be.

    ``called`` is whether it is called for, threatened, promised or offered, ``quoted`` whether it is given in the recording's own words;
    ``cue`` are the words that carry it, for their hedges; ``speaker`` is the person who says it, as the index of an expression.
    """

    verb: int
    contents: tuple[Span, ...]
    omitted: bool
    called: bool
    cue: Span
    speaker: int | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class _Said:
    """A telling with its source, whether it is one of mentioning, and the attribution that it is, if any."""

    telling: Telling
    source: int | None
    mentions: bool
    made: Attribution | None = None


@dataclass(frozen=True, slots=True)
class _Setting:
    """The recordings, the index of each by its words, the clusters of each one's speaker, and the clusters that are only called voices."""

    scene: Scene
    found: Sequence[Series]
    at: Mapping[int, int]
    speakers: Mapping[int, Collection[int]]
    voices: Collection[int]


def find_tellings(scene: Scene, found: Sequence[Series], speakers: Mapping[int, Collection[int]]) -> dict[int, list[Telling]]:
    """What is said of each recording, by its index, in text order; ``speakers`` has the clusters of each one's speaker.

    Where a recording is the source of what somebody says in it ("according to the tape, Vane urged ..."), that alone is told. "A man" who
    is heard in one is heard there whatever he says.
    """
    setting = _Setting(scene, found, {word: i for i, each in enumerate(found) for word in each.words()}, speakers, _voices(scene))
    told: dict[int, list[Telling]] = {}
    owners, inner, heard = dict[str, int](), set[str](), dict[int, int]()
    for said in sorted(_said(scene), key=lambda each: (each.made is None or each.made.nested_in is not None, each.telling.verb)):
        at = _within(setting, said)
        cluster = _cluster(scene, said)
        if at is None and cluster in heard:
            at = heard[cluster]
        if at is None and said.made is not None and said.made.nested_in in owners:
            at = owners[said.made.nested_in]
            inner.add(said.made.nested_in)
        if at is None:
            continue
        if cluster is not None and said.source is not None and scene.lemma(said.source) in VOICES:
            heard[cluster] = at
        if said.made is not None and said.source in setting.at:
            owners[said.made.id] = at
        if not _is_about(setting, said.telling):
            told.setdefault(at, []).append(said.telling)
    outer = {each.content for each in scene.attributions if each.id in inner}
    return {at: sorted((each for each in own if each.contents not in outer), key=lambda each: each.verb) for at, own in told.items()}


def _cluster(scene: Scene, said: _Said) -> int | None:
    number = None if said.source is None else scene.references.at.get(said.source)
    return None if number is None else scene.references.clusters[number]


def _voices(scene: Scene) -> frozenset[int]:
    both = zip(scene.references.expressions, scene.references.clusters, strict=True)
    heads = ((each.word, cluster) for each, cluster in both if each.form is MentionForm.NOMINAL and each.word is not None)
    return frozenset(cluster for word, cluster in heads if scene.lemma(word) in VOICE)


def _is_about(setting: _Setting, telling: Telling) -> bool:
    """Whether what is told is of a recording itself: "calls for raids in a tape"."""
    return any(word in setting.at for span in telling.contents for word in words_in(setting.scene.tree.words, span))


def _said(scene: Scene) -> Iterator[_Said]:
    words, covered, mentioning = scene.tree.words, set[int](), listed("mentioning.tsv")
    for each in scene.attributions:
        cue = range(0) if each.cue is None else words_in(words, each.cue)
        covered |= set(cue)
        verb = head_of(words, cue)
        if (
            verb is None
            or each.cue is None
            or verb in scene.direct
            or scene.is_headline(verb)
            or mentioning.get(scene.lemma(verb)) == (SHOW,)
            or _ascribes(scene, verb)
        ):
            continue
        source = range(0) if each.source is None else words_in(words, each.source)
        kinds = {kind[0] for word in cue if (kind := mentioning.get(scene.lemma(word))) is not None and kind not in NOT_SAID}
        omitted = each.negated or OMIT in kinds or _denied(scene, verb)
        if kinds or not omitted:
            quoted = each.form is Form.DIRECT and not (kinds and _is_named(scene, each.content))
            called = each.speech_act in CALLS or (quoted and calls_on(scene, each.content))
            telling = Telling(verb, each.content, omitted, called, each.cue, _person(scene, source), quoted)
            yield _Said(telling, head_of(words, source), bool(kinds), each)
    for verb, tag in enumerate(words.tags):
        if tag == "VERB" and verb not in covered and verb not in scene.direct and (content := _content(scene, verb)) is not None:
            omitted = _denied(scene, verb) or mentioning.get(scene.lemma(verb)) == (OMIT,)
            yield _Said(Telling(verb, (content,), omitted, False, _cue(scene, verb, content)), subject_of(scene.tree, verb), True)


def _is_named(scene: Scene, contents: Sequence[Span]) -> bool:
    """Whether contents name a thing and tell nothing of it: "speaks of “the fallen gate”"."""
    words = scene.tree.words
    own = [each for span in contents for each in words_in(words, span)]
    return any(words.tags[each] in ("NOUN", "PROPN") for each in own) and not any(
        words.tags[each] in ("VERB", "AUX") for each in own if words.relations[each] not in MODIFYING
    )


def _ascribes(scene: Scene, verb: int) -> bool:
    """Whether a word only says of a recording whose it is: "a tape *attributed* to Vane"."""
    how = listed("ascribing.tsv").get(scene.form(verb), ("",))[0]
    return how in ("to", "as") and verb + 1 < len(scene.tree.words) and scene.form(verb + 1) == how


def _cue(scene: Scene, verb: int, content: Span) -> Span:
    """A verb with the adverbs before it and what stands between it and what is mentioned: "apparently makes a reference to"."""
    words = scene.tree.words
    first = min((each for each in scene.tree.children[verb] if words.relations[each] == "advmod"), default=verb)
    last = max((each for each in range(verb, words_in(words, content)[0])), default=verb)
    return scene.span(min(first, verb), last)


def _person(scene: Scene, source: range) -> int | None:
    """The person that a source is, by the name in it where one is in apposition to its head or a part of it: not "Vane's deputy"."""
    head, words = head_of(scene.tree.words, source), scene.tree.words
    if head is None:
        return None
    own = [head, *(each for each in source if words.heads[each] == head and words.relations[each] in NAMED)]
    people = [(word, one) for word in own if (one := scene.one(word)) is not None and one.label == "person"]
    word = next((word for word, one in people if one.name is not None), people[0][0] if people else None)
    return None if word is None else scene.references.at[word]


def _content(scene: Scene, verb: int) -> Span | None:
    """What a verb of mentioning has as its object, or after "to"; of "made no mention of" what follows that."""
    tree, mentioning = scene.tree, listed("mentioning.tsv")
    kind = mentioning.get(scene.lemma(verb), (SHOW,))
    for each in tree.children[verb]:
        relation = tree.words.relations[each]
        if relation == "obj" and scene.lemma(each) in mentioning and scene.lemma(verb) == "make":
            if mentioning[scene.lemma(each)] == (ACT,):
                return _own(scene, each)
            return next((_own(scene, of) for of in tree.children[each] if preposition_of(tree, of) in TO and of > each), None)
        if (
            kind not in NOT_SAID
            and each > verb
            and ((relation == "obj" and kind != (ABOUT,)) or (relation == "obl" and preposition_of(tree, each) in TO))
        ):
            return _own(scene, each)
    return None


def _own(scene: Scene, word: int) -> Span:
    """A phrase without its preposition."""
    tree = scene.tree
    span = span_of(tree, word)
    case = [each for each in tree.children[word] if each < word and tree.words.relations[each] == "case"]
    return Span(max([span.start, *(tree.words.starts[each + 1] for each in case)]), span.end)


def _denied(scene: Scene, verb: int) -> bool:
    """Whether a verb, or the noun of mentioning that it carries, is negated."""
    tree = scene.tree
    nouns = [each for each in tree.children[verb] if tree.words.relations[each] == "obj" and scene.lemma(each) in listed("mentioning.tsv")]
    below = (each for word in (verb, *nouns) for each in tree.children[word])
    return any(scene.form(each) in listed("negations.tsv") and tree.words.relations[each] in ("advmod", "det") for each in below)


def _within(setting: _Setting, said: _Said) -> int | None:
    """The recording in which something is said, by its index."""
    scene, at, verb = setting.scene, setting.at, said.telling.verb
    source = None if said.source is None else noun_of(scene.tree, said.source)
    if source is not None and source in at:
        return at[source]
    if listed("mentioning.tsv").get(scene.lemma(verb)) == (ABOUT,):
        return None
    clause = _clause_of(scene, verb, at)
    near = next((word for word in scene.sentence(verb) if word in at and _speaks_in(scene, word, verb)), None) if clause is None else clause
    if near is not None:
        return at[near]
    if source is None:
        return None
    number = scene.references.at.get(source)
    cluster = None if number is None else scene.references.clusters[number]
    if cluster in setting.voices or (scene.lemma(source) in VOICE and scene.tree.words.tags[source] == "NOUN"):
        spoken_of = Counter(i for word, i in sorted(at.items()) if word < verb and not setting.found[i].older)
        return spoken_of.most_common(1)[0][0] if spoken_of else None
    if said.made is not None and (said.made.said is not None or not (said.mentions or said.telling.called)):
        return None
    return next((i for i, clusters in setting.speakers.items() if cluster in clusters and not setting.found[i].older), None)


def _speaks_in(scene: Scene, word: int, verb: int) -> bool:
    """Whether a verb tells of what is said in a recording: "in it" hangs on it, or on one that it is joined to, or opens the sentence."""
    words, preposition, first = scene.tree.words, preposition_of(scene.tree, word), scene.sentence(word)[0]
    if preposition in OPENING and word - first < FRONT and not any(words.tags[each] == "VERB" for each in range(first, word)):
        return word < verb
    for _ in range(CHAIN):
        if words.heads[word] == verb:
            return preposition in IN
        if words.relations[verb] != "conj":
            return False
        verb = words.heads[verb]
    return False


def _clause_of(scene: Scene, verb: int, at: Mapping[int, int]) -> int | None:
    """The recording's noun on which a clause hangs "in which" something is said, or before that clause where the tree has it elsewhere."""
    tree = scene.tree
    for _ in range(CHAIN):
        relation, head = tree.words.relations[verb], tree.words.heads[verb]
        if head < 0:
            return None
        if relation in RELATIVE_CLAUSES and _is_opened(scene, verb):
            noun = noun_of(tree, head)
            return noun if noun in at else next((each for each in range(verb, head - 1, -1) if each in at), None)
        if relation not in JOINED:
            return None
        verb = head
    return None


def _is_opened(scene: Scene, verb: int) -> bool:
    """Whether a relative clause opens with "in which" or "where"."""
    tree = scene.tree
    return any(
        scene.lemma(each) == "where" or (tree.words.fine_tags[each] in RELATIVE_TAGS and preposition_of(tree, each) in IN)
        for each in tree.children[verb]
    )
