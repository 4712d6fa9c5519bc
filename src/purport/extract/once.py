"""What happens once to whom or what it happens to: its name, the same in every report ("taking of karst").

``lexicon/once.tsv`` says what happens once. Two time expressions that date one such thing date the same day, so a report that dates it
dates another that tells of it by its own day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from purport.extract.syntax import Tree
from purport.lexicon import words as listed
from purport.records import Analysis, Basis, Factuality, Interval, MentionForm

UNDERGOES = ("obj", "nsubj:pass")
OF_WHOM = ("nmod", "nmod:poss", "compound", "nsubj")
PATIENT = "patient"
DATED = frozenset({Basis.GIVEN, Basis.PRINTED, Basis.METADATA})


def happens_once(tree: Tree, word: int, without: Collection[int] = ()) -> Iterator[str]:
    """The names of what a word tells of, one for each name it happens to; ``without`` are words that name nothing here."""
    kind = kind_of(tree.words.lemmas[word]) if word >= 0 else None
    if kind is None:
        return
    below = [each for each in tree.children[word] if each not in without]
    undergone = [each for each in below if tree.words.relations[each] in UNDERGOES]
    for each in undergone or below:
        if tree.words.tags[each] == "PROPN" and tree.words.relations[each] in (*UNDERGOES, *OF_WHOM):
            yield f"{kind} of {tree.words.lemmas[each].lower()}"


def kind_of(word: str) -> str | None:
    """What a word, in any form, tells of, if that happens once."""
    found = listed("once.tsv").get(word.lower())
    return found[0] if found else None


@dataclass(frozen=True, slots=True)
class Telling:
    """What happens once, the days on which it happened as a dated report tells, and the path of that report."""

    event: str
    days: Interval
    path: str


def tellings_of(analysis: Analysis) -> Iterator[Telling]:
    """What a report whose own date is known tells of as certain, of what happens once, with its days; nothing of any other report."""
    if analysis.report.published.basis not in DATED:
        return
    names = {each.id: analysis.report.text[each.start : each.end] for each in analysis.mentions if each.form is MentionForm.NAME}
    for event in analysis.events:
        kind = kind_of(analysis.report.text[event.start : event.end])
        if kind is None or event.factuality is not Factuality.CERTAIN or not event.not_before or not event.not_after:
            continue
        for name in sorted({names[each.mention] for each in event.participants if each.role == PATIENT and each.mention in names}):
            yield Telling(f"{kind} of {name.lower().split()[-1]}", Interval(event.not_before, event.not_after), analysis.report.path)


def agreed(tellings: Iterable[Telling]) -> Iterator[Telling]:
    """The tellings of each event of which all tellings have a day in common, in order of events and paths."""
    for _, group in groupby(sorted(tellings, key=lambda each: (each.event, each.path)), key=lambda each: each.event):
        together = tuple(group)
        if max(each.days.not_before or "" for each in together) <= min(each.days.not_after or "" for each in together):
            yield from together
