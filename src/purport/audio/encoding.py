"""Sound put through what a file was put through: its codec at its rate, another tempo, another speed.

Samples are mono, ``RATE`` a second.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Any

import av
import numpy as np
from av.error import FFmpegError
from av.filter import Graph

from purport.audio.landmarks import RATE, Pcm
from purport.findings import Stream

ENCODERS = {
    "mp3": ("libmp3lame", "mp3"),
    "mp3float": ("libmp3lame", "mp3"),
    "opus": ("libopus", "ogg"),
    "libopus": ("libopus", "ogg"),
    "vorbis": ("libvorbis", "ogg"),
    "libvorbis": ("libvorbis", "ogg"),
    "aac": ("aac", "adts"),
    "gsm": ("libgsm", "gsm"),
    "libgsm": ("libgsm", "gsm"),
    "gsm_ms": ("libgsm", "gsm"),
    "amrnb": ("libopencore_amrnb", "amr"),
    "libopencore_amrnb": ("libopencore_amrnb", "amr"),
    "ac3": ("ac3", "ac3"),
    "wmav2": ("wmav2", "asf"),
}
"""What encodes for what was decoded, and the container that is plainest for it."""
QUICK = {"libmp3lame": {"compression_level": "7"}, "aac": {"aac_coder": "fast"}, "libopus": {"compression_level": "5"}}
"""Options by which they take less time."""
LOSSLESS = ("pcm_", "flac", "alac", "wavpack", "ape", "tta")
"""Beginnings of codecs that change nothing."""


def put_through(samples: Pcm, stream: Stream, bit_rate: int | None) -> Pcm | None:
    """Samples encoded as a stream is and decoded again; ``None`` where there is no encoder for its codec here.

    Without ``bit_rate``, bits a second, the encoder chooses one.
    """
    codec = stream.codec or ""
    if codec.startswith(LOSSLESS):
        return samples
    encoder, container = ENCODERS.get(codec, ("", ""))
    try:
        encoded = _encoded(samples, encoder, container, stream.rate or RATE, bit_rate)
    except (FFmpegError, ValueError):  # also where there is none of that name
        return None
    with av.open(io.BytesIO(encoded), "r") as source:
        queue, mono = av.AudioFifo(), av.AudioResampler(format="s16", layout="mono", rate=RATE)
        for frame in source.decode(audio=0):
            frame.pts = None
            queue.write(frame)
        whole = queue.read(0, partial=True)
        parts = [each.to_ndarray()[0] for given in (whole, None)[whole is None :] for each in mono.resample(given)]
    return np.concatenate([np.zeros(0, np.int16), *parts])


def _encoded(samples: Pcm, encoder: str, container: str, rate: int, bit_rate: int | None) -> bytes:
    made = io.BytesIO()
    with av.open(made, "w", format=container) as target:
        stream: Any = target.add_stream(encoder, rate=rate, options=QUICK.get(encoder, {}))
        stream.layout = "mono"
        if bit_rate is not None:
            stream.bit_rate = bit_rate
        context = stream.codec_context
        context.open()
        fitted = av.AudioResampler(format=context.format, layout="mono", rate=rate, frame_size=context.frame_size or None)
        for frame in _frames(samples):
            for each in fitted.resample(frame):
                target.mux(stream.encode(each))
        for each in fitted.resample(None):
            target.mux(stream.encode(each))
        target.mux(stream.encode(None))
    return made.getvalue()


def sped_up(samples: Pcm, times: float) -> Pcm:
    """Samples played so many times as fast, their pitch with it."""
    at = np.arange(0, len(samples) - 1, times)
    return np.asarray(np.interp(at, np.arange(len(samples)), samples), np.int16)


def hastened(samples: Pcm, times: float) -> Pcm:
    """Samples played so many times as fast at their pitch."""
    graph = Graph()
    source = graph.add_abuffer(sample_rate=RATE, format="s16", layout="mono", time_base=Fraction(1, RATE))
    filters = [
        source,
        graph.add("atempo", f"{times:.6f}"),
        graph.add("aformat", "sample_fmts=s16:channel_layouts=mono"),
        graph.add("abuffersink"),
    ]
    for one, other in pairwise(filters):
        one.link_to(other)
    graph.configure()
    parts: list[Any] = []
    for frame in (*_frames(samples), None):
        graph.push(frame)
        parts += _pulled(graph)
    return np.concatenate([np.zeros(0, np.int16), *parts])


def _pulled(graph: Graph) -> Iterator[Any]:
    while True:
        try:
            yield graph.pull().to_ndarray()[0]
        except (av.error.BlockingIOError, av.error.EOFError):
            return


def _frames(samples: Pcm) -> Iterator[av.AudioFrame]:
    """Samples as frames of a second each."""
    for start in range(0, len(samples), RATE):
        frame = av.AudioFrame.from_ndarray(samples[None, start : start + RATE], format="s16", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = RATE, start, Fraction(1, RATE)
        yield frame
