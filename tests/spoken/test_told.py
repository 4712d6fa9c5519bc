"""Bounds from words: what a speech tells of as past dates its lines, and what reports have it mention dates those where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest

import factory
from purport.analyse import read_with, speech_after
from purport.audio.transcripts import Transcript, read_transcript
from purport.extract import DatedEvent, Known
from purport.extract.once import Telling
from purport.findings import Bound, Ground, Stretch, Words
from purport.reader import Reader
from purport.records import Analysis, Interval, Reason, Recorded
from purport.spoken.told import as_document, reported_bounds, transcript_bounds
from purport.spoken.wording import hear

LINES = {
    "On 12 February 2031 they signed a truce in Hallin.": "2031-02-12",
    "In 2031 they burned the mill.": "2031-01-01",
    "They killed nine of us in the raid on New Karst.": "2031-03-08",
    "I mourn the raid on New Karst.": "2031-03-08",
    "In the elections in May they lied to you.": "2031-05-03",
    "Karst fell and nobody wept.": "2030-06-01",
    "On 12 May 2032 we will march.": None,
    "We will avenge the raid on New Karst.": None,
    "There was no raid on New Karst.": None,
    "There must not be a raid on New Karst.": None,
    "When they hold the elections, we will come.": None,
    "If they hold the elections in May, we will answer.": None,
    "If Karst falls we will weep.": None,
    "Had they come on 5 April 2031 we would have fought.": None,
    "They planned to come on 5 April 2031.": None,
    "They want a vote in April 2031.": None,
    "The winter has made them slow.": None,
}
KNOWN = Known(
    events=(
        DatedEvent("raid on New Karst", Interval("2031-03-08", "2031-03-09")),
        DatedEvent("elections", Interval("2031-05-03", "2031-05-03")),
    ),
    tellings=(Telling("taking of karst", Interval("2030-06-01", "2030-06-01"), "wire.txt"),),
)
SPEECH = "".join(f"{number}:00 {line}\n" for number, line in enumerate(LINES, start=1))


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """The packaged reader."""
    with Reader() as opened:
        yield opened


@pytest.fixture(scope="module")
def bounds(reader: Reader) -> list[Bound]:
    """The bounds of the speech."""
    return read(read_transcript(SPEECH, "speech.txt", 1200), reader)


def read(transcript: Transcript, reader: Reader) -> list[Bound]:
    ((_, statements),) = read_with([as_document(transcript)], reader, partial(speech_after, known=KNOWN))
    return [*transcript_bounds(transcript, statements)]


@pytest.mark.parametrize(("line", "day"), LINES.items())
def test_what_was_dates_its_line_and_what_is_only_thought_of_does_not(bounds: list[Bound], line: str, day: str | None) -> None:
    start = 60 * ([*LINES].index(line) + 1)
    assert {each.when for each in bounds if each.at.start == start} == ({Interval(day)} if day else set())


def test_a_bound_leads_back_to_its_words(bounds: list[Bound]) -> None:
    first = next(each for each in bounds if each.when.not_before == "2031-02-12")
    assert (first.at, first.ground, first.source) == (Stretch(60, 120), Ground.TRANSCRIPT, "speech.txt")
    assert [SPEECH[each.start : each.end] for each in first.words] == ["On 12 February 2031 they signed a truce in Hallin."]
    assert first.why == "“12 February 2031” tells of what was"


def test_a_reason_from_elsewhere_says_where(bounds: list[Bound]) -> None:
    whys = {each.when.not_before: each.why for each in bounds}
    assert whys["2031-03-08"] == "“raid on New Karst” is told of: 8 March 2031 to 9 March 2031 in the table"
    assert whys["2030-06-01"] == "“fell” tells of the taking of karst: 1 June 2030 in wire.txt"


def test_no_bound_says_that_it_was_written(bounds: list[Bound]) -> None:
    assert not any("writ" in each.why for each in bounds)


TEXT = "A tape came out on Thursday. On it the speaker mocks the truce of 12 February and mourns a mill."
TRUCE = factory.span(TEXT, "the truce of 12 February")


def reported() -> Analysis:
    one = factory.report(TEXT, path="wire.txt")
    reasons = (
        Reason('mentions "the truce of 12 February" (2031-02-12 at the earliest)', one.id, TRUCE.start, TRUCE.end),
        Reason('came out: "Thursday"', one.id, 19, 27),
    )
    return factory.analysis(
        one, recordings=(factory.recording(one, "A tape", recorded=Recorded("2031-02-12", None, reasons), mentions=(TRUCE,)),)
    )


@pytest.mark.parametrize(
    ("speech", "found"),
    [
        ("0:10 They call it the Truce of 12 February.\n0:20 We laugh.", [(Stretch(10, 20), True)]),
        ("0:10 They signed a truce in February.\n0:20 We laugh.", [(Stretch(0, 30), False)]),
        ("0:10 The truce of 12 February!\n0:20 The truce of 12 February!", [(Stretch(10, 20), True), (Stretch(20, 30), True)]),
    ],
)
def test_what_a_report_has_it_mention_dates_the_line_where_it_stands(speech: str, found: list[tuple[Stretch, bool]]) -> None:
    analysis = reported()
    heard = [hear(read_transcript(speech, "speech.txt", 30))]
    made = [*reported_bounds(analysis, {analysis.recordings[0].id}, heard, 30)]
    assert [(each.at, is_placed) for each, is_placed in made] == found
    first = made[0][0]
    assert (first.when, first.ground, first.words) == (Interval("2031-02-12"), Ground.REPORT, (Words("wire.txt", TRUCE.start, TRUCE.end),))
    assert first.why == 'as wire.txt tells it, the recording mentions "the truce of 12 February" (2031-02-12 at the earliest)'


def test_other_recordings_of_the_report_bound_nothing() -> None:
    assert [*reported_bounds(reported(), set(), [], 30)] == []
