"""A case with a file, two earlier ones, and findings of every kind, made by hand."""

from __future__ import annotations

import wave
from dataclasses import replace
from pathlib import Path

import numpy as np

from audio.sounds import babble
from purport import examining
from purport.findings import (
    Apart,
    Body,
    Bound,
    Bounds,
    Change,
    Claimed,
    Controls,
    Copies,
    Difference,
    Earlier,
    Edges,
    Fact,
    Inspection,
    Method,
    Outcome,
    Part,
    Passage,
    Quote,
    Quotes,
    Reuse,
    Reworded,
    Sound,
    Stretch,
    Wording,
    Words,
    make_finding,
)
from purport.records import Interval, SpeechAct
from purport.store import Case

HOSTILE = "<script>alert(1)</script>\u202e"
"""What a tag, a claim or a transcript may hold."""
CALL = "burn the bridges"
BY, AFTER = Interval(None, "2029-05-01"), Interval("2030-02-01", None)


def make_case(folder: Path, *, found: bool = True) -> Path:
    """A case in a folder, with ``new.wav`` and the earlier ``old.wav`` and ``radio.wav``; without findings where none are wanted."""
    new, old, radio = babble(6, 1), babble(5, 2), babble(4, 3)
    new[16_000:32_000] = old[8_000:24_000]
    for name, samples in (("new.wav", new), ("old.wav", old), ("radio.wav", radio)):
        _write(folder / name, samples)
    path = folder / "my.case"
    with Case.open(str(path), create=True) as case:
        said = Claimed(f"A message {HOSTILE}", "https://example.org/1", Interval("2031-03-02", "2031-03-04"), "Veshan Dormu")
        sound = examining.add(case, str(folder / "new.wav"), said)
        earlier = examining.add_earlier(case, str(folder / "old.wav"), Earlier("2029-05-01", "https://example.org/old"))
        other = examining.add_earlier(case, str(folder / "radio.wav"), Earlier("2030-01-11", "the radio's archive"))
        with case.adding_sounds() as sounds:
            tagged = replace(sound, container=replace(sound.container, tags=(("comment", HOSTILE),)))
            version, peaks = sounds.peaks(sound.sha256)
            sounds.put(tagged, version, peaks)
            for kind, body in bodies(sound, earlier, other).items() if found else ():
                method = Method(f"{kind} by hand", "7", (("least", "8"),))
                sounds.note(make_finding(kind, sound.sha256, method, body))
    return path


def bodies(sound: Sound, earlier: Sound, other: Sound) -> dict[str, Body]:
    """What is found, by kind."""
    first = Passage(Stretch(2, 4), earlier.sha256, Stretch(1, 3), 1.0, 1.0, 120, Edges.REFINED, 0.93, 0.04, 88.1)
    second = Passage(Stretch(4.5, 5.5), other.sha256, Stretch(1, 2), 1.03, 1.0, 31, Edges.LANDMARKS)
    repeat = Passage(Stretch(0, 1), sound.sha256, Stretch(5, 6), 1.0, 1.0, 40, Edges.REFINED, 0.9, 0.02, 40.0)
    searched = (earlier.sha256, other.sha256)
    controls = (Controls(5, "as it is", 20, 20), Controls(5, "mp3 at 32 kbit/s", 20, 19))
    bound = Bound(Stretch(2, 4), BY, "coincides with old.wav", "https://example.org/old")
    later = Bound(Stretch(5, 6), AFTER, f"mentions the flood {HOSTILE}", "a.srt")
    where = Words("reports/a.txt", 3, 17)
    at, changed = (Stretch(3, 4),), Reworded(Change.REPLACED, "will", "shall")
    clipping = Fact("clipping", "2 runs of samples at the extremes", ("a recorder that was set too loud",), (Stretch(1, 1.01),))
    return {
        "inspection": Inspection((clipping,)),
        "reuse": Reuse(Outcome.OBSERVED, "Two passages coincide.", searched, (first, second), (repeat,), controls),
        "copies": Copies(
            other.sha256, Outcome.OBSERVED, "One is common.", (second,), (Difference(Change.MISSING, Stretch(0, 1), Stretch(0, 0)),), ()
        ),
        "bounds": Bounds(
            6,
            (Part(Stretch(2, 4), BY, (bound,)), Part(Stretch(5, 6), AFTER, (later,))),
            (Apart(Stretch(2, 4), Stretch(5, 6), "a composite, if both bounds hold"),),
            (),
            AFTER,
        ),
        "quotes": Quotes(
            (
                Quote(
                    "we will return", "Dormu", (where,), SpeechAct.STATEMENT, Wording.DIFFERENT, at, "a.srt", "we shall return", (changed,)
                ),
                Quote(CALL, None, (where,), SpeechAct.EXHORTATION, Wording.VERBATIM, at, "a.srt", CALL),
            )
        ),
    }


def _write(path: Path, samples: np.ndarray) -> None:  # type: ignore[type-arg]
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(8_000)
        out.writeframes((samples * 32_767).astype("<i2").tobytes())
