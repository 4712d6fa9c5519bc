"""Whatever record is stored, the same is read back, and nothing is wrong with it."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from itertools import count
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import factory
from purport.ids import report_id
from purport.records import (
    Analysis,
    Attribution,
    Basis,
    Byline,
    Claim,
    Dateline,
    Event,
    Factuality,
    Form,
    Furniture,
    FurnitureKind,
    Interval,
    Mention,
    MentionForm,
    MentionType,
    Participant,
    Published,
    Quantity,
    Reason,
    Recorded,
    Recording,
    Report,
    Said,
    SourceType,
    Span,
    SpeechAct,
    Timex,
)
from purport.store import Case

_paths = count(1)

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=200)
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
MAYBE = st.none() | WORDS
ID = st.just("")
SURE = st.sampled_from(Factuality)
DAYS = st.none() | st.dates().map(str)
NUMBER = st.none() | st.floats(allow_nan=False).map(lambda number: number + 0.0)
"""Numbers as reports have them; databases know no negative zero, and adding zero makes it a plain one."""
OFFSET = st.none() | st.integers(0, 99)
INTERVAL = st.builds(Interval, DAYS, DAYS)
INTERVALS = st.lists(INTERVAL, max_size=2).map(tuple)
REASONS = st.lists(st.builds(Reason, WORDS, MAYBE, OFFSET, OFFSET), max_size=2).map(tuple)
PUBLISHED = st.builds(Published, DAYS, DAYS, st.sampled_from(Basis), INTERVALS, REASONS)


class Maker:
    """Draws the layers of one record: references and spans agree, all else is anything."""

    def __init__(self, draw: st.DrawFn, text: str) -> None:
        self.draw = draw
        self.text = text
        self.places = st.lists(st.integers(0, len(text)), min_size=2, max_size=2).map(lambda ends: Span(*sorted(ends)))
        self.some_places = st.lists(self.places, max_size=3).map(tuple)

    def placed(self, make: Any, /, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        """A record that stands somewhere in the text."""
        return st.builds(lambda at, **rest: make(start=at.start, end=at.end, **rest), at=self.places, **fields)

    def some(self, make: Any, /, **fields: st.SearchStrategy[Any]) -> tuple[Any, ...]:
        """A few records without ids."""
        return tuple(self.draw(st.lists(self.placed(make, **fields), max_size=2)))

    def layer(self, items: st.SearchStrategy[Any]) -> tuple[Any, ...]:
        """A few items, each with an id of its own."""
        return tuple(replace(item, id=f"i{number}") for number, item in enumerate(self.draw(st.lists(items, max_size=3))))

    def events(self, mentions: tuple[Mention, ...]) -> tuple[Event, ...]:
        roles = some_of(mentions).map(lambda ids: tuple(Participant("agent", id_) for id_ in ids))
        days = {"not_before": DAYS, "not_after": DAYS}
        return self.layer(self.placed(Event, id=ID, type=WORDS, factuality=SURE, participants=roles, place=one_of(mentions), **days))

    def attributions(self, timexes: tuple[Timex, ...], events: tuple[Event, ...]) -> tuple[Attribution, ...]:
        drawn = st.builds(
            Attribution,
            id=ID,
            source=st.none() | self.places,
            source_type=st.sampled_from(SourceType),
            cue=st.none() | self.places,
            content=self.some_places,
            form=st.sampled_from(Form),
            factuality=SURE,
            score=st.floats(0, 1),
            source_entity=MAYBE,
            negated=st.booleans(),
            speech_act=st.sampled_from(SpeechAct),
            said=st.none() | st.builds(Said, one_of(timexes), DAYS, DAYS),
            events=some_of(events),
        )
        return self.layer(drawn)

    def recordings(self) -> tuple[Recording, ...]:
        drawn = self.placed(
            Recording,
            id=ID,
            medium=WORDS,
            speaker=MAYBE,
            hedge=st.none() | self.places,
            channel=MAYBE,
            duration=MAYBE,
            released=INTERVAL,
            recorded=st.builds(Recorded, DAYS, DAYS, REASONS),
            mentions=self.some_places,
            omits=self.some_places,
        )
        return self.layer(drawn)

    def report(self) -> Report:
        names = ("url", "title", "outlet", "language", "retrieved", "retrieved_by", "archive_url")
        return factory.report(
            self.text,
            **{name: self.draw(MAYBE) for name in names},
            encoding=self.draw(WORDS),
            media_type=self.draw(WORDS),
            bylines=self.some(Byline, name=WORDS),
            dateline=self.draw(st.none() | self.placed(Dateline, place=WORDS)),
            published=self.draw(PUBLISHED),
        )


def one_of(items: tuple[Any, ...]) -> st.SearchStrategy[str | None]:
    return st.sampled_from([None, *(item.id for item in items)])


def some_of(items: tuple[Any, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    ids = [item.id for item in items]
    return st.lists(st.sampled_from(ids), max_size=2).map(tuple) if ids else st.just(())


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    make = Maker(draw, draw(TEXT))
    forms = {"type": st.sampled_from(MentionType), "form": st.sampled_from(MentionForm)}
    mentions = make.layer(make.placed(Mention, id=ID, entity=MAYBE, **forms))
    days = {"not_before": DAYS, "not_after": DAYS}
    timexes = make.layer(make.placed(Timex, id=ID, type=WORDS, value=MAYBE, mod=MAYBE, anchor=MAYBE, **days))
    quantities = make.layer(make.placed(Quantity, id=ID, low=NUMBER, high=NUMBER, unit=MAYBE, of=MAYBE))
    events = make.events(mentions)
    attributions = make.attributions(timexes, events)
    names = {"attribution": one_of(attributions), "events": some_of(events), "quantities": some_of(quantities)}
    return Analysis(
        report=make.report(),
        furniture=make.some(Furniture, kind=st.sampled_from(FurnitureKind)),
        sentences=tuple(sorted(draw(make.some_places))),
        mentions=mentions,
        timexes=timexes,
        quantities=quantities,
        events=events,
        attributions=attributions,
        claims=make.layer(st.builds(Claim, id=ID, content=make.some_places, factuality=SURE, **names)),
        recordings=make.recordings(),
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(record=analyses(), original=st.binary(max_size=40))
def test_a_record_is_read_back_as_it_was(case: Case, record: Analysis, original: bytes) -> None:
    path = f"{next(_paths)}.txt"
    digest = sha256(original).hexdigest()
    record = replace(record, report=replace(record.report, path=path, sha256=digest, id=report_id(path, digest)))
    assert case.add(record, original, reader="reader 1")
    assert case.analysis(record.report.id) == record
    assert case.original(record.report.id) == original
    assert [fault for fault in case.verify() if fault.report == record.report.id] == []
