"""Whom pronouns stand for by who speaks: "I" in a quotation is its source, and "she said" is who spoke or acted last.

News names a source and goes on with a pronoun for it; what a pronoun agrees with and stands nearest before it as a source or subject is
taken, where there is only one such. Whom a quotation's own "he" and "they" stand for is left to the network.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from purport.extract.arguments import SUBJECTS, noun_before
from purport.extract.attributions import DIRECT
from purport.extract.clusters import Clusters, Expression
from purport.extract.forms import read_form
from purport.extract.kinds import kinds_of
from purport.extract.syntax import Tree, head_of, words_in
from purport.lexicon import words as listed
from purport.reader import Linked
from purport.records import Form, MentionForm, Span

BACK = 2
"""Sentences before a pronoun's own that are searched, those that are all quotation not counted."""
MODIFIERS = frozenset({"amod", "compound"})
OWNERS = frozenset({"nmod", "nmod:poss"})
PLURAL = frozenset({"NNS", "NNPS"})
INDEFINITE = frozenset({"a", "an", "another", "some"})


@dataclass(frozen=True, slots=True)
class Voices:
    """A report's expressions, those that words stand for, and who speaks where.

    ``inside`` has, for each word in a content, the index of the innermost attribution whose content that is; ``direct`` the attributions in
    their sources' own words; ``sources`` for each attribution the head of its source, or the noun that a relative pronoun there stands for.
    ``speakers`` are those words, ``first`` of attributions that lie in no other alone.
    """

    text: str
    tree: Tree
    found: Sequence[Expression | None]
    at: Mapping[int, int]
    inside: Mapping[int, int]
    direct: frozenset[int]
    sources: Sequence[int | None]
    speakers: frozenset[int]
    first: frozenset[int]

    def form(self, word: int) -> str:
        """A word in lower case."""
        return self.text[self.tree.words.starts[word] : self.tree.words.ends[word]].lower()

    def quoted(self, word: int) -> bool:
        """Whether a word stands in somebody's own words."""
        return self.inside.get(word) in self.direct


def listen(text: str, tree: Tree, found: Sequence[Expression | None], at: Mapping[int, int], spoken: Sequence[Linked]) -> Voices:
    """Who speaks where in a report."""
    inside: dict[int, int] = {}
    sizes = [sum(span.end - span.start for span in each.contents) for each in spoken]
    for i in sorted(range(len(spoken)), key=lambda i: -sizes[i]):
        inside |= dict.fromkeys((word for span in spoken[i].contents for word in words_in(tree.words, span)), i)
    direct = frozenset(i for i, each in enumerate(spoken) if each.direct >= DIRECT or read_form(text, each.contents) == Form.DIRECT)
    sources = [_head(tree, each.source) for each in spoken]
    speakers = frozenset(head for head in sources if head is not None)
    first = frozenset(head for each, head in zip(spoken, sources, strict=True) if each.parent is None and head is not None)
    return Voices(text, tree, found, at, inside, direct, sources, speakers, first)


def _head(tree: Tree, source: Span | None) -> int | None:
    head = None if source is None else head_of(tree.words, words_in(tree.words, source))
    return None if head is None else noun_before(tree, head)


def own_voices(voices: Voices) -> Iterator[tuple[int, int]]:
    """Each "I" in a source's own words with the source; "we" where the source is an organisation or several."""
    for word, number in voices.at.items():
        i = voices.inside.get(word)
        if i is None or i not in voices.direct or (source := voices.sources[i]) is None or source not in voices.at:
            continue
        (kind, *_) = listed("speech_pronouns.tsv").get(voices.form(word), ("",))
        if kind == "one" or (kind == "several" and _is_several(voices, source)):
            yield number, voices.at[source]


