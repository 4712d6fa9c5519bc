"""Spectrograms: how loud each frequency is in each part of a sound, in decibels against a tone at full scale."""

from __future__ import annotations

from typing import TypeAlias

import matplotlib
import numpy as np
from matplotlib.axes import Axes
from matplotlib.image import AxesImage
from numpy.typing import NDArray

from purport.audio.decoding import Heard
from purport.audio.landmarks import RATE, Pcm
from purport.audio.pictures.look import GREY, Picture, as_png, drawing, place, plain, timed
from purport.wording import clock

WINDOW = 512
"""Samples of a spectrum: 64 ms."""
COLUMNS = 1_000
"""Columns of a spectrogram."""
EACH = 48
"""Windows that a column is the mean of, at most: all the sound of a file of fifty minutes; of longer ones evenly spaced parts."""
RANGE = 60.0
"""Decibels from the palest to the darkest."""
FLOOR = -120.0
"""Decibels that silence is given."""
SHADES = matplotlib.colormaps["Greys"].resampled(25)
"""Greys of 2.4 decibels each: more are not told apart, and make files twice as large."""

Loudness: TypeAlias = NDArray[np.float32]


def loudness(samples: Pcm, start: float, end: float, columns: int = COLUMNS) -> Loudness:
    """Decibels, frequencies by columns, of some seconds of a sound; what lies beyond its ends is silence.

    A column is the mean power of windows of 64 ms that are spread evenly over it.
    """
    width = (end - start) / columns * RATE
    many = int(np.clip(np.ceil(width / WINDOW), 1, EACH))
    offsets = (np.arange(many) + 0.5) / many * width - WINDOW / 2
    shape = np.hanning(WINDOW).astype(np.float32)
    full = (shape.sum() / 2) ** 2
    found = np.empty((WINDOW // 2 + 1, columns), np.float32)
    for column in range(columns):
        firsts = np.rint(start * RATE + column * width + offsets).astype(np.int64)
        power = np.abs(np.fft.rfft(_windows(samples, firsts) * shape, axis=1)) ** 2
        found[:, column] = 10 * np.log10(np.maximum(power.mean(axis=0) / full, 10 ** (FLOOR / 10)))
    return found


def draw_spectrogram(heard: Heard) -> Picture:
    """A whole file as a spectrogram."""
    with drawing(3.25) as figure:
        axes = place(figure, 0.35, 2.3)
        axes.set_title(plain(heard.sound.name), loc="left", fontsize=9)
        loud = loudness(heard.samples, 0, heard.sound.seconds)
        image = show_loudness(axes, loud, 0, heard.sound.seconds)
        timed(axes, 0, heard.sound.seconds)
        _show_scale(axes, image)
        return Picture("spectrogram.png", as_png(figure), describe_spectrogram(heard))


def describe_spectrogram(heard: Heard) -> str:
    """What the picture shows, in a sentence."""
    return (
        f"Spectrogram of {plain(heard.sound.name)}, {clock(heard.sound.seconds)} long, from 0 to {RATE // 2} Hz: darker is louder. "
        f"It is drawn from the sound at {RATE} samples a second, so that nothing above {RATE // 2} Hz is shown."
    )


def show_loudness(axes: Axes, loud: Loudness, start: float, end: float, *, top: float | None = None) -> AxesImage:
    """A spectrogram in axes; ``top`` decibels are the darkest, else what nearly all of it lies under."""
    darkest = highest(loud) if top is None else top
    image = axes.imshow(
        loud,
        origin="lower",
        aspect="auto",
        extent=(start, end, 0, RATE / 2),
        cmap=SHADES,
        vmin=darkest - RANGE,
        vmax=darkest,
        interpolation="nearest",
    )
    axes.set_yticks([0, 1_000, 2_000, 3_000], ["0 Hz", "1000 Hz", "2000 Hz", "3000 Hz"])
    axes.tick_params(axis="y", labelsize=8, length=3, color=GREY)
    return image


def highest(loud: Loudness) -> float:
    """The decibels that all but one in two hundred of a spectrogram's values lie under."""
    return max(float(np.percentile(loud, 99.5)), FLOOR + RANGE)


def _windows(samples: Pcm, firsts: NDArray[np.int64]) -> NDArray[np.float32]:
    """Windows from these samples on, from -1 to 1, zero beyond the ends."""
    at = firsts[:, None] + np.arange(WINDOW)
    inside = (at >= 0) & (at < len(samples))
    return np.where(inside, samples[np.clip(at, 0, len(samples) - 1)], 0).astype(np.float32) / np.float32(32_768)


def _show_scale(axes: Axes, image: AxesImage) -> None:
    """How dark is how loud, in a bar under the axes."""
    own = axes.inset_axes((0.7, -0.19, 0.3, 0.035))
    bar = axes.figure.colorbar(image, cax=own, orientation="horizontal")
    bar.outline.set_linewidth(0.4)
    own.tick_params(labelsize=7, length=2)
    own.text(-0.02, 0.5, "dB against full scale", transform=own.transAxes, ha="right", va="center", fontsize=7.5)
