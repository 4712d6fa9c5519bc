"""What one file shows of itself, as facts with what else could explain each: gone through once, at its own rate, in bounded memory.

Every kind is told even where nothing was observed, so that "none" and "not looked for" are two things. Jumps of loudness and likely cuts
are not listed: too much that nobody edited has them (see ``purport.audio.refused``).
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version

from purport.audio.bandwidth import FALL, WIDTH, Bandwidth
from purport.audio.blocks import open_source
from purport.audio.declared import declared_facts, decoded_facts
from purport.audio.levels import FLAT, FLAT_BELOW, SILENT, Levels
from purport.audio.manifest import manifest_fact
from purport.audio.opening import JUMP
from purport.audio.repeats import LEAST, Repeats, repeat_facts
from purport.findings import Fact, Inspection, Method

METHOD = Method(
    "inspection",
    "1",
    (
        ("decoder", f"PyAV {version('av')}"),
        ("flat tops, samples", f"{FLAT} at full scale, {FLAT_BELOW} below"),
        ("silence and held values, seconds", str(SILENT)),
        ("edge, dB", f"{FALL:g} within {WIDTH:g} Hz"),
        ("repeats, seconds", str(LEAST)),
        ("jumps of times, seconds", str(JUMP)),
    ),
)
KINDS = (
    "container",
    "encoder",
    "device",
    "date",
    "place",
    "tag",
    "stream",
    "length",
    "times",
    "damage",
    "bandwidth",
    "clipping",
    "silence",
    "held",
    "offset",
    "channels",
    "repeat",
    "manifest",
)
"""Kinds of facts, in the order in which they are told."""


def inspect(path: str | os.PathLike[str], *, track: int | None = None) -> Inspection:
    """The facts of a file, or of one of its streams of sound; the errors of ``purport.audio.decoding.hear``."""
    with open_source(path, track=track) as source:
        found = list(declared_facts(source.container, source.track))
        seen: tuple[Levels, Bandwidth, Repeats] | None = None
        with ThreadPoolExecutor(3) as pool:
            for block in source.blocks:
                seen = seen or (Levels(source.rate, block.shape[1]), Bandwidth(source.rate), Repeats(source.rate))
                list(pool.map(lambda each, block=block: each.see(block), seen))
        if seen is not None:
            levels, bandwidth, repeats = seen
            found += decoded_facts(source, levels.seen / source.rate)
            found += [bandwidth.fact(source.stream), *levels.facts(), *repeat_facts(repeats.find())]
    found.append(manifest_fact(path))
    return Inspection(tuple(_in_order(found)))


def _in_order(found: list[Fact]) -> list[Fact]:
    return sorted(found, key=lambda fact: KINDS.index(fact.kind))
