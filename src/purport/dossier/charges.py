"""What people are accused of, convicted of and cleared of, and to what post they are moved: always with whoever says so.

An accusation is left open, whoever brings it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from purport.dossier.conditions import STATUS
from purport.dossier.lines import Entry, Section
from purport.dossier.who import Person, Who
from purport.folding import fold
from purport.lexicon import words as listed
from purport.records import Event, Factuality, MentionForm, MentionType, Span
from purport.resolve.accounts import DENIED, SURE, Days

if TYPE_CHECKING:
    from purport.dossier.entries import Told

ACCUSED = "accused of"
COURT = "court"
TO = "to"
JOINING = frozenset({"in", "on", "by", "and"})
"""What may stand before who takes part, and when."""
LONGEST = 120
"""Characters of what somebody is charged with, at most."""
STOPS = (",", ";", ":", ". ", ".\n", "\n\n", "”", '"', " and to ", " but ", " because ", " after ", " while ", " when ")
AND = " and "
DATES = frozenset({"DATE", "TIME"})
WHEN = (" on ", " in ", " since ", " by ")


def tell_charges(told: Told, who: Who) -> Iterator[Entry]:
    """The charges against those whom the report names, and what courts decided; and the posts that they are moved to."""
    for event in told.analysis.events:
        word = fold(who.words(Span(event.start, event.end)))
        if word not in listed("charges.tsv") and word not in listed("moving_posts.tsv"):
            continue
        person = _of(told, event, who)
        if person is None or event.factuality not in SURE | DENIED:
            continue
        found = _charge(told, event, word, who) if word in listed("charges.tsv") else _post(told, event, word, who)
        if found is not None:
            field, value, end = found
            factuality = Factuality.UNCOMMITTED if field == ACCUSED else event.factuality
            made = Entry(Section.PERSON, person.key, person.words, field, value, (Span(event.start, end),), factuality, _days(event))
            by, entity, claim = who.teller(event)
            yield replace(made, claim=claim, by=by, by_entity=entity, said=who.out)


Found = tuple[str, str, int]
"""A field, its value, and where the words end."""


def _charge(told: Told, event: Event, word: str, who: Who) -> Found | None:
    preposition, kind = listed("charges.tsv")[word]
    start = _after(told, event, preposition)
    if start is None:
        return None
    end = _end(told, start)
    value = " ".join(who.words(Span(start, end)).split())
    if end < _clause(told, start):
        value += " …"
    return (STATUS, f"{word} {preposition} {value}", end) if kind == COURT else (ACCUSED, value, end)


def _post(told: Told, event: Event, word: str, who: Who) -> Found | None:
    """The name of what somebody is moved to, which is no place."""
    start = _after(told, event, TO)
    if start is None or any(each.start == start and each.type is MentionType.PLACE for each in told.analysis.mentions):
        return None
    end = start
    for each in who.words(Span(start, _end(told, start))).split(" "):
        if not each[:1].isupper():
            break
        end += len(each) + 1
    return None if end == start else (STATUS, f"{word} to {who.words(Span(start, end - 1))}", end - 1)


def _of(told: Told, event: Event, who: Who) -> Person | None:
    """The named person of whom a charge is told; what a pronoun means is taken from those alone who are named just before."""
    mentions = {each.id: each for each in told.analysis.mentions}
    patients = [mentions[each.mention] for each in event.participants if each.role == "patient"]
    claim = who.teller(event)[2] or ""
    for each in patients:
        if each.type is MentionType.PERSON:
            words = Span(each.start, each.end)
            if each.form is not MentionForm.PRONOUN:
                found = who.called(each.entity, words, claim)
            else:
                found = who.pronoun(each, None) if listed("personal.tsv").get(who.words(words).lower()) else None
            if found is not None and found.is_named:
                return found
    return None


def _after(told: Told, event: Event, preposition: str) -> int | None:
    """Where what follows a preposition begins that stands after an event, with nothing between but who takes part, and when it was."""
    text, at = told.analysis.report.text, event.end
    taking_part = {each.mention for each in event.participants}
    parts = [Span(each.start, each.end) for each in told.analysis.mentions if each.id in taking_part]
    parts += [Span(each.start, each.end) for each in told.analysis.timexes]
    for word in text[at : _end(told, at)].split(" ")[1:]:
        start, at = at + 1, at + 1 + len(word)
        if word == preposition:
            return at + 1
        if word not in JOINING and not any(part.start <= start and at <= part.end for part in parts):
            return None
    return None


def _end(told: Told, start: int) -> int:
    """Where a clause ends that has begun, or the last word of it that is shown where it is long."""
    text, end = told.analysis.report.text, _clause(told, start)
    return end if end - start <= LONGEST else max(text.rfind(" ", start, start + LONGEST), start)


def _clause(told: Told, start: int) -> int:
    """Where a clause ends that has begun: at a stop or a date, or before "and" with another charge."""
    text = told.analysis.report.text
    sentence = next((each.end for each in told.analysis.sentences if each.start <= start < each.end), len(text))
    stops = [at for stop in STOPS if (at := text.find(stop, start, sentence)) >= 0]
    others = (each.start for each in told.analysis.events if fold(text[each.start : each.end]) in listed("charges.tsv"))
    stops += [at - len(AND) for at in others if start < at and text[at - len(AND) : at] == AND]
    stops += [at for each in told.analysis.timexes if each.type in DATES and start < (at := _before(text, each.start)) < sentence]
    end = min([*stops, sentence])
    return end - (len(text[start:end]) - len(text[start:end].rstrip(" .\n")))


def _before(text: str, time: int) -> int:
    """Where the preposition of a time begins, or the time."""
    return next((time - len(each) for each in WHEN if text[:time].endswith(each)), time)


def _days(event: Event) -> Days:
    return Days(*(date.fromisoformat(day) if day else None for day in (event.not_before, event.not_after)))