def issuers(voices: Voices, called: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """Each "we" of a text in nobody's quotation with the one organisation that the text itself calls by a noun: "Vane plc (the Company)".

    ``called`` has the words that the text defines, each with the number of the name. Such a text speaks for whom it defines.
    """
    ours = {number for word, number in called.items() if kinds_of(word) is not None}
    if len(ours) == 1:
        (issuer,) = ours
        speech = listed("speech_pronouns.tsv")
        yield from (
            (number, issuer)
            for word, number in voices.at.items()
            if speech.get(voices.form(word)) == ("several",) and not voices.quoted(word)
        )


def _is_several(voices: Voices, word: int) -> bool:
    one = voices.found[voices.at[word]]
    return one is not None and (one.label == "organisation" or voices.tree.words.fine_tags[word] in PLURAL)


def follow(voices: Voices, clusters: Clusters, links: Mapping[int, int], certain: Collection[int]) -> set[int]:
    """Joins each source that is a pronoun with whom it stands for, and "he" and "she" that begin what somebody says with who says it.

    The numbers of the pronouns joined. ``links`` has what the network would link each to: it decides between several, and for those whose
    numbers are in ``certain`` wherever the two agree.
    """
    done = set()
    for word in sorted(_pronouns(voices)):
        number = voices.at[word]
        linked = links.get(number)
        one = voices.found[linked] if linked is not None and number in certain else None
        agrees = one is not None and one.word is not None and _fits(voices, clusters, word, one.word)
        whom = linked if agrees else _whom(voices, clusters, word, linked)
        if whom is not None:
            clusters.join([(number, whom)])
            done.add(number)
    return done


def _pronouns(voices: Voices) -> Iterator[int]:
    """The words that are pronouns and sources, or subjects of a content that is told, not quoted."""
    words = voices.tree.words
    for word, number in voices.at.items():
        one = voices.found[number]
        if one is not None and one.form == MentionForm.PRONOUN and _class(voices, word) and not voices.quoted(word):
            said = words.relations[word] in SUBJECTS and words.lemmas[words.heads[word]].lower() in listed("cues.tsv")
            if word in voices.speakers or said or _begins(voices, word):
                yield word


def _begins(voices: Voices, word: int) -> bool:
    """Whether a word is the subject of the uppermost clause of what somebody is told to say, or of one that "and that" joins to this."""
    words, i = voices.tree.words, voices.inside.get(word)
    clause = words.heads[word]
    if i is None or words.relations[word] not in SUBJECTS:
        return False
    that = any(words.relations[each] == "mark" and words.lemmas[each].lower() == "that" for each in voices.tree.children[clause])
    if that and voices.tree.child(clause, ("cc",)) is not None and voices.inside.get(words.heads[clause]) == i:
        clause = words.heads[clause]
    return voices.inside.get(words.heads[clause]) != i


def _class(voices: Voices, word: int) -> str:
    """What a pronoun agrees with: "man", "woman", "thing", "several", or nothing for one that tells too little."""
    row = listed("third_persons.tsv").get(voices.form(word))
    return row[0] if row else ""


def _whom(voices: Voices, clusters: Clusters, word: int, linked: int | None) -> int | None:
    """The number of what a pronoun stands for, if one thing only can be: who tells what it begins, else the last to speak or act."""
    i = voices.inside.get(word)
    if i is not None:
        teller = voices.sources[i] if _begins(voices, word) else None
        if teller is not None and _fits(voices, clusters, word, teller):
            return voices.at[teller]
        if linked is not None:
            return linked
    sentences = voices.tree.words.sentences
    here, counted = sentences[word], 0
    for sentence, own in _backward(voices, word):
        if counted > BACK:
            break
        foremost = _foremost(voices, own)
        for candidates in (foremost, _others(voices, own), _of(voices, foremost)):
            fitting = [each for each in candidates if each < word and _fits(voices, clusters, word, each)]
            chosen, several = _only(voices, clusters, fitting, linked)
            if chosen is not None or several:
                return chosen
        counted += sentence != here
    return None


def _backward(voices: Voices, word: int) -> Iterator[tuple[int, list[int]]]:
    """The sentence of a word and those before it, each with its words outside quotations; those without any are left out."""
    sentences, at = voices.tree.words.sentences, word
    while at >= 0:
        sentence, own = sentences[at], []
        while at >= 0 and sentences[at] == sentence:
            if not voices.quoted(at):
                own.append(at)
            at -= 1
        if any(voices.tree.words.tags[each] != "PUNCT" for each in own):
            yield sentence, own[::-1]


def _foremost(voices: Voices, own: Sequence[int]) -> list[int]:
    """Among words, the sources of attributions that lie in no other, and subjects outside all contents; and a noun that is a sentence."""
    words, found = voices.tree.words, []
    for word in own:
        acts = words.relations[word] in SUBJECTS or (words.relations[word] == "root" and words.tags[word] in ("NOUN", "PROPN"))
        if word in voices.first or (acts and word not in voices.inside):
            found.append(word)
    return found


def _others(voices: Voices, own: Sequence[int]) -> list[int]:
    """Among words, the subjects and sources within what is told."""
    return [word for word in own if word in voices.inside and voices.tree.words.relations[word] in SUBJECTS]


def _of(voices: Voices, foremost: Sequence[int]) -> list[int]:
    """What the foremost are of, by or from: "the report of Justice Vane", "Vane's report"."""
    words, found = voices.tree.words, []
    for word in foremost:
        found += [each for each in voices.tree.children[word] if words.relations[each] in OWNERS and each in voices.at]
    return found


def _only(voices: Voices, clusters: Clusters, fitting: Sequence[int], linked: int | None) -> tuple[int | None, bool]:
    """The one thing that words stand for, by the number of the last; of several the one linked to, or the only source. And if several."""
    by = {clusters.of(voices.at[word]): voices.at[word] for word in fitting}
    if len(by) < 2:
        return next(iter(by.values()), None), False
    if linked is not None and clusters.of(linked) in by:
        return by[clusters.of(linked)], True
    said = {clusters.of(voices.at[word]) for word in fitting if word in voices.speakers}
    return (by[said.pop()], True) if len(said) == 1 else (None, True)


def _fits(voices: Voices, clusters: Clusters, pronoun: int, word: int) -> bool:
    """Whether a pronoun can stand for what another word heads, by kind, number and what is known of both."""
    number = voices.at.get(word)
    one = None if number is None else voices.found[number]
    if number is None or one is None or word == pronoun or not clusters.may_join(voices.at[pronoun], number):
        return False
    words = voices.tree.words
    if words.relations[word] in MODIFIERS:
        return False
    wanted, plural = _class(voices, pronoun), words.fine_tags[word] in PLURAL
    if one.form == MentionForm.PRONOUN:
        return _class(voices, word) == wanted
    if wanted in ("man", "woman"):
        return one.label == "person" and not plural
    if wanted == "several":
        return plural or kinds_of(words.lemmas[word]) is not None
    return not plural and one.label != "person" and (one.label == "organisation" or kinds_of(words.lemmas[word]) is not None)


def silent(voices: Voices, one: int, other: int) -> bool:
    """Whether a link from a word to an earlier one is not to be believed.

    Of one speaker to another or to a hearer; of a pronoun to what only modifies; of what "a" brings in as new; of several to one.
    """
    words, speech = voices.tree.words, listed("speech_pronouns.tsv")
    mine, yours = (speech.get(voices.form(word), ("",))[0] for word in (one, other))
    if "hearer" in (mine, yours) and mine != yours:
        return True
    if mine and yours and (mine != yours or voices.inside.get(one) != voices.inside.get(other)):
        return True
    if words.tags[one] == "PRON":
        return words.tags[other] == "ADJ" or words.relations[other] in MODIFIERS
    new = any(words.lemmas[each].lower() in INDEFINITE and words.relations[each] == "det" for each in voices.tree.children[one])
    return new or (words.fine_tags[one] == "NNS" and words.fine_tags[other] in ("NN", "NNP") and kinds_of(words.lemmas[one]) is None)
