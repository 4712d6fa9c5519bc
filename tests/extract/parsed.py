"""Readings written by hand: one word after another as ``form/fine tag/head/relation``, and marks after that.

Heads count the words of the sentence from 1; 0 is its root. Sentences are parted by empty lines. A word's lemma is its form in lower case.

    <die       another lemma
    person     it refers, with that label         ^2.1   to what the first word of the second sentence refers to
    =person    it belongs to a name; names of one label that touch are one
    @DATE      it belongs to a time expression
    +          nothing stands between it and the word before
    !          it tells of an event; !-3 of one that the author says did not happen
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import factory
from purport.analyse import assemble
from purport.extract import find_expressions, find_witnesses, grow
from purport.extract.clear import Page
from purport.extract.syntax import Tree
from purport.reader import Labelled, Reading
from purport.reader.layers import MENTIONS
from purport.reader.reading import Happening, Referring, Words
from purport.records import Analysis, Furniture, Published, Span
from purport.time.solving import Witness

TAGS = {
    "$": "SYM",
    ":": "PUNCT",
    "CC": "CCONJ",
    "CD": "NUM",
    "DT": "DET",
    "EX": "PRON",
    "HYPH": "PUNCT",
    "IN": "ADP",
    "MD": "AUX",
    "PDT": "DET",
    "POS": "PART",
    "RP": "ADP",
    "SYM": "SYM",
    "TO": "PART",
    ",": "PUNCT",
    ".": "PUNCT",
    "``": "PUNCT",
    "''": "PUNCT",
}
FAMILIES = {"NNP": "PROPN", "NN": "NOUN", "VB": "VERB", "JJ": "ADJ", "RB": "ADV", "PR": "PRON", "WP": "PRON", "WD": "PRON", "WR": "ADV"}
GLUED = {",", ".", "POS", "''"}
UNDATED = Published()


@dataclass(frozen=True, slots=True)
class Word:
    form: str
    fine: str
    head: int
    relation: str
    marks: tuple[str, ...]

    @property
    def tag(self) -> str:
        if self.relation in ("aux", "aux:pass", "cop"):
            return "AUX"
        return TAGS.get(self.fine) or FAMILIES.get(self.fine[:3]) or FAMILIES[self.fine[:2]]

    @property
    def lemma(self) -> str:
        return next((mark[1:] for mark in self.marks if mark[0] == "<"), self.form.lower())


def text_of(notation: str) -> str:
    """The text that a notation stands for."""
    return _laid(_sentences(notation))[0]


def words_of(notation: str) -> Words:
    """The words that a notation stands for."""
    return reading_of(notation).words


def reading_of(notation: str) -> Reading:
    """The reading that a notation stands for."""
    sentences = _sentences(notation)
    _, spans = _laid(sentences)
    rows = [word for sentence in sentences for word in sentence]
    offsets = [sum(map(len, sentences[:i])) for i in range(len(sentences))]
    numbers = [i for i, sentence in enumerate(sentences) for _ in sentence]
    words = Words(
        tuple(span.start for span in spans),
        tuple(span.end for span in spans),
        tuple(row.tag for row in rows),
        tuple(row.fine for row in rows),
        tuple(row.lemma for row in rows),
        tuple(row.head - 1 + offsets[i] if row.head else -1 for row, i in zip(rows, numbers, strict=True)),
        tuple(row.relation for row in rows),
        tuple(numbers),
    )
    bounds = tuple(Span(spans[at].start, spans[at + len(each) - 1].end) for at, each in zip(offsets, sentences, strict=True))
    return Reading(
        bounds,
        tuple(_runs(rows, spans, "=")),
        (),
        words,
        tuple(_runs(rows, spans, "@")),
        tuple(Happening(i, "occurrence", float(mark[1:] or 3), 0.9) for i, row in enumerate(rows) for mark in row.marks if mark[0] == "!"),
        _referring(rows, offsets),
    )


def analysed(notation: str, furniture: tuple[Furniture, ...] = (), *, published: Published = UNDATED) -> Analysis:
    """The record of a notation's text."""
    document = factory.document(text_of(notation), *furniture)
    return assemble(replace(document, report=replace(document.report, published=published)), reading_of(notation))


def grow_of(notation: str) -> Tree:
    """The tree of a notation's words."""
    return grow(words_of(notation))


def witnesses_of(notation: str) -> list[Witness]:
    """The time expressions of a notation as witnesses."""
    reading, text = reading_of(notation), text_of(notation)
    tree = grow(reading.words)
    found = find_expressions(factory.report(text), reading.timexes, Page(), tree)
    return find_witnesses(text, found, tree, reading.happenings)


def told(analysis: Analysis) -> dict[str, str]:
    """Who takes part in each event, and where it is: ``{"fell": "patient two men, at Karst"}``."""
    text = analysis.report.text
    words = {each.id: text[each.start : each.end] for each in analysis.mentions}
    found = {}
    for event in analysis.events:
        parts = [f"{part.role} {words[part.mention]}" for part in event.participants]
        found[text[event.start : event.end]] = ", ".join([*parts, *([f"at {words[event.place]}"] if event.place else [])])
    return found


def _sentences(notation: str) -> list[list[Word]]:
    return [[_word(item) for item in block.split()] for block in notation.strip().split("\n\n")]


def _word(item: str) -> Word:
    form, fine, head, relation, *marks = item.split("/")
    return Word(form, fine, int(head), relation, tuple(marks))


def _laid(sentences: list[list[Word]]) -> tuple[str, list[Span]]:
    text, spans = "", []
    for sentence in sentences:
        for i, word in enumerate(sentence):
            opened = i and sentence[i - 1].fine == "``"
            text += "" if not text or word.fine in GLUED or opened or "+" in word.marks else " "
            spans.append(Span(len(text), len(text) + len(word.form)))
            text += word.form
    return text, spans


def _runs(rows: list[Word], spans: list[Span], sign: str) -> Iterator[Labelled]:
    """Neighbouring words with one mark, as spans."""
    before, start = "", 0
    for i, row in enumerate([*rows, Word("", ".", 0, "", ())]):
        mark = next((mark[1:] for mark in row.marks if mark[0] == sign), "")
        if mark != before:
            if before:
                yield Labelled(Span(spans[start].start, spans[i - 1].end), before, 0.9)
            before, start = mark, i


def _referring(rows: list[Word], offsets: list[int]) -> tuple[Referring, ...]:
    heads = [i for i, row in enumerate(rows) if set(row.marks) & set(MENTIONS)]
    return tuple(_reference(rows[i], i, heads, offsets) for i in heads)


def _reference(row: Word, at: int, heads: list[int], offsets: list[int]) -> Referring:
    label = next(mark for mark in row.marks if mark in MENTIONS)
    antecedent = next((mark[1:] for mark in row.marks if mark[0] == "^"), None)
    if antecedent is None:
        return Referring(at, label, None, 0.9)
    place, _, score = antecedent.partition("*")
    sentence, word = map(int, place.split("."))
    return Referring(at, label, heads.index(offsets[sentence - 1] + word - 1), float(score or 0.9))
