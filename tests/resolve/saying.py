"""Accounts for the tests, by what they say: who says it and when, what happens in it, and how many of what there were.

    account("Veshan Dormu was killed.", "the army", frames=(frame("killed", patient="Veshan Dormu"),), said="2031-03-04")

Names are known by themselves, and mean the same in every report; other words are nobody that a case knows.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from purport.records import Factuality, MentionType, Relation, Span, SpeechAct
from purport.resolve.accounts import Account, Count, Days, Frame, Message, Party
from purport.resolve.compare import comparison
from purport.resolve.stems import proper, stem, stems

NAMES = {
    "Veshan Dormu": MentionType.PERSON,
    "Orla Vane": MentionType.PERSON,
    "Ilo Tolk": MentionType.PERSON,
    "Karst": MentionType.PLACE,
    "Brask": MentionType.PLACE,
    "Sorvia": MentionType.PLACE,
    "Lantern Front": MentionType.ORGANISATION,
    "Tannick Group": MentionType.ORGANISATION,
    "the Merle": MentionType.OTHER,
    "the Kestrel": MentionType.OTHER,
}
DAY = "2031-03-04"


def days(text: str | None) -> Days:
    """``2031-03-04``, ``2031-03-04..2031-03-06``, open at either end, or nothing at all."""
    first, dots, last = (text or "").partition("..")
    last = last if dots else first
    return Days(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)


def party(words: str, key: str | None = None) -> Party:
    """Who is called so; somebody named is found by the name."""
    key = key or (words if words in NAMES else None)
    names = frozenset([key.lower()]) if key else frozenset()
    return Party(key, names, words, NAMES.get(key or "", MentionType.PERSON), frozenset(stems(words)), proper(words), key or words)


def frame(word: str, *, sure: str = "CT+", on: str | None = None, place: str | None = None, **parties: str) -> Frame:
    """A happening, by its word, with who takes part in which role."""
    taking_part = tuple((role, party(words)) for role, words in parties.items())
    return Frame(word, word, stem(word), Factuality(sure), taking_part, party(place) if place else None, days(on))


def count(of: str, low: float | None, high: float | None = None, *, said: str = "", former: bool = False, unit: str | None = None) -> Count:
    """How many of what; exactly ``low`` without ``high``, which is ``inf`` for "at least" so many."""
    top = low if high is None else None if high == float("inf") else high
    return Count(low, top, unit, of, frozenset(stems(said)), former)


def message(speaker: str, released: str | None, medium: str = "audio") -> Message:
    """A recording of somebody known."""
    return Message(speaker, frozenset([speaker.lower()]), medium, days(released))


def account(
    words: str,
    source: str | None = None,
    *,
    report: str = "a",
    said: str | None = DAY,
    out: str | None = None,
    at: int = 0,
    sure: str = "CT+",
    act: SpeechAct = SpeechAct.STATEMENT,
    outlet: str | None = "",
    frames: tuple[Frame, ...] = (),
    counts: tuple[Count, ...] = (),
    messages: tuple[Message, ...] = (),
    about: tuple[str, ...] = (),
) -> Account:
    """What somebody says, a report in its own voice without ``source``; it is about the names in it, and those of ``about``."""
    parties = tuple(party(name) for name in sorted((name for name in NAMES if name in words), key=words.index))
    topics = frozenset(each.key for each in parties if each.key) | frozenset(about)
    content = (Span(at, at + len(words)),)
    return Account(
        path=f"{report}.txt",
        report=report,
        claim=f"{report} {at}",
        content=content,
        shown=content,
        words=words,
        own=words,
        factuality=Factuality(sure),
        speech_act=act,
        source=party(source) if source else None,
        outlet=f"The {report} Courier" if outlet == "" else outlet,
        said=days(said),
        out=days(out or said),
        frames=frames,
        counts=counts,
        parties=parties,
        about=topics,
        about_names=frozenset(each.lower() for each in topics),
        stems=frozenset(stems(words)),
        messages=messages,
    )


def elsewhere(one: Account, report: str = "b", source: str | None = None, **fields: object) -> Account:
    """The same account in another report; by another source, where one is given."""
    moved = replace(one, path=f"{report}.txt", report=report, claim=f"{report} 0", outlet=f"The {report} Courier")
    return replace(moved, source=party(source) if source else one.source, **fields)


def relation(one: Account, other: Account) -> tuple[str, str | None] | None:
    """The relation and type of two accounts, the same whichever is first; ``None`` where nothing is found."""
    found = comparison(one, other)
    assert found == comparison(other, one)
    return None if found is None else (found.relation.value, found.type)


AGREES, CONTRADICTS, SUPERSEDES = Relation.AGREES.value, Relation.CONTRADICTS.value, Relation.SUPERSEDES.value
DOUBTS, SAME_SERIES = Relation.DOUBTS.value, Relation.SAME_SERIES.value
