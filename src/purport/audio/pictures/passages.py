"""One passage close up: what coincides of two files, one above the other, on one axis of time."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.patheffects import withStroke

from purport.audio.decoding import Heard
from purport.audio.pictures.look import EDGE, WHITE, Picture, as_png, drawing, named, place, plain, times
from purport.audio.pictures.pairs import span
from purport.audio.pictures.spectrograms import highest, loudness, show_loudness
from purport.findings import Edges, Passage, Sound

AROUND = 2.0
"""Seconds shown before a passage and after it; of a long one, a tenth of its length."""
COLUMNS = 500
"""Columns of each spectrogram."""
TALL = 1.7
"""Inches of each spectrogram."""


def draw_passage(here: Heard, there: Heard, passage: Passage, letter: str) -> Picture:
    """Both spectrograms of a passage; the lower is stretched to the upper's time where one was played faster."""
    length = passage.here.end - passage.here.start
    ratio = (passage.there.end - passage.there.start) / length if length else 1.0
    around = max(AROUND, length / 10)
    first, last = passage.here.start - around, passage.here.end + around
    begin, end = passage.there.start - around * ratio, passage.there.end + around * ratio
    above = loudness(here.samples, first, last, COLUMNS)
    below = loudness(there.samples, begin, end, COLUMNS)
    with drawing(2 * TALL + 1.35) as figure:
        upper, lower = place(figure, 0.55, TALL), place(figure, 0.55 + TALL + 0.12, TALL)
        for axes, loud in ((upper, above), (lower, below)):
            show_loudness(axes, loud, first, last, top=highest(loud))
            _show_edges(axes, passage)
        upper.xaxis.tick_top()
        shown = [each for each in times(first, last) if each >= 0]
        named(upper, shown)
        marks = [each for each in times(begin, end) if each >= 0]
        named(lower, marks, [first + (each - begin) / ratio for each in marks])
        upper.set_title(f"{letter} above: {plain(here.sound.name)}", loc="left", fontsize=9)
        lower.set_xlabel(f"{letter} below: {plain(there.sound.name)}", loc="left", fontsize=9)
        return Picture(f"passage-{letter}.png", as_png(figure), describe_passage(here.sound, there.sound, passage, letter))


def describe_passage(here: Sound, there: Sound, passage: Passage, letter: str) -> str:
    """What the picture of a passage shows, in a sentence."""
    known = "broken lines mark its edges" if passage.edges is Edges.REFINED else "dotted lines mark its outermost common landmarks"
    return (
        f"Spectrograms of passage {letter}: {plain(here.name)} from {span(passage.here)} above, {plain(there.name)} from "
        f"{span(passage.there)} below, on one axis of time; {known}."
    )


def _show_edges(axes: Axes, passage: Passage) -> None:
    """The ends of a passage as lines."""
    style = "--" if passage.edges is Edges.REFINED else ":"
    for at in (passage.here.start, passage.here.end):
        axes.axvline(at, color=EDGE, linestyle=style, linewidth=1.6, path_effects=[withStroke(linewidth=3.2, foreground=WHITE)])
