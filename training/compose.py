"""Sheets of sentences -> texts, with white space as texts have it: lines, paragraphs, blanks, and sometimes nothing at all."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from example import Example, Marked, Referring, Sentence, Sheet, Sure, Token

NO_BLANK_BEFORE = set(".,;:!?%)]}'’”") | {"'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "...", "''"}
NO_BLANK_AFTER = set("([{$“‘#") | {"``"}
Places = list[tuple[int, int]]
"""The offsets of a sentence's tokens in a text."""


def compose(sheet: Sheet, rng: random.Random) -> Example:
    """One text of a sheet, its sentences joined in one of the ways texts join them.

    Tokens that came without white space are printed either as prose or with blanks between them.
    """
    habit = rng.choices((" ", "\n", "\n\n", ""), (55, 20, 15, 10))[0]
    joint: Callable[[], str] = lambda: habit if rng.random() < 0.85 else rng.choice((" ", "\n", ""))  # noqa: E731
    return printed(sheet, joint, lambda: rng.random() < 0.8, as_prose=rng.random() < 0.5)


def plain(sheet: Sheet) -> Example:
    """One text of a sheet as it was first printed: its own blanks and paragraphs, a blank between sentences."""
    return printed(sheet, lambda: " ", lambda: True, as_prose=False)


def printed(sheet: Sheet, joint: Callable[[], str], breaks: Callable[[], bool], *, as_prose: bool) -> Example:
    """A text of a sheet: ``joint`` is put before a sentence, a blank line before one that begins a paragraph if ``breaks``.

    ``as_prose`` guesses the blanks of sentences that came without them.
    """
    text, places = "", []
    for sentence in sheet.sentences:
        if text:
            text += "\n\n" if sentence.paragraph and breaks() else joint()
        text, found = _append(text, sentence, as_prose=as_prose and sentence.words is None)
        places.append(found)
    return _annotated(sheet, text, places)


def _append(text: str, sentence: Sentence, *, as_prose: bool) -> tuple[str, Places]:
    """The text with the sentence at its end, and where its tokens stand in it."""
    places = []
    for i, token in enumerate(sentence.tokens):
        if i and not _glued(sentence, i, as_prose):
            text += " "
        places.append((len(text), len(text) + len(token)))
        text += token
    return text, places


def _glued(sentence: Sentence, i: int, as_prose: bool) -> bool:
    """Whether no blank stands before token ``i``."""
    if as_prose:
        return sentence.tokens[i] in NO_BLANK_BEFORE or sentence.tokens[i - 1] in NO_BLANK_AFTER
    return sentence.glued[i - 1]


def _annotated(sheet: Sheet, text: str, places: Sequence[Places]) -> Example:
    """The text with every layer that the sheet's sentences carry."""
    whole = Example(sheet.name, text, tuple(found[0][0] for found in places))
    both = list(zip(sheet.sentences, places, strict=True))
    first = sheet.sentences[0]
    if first.entities is not None:
        whole = replace(whole, entities=tuple(Marked(p[e.start][0], p[e.end - 1][1], e.label) for s, p in both for e in s.entities or ()))
    if first.words is not None:
        whole = replace(whole, tokens=_tokens(both))
    if first.mentions is not None:
        mentions = (Referring(*p[m.start], m.label, m.cluster) for s, p in both for m in s.mentions or ())
        whole = replace(whole, mentions=tuple(mentions))
    if any(sentence.sure is not None for sentence in sheet.sentences):
        whole = replace(whole, sure=tuple(Sure(*p[i], value, "uds") for s, p in both for i, value in s.sure or ()))
    return whole


def _tokens(both: Sequence[tuple[Sentence, Places]]) -> tuple[Token, ...]:
    found: list[Token] = []
    for number, (sentence, places) in enumerate(both):
        base = len(found)
        for word, place in zip(sentence.words or (), places, strict=True):
            head = None if word.head is None else base + word.head
            found.append(Token(*place, word.tag, word.fine, word.lemma, head, word.relation, number))
    return tuple(found)
