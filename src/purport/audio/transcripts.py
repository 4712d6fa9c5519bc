"""Transcripts that people bring: lines with times, read so that every word leads back to the exact characters of the file.

SubRip, WebVTT and plain text with times are one thing to this module: a line that has times begins a cue, and the lines after it are its
words. Libraries for subtitles give the words alone, and drop or join what is odd; here what stands in no cue is said to stand in none.
Times are those of the transcript. Nothing here knows who speaks: who voices are called is the transcript's, and no part of what is said.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise

from purport.errors import ReportError, UsageError
from purport.findings import Stretch

_TIME = r"(?:\d{1,3}:)?\d{1,3}:[0-5]\d(?:[.,]\d{1,3})?"
_ARROW = re.compile(rf"\s*\[?({_TIME})\]?\s*--?>\s*\[?({_TIME})\]?(?!\d)(.*)", re.DOTALL)
_STAMP = re.compile(rf"\s*[\[(]?({_TIME})(?:\s*[-–—]\s*({_TIME}))?[\])]?(?!:?\d)\s*[-–—:]?\s*(.*)", re.DOTALL)
_MARKUP = re.compile(r"</?[a-zA-Z0-9][^<>]*>|\{\\[^{}]*\}")
_BLOCKS = ("NOTE", "STYLE", "REGION")
EXPECTED = "a transcript with times expected, as SubRip, WebVTT or lines that begin with a time (“12:05 words”)"
SLACK = 1.0
"""Seconds by which a transcript may reach beyond the sound: people round the last time up."""
ROLLING = 0.4
"""Share of cues that begin with the last line of the one before in captions that roll up; in others next to none do."""
ROLLED = 0.1
"""Seconds between two such cues, at most."""
ENDS = frozenset('.!?…"”’»')
"""Letters after which the next cue begins a line of its own when words are read as a text."""


class Form(StrEnum):
    """What kind of transcript a file is."""

    SUBRIP = "SubRip"
    WEBVTT = "WebVTT"
    TIMED = "text with times"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words and when they are said: ``text`` is without markup and line ends, ``[start, end)`` its characters in the file with markup."""

    at: Stretch
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Transcript:
    """The cues of a transcript in the order of the file; ``notices`` are sentences for who brought it, of what is odd in it."""

    name: str
    form: Form
    cues: tuple[Cue, ...]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spoken:
    """The words of a transcript as one text: ``starts`` is where the words of each cue begin in it."""

    text: str
    starts: tuple[int, ...]


def read_transcript(text: str, name: str, seconds: float) -> Transcript:
    """The cues of a transcript of so many seconds of sound, and what is odd in it.

    A line without an end goes on to the next time that is later, or to the end of the sound.

    Raises:
        ReportError: no line has times.
    """
    lines = [*_lines(text)]
    form = _form(lines)
    found = _Cues(form)
    for line in lines:
        found.take(line)
    if not found.made:
        raise ReportError(name, f"{EXPECTED}, no line of it has any")
    rolled = _roll(found.made) if form is Form.WEBVTT else 0
    cues = [each.cue(following, seconds) for each, following in zip(found.made, [*found.made[1:], None], strict=True)]
    told = tuple(each for each in cues if each.text)
    if not told:
        raise ReportError(name, f"{EXPECTED}, it has times and no words")
    once = (f"{rolled} lines are shown again below the next, as captions that roll do; each is read once",) if rolled else ()
    return Transcript(name, form, told, (*found.notices(), *once, *_odd(told, seconds)))


def spoken(transcript: Transcript) -> Spoken:
    """The words of a transcript as one text, a line for what ends as a sentence does, so that it can be read as any other text is."""
    parts: list[str] = []
    starts: list[int] = []
    at = 0
    for cue in transcript.cues:
        if parts:
            parts.append("\n" if parts[-1][-1] in ENDS else " ")
            at += 1
        starts.append(at)
        parts.append(cue.text)
        at += len(cue.text)
    return Spoken("".join(parts), tuple(starts))


