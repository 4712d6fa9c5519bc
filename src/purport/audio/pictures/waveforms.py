"""A whole file as a waveform: how far its samples reach and how loud it is, with what was found where on tracks below it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from numpy.typing import NDArray

from purport.audio.decoding import Heard
from purport.audio.landmarks import Pcm
from purport.audio.pictures.look import (
    ACROSS,
    DARK,
    GREY,
    HATCHES,
    LIGHT,
    PALE,
    WHITE,
    Picture,
    as_svg,
    drawing,
    place,
    plain,
    spread,
    timed,
)
from purport.findings import Stretch
from purport.wording import clock, counted

COLUMNS, ROWS = 1_600, 257
"""Columns of a waveform, each of what is lowest, highest and mean of its samples; and rows of points."""
MEASURED = 8_192
"""Samples of a column that its loudness is the mean of, at most, evenly spaced; its lowest and highest are of all of them."""
TALL, LANE, LETTERS, BELOW = 1.3, 0.13, 0.2, 0.3
"""Inches in height: a waveform, a row of marks on a track, the row of their labels, and what is left under them."""
APART, LETTER = 0.16, 0.06
"""Inches between the middles of labels, and more for each character beyond one."""
TIGHT = 0.85
"""The share of these that labels are still told apart at; where there is less room, none is written."""
NARROWEST = 0.015
"""Inches of a mark, at least."""
BESIDE = 19
"""Characters of a line that stands beside a track."""
MOST_LANES = 6
"""Rows of a track; what overlaps more often is drawn over what is there."""
Line: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a file that is marked, by a letter or a word."""

    at: Stretch
    label: str = ""


@dataclass(frozen=True, slots=True)
class Track:
    """What is marked in one row under a waveform; ``banded`` where it is marked on the waveform too."""

    name: str
    marks: tuple[Mark, ...]
    banded: bool = False


@dataclass(frozen=True, slots=True)
class Envelope:
    """The lowest and highest sample of each column, and the root of the mean square, from -1 to 1."""

    low: Line
    high: Line
    loud: Line


