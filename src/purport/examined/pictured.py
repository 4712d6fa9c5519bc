"""The pictures of a file and of what was found in it, drawn from the files themselves: these must still be those that were added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from purport import examining
from purport.errors import SoundError
from purport.examined.gathering import Examined
from purport.examining import Progress, silent
from purport.findings import UNKNOWN, Bounds, Copies, Inspection, Passage, Reuse, Sound, Stretch
from purport.records import Interval
from purport.store import Case
from purport.wording import counted, days, fact_title

if TYPE_CHECKING:
    from purport.audio.decoding import Heard
    from purport.audio.pictures import Picture, Track

CLOSE = 12
"""Passages that are drawn close up where no other number is asked for."""
MOST_FILES = 8
"""Earlier files that are drawn, those with most passages."""
MOST_DATES = 8
"""Spans of days that have rows of their own under the waveform."""
MOST_KINDS = 4
"""Kinds of facts that are marked under the waveform, the first that have places."""


@dataclass(slots=True)
class Pictures:
    """Pictures of a file: the whole of it, beside each earlier file by its digest, and passages close up by their letters.

    ``notices`` are sentences on what is not drawn, and why; ``made`` says what the pictures were made with.
    """

    waveform: Picture
    spectrogram: Picture
    made: str
    pairs: dict[str, Picture] = field(default_factory=dict)
    passages: dict[str, Picture] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)

    def all(self) -> tuple[Picture, ...]:
        """Every picture, in the order in which they are shown."""
        return self.waveform, self.spectrogram, *self.pairs.values(), *self.passages.values()


def draw(case: Case, examined: Examined, *, close: int = CLOSE, progress: Progress = silent) -> Pictures:
    """Draw a file, and its passages beside the earlier files that they are of; the first ``close`` of them close up.

    ``Altered`` where the file is not there any more or is another; an earlier one that is not is drawn as its length, and told in
    ``notices``. Each file is decoded once.
    """
    named = examined.lettered()
    files = _files(named)
    with progress(len(files) + 1) as advance:
        here = examining.hear_again(examining.find(case, examined.sound.sha256))
        made = _draw_whole(here, examined, named)
        advance()
        for number, file in enumerate(files, start=1):
            if examined.other(file) is None:
                made.notices.append(f"The earlier file {file[:12]} is not in the case any more, and not drawn.")
            else:
                _draw_beside(case, made, here, file, f"pair-{number}", named, dict(list(named.items())[:close]))
            advance()
    made.passages = {letter: made.passages[letter] for letter in named.values() if letter in made.passages}
    if len(files) < len({each.file for each in named}):
        made.notices.append(f"{counted(len(files), 'earlier file')} are drawn, those with most passages; all passages are in the table.")
    if len(made.passages) < len(named):
        made.notices.append(f"{len(made.passages)} of {counted(len(named), 'passage')} are drawn close up; all are in the table.")
    return made


def _draw_whole(here: Heard, examined: Examined, named: Mapping[Passage, str]) -> Pictures:
    """The pictures of the whole file."""
    from matplotlib import __version__ as made_with

    from purport.audio.pictures import draw_spectrogram, draw_waveform

    return Pictures(draw_waveform(here, tuple(_tracks(examined, named))), draw_spectrogram(here), f"matplotlib {made_with}")


def _files(named: Mapping[Passage, str]) -> list[str]:
    """The earlier files that are drawn, in the order of their first passages."""
    most = {file for file, _ in Counter(each.file for each in named).most_common(MOST_FILES)}
    return list(dict.fromkeys(each.file for each in named if each.file in most))


def _draw_beside(
    case: Case, made: Pictures, here: Heard, file: str, name: str, named: Mapping[Passage, str], close: Mapping[Passage, str]
) -> None:
    """Draw the passages of one earlier file, and of those that are wanted each by itself."""
    from purport.audio.pictures import draw_pair, draw_passage

    other = examining.find(case, file)
    there = _heard(other, made.notices)
    made.pairs[file] = draw_pair(here, there or other, {each: letter for each, letter in named.items() if each.file == file}, name)
    for passage, letter in close.items():
        if there is not None and passage.file == file:
            made.passages[letter] = draw_passage(here, there, passage, letter)


def _heard(other: Sound, notices: list[str]) -> Heard | None:
    """The sound of an earlier file, or ``None`` and a notice where it cannot be had."""
    try:
        return examining.hear_again(other)
    except SoundError as error:
        notices.append(f"{other.name} is drawn as its length alone: {error.reason}.")
        return None


def _tracks(examined: Examined, named: Mapping[Passage, str]) -> Iterator[Track]:
    """What is marked under the waveform: passages by file, what the file has twice, facts that have places, bounds."""
    from purport.audio.pictures import Mark, Track

    files = _files(named)
    for file in files:
        other = examined.other(file)
        marks = tuple(Mark(each.here, letter) for each, letter in named.items() if each.file == file)
        yield Track(f"also in {other.sound.name if other else file[:8]}", marks, banded=True)
    rest = tuple(Mark(each.here, letter) for each, letter in named.items() if each.file not in files)
    if rest:
        yield Track("also in other files", rest, banded=True)
    reuse, inspection, bounds = (examined.last(kind) for kind in (Reuse, Inspection, Bounds))
    if reuse and isinstance(reuse.body, Reuse) and reuse.body.repeats:
        pairs = enumerate(reuse.body.repeats, start=1)
        yield Track("twice in this file", tuple(Mark(at, str(number)) for number, each in pairs for at in (each.here, each.there)))
    if inspection and isinstance(inspection.body, Inspection):
        placed = [each for each in inspection.body.facts if each.at]
        for kind in list(dict.fromkeys(each.kind for each in placed))[:MOST_KINDS]:
            yield Track(fact_title(kind), tuple(Mark(at) for each in placed if each.kind == kind for at in each.at))
    for each in examined.findings:
        if isinstance(each.body, Copies) and each.body.differences:
            other = examined.other(each.body.other)
            apart = tuple(Mark(one.here) for one in each.body.differences)
            yield Track(f"not as in {other.sound.name if other else each.body.other[:8]}", apart)
    if bounds and isinstance(bounds.body, Bounds):
        yield from _dated([(None if each.conflict else each.when, each.at) for each in bounds.body.parts])
    else:
        yield from _dated([(each.when, each.at) for each in examined.given])


def _dated(told: Sequence[tuple[Interval | None, Stretch]]) -> Iterator[Track]:
    """A row for what was spoken between the same days, ``None`` where bounds clash; one row for all where there would be too many.

    What nothing bounds has none.
    """
    from purport.audio.pictures import Mark, Track

    rows: dict[str, list[Mark]] = {}
    for when, at in told:
        if when != UNKNOWN:
            name = f"spoken {days(when.not_before, when.not_after)}" if when else "bounds that clash"
            rows.setdefault(name, []).append(Mark(at))
    if len(rows) > MOST_DATES:
        rows = {f"spoken in {len(rows)} spans of days": [mark for marks in rows.values() for mark in marks]}
    for name, marks in rows.items():
        yield Track(name, tuple(marks))
