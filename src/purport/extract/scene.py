"""What the layers before it found in a report, as the search for recordings asks for it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from purport.extract.arguments import SUBJECTS, noun_before
from purport.extract.clear import Page
from purport.extract.clusters import Expression
from purport.extract.coreference import References
from purport.extract.story import Days
from purport.extract.syntax import Tree, head_of, words_in
from purport.records import Attribution, Factuality, Form, Report, Span, Timex

NO_DAYS = Days()
DURATION, SET = "DURATION", "SET"


@dataclass(frozen=True, slots=True)
class Scene:
    """One report: its tree, what refers in it, its time expressions, its events' words with their certainty and days, and who says what.

    ``written`` is the first and last day on which it can have been written, if both are known.
    """

    report: Report
    tree: Tree
    page: Page
    references: References
    timexes: Sequence[Timex]
    sure: Mapping[int, Factuality]
    days: Mapping[int, Days]
    attributions: Sequence[Attribution]
    written: tuple[date, date] | None = None
    timed: Mapping[int, Timex] = field(init=False)
    direct: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        heads = ((head_of(self.tree.words, words_in(self.tree.words, Span(each.start, each.end))), each) for each in self.timexes)
        spans = [span for each in self.attributions if each.form is Form.DIRECT for span in each.content]
        object.__setattr__(self, "timed", {head: timex for head, timex in heads if head is not None})
        object.__setattr__(self, "direct", frozenset(word for span in spans for word in words_in(self.tree.words, span)))

    @property
    def text(self) -> str:
        """The report's text."""
        return self.report.text

    def lemma(self, word: int) -> str:
        """A word's lemma in lower case."""
        return self.tree.words.lemmas[word].lower()

    def form(self, word: int) -> str:
        """A word as it stands, in lower case."""
        return self.text[self.tree.words.starts[word] : self.tree.words.ends[word]].lower()

    def verb(self, word: int) -> str:
        """A verb's lemma with its particle, if it has one."""
        particle = self.tree.child(word, ("compound:prt",))
        return self.lemma(word) if particle is None else f"{self.lemma(word)}_{self.lemma(particle)}"

    def span(self, first: int, last: int) -> Span:
        """The characters from one word to another."""
        return Span(self.tree.words.starts[first], self.tree.words.ends[last])

    def one(self, word: int) -> Expression | None:
        """What a word refers to."""
        return self.references.of(word)

    def sentence(self, word: int) -> range:
        """The words of the sentence that a word stands in."""
        sentences = self.tree.words.sentences
        return range(bisect_left(sentences, sentences[word]), bisect_right(sentences, sentences[word]))

    def is_headline(self, word: int) -> bool:
        """Whether a word stands in a headline."""
        return any(title.start <= self.tree.words.starts[word] < title.end for title in self.page.titles)


def noun_of(tree: Tree, word: int) -> int | None:
    """The noun that a word is or stands for: a relative pronoun the one before its clause, also across a participle that modifies it."""
    found = noun_before(tree, word)
    while found is not None and tree.words.relations[found] == "acl":
        found = tree.words.heads[found]
    return found


def days_of(timex: Timex) -> Days:
    """The days that a time expression can mean; none for a length and for what comes again and again."""
    if timex.type in (DURATION, SET):
        return Days()
    return Days(*(None if day is None else date.fromisoformat(day) for day in (timex.not_before, timex.not_after)))


def spoken_subjects(tree: Tree, verb: int) -> Iterator[int]:
    """The words that stand as a verb's subject, an "it" that only fills the place among them."""
    yield from (each for each in tree.children[verb] if tree.words.relations[each] in (*SUBJECTS, "expl"))
