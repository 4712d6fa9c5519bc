"""What in a report refers, and which expressions refer to the same.

Names are put together where their words leave no doubt (``names.py``, ``aliases.py``), a name with what stands beside it (``beside.py``),
"the group" and "the commodore" with the one thing called so (``described.py``), and pronouns that are sources with who spoke or acted last
(``speakers.py``); the network links the rest to an earlier expression. No link, however sure, puts together what has two things' names; of
links that cannot all hold the surest do. What could be two things' stays by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from purport.extract.aliases import acronyms, defined, relabelled, shortened
from purport.extract.beside import appositions, before_names, definitions, given_names, of_others, set_off
from purport.extract.clear import Page
from purport.extract.clusters import Clusters, Expression
from purport.extract.described import described
from purport.extract.kinds import all_kinds, kinds_of
from purport.extract.names import PERSON, Known, called, known_of, last_names, same_words, title_of
from purport.extract.speakers import Voices, follow, issuers, listen, own_voices, silent
from purport.extract.syntax import Tree, core_span, head_of, words_in
from purport.lexicon import words as listed
from purport.reader import Labelled, Reading
from purport.reader.reading import Referring, Words
from purport.records import MentionForm, Report

CERTAIN = 0.95
"""The network's confidence from which it is believed whom a source that is a pronoun stands for, whoever spoke or acted last."""
LINKED = 0.4
"""The network's confidence from which what an expression refers back to is believed. Below it more than half of the links are wrong."""
FLAT = ("flat",)
"""How a name hangs on a title that the network did not take for a part of it."""
PERSONAL = frozenset({"PRP", "PRP$"})


@dataclass(frozen=True, slots=True)
class References:
    """The expressions outside page text, a cluster for each, and the words that belong to one, as its index.

    Expressions of one cluster refer to the same. Every word of a name belongs to it, of any other expression its head alone.
    """

    expressions: tuple[Expression, ...] = ()
    clusters: tuple[int, ...] = ()
    at: Mapping[int, int] = field(default_factory=dict)

    def of(self, word: int) -> Expression | None:
        """The expression that a word belongs to."""
        return None if (found := self.at.get(word)) is None else self.expressions[found]


def find_references(report: Report, reading: Reading, tree: Tree, page: Page) -> References:
    """The expressions of a report and what they refer to.

    Names come first, then what the network said refers, then pronouns it missed; each in text order. What refers from within page text
    links what is outside, and is left out itself.
    """
    names = [name for name in relabelled(report.text, reading.entities) if page.leaves(name.span.start, name.span.end)]
    cut = _cut(tree.words, reading.entities, page)
    heads = [head_of(tree.words, words_in(tree.words, name.span)) for name in names]
    own = {word: i for i, name in enumerate(names) for word in words_in(tree.words, name.span)}
    titles = _titles(report.text, tree, names, own)
    titles |= _other_titles(tree, own | titles, reading.referring)
    owners = own | titles
    found = [
        *(Expression(head, name.label, MentionForm.NAME, name.span) for name, head in zip(names, heads, strict=True)),
        *(None if one.word in owners or one.word in cut else _headed(tree.words, one, page) for one in reading.referring),
        *_missed(report.text, tree.words, owners.keys() | {one.word for one in reading.referring}, page),
    ]
    at = owners | {each.word: i for i, each in enumerate(found) if each and each.word is not None and each.name is None}
    calls = [called(report.text, name) for name in names]
    known = [*map(known_of, calls), *(_told(report.text, tree, each) for each in found[len(calls) :])]
    stated = [*definitions(report.text, tree, found, names)]
    for _, i in stated:
        known[i] = Known()
    voices = listen(report.text, tree, found, at, reading.attributions)
    clusters = Clusters(known, of_others(tree, found, at))
    clusters.join(_parts_of_names(reading.referring, own, titles, heads))
    clusters.join(same_words(calls))
    clusters.join([*shortened(report.text, names), *acronyms(report.text, names)])
    clusters.join([*appositions(tree, found, at), *set_off(report.text, tree, found), *before_names(tree, found, at)])
    clusters.join([*given_names(tree, found, at), *stated])
    clusters.join([*own_voices(voices), *issuers(voices, defined(report.text, names))])
    clusters.join(described(report.text, tree, found, clusters, titles.keys()))
    links = sorted(_antecedents(reading.referring, len(names)), key=lambda link: _names_noun(found, link))
    told = {one: at.get(reading.referring[other - len(names)].word, other) for one, other in links}
    certain = {number for number, one in enumerate(reading.referring, len(names)) if one.score >= CERTAIN}
    done = follow(voices, clusters, told, certain)
    at_word = [*heads, *(heads[owners[one.word]] if one.word in owners else one.word for one in reading.referring)]
    believed = [(one, other) for one, other in links if one not in done and not _is_silent(voices, at_word[one], at_word[other])]
    for _ in range(2):  # a pronoun linked later may tell the sex that an earlier link wanted
        for one, other in believed:
            if not _is_named_otherwise(report.text, tree, found[one], clusters.known(other)):
                clusters.join([(one, other)])
    every = range(len(calls))
    clusters.join([*last_names(calls, [clusters.of(i) for i in every], [clusters.known(i) for i in every])])
    return _kept(found, at, clusters)


def _cut(words: Words, names: Sequence[Labelled], page: Page) -> set[int]:
    """The words of names that page text has got into: what is left of one is no name, and no noun either."""
    return {word for name in names if not page.leaves(name.span.start, name.span.end) for word in words_in(words, name.span)}


