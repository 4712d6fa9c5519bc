"""Two files, one above the other, and the passages that coincide: marked on both, and joined."""

from __future__ import annotations

from collections.abc import Mapping

from matplotlib.axes import Axes

from purport.audio.decoding import Heard
from purport.audio.pictures.look import ACROSS, DARK, GREY, HATCHES, LIGHT, WHITE, Picture, as_svg, drawing, place, plain, spread, timed
from purport.audio.pictures.waveforms import TALL, band, has_room, label_gap, show_waveform
from purport.findings import Passage, Sound, Stretch
from purport.wording import clock, counted

BETWEEN = 1.3
"""Inches between two waveforms, in which what joins them is drawn."""


def draw_pair(here: Heard, there: Heard | Sound, passages: Mapping[Passage, str], name: str) -> Picture:
    """This file above and an earlier one below, with their passages; a file that cannot be heard any more is drawn as its length alone."""
    other = there.sound if isinstance(there, Heard) else there
    ordered = sorted(passages, key=lambda each: (each.here.start, each.here.end, each.there.start))
    with drawing(2 * TALL + BETWEEN + 1.05) as figure:
        above, between, below = (place(figure, top, height) for top, height in _rows())
        above.set_title(f"above: {plain(here.sound.name)}", loc="left", fontsize=9)
        below.set_xlabel(f"below: {plain(other.name)}", loc="left", fontsize=9)
        show_waveform(above, here)
        above.xaxis.tick_top()
        above.spines["top"].set_visible(True)
        above.spines["bottom"].set_visible(False)
        if isinstance(there, Heard):
            show_waveform(below, there)
        else:
            _show_length(below, other)
        for each in ordered:
            band(above, each.here, 0)
            band(below, each.there, 0)
        _join(between, here.sound.seconds, other.seconds, {each: passages[each] for each in ordered})
        return Picture(f"{name}.svg", as_svg(figure), describe_pair(here.sound, other, passages))


def describe_pair(here: Sound, there: Sound, passages: Mapping[Passage, str]) -> str:
    """What the picture of two files shows, in a sentence."""
    told = [f"{letter}: {span(each.here)} with {span(each.there)}" for each, letter in list(passages.items())[:6]]
    more = len(passages) - len(told)
    told += [f"and {more} more"] * bool(more)
    return (
        f"Waveforms of {plain(here.name)} above and {plain(there.name)} below, with {counted(len(passages), 'passage')} "
        f"marked that {'coincides' if len(passages) == 1 else 'coincide'}: {'; '.join(told)}."
    )


def span(at: Stretch) -> str:
    """A stretch in words."""
    return f"{clock(at.start)} to {clock(at.end)}"


def _rows() -> list[tuple[float, float]]:
    """From where and how far the two waveforms and what is between them reach, in inches."""
    top = 0.5
    return [(top, TALL), (top + TALL, BETWEEN), (top + TALL + BETWEEN, TALL)]


def _show_length(axes: Axes, sound: Sound) -> None:
    """A file of which only the length is known."""
    axes.axhspan(-0.2, 0.2, facecolor=LIGHT, linewidth=0)
    axes.set_ylim(-1, 1)
    axes.set_yticks([])
    axes.spines[["left", "right", "top"]].set_visible(False)
    axes.text(0.5, 0.5, "its file is not at hand", transform=axes.transAxes, ha="center", va="center", color=GREY)
    timed(axes, 0, sound.seconds)


def _join(axes: Axes, above: float, below: float, passages: Mapping[Passage, str]) -> None:
    """What joins passages: from where each is above to where it is below, on axes that are both files' whole length wide."""
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    axes.set_axis_off()
    for each in passages:
        left, right, to, end = each.here.start / above, each.here.end / above, each.there.start / below, each.there.end / below
        axes.fill([left, right, end, to], [1, 1, 0, 0], facecolor=LIGHT, edgecolor=DARK, hatch=HATCHES[0], linewidth=0.5, alpha=0.75)
    if has_room(list(passages.values())):
        _letter_row(axes, {letter: (each.here.start + each.here.end) / 2 / above for each, letter in passages.items()}, 1.0, 0.86)
        _letter_row(axes, {letter: (each.there.start + each.there.end) / 2 / below for each, letter in passages.items()}, 0.0, 0.14)


def _letter_row(axes: Axes, wanted: Mapping[str, float], edge: float, height: float) -> None:
    """Letters beside an edge, each joined to its place on it."""
    ordered = sorted(wanted, key=lambda letter: wanted[letter])
    for letter, at in zip(ordered, spread([wanted[letter] for letter in ordered], label_gap(ordered) / ACROSS, 0, 1), strict=True):
        axes.plot([wanted[letter], at], [edge, height], color=DARK, linewidth=0.6)
        box = {"boxstyle": "round,pad=0.15", "facecolor": WHITE, "edgecolor": GREY, "linewidth": 0.4}
        axes.text(at, height, letter, ha="center", va="center", fontsize=7.5, fontweight="bold", bbox=box)
