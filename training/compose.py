"""Sheets of sentences -> texts, with white space as texts have it: lines, paragraphs, blanks, and sometimes nothing at all."""

from __future__ import annotations

import random

from example import Example, Marked, Sentence, Sheet

NO_BLANK_BEFORE = set(".,;:!?%)]}'’”") | {"'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "...", "''"}
NO_BLANK_AFTER = set("([{$“‘#") | {"``"}


def compose(sheet: Sheet, rng: random.Random) -> Example:
    """One text of a sheet, its sentences joined in one of the ways texts join them.

    Tokens that came without white space are printed either as prose or with blanks between them.
    """
    tokenised = rng.random() < 0.5
    habit = rng.choices((" ", "\n", "\n\n", ""), (55, 20, 15, 10))[0]
    text, starts, entities = "", [], []
    labelled = sheet.sentences[0].entities is not None
    for sentence in sheet.sentences:
        if text:
            text += "\n\n" if sentence.paragraph and rng.random() < 0.8 else _joint(habit, rng)
        starts.append(len(text))
        text, found = _append(text, sentence, tokenised)
        entities += found
    return Example(sheet.name, text, tuple(starts), tuple(entities) if labelled else None)


def _joint(habit: str, rng: random.Random) -> str:
    return habit if rng.random() < 0.85 else rng.choice((" ", "\n", ""))


def _append(text: str, sentence: Sentence, tokenised: bool) -> tuple[str, list[Marked]]:
    """The text with the sentence at its end, and the sentence's entities as offsets into it."""
    places = []
    labelled = sentence.entities is not None
    for i, token in enumerate(sentence.tokens):
        if i and not _glued(sentence, i, labelled and not tokenised):
            text += " "
        places.append((len(text), len(text) + len(token)))
        text += token
    return text, [Marked(places[e.start][0], places[e.end - 1][1], e.label) for e in sentence.entities or ()]


def _glued(sentence: Sentence, i: int, as_prose: bool) -> bool:
    """Whether no blank stands before token ``i``."""
    if as_prose:
        return sentence.tokens[i] in NO_BLANK_BEFORE or sentence.tokens[i - 1] in NO_BLANK_AFTER
    return sentence.glued[i - 1]
