"""Reports marked up in their text, and what they tell of who holds what, in a line each.

    told("[Troops|org] *retook* [Vesk|pla] in <May|2030-05>.", agent="Troops", patient="Vesk")
    -> ["takes Vesk: Troops, 2030-05-01..2030-05-31"]

A mention stands in brackets with its kind, within another or not; it is a name where all its words have capitals. Between asterisks is an
event, with those who take part; between angles a time and its value. Every sentence is a claim, or none with ``aside``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from factory import analysis, report
from purport.ids import digest
from purport.records import (
    Analysis,
    Attribution,
    Basis,
    Claim,
    Event,
    Factuality,
    Form,
    Mention,
    MentionForm,
    MentionType,
    Participant,
    Published,
    SourceType,
    Span,
    SpeechAct,
    Timex,
)
from purport.resolve.accounts import Days, Holding
from purport.resolve.held import find_holdings
from purport.resolve.lasting import days_of

KINDS = {"pla": MentionType.PLACE, "org": MentionType.ORGANISATION, "per": MentionType.PERSON, "oth": MentionType.OTHER}
OUT = "2031-03-10"


def read(
    marked: str,
    *,
    path: str = "post.txt",
    sure: str = "CT+",
    ahead: bool = False,
    aside: bool = False,
    act: SpeechAct | None = None,
    same: tuple[str, str] | None = None,
    second: Mapping[str, str] = MappingProxyType({}),
    **roles: str,
) -> Analysis:
    """The record of a marked text that came out on 10 March 2031; ``same`` are the words of two mentions of one thing.

    ``roles`` are those of the first event, ``second`` those of the second.
    """
    text, mentions, times, words = _unmarked(marked)
    one = report(text, path=path, published=Published(OUT, OUT, Basis.GIVEN))
    made = {words: _mention(at, words, kind, same) for at, words, kind in mentions}
    parts = [tuple(Participant(role, made[who].id) for role, who in each.items()) for each in (roles, second)]
    events = tuple(_event(text, word, times, part, sure, ahead=ahead) for word, part in zip(words, parts, strict=False))
    sentences = tuple(Span(*found.span()) for found in re.finditer(r"\S[^.]*\.", text))
    said = tuple(_said(each, act) for each in sentences if act is not None)
    claims = tuple(
        Claim(f"claim {number}", said[number].id if said else None, (each,), Factuality.CERTAIN, _ids(events, each))
        for number, each in enumerate(sentences)
        if not aside
    )
    timexes = tuple(times)
    return analysis(
        one, sentences=sentences, mentions=tuple(made.values()), timexes=timexes, events=events, attributions=said, claims=claims
    )


def told(marked: str, **given: object) -> list[str]:
    """What a marked text tells of who holds places."""
    return [line(each) for each in find_holdings(read(marked, **given), {})]


def line(each: Holding) -> str:
    """A holding in words: what is done to which place, by whom and to whom, and when."""
    place = " of ".join(filter(None, ("all" if each.is_whole else each.part, each.office, each.place.words)))
    who = " from ".join(party.words if party else "" for party in (each.party, each.against)[: 1 + (each.against is not None)])
    when = [f"{edge}{_days(days)}" for edge, days in (("", each.begun), ("to ", each.ended)) if days != Days()]
    return ("" if each.is_actual else "not: ") + ", ".join([f"{each.act} {place}: {who}".rstrip(": "), *when])


def _days(days: Days) -> str:
    first, last = ("" if day is None else day.isoformat() for day in (days.first, days.last))
    return first if first == last else f"{first}..{last}"


def _unmarked(marked: str) -> tuple[str, list[tuple[int, str, str]], list[Timex], list[Span]]:
    text, opened, mentions, times, events = "", [], [], [], []
    pieces = re.split(r"([\[\]<>*|])", marked)
    while pieces:
        piece = pieces.pop(0)
        if piece in ("[", "<"):
            opened.append(len(text))
        elif piece == "|":
            value, closing = pieces.pop(0), pieces.pop(0)
            start = opened.pop()
            if closing == "]":
                mentions.append((start, text[start:], value))
            else:
                times.append(_timex(start, len(text), value))
        elif piece == "*" and (not events or events[-1].end):
            events.append(Span(len(text), 0))
        elif piece == "*":
            events[-1] = Span(events[-1].start, len(text))
        else:
            text += piece
    return text, sorted(mentions), times, events


def _timex(start: int, end: int, value: str) -> Timex:
    days = days_of(Timex("", 0, 0, "DATE", value))
    return Timex(f"time {start}", start, end, "DATE", value, None, None, str(days.first), str(days.last))


def _mention(start: int, words: str, kind: str, same: tuple[str, str] | None) -> Mention:
    is_name = words.istitle() or words.isupper()
    form = MentionForm.NAME if is_name and words.split()[0] not in ("The", "Troops", "Rebels") else MentionForm.NOMINAL
    form = MentionForm.PRONOUN if words.lower() in ("it", "they", "he") else form
    entity = digest(same) if same and words in same else digest([words.lower()])
    return Mention(f"mention {start} {words}", start, start + len(words), KINDS[kind], form, entity)


def _event(text: str, at: Span, times: list[Timex], parts: tuple[Participant, ...], sure: str, *, ahead: bool) -> Event:
    end = text.find(".", at.end)
    days = next((days_of(each) for each in times if at.end <= each.start < end and not _is_edge(text, each)), Days())
    first, last = (str(day) if day else None for day in (days.first, days.last or (None if ahead else date.fromisoformat(OUT))))
    return Event(f"event {at.start}", at.start, at.end, "occurrence", Factuality(sure), parts, None, OUT if ahead else first, last)


def _is_edge(text: str, timex: Timex) -> bool:
    return text[: timex.start].split()[-1] in ("since", "until", "from", "to")


def _ids(events: tuple[Event, ...], at: Span) -> tuple[str, ...]:
    return tuple(each.id for each in events if at.start <= each.start < at.end)


def _said(content: Span, act: SpeechAct) -> Attribution:
    return Attribution(
        f"said {content.start}", None, SourceType.OUTLET, None, (content,), Form.INDIRECT, Factuality.CERTAIN, 1.0, speech_act=act
    )
