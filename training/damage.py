"""Texts damaged as real collected text is, with their annotations carried along.

Quotation marks and apostrophes get lost, lines are glued or wrapped, headlines stand in capitals, page furniture lands between
sentences. Each kind of damage strikes a text with its own probability, so that most texts carry one or two and a fifth none.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache

from corpora.own import OWN, read_reports
from corpora.splits import is_dev
from example import Example, Manner, Marked, Referring, Sure, Token

QUOTES = re.compile(r"[\"“”„‟«»]|``|''")
APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)|(?<=s)['’](?=\s)")
AFTER_STOP = re.compile(r"(?<=[.!?])(?<![A-Z]\.)(?P<late>[\"”]?)[ \n]+(?=[\"“A-Z])")
PARAGRAPH = re.compile(r"[ \t]*\n[ \t]*(?:\n[ \t]*)+")
UNHEARD = re.compile(r"\n|(?!(?<=\w)[^\w\s](?=\w))[^\w\s]")
CAPITALS = re.compile(r"[^\W\d_a-z]+")


Placed = Marked | Token | Referring | Sure | Manner
PLACED = ("entities", "roles", "inner", "tokens", "mentions", "timexes", "events", "sure", "meanings", "page", "manners")
"""The annotations of an example that stand somewhere in its text."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters ``[start, end)`` to be replaced by ``words``."""

    start: int
    end: int
    words: str


def damage(example: Example, rng: random.Random) -> Example:
    """The example as a careless collector would have it."""
    if rng.random() < PAGE_TEXT:
        example = with_page_text(example, rng)
    for probability, find in KINDS:
        if rng.random() < probability:
            example = apply(example, find(example.text, rng))
    return example


def with_page_text(example: Example, rng: random.Random) -> Example:
    """The example with a few stretches of page text between its sentences, before or after it, glued or not, and told as such."""
    between = [m.end("late") for m in AFTER_STOP.finditer(example.text)]
    places = rng.sample(between, min(len(between), rng.randint(1, 3)))
    places += [place for place in (0, len(example.text)) if rng.random() < AROUND]
    edits, page = [], []
    shift = 0
    for place in sorted(places):
        before, after = rng.choice((("", ""), (" ", ""), ("\n", ""), ("\n\n", "\n"), ("\n\n", "\n\n")))
        words = rng.choice((" ", "  ", "\n", "\n\n", " | ")).join(rng.sample(page_texts(), rng.randint(1, 3)))
        if place == 0:
            before, after = "", after or " "
        edits.append(Edit(place, place, before + words + after))
        page.append(Marked(place + shift + len(before), place + shift + len(before) + len(words), "page"))
        shift += len(before + words + after)
    known = () if example.page is None else apply(example, edits).page or ()
    return replace(apply(example, edits), page=tuple(sorted((*known, *page), key=lambda span: span.start)))


@cache
def page_texts() -> tuple[str, ...]:
    """What stands as page text in the project's own reports that are not held out."""
    return tuple(report.text[start:end] for report in read_reports(OWN) if not is_dev(report.name) for start, end in report.page)


def apply(example: Example, edits: Iterable[Edit]) -> Example:
    """The example with its text edited; annotations move along, and one whose words are all gone keeps an empty span.

    Edits must not overlap. A boundary inside a stretch replaced by as many characters stays; inside any other it moves to the stretch's
    start (for an annotation's beginning: to its end).
    """
    kept = sorted(edits, key=lambda edit: (edit.start, edit.end))
    if not kept:
        return example
    parts, at, starts, ends, shifts, shift = [], 0, [], [], [0], 0
    for edit in kept:
        parts += [example.text[at : edit.start], edit.words]
        at = edit.end
        starts.append(edit.start)
        ends.append(edit.end)
        shift += len(edit.words) - (edit.end - edit.start)
        shifts.append(shift)
    text = "".join([*parts, example.text[at:]])

    def opening(offset: int) -> int:
        i = bisect_right(starts, offset)
        inside = i and offset < ends[i - 1] and shifts[i] != shifts[i - 1]
        return (ends[i - 1] if inside else offset) + shifts[i]

    def closing(offset: int) -> int:
        i = bisect_left(starts, offset)
        inside = i and offset < ends[i - 1] and shifts[i] != shifts[i - 1]
        return starts[i - 1] + shifts[i - 1] if inside else offset + shifts[i]

    def moved(spans: tuple[Placed, ...] | None) -> tuple[Placed, ...] | None:
        if spans is None:
            return None
        begins = [opening(span.start) for span in spans]
        return tuple(replace(span, start=a, end=max(a, closing(span.end))) for span, a in zip(spans, begins, strict=True))

    return replace(
        example,
        text=text,
        sentences=None if example.sentences is None else tuple(opening(start) for start in example.sentences),
        **{name: moved(getattr(example, name)) for name in PLACED},
    )