def envelope(samples: Pcm, columns: int = COLUMNS) -> Envelope:
    """How far samples reach, column by column; a column is read at a time."""
    edges = np.linspace(0, len(samples), min(columns, max(len(samples), 1)) + 1).astype(int)
    found = np.zeros((3, len(edges) - 1))
    for at, (start, end) in enumerate(pairwise(edges)):
        part = samples[start:end]
        if len(part):
            some = part[:: len(part) // MEASURED + 1].astype(np.float32)
            found[:, at] = part.min(), part.max(), np.sqrt(np.mean(some * some))
    low, high, loud = found / 32_768
    return Envelope(low, high, loud)


def draw_waveform(heard: Heard, tracks: Sequence[Track]) -> Picture:
    """A whole file, and under it a row for each track with what is marked there."""
    lanes = [in_lanes(each.marks) for each in tracks]
    heights = [LANE * (max(rows, default=0) + 1) + LETTERS * _is_labelled(each) for each, rows in zip(tracks, lanes, strict=True)]
    with drawing(0.35 + TALL + BELOW + sum(heights) + 0.12 * len(heights)) as figure:
        axes = place(figure, 0.3, TALL)
        axes.set_title(plain(heard.sound.name), loc="left", fontsize=9)
        show_waveform(axes, heard)
        for number, each in enumerate(tracks):
            for mark in each.marks if each.banded else ():
                band(axes, mark.at, number)
        top = 0.3 + TALL + BELOW
        for number, (each, rows, height) in enumerate(zip(tracks, lanes, heights, strict=True)):
            _show_track(place(figure, top, height), each, rows, number, heard.sound.seconds)
            top += height + 0.12
        return Picture("waveform.svg", as_svg(figure), describe(heard, tracks))


def describe(heard: Heard, tracks: Sequence[Track]) -> str:
    """What the picture of a whole file shows, in a sentence or two."""
    told = f"Waveform of {plain(heard.sound.name)}, {clock(heard.sound.seconds)} long"
    rows = [f"{each.name}: {counted(len(each.marks), 'stretch').replace('stretchs', 'stretches')}{_where(each)}" for each in tracks]
    return f"{told}; marked below it are {'; '.join(rows)}." if rows else f"{told}."


def show_waveform(axes: Axes, heard: Heard) -> None:
    """A waveform in axes, with marks of time under it."""
    found, seconds = envelope(heard.samples), heard.sound.seconds
    reach = max(float(np.abs(found.low).max()), float(found.high.max()), 0.01) * 1.05
    axes.imshow(_shaded(found, reach), aspect="auto", extent=(0, seconds, -reach, reach), interpolation="none")
    axes.axhline(0, color=PALE, linewidth=0.4)
    axes.set_ylim(-reach, reach)
    axes.set_yticks([])
    axes.spines[["left", "right", "top"]].set_visible(False)
    timed(axes, 0, seconds)


def _shaded(found: Envelope, reach: float) -> NDArray[np.uint8]:
    """A waveform as points, rows by columns by red, green, blue: how far it reaches pale, how loud it is dark."""
    heights = np.linspace(reach, -reach, ROWS)[:, None]
    shades = np.where((found.low <= heights) & (heights <= found.high), 1, 0)
    shades = np.where(np.abs(heights) <= found.loud, 2, shades)
    colours = np.array([to_rgb(each) for each in (WHITE, PALE, DARK)])
    return np.asarray(np.rint(colours[shades] * 255), np.uint8)


def band(axes: Axes, at: Stretch, number: int) -> None:
    """A stretch marked over the whole height of axes, in the filling of a number."""
    axes.axvspan(at.start, at.end, facecolor="none", edgecolor=GREY, hatch=HATCHES[number % len(HATCHES)], linewidth=0.6)


def label_gap(labels: Collection[str]) -> float:
    """Inches between the middles of labels."""
    return APART + LETTER * (max(map(len, labels), default=1) - 1)


def has_room(labels: Collection[str]) -> bool:
    """Whether labels can stand beside each other in one row."""
    return len(labels) * label_gap(labels) * TIGHT <= ACROSS


def in_lanes(marks: Sequence[Mark]) -> list[int]:
    """The row of each mark, such that none overlaps another of its row as long as there are rows."""
    ends: list[float] = []
    found = []
    for each in sorted(marks, key=lambda one: (one.at.start, one.at.end)):
        free = next((row for row, end in enumerate(ends) if end <= each.at.start), None)
        if free is None:
            free = len(ends) if len(ends) < MOST_LANES else MOST_LANES - 1
        ends[free : free + 1] = [each.at.end]
        found.append(free)
    return found


def _show_track(axes: Axes, track: Track, rows: Sequence[int], number: int, seconds: float) -> None:
    many, letters = max(rows, default=0) + 1, LETTERS * _is_labelled(track)
    marks = sorted(track.marks, key=lambda one: (one.at.start, one.at.end))
    axes.set_xlim(0, seconds)
    axes.set_ylim(many * LANE + letters, 0)
    axes.set_axis_off()
    axes.text(-0.008, 0.5, _wrapped(track.name), transform=axes.transAxes, ha="right", va="center", fontsize=7.5, linespacing=1.0)
    axes.axhspan(0, many * LANE, facecolor=LIGHT, alpha=0.35, linewidth=0)
    narrow = seconds * NARROWEST / ACROSS
    for each, row in zip(marks, rows, strict=True):
        left, width = each.at.start, max(each.at.end - each.at.start, narrow)
        axes.broken_barh(
            [(left, width)],
            (row * LANE + 0.015, LANE - 0.03),
            facecolor=PALE,
            edgecolor=DARK,
            hatch=HATCHES[number % len(HATCHES)],
            linewidth=0.6,
        )
    if letters:
        _show_labels(axes, marks, rows, seconds, many * LANE)


def _show_labels(axes: Axes, marks: Sequence[Mark], rows: Sequence[int], seconds: float, bottom: float) -> None:
    """The labels of marks below them, each joined to its own by a line."""
    inch = seconds / ACROSS
    gap = label_gap([each.label for each in marks]) * inch
    middles = sorted(range(len(marks)), key=lambda at: marks[at].at.start + marks[at].at.end)
    wanted = [(marks[at].at.start + marks[at].at.end) / 2 for at in middles]
    for at, found, own in zip(middles, spread(wanted, gap, 0, seconds), wanted, strict=True):
        axes.plot([own, found], [(rows[at] + 1) * LANE - 0.015, bottom + 0.06], color=GREY, linewidth=0.5, clip_on=False)
        axes.text(found, bottom + 0.06, marks[at].label, ha="center", va="top", fontsize=7.5)


def _is_labelled(track: Track) -> bool:
    return any(each.label for each in track.marks) and has_room([each.label for each in track.marks])


def _wrapped(name: str) -> str:
    """The name of a track in lines that fit beside it."""
    shown = plain(name)
    if len(shown) <= BESIDE:
        return shown
    cut = shown.rfind(" ", 8, BESIDE + 1)
    return f"{shown[:cut]}\n{_short(shown[cut + 1 :])}" if cut > 0 else _short(shown)


def _short(words: str) -> str:
    return words if len(words) <= BESIDE else f"{words[: BESIDE - 9]}…{words[-8:]}"


def _where(track: Track) -> str:
    """Where the first marks of a track are."""
    shown = [f"{each.label + ' ' if each.label else ''}{clock(each.at.start)} to {clock(each.at.end)}" for each in track.marks[:4]]
    more = len(track.marks) - len(shown)
    return f" ({', '.join(shown)}{f' and {more} more' if more else ''})" if shown else ""