def _titles(text: str, tree: Tree, names: Sequence[Labelled], own: Mapping[int, int]) -> dict[int, int]:
    """The capitalised titles right before people's names, however they hang, with the name of each; ``own`` has the words of names."""
    words = tree.words
    found: dict[int, int] = {}
    for word in reversed(range(len(words) - 1)):
        name = found.get(word + 1, own.get(word + 1))
        if name is None or word in own or names[name].label != PERSON or words.sentences[word] != words.sentences[word + 1]:
            continue
        title = text[words.starts[word] : words.ends[word]]
        if title[:1].isupper() and title_of(title) is not None:
            found[word] = name
    return found


def _other_titles(tree: Tree, owners: Mapping[int, int], referring: Sequence[Referring]) -> dict[int, int]:
    """Whatever else refers, belongs to no name and has one on it as a title does, with that name."""
    flats = {one.word: tree.child(one.word, FLAT) for one in referring if one.word not in owners}
    return {word: owners[flat] for word, flat in flats.items() if flat is not None and flat in owners}


def _headed(words: Words, one: Referring, page: Page) -> Expression | None:
    """What a word heads, if it stands outside page text."""
    if not page.leaves(words.starts[one.word], words.ends[one.word]):
        return None
    tag = words.tags[one.word]
    if tag == "PRON" or words.fine_tags[one.word] in PERSONAL:
        return Expression(one.word, one.label, MentionForm.PRONOUN)
    return Expression(one.word, one.label, MentionForm.NAME if tag == "PROPN" else MentionForm.NOMINAL)


def _told(text: str, tree: Tree, each: Expression | None) -> Known:
    """What an expression that is no name for the network tells by itself: pronouns, titles and nouns ("wife") the sex, names their words.

    What begins with a determiner describes, and is no name: "the Board".
    """
    if each is None or each.word is None:
        return Known()
    words = tree.words
    word = text[words.starts[each.word] : words.ends[each.word]]
    if each.form == MentionForm.PRONOUN:
        if listed("third_persons.tsv").get(word.lower()) == ("thing",):
            return Known(kinds=all_kinds())
        return Known(sexes=frozenset(listed("personal.tsv").get(word.lower(), ())))
    if (title := title_of(word)) is not None:
        return Known(sexes=frozenset(title[:1]))
    span = core_span(tree, each.word)
    first = words_in(words, span)[0]
    described = words.tags[first] == "DET" and title_of(text[words.starts[first] : words.ends[first]]) is None
    if not described and each.form == MentionForm.NAME:
        return known_of(called(text, Labelled(span, each.label, 1.0)))
    noun = words.lemmas[each.word].lower()
    if each.label == PERSON:
        return Known(sexes=frozenset(listed("sexed_nouns.tsv").get(noun, ())))
    return Known(kinds=kinds_of(noun))


def _missed(text: str, words: Words, known: Container[int], page: Page) -> Iterator[Expression]:
    """Pronouns that cannot but refer to people, where the network said nothing of them."""
    personal = listed("personal.tsv")
    for word, tag in enumerate(words.tags):
        if tag == "PRON" and word not in known:
            start, end = words.starts[word], words.ends[word]
            if text[start:end].lower() in personal and page.leaves(start, end):
                yield Expression(word, "person", MentionForm.PRONOUN)


def _antecedents(referring: Sequence[Referring], before: int) -> Iterator[tuple[int, int]]:
    """What refers, with what it refers back to, by numbers that begin at ``before``; the surest first."""
    for i, one in sorted(enumerate(referring), key=lambda numbered: -numbered[1].score):
        if one.antecedent is not None and one.score >= LINKED:
            yield before + i, before + one.antecedent


def _names_noun(found: Sequence[Expression | None], link: tuple[int, int]) -> bool:
    """Whether a link gives a noun a name later in the report: such are believed last, as the noun's pronouns may tell that it has none."""
    one, other = (found[each] for each in link)
    return one is None and other is not None and other.form == MentionForm.NOMINAL


def _parts_of_names(
    referring: Sequence[Referring], own: Mapping[int, int], titles: Mapping[int, int], heads: Sequence[int | None]
) -> Iterator[tuple[int, int]]:
    """What refers and is a name, with the name: its head, a title of it, or the only word in it that refers."""
    inside = Counter(own[one.word] for one in referring if one.word in own)
    for i, one in enumerate(referring, len(heads)):
        name = titles.get(one.word, own.get(one.word))
        if name is not None and (one.word in titles or inside[name] == 1 or one.word == heads[name]):
            yield i, name


def _is_silent(voices: Voices, one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and silent(voices, one, other)


def _is_named_otherwise(text: str, tree: Tree, one: Expression | None, other: Known) -> bool:
    """Whether an expression is a person's name that the network does not know for one, and none of what it is linked to.

    A word by itself ("the Board", "the President") is nobody's name; one that tells whose ("its Prime Minister") is another's.
    """
    if one is None or one.word is None or one.name is not None or not other.names:
        return False
    if one.form != MentionForm.NAME or one.label != PERSON:
        return False
    span = core_span(tree, one.word)
    title = title_of(text[tree.words.starts[one.word] : tree.words.ends[one.word]]) is not None
    own = {word.casefold() for word in span.words(text).split()} - {"the"}
    named = {word.casefold() for name in other.names for word in name.words}
    return len(own) > 1 and own.isdisjoint(named) and not (title and tree.child(one.word, ("nmod:poss",)) is None)


def _kept(found: Sequence[Expression | None], at: Mapping[int, int], clusters: Clusters) -> References:
    kept = [i for i, each in enumerate(found) if each is not None]
    places = {i: place for place, i in enumerate(kept)}
    return References(
        tuple(each for each in found if each is not None),
        tuple(clusters.of(i) for i in kept),
        {word: places[i] for word, i in at.items()},
    )