def lose_quotes(text: str, rng: random.Random) -> list[Edit]:
    """Every quotation mark gone, or a blank in its place."""
    instead = rng.choice(("", "", " "))
    return [Edit(m.start(), m.end(), instead) for m in QUOTES.finditer(text)]


def lose_apostrophes(text: str, rng: random.Random) -> list[Edit]:
    """Every apostrophe gone, or a blank in its place."""
    instead = rng.choice(("", " "))
    return [Edit(m.start(), m.end(), instead) for m in APOSTROPHE.finditer(text)]


def restyle_quotes(text: str, rng: random.Random) -> list[Edit]:
    """Straight marks for curly ones, double commas, or what a wrong encoding makes of them."""
    opening, closing = rng.choice((('"', '"'), ("“", "”"), ("``", "''"), ("‘", "’"), ("â€œ", "â€\x9d"), ("&quot;", "&quot;")))
    marks = list(QUOTES.finditer(text))
    return [Edit(m.start(), m.end(), closing if i % 2 else opening) for i, m in enumerate(marks)]


def glue_sentences(text: str, rng: random.Random) -> list[Edit]:
    """No blank after some or all full stops."""
    share = rng.choice((0.2, 0.6, 1.0))
    return [Edit(m.end("late"), m.end(), "") for m in AFTER_STOP.finditer(text) if rng.random() < share]


def flatten_paragraphs(text: str, rng: random.Random) -> list[Edit]:
    """Blank lines turned into line ends, blanks or nothing."""
    instead = rng.choice(("\n", "\n", " ", ""))
    return [Edit(m.start(), m.end(), instead) for m in PARAGRAPH.finditer(text)]


def wrap(text: str, rng: random.Random) -> list[Edit]:
    """Lines broken at a width, as in mail and old wires."""
    width, edits, line = rng.randint(50, 80), [], 0
    for m in re.finditer(r"(\n)|( )", text):
        if m[1]:
            line = m.end()
        elif m.start() - line > width:
            edits.append(Edit(m.start(), m.end(), "\n"))
            line = m.end()
    return edits


def shout_headline(text: str, rng: random.Random) -> list[Edit]:
    """The first line in capitals."""
    end = text.find("\n")
    head = text[: end if 0 < end < 200 else 0]
    return [Edit(0, len(head), head.upper())] if len(head.upper()) == len(head) > 0 else []


def speak(text: str, rng: random.Random) -> list[Edit]:
    """Small letters, no punctuation but within words, and one line: as a machine writes down what it hears."""
    edits = [Edit(m.start(), m.end(), " ") for m in UNHEARD.finditer(text)]
    return edits + [Edit(m.start(), m.end(), m[0].lower()) for m in CAPITALS.finditer(text) if len(m[0].lower()) == len(m[0])]


PAGE_TEXT = 0.25
AROUND = 0.4
"""How often page text is put into a text, and how often then before it too, or after it."""
KINDS: tuple[tuple[float, Callable[[str, random.Random], list[Edit]]], ...] = (
    (0.15, shout_headline),
    (0.30, flatten_paragraphs),
    (0.12, glue_sentences),
    (0.06, wrap),
    (0.20, restyle_quotes),
    (0.25, lose_quotes),
    (0.15, lose_apostrophes),
    (0.05, speak),
)
