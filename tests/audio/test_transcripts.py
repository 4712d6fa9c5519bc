"""Transcripts in every form that people bring them in, whole and broken."""

from __future__ import annotations

import pytest

from purport.audio.transcripts import Form, Transcript, read_transcript, seconds_of, spoken
from purport.errors import ReportError

SUBRIP = """1
00:00:01,000 --> 00:00:02,500
We lost <b>the gates</b>

2
00:00:03,000 --> 00:00:05,500
{\\an8}of Karst.
Forty men

3
00:01:06,000 --> 00:01:07,000
stood there.
"""
WEBVTT = """WEBVTT - a title

NOTE a comment
of two lines

first
00:12:05.000 --> 00:12:09.500 align:start position:0%
<v Vashan>The <i>gates</i> &amp; the road.

00:12.000 --> 00:15.000
- They said
- nothing.
"""
TIMED = (
    "A talk, as I heard it\n\n[00:12:05] We lost the gates\nof Karst.\n12:10 Forty men\n(12:15) - stood\n00:12:20.300 --> 00:12:25 there.\n"
)


def read(text: str, seconds: float = 3600) -> Transcript:
    return read_transcript(text, "t.srt", seconds)


def shown(text: str, seconds: float = 3600) -> list[tuple[float, float, str]]:
    return [(each.at.start, each.at.end, each.text) for each in read(text, seconds).cues]


@pytest.mark.parametrize(
    ("text", "form", "cues"),
    [
        (SUBRIP, Form.SUBRIP, [(1, 2.5, "We lost the gates"), (3, 5.5, "of Karst. Forty men"), (66, 67, "stood there.")]),
        (WEBVTT, Form.WEBVTT, [(725, 729.5, "The gates & the road."), (12, 15, "- They said - nothing.")]),
        (
            TIMED,
            Form.TIMED,
            [(725, 730, "We lost the gates of Karst."), (730, 735, "Forty men"), (735, 740.3, "stood"), (740.3, 745, "there.")],
        ),
        ("1:02:03 - 1:02:05: a span", Form.TIMED, [(3723, 3725, "a span")]),
        ("12:05\nwords below", Form.TIMED, [(725, 3600, "words below")]),
        (
            SUBRIP.replace("\n", "\r\n"),
            Form.SUBRIP,
            [(1, 2.5, "We lost the gates"), (3, 5.5, "of Karst. Forty men"), (66, 67, "stood there.")],
        ),
    ],
)
def test_cues_are_read(text: str, form: Form, cues: list[tuple[float, float, str]]) -> None:
    assert (read(text).form, shown(text)) == (form, cues)


@pytest.mark.parametrize("text", [SUBRIP, WEBVTT, TIMED])
def test_a_cue_leads_back_to_its_characters(text: str) -> None:
    for each in read(text).cues:
        words = text[each.start : each.end]
        assert words.split()[0] in text and words == words.strip()
        assert words.split()[-1].removesuffix("</b>") == each.text.split()[-1]


def test_what_is_broken_loses_no_other_words() -> None:
    text = """00:00:01,000 --> 00:00:02,500
no number

00:00:09,000 --> 00:00:02,500
ends before it begins

3
00:00:bad --> 00:00:07,000
nobody knows when

4
00:00:16,000 --> 00:00:17,000
that was in
1990
5
00:00:18,000 --> 00:00:19,000

more after a blank line
"""
    assert shown(text) == [
        (1, 2.5, "no number"),
        (9, 16, "ends before it begins"),
        (16, 17, "that was in 1990"),
        (18, 19, "more after a blank line"),
    ]
    assert read(text).notices[:2] == (
        "line 8: times expected, none that can be read; the words after it stand in no cue",
        "1 of 4 cues end before they begin; each is taken to go on to the next",
    )


@pytest.mark.parametrize(
    ("text", "seconds", "notice"),
    [
        (TIMED, 3600, "line 1: before the first time, so in no cue"),
        (WEBVTT, 3600, "1 of 2 cues begin before the one that they stand after; each keeps its own times"),
        (
            "00:01 --> 00:05\na\n\n00:03 --> 00:06\nb\n",
            60,
            "1 of 2 cues begin before the one before them has ended; each keeps its own times",
        ),
        (
            SUBRIP,
            30,
            "1 of 3 cues reach beyond the end of the sound (30.0 s), to 67.0 s: "
            "it may be of another copy, or of one that was cut elsewhere",
        ),
    ],
)
def test_what_is_odd_is_said(text: str, seconds: float, notice: str) -> None:
    assert read(text, seconds).notices == (notice,)


@pytest.mark.parametrize("text", ["", "words and no time\nat all", "the 12:05 train"])
def test_without_times_it_is_no_transcript(text: str) -> None:
    with pytest.raises(ReportError, match=r"t\.srt: a transcript with times expected.*no line of it has any"):
        read(text)


def test_times_alone_are_no_transcript() -> None:
    with pytest.raises(ReportError, match="it has times and no words"):
        read("12:05\n12:10\n")


def test_words_are_one_text_with_a_place_for_each_cue() -> None:
    whole = spoken(read(SUBRIP))
    assert whole.text == "We lost the gates of Karst. Forty men stood there."
    assert [whole.text[start:].split()[0] for start in whole.starts] == ["We", "of", "stood"]


def test_a_sentence_that_ends_ends_its_line() -> None:
    assert spoken(read("0:01 One.\n0:02 Two\n0:03 three.")).text == "One.\nTwo three."


@pytest.mark.parametrize(("time", "seconds"), [("12:05", 725), ("1:02:05.300", 3725.3), ("00:00:01,5", 1.5), ("75:00", 4500)])
def test_times_are_seconds(time: str, seconds: float) -> None:
    assert seconds_of(time) == seconds


ROLLING = """WEBVTT

00:00:01.000 --> 00:00:03.000
We lost<00:00:01.500><c> the</c><00:00:02.000><c> gates</c>

00:00:03.000 --> 00:00:03.010
We lost the gates

00:00:03.010 --> 00:00:05.000
We lost the gates
of<00:00:04.000><c> Karst</c>

00:00:05.000 --> 00:00:05.010
of Karst

00:00:05.010 --> 00:00:07.000
of Karst
at<00:00:06.000><c> night</c>
"""


def test_lines_of_captions_that_roll_are_read_once() -> None:
    assert [each[2] for each in shown(ROLLING)] == ["We lost the gates", "of Karst", "at night"]
    assert read(ROLLING).notices == ("4 lines are shown again below the next, as captions that roll do; each is read once",)


def test_a_line_that_is_said_twice_is_read_twice() -> None:
    assert [each[2] for each in shown(WEBVTT + "\n00:15.000 --> 00:16.000\n- nothing.\n")][-2:] == ["- They said - nothing.", "- nothing."]
