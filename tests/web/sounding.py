"""A case with files of recordings: tones in WAV, what is said of them, and a finding of every kind, made by hand."""

from __future__ import annotations

import math
import struct
import wave
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from purport.findings import (
    Apart,
    Body,
    Bound,
    Bounds,
    Change,
    Claimed,
    Container,
    Controls,
    Copies,
    Difference,
    Earlier,
    Edges,
    Fact,
    Finding,
    Ground,
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
    Stream,
    Stretch,
    Wording,
    Words,
    make_finding,
)
from purport.records import Interval, SpeechAct
from purport.store import Case

RATE = 8_000
AUDIO = "audio, Veshan Dormu, 2031-03-06"
"""What the example case calls its foremost recording."""
CALL = "Do not sleep beside your bread"
LINES = "1\n00:00:00,000 --> 00:00:02,000\nThe bridge of Karesh is ours.\n\n2\n00:00:02,000 --> 00:00:04,000\n{}.\n"
MADE = Method("by hand", "7", (("step", "0.2 s"),))


def tone(path: Path, hertz: float, seconds: float = 8.0) -> Path:
    """A file with a tone."""
    samples = (int(9_000 * math.sin(2 * math.pi * hertz * nth / RATE)) for nth in range(int(seconds * RATE)))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(b"".join(struct.pack("<h", each) for each in samples))
    return path


def sound_of(path: Path, codec: str = "pcm_s16le", format_: str = "wav", **others: object) -> Sound:
    """What a case keeps of a file that ``tone`` made, as if it were of another codec or container."""
    content = path.read_bytes()
    stream = Stream(0, "audio", codec, None, RATE, 1, 128_000, 8.0)
    container = Container(format_, len(content), 8.0, 128_000, (("encoder", "a tone"),), (stream,))
    made = Sound(path.name, str(path), sha256(content).hexdigest(), sha256(content[44:]).hexdigest(), 8.0, 0, container)
    return replace(made, **others)  # type: ignore[arg-type]


def add_sounds(case: Case, folder: Path) -> dict[str, Sound]:
    """Files under examination, an earlier one, and findings of every kind; by name."""
    made = [sound_of(tone(folder / name, hertz)) for name, hertz in (("message.wav", 300), ("copy.wav", 350), ("speech.wav", 400))]
    message, copy, speech = made
    with case.adding_sounds() as sounds:
        for each in made:
            sounds.put(each, "1", b"")
        sounds.claim(message.sha256, Claimed("A message of Dormu", "post 112", Interval("2031-03-05", "2031-03-06"), "Dormu", AUDIO))
        sounds.publish(speech.sha256, Earlier("2029-05-01", "the radio's archive", "a speech"))
        sounds.add_transcript(message.sha256, "message.srt", LINES.format(CALL).encode())
        sounds.bound(message.sha256, _noted())
        for each in _findings(message, copy, speech):
            sounds.note(each, copy.sha256 if each.kind == "copies" else "")
    return {each.name: each for each in made}


def _findings(message: Sound, copy: Sound, speech: Sound) -> Iterable[Finding]:
    bodies: dict[str, Body] = {
        "inspection": Inspection((Fact("silence", "one run of zeros", ("phones send nothing in pauses",), (Stretch(1, 2),)),)),
        "reuse": _reuse(message, speech),
        "copies": _copies(copy),
        "bounds": _bounds(),
        "quotes": _quotes(),
    }
    return (make_finding(kind, message.sha256, MADE, body) for kind, body in bodies.items())


def _reuse(message: Sound, speech: Sound) -> Reuse:
    passages = (
        Passage(Stretch(2, 4.5), speech.sha256, Stretch(5, 7.5), 1.0, 1.0, 40, Edges.REFINED, 0.81, 0.07, 22.0),
        Passage(Stretch(5, 6), speech.sha256, Stretch(1, 2), 1.0, 1.02, 12, Edges.LANDMARKS),
    )
    again = Passage(Stretch(0, 1), message.sha256, Stretch(6, 7), 1.0, 1.0, 15, Edges.REFINED, 0.9, 0.1, 30.0)
    why = "Two passages coincide with an earlier recording."
    return Reuse(Outcome.OBSERVED, why, (speech.sha256, "f" * 64), passages, (again,), (Controls(10, "as it is", 20, 19),))


def _copies(copy: Sound) -> Copies:
    common = Passage(Stretch(0, 6), copy.sha256, Stretch(0.5, 6.5), 1.0, 1.0, 90, Edges.REFINED, 0.9, 0.1, 40.0)
    parts = Difference(Change.INSERTED, Stretch(0, 0), Stretch(0, 0.5)), Difference(Change.MISSING, Stretch(6, 8), Stretch(6.5, 6.5))
    return Copies(copy.sha256, Outcome.OBSERVED, "One part is common.", (common,), parts, (Fact("level", "3 dB quieter", ("a gain",)),))


def _noted() -> Bound:
    return Bound(Stretch(5, 6), Interval("2030-01-01"), "the bridge fell that day", "a desk note")


def _bounds() -> Bounds:
    told = Bound(
        Stretch(2, 4), Interval("2030-03-02"), f"mentions “{CALL}”", "message.srt", Ground.TRANSCRIPT, (Words("message.srt", 40, 60),)
    )
    passage = Bound(Stretch(5, 6), Interval(None, "2029-05-01"), "coincides with speech.wav", "the radio's archive", Ground.PASSAGE)
    parts = (
        Part(Stretch(2, 4), Interval("2030-03-02"), (told,)),
        Part(Stretch(5, 6), Interval(), (passage, _noted()), (passage, _noted())),
    )
    apart = Apart(Stretch(5, 6), Stretch(2, 4), "not at one time, if both bounds hold")
    return Bounds(8.0, parts, (apart,), (told,), Interval("2030-03-02", "2031-03-06"), ("all was read",))


def _quotes() -> Quotes:
    call = Quote(
        CALL, "the speaker", (Words("a.txt", 10, 40),), SpeechAct.EXHORTATION, Wording.VERBATIM, (Stretch(2, 4),), "message.srt", CALL
    )
    changes = (Reworded(Change.REPLACED, "theirs", "ours"),)
    said = (Words("a.txt", 50, 80),)
    other = Quote(
        "The bridge is theirs",
        "Dormu",
        said,
        SpeechAct.STATEMENT,
        Wording.DIFFERENT,
        (Stretch(0, 2),),
        "message.srt",
        "The bridge is ours",
        changes,
    )
    absent = Quote("Nobody said that", None, said, SpeechAct.STATEMENT, Wording.NOT_FOUND)
    return Quotes((call, other, absent), ("three quotations were held against message.srt",))
