"""What in a report refers, and which expressions refer to the same.

Names are put together where their words leave no doubt (``names.py``), and a name with the noun it is in apposition to; the network links
an expression to an earlier one. No link, however sure, puts together what has two things' names; of links that cannot all hold the surest
do. What could be two things' stays by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from purport.extract.clear import Page
from purport.extract.names import PERSON, Known, called, known_of, last_names, same_words, title_of
from purport.extract.syntax import Tree, core_span, head_of, words_in
from purport.lexicon import words as listed
from purport.reader import Labelled, Reading
from purport.reader.reading import Referring, Words
from purport.records import MentionForm, Report, Span

LINKED = 0.4
"""The network's confidence from which what an expression refers back to is believed. Below it more than half of the links are wrong."""
FLAT = ("flat",)
"""How a name hangs on a title that the network did not take for a part of it."""
PERSONAL = frozenset({"PRP", "PRP$"})


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression that refers: a name as the network found it, or what a word heads.

    ``word`` is its head, ``None`` for a name without words; ``label`` is one of the network's.
    """

    word: int | None
    label: str
    form: MentionForm
    name: Span | None = None


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


class Clusters:
    """Which of some numbered things are one, as far as what is known of each allows; each cluster goes by its least number."""

    def __init__(self, known: Sequence[Known]) -> None:
        self._above = list(range(len(known)))
        self._known = list(known)

    def of(self, one: int) -> int:
        """The number of the cluster that a thing is in."""
        while self._above[one] != one:
            self._above[one] = one = self._above[self._above[one]]
        return one

    def known(self, one: int) -> Known:
        """What is known of the cluster that a thing is in."""
        return self._known[self.of(one)]

    def join(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Makes the two of each pair one, unless they cannot be."""
        for one, other in pairs:
            low, high = sorted((self.of(one), self.of(other)))
            if low != high and self._known[low].may_be(self._known[high]):
                self._above[high] = low
                self._known[low] = self._known[low].and_of(self._known[high])


def find_references(report: Report, reading: Reading, tree: Tree, page: Page) -> References:
    """The expressions of a report and what they refer to.

    Names come first, then what the network said refers, then pronouns it missed; each in text order. What refers from within page text
    links what is outside, and is left out itself.
    """
    names = [name for name in reading.entities if page.leaves(name.span.start, name.span.end)]
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
    clusters = Clusters([*map(known_of, calls), *(_told(report.text, tree, each) for each in found[len(calls) :])])
    clusters.join(_parts_of_names(reading.referring, own, titles, heads))
    clusters.join(same_words(calls))
    clusters.join(_appositions(found, at, tree.words))
    links = [*_antecedents(reading.referring, len(names))]
    clusters.join([*links, *links])  # twice: a pronoun linked later may tell the sex that an earlier link wanted
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
    """What an expression that is no name for the network tells by itself: a pronoun or a title the sex, a name for the tagger its words.

    What begins with a determiner describes, and is no name: "the Board".
    """
    if each is None or each.word is None:
        return Known()
    words = tree.words
    word = text[words.starts[each.word] : words.ends[each.word]]
    if each.form == MentionForm.PRONOUN:
        return Known(sexes=frozenset(listed("personal.tsv").get(word.lower(), ())))
    if (title := title_of(word)) is not None:
        return Known(sexes=frozenset(title[:1]))
    span = core_span(tree, each.word)
    first = words_in(words, span)[0]
    described = words.tags[first] == "DET" and title_of(text[words.starts[first] : words.ends[first]]) is None
    return Known() if described or each.form != MentionForm.NAME else known_of(called(text, Labelled(span, each.label, 1.0)))


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


def _parts_of_names(
    referring: Sequence[Referring], own: Mapping[int, int], titles: Mapping[int, int], heads: Sequence[int | None]
) -> Iterator[tuple[int, int]]:
    """What refers and is a name, with the name: its head, a title of it, or the only word in it that refers."""
    inside = Counter(own[one.word] for one in referring if one.word in own)
    for i, one in enumerate(referring, len(heads)):
        name = titles.get(one.word, own.get(one.word))
        if name is not None and (one.word in titles or inside[name] == 1 or one.word == heads[name]):
            yield i, name


def _appositions(found: Sequence[Expression | None], at: Mapping[int, int], words: Words) -> Iterator[tuple[int, int]]:
    """A name and a noun phrase of one label, the later in apposition to the other; of 29 such in GUM's development part 26 are one."""
    for i, one in enumerate(found):
        if one is None or one.word is None or words.relations[one.word] != "appos":
            continue
        number = at.get(words.heads[one.word])
        other = None if number is None else found[number]
        if number is not None and other and other.label == one.label and {one.form, other.form} == {MentionForm.NAME, MentionForm.NOMINAL}:
            yield i, number


def _kept(found: Sequence[Expression | None], at: Mapping[int, int], clusters: Clusters) -> References:
    kept = [i for i, each in enumerate(found) if each is not None]
    places = {i: place for place, i in enumerate(kept)}
    return References(
        tuple(each for each in found if each is not None),
        tuple(clusters.of(i) for i in kept),
        {word: places[i] for word, i in at.items()},
    )