def seconds_of(time: str) -> float:
    """The seconds of a time such as ``1:02:05.300`` or ``12:05``; ``UsageError`` for what is none."""
    if re.fullmatch(_TIME, time.strip()) is None:
        raise UsageError(f"a time in the recording expected, as in 12:05, 12:05.3 or 1:02:05, got {time!r}")
    whole = 0.0
    for part in time.replace(",", ".").split(":"):
        whole = 60 * whole + float(part)
    return round(whole, 3)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its end, its number from 1, and where it begins in the file."""

    number: int
    start: int
    words: str


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for number, line in enumerate(text.splitlines(keepends=True), start=1):
        yield _Line(number, at, line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"))
        at += len(line)


def _form(lines: Sequence[_Line]) -> Form:
    first = next((each.words.strip() for each in lines if each.words.strip()), "")
    if first.startswith("WEBVTT"):
        return Form.WEBVTT
    return Form.SUBRIP if any((found := _ARROW.match(each.words)) and not found[3].strip() for each in lines) else Form.TIMED


@dataclass(slots=True)
class _Open:
    """A cue while its lines are read: its times, the end where it has one, and its words line by line."""

    start: float
    end: float | None
    words: list[_Line] = field(default_factory=list)

    def cue(self, following: _Open | None, seconds: float) -> Cue:
        """The cue; one without an end, or that ends before it begins, goes on to the next later one."""
        end = self.end
        if end is None or end < self.start:
            later = following.start if following is not None else seconds
            end = later if later > self.start else self.start
        told = [(each, words) for each in self.words if (words := plain(each.words))]
        if not told:
            return Cue(Stretch(self.start, end), "", 0, 0)
        last = told[-1][0]
        start = told[0][0].start + len(told[0][0].words) - len(told[0][0].words.lstrip())
        return Cue(Stretch(self.start, end), " ".join(words for _, words in told), start, last.start + len(last.words.rstrip()))


@dataclass(slots=True)
class _Cues:
    """Lines taken one by one to the cues that they are of; ``lost`` are the numbers of those that stand in none."""

    form: Form
    made: list[_Open] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    _last: _Line | None = None
    _before: str = ""
    _skips: bool = False

    def take(self, line: _Line) -> None:
        """The next line of the file."""
        times = self._times(line)
        if times is not None:
            self._drop_index()
            start, end, rest = times
            self._skips = False
            self.made.append(_Open(seconds_of(start), None if end is None else seconds_of(end)))
            self._add(replace(line, start=line.start + len(line.words) - len(rest), words=rest))
        elif "-->" in line.words and self.form is not Form.TIMED:
            self._drop_index()
            self.broken.append(line.number)
            self._skips = True
        elif self.form is Form.WEBVTT and not self._before and line.words.startswith(_BLOCKS):
            self._skips = True
        elif self._skips or not self.made:
            self._pass_over(line)
        else:
            self._add(line)
        self._before = line.words.strip()

    def _times(self, line: _Line) -> tuple[str, str | None, str] | None:
        arrow = _ARROW.match(line.words)
        if arrow is not None:
            rest = "" if self.form is Form.WEBVTT else arrow[3].lstrip(" \t:")
            return arrow[1], arrow[2], rest
        stamp = _STAMP.match(line.words) if self.form is Form.TIMED else None
        return (stamp[1], stamp[2], stamp[3]) if stamp is not None else None

    def _add(self, line: _Line) -> None:
        if line.words.strip():
            self._last = line if not self._before else None
            self.made[-1].words.append(line)

    def _pass_over(self, line: _Line) -> None:
        """A line that stands in no cue; the head, comments and names of cues of a WebVTT file are none that are lost."""
        is_said = bool(line.words.strip()) and not line.words.strip().isdecimal()
        if is_said and not self.made and not self.broken and self.form is not Form.WEBVTT:
            self.lost.append(line.number)

    def _drop_index(self) -> None:
        """Take the line before a time out of the words of the cue before it, where it only numbers or names the next cue."""
        words = self.made[-1].words if self.made else []
        if self.form is Form.TIMED or not words or not self._before or words[-1].words.strip() != self._before:
            return
        is_number = self._before == str(len(self.made) + len(self.broken) + 1) or (self._last is words[-1] and self._before.isdecimal())
        if is_number or (self.form is Form.WEBVTT and self._last is words[-1]):
            words.pop()

    def notices(self) -> Iterator[str]:
        """What stands in no cue."""
        if self.broken:
            yield f"{_numbered(self.broken)}: times expected, none that can be read; the words after it stand in no cue"
        if self.lost:
            yield f"{_numbered(self.lost)}: before the first time, so in no cue"
        backward = sum(each.end is not None and each.end < each.start for each in self.made)
        if backward:
            yield f"{backward} of {len(self.made)} cues end before they begin; each is taken to go on to the next"


def _roll(made: Sequence[_Open]) -> int:
    """Take the lines out that captions which roll up show again: how many; none where few cues begin with the last line of that before."""
    again = [
        later
        for cue, later in pairwise(made)
        if cue.words
        and later.words
        and later.start <= (cue.end or 0) + ROLLED
        and plain(cue.words[-1].words) == plain(later.words[0].words)
    ]
    if len(again) < ROLLING * len(made):
        return 0
    for each in again:
        each.words.pop(0)
    return len(again)


def plain(words: str) -> str:
    """A line without markup, what stands for signs resolved, and blanks as one."""
    return " ".join(html.unescape(_MARKUP.sub("", words)).split())


def _numbered(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:3]))
    return f"line{'s' * (len(numbers) > 1)} {shown}{f' and {len(numbers) - 3} more' if len(numbers) > 3 else ''}"


def _odd(cues: Sequence[Cue], seconds: float) -> Iterator[str]:
    """What is odd in the times of cues."""
    pairs = [*pairwise(cues)]
    backward = sum(later.at.start < cue.at.start for cue, later in pairs)
    if backward:
        yield f"{backward} of {len(cues)} cues begin before the one that they stand after; each keeps its own times"
    overlapping = sum(cue.at.start <= later.at.start < cue.at.end for cue, later in pairs)
    if overlapping:
        yield f"{overlapping} of {len(cues)} cues begin before the one before them has ended; each keeps its own times"
    beyond = [each for each in cues if each.at.end > seconds + SLACK]
    if beyond:
        yield (
            f"{len(beyond)} of {len(cues)} cues reach beyond the end of the sound ({seconds:.1f} s), to {beyond[-1].at.end:.1f} s: "
            "it may be of another copy, or of one that was cut elsewhere"
        )
