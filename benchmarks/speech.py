"""Speech to measure the finding of earlier audio with: texts read by espeak-ng in many voices, kept as files that are made once.

    python benchmarks/speech.py --texts FILE... --work DIR [--hours 100]

``new.flac`` is read in a voice of its own, ``archive/`` in four others; ``unrelated/`` has other texts, ``same-*`` in the archive's voices
and ``other-*`` in others; ``earlier/`` is the large archive. No sentence is read twice in all of them: espeak-ng gives the same phrase the
same samples in one voice. Each file has its text beside it, and is made again only where that has changed. Needs the programs
``espeak-ng`` and ``ffmpeg``.
"""

from __future__ import annotations

import argparse
import csv
import html
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from rich.progress import track

from copies import PART, STORY

RATE = 16_000
"""Samples a second of every file."""
MINUTES = 60.0
LONG, SHORT = 46 * MINUTES, 20 * MINUTES
"""Seconds of the new recording and the longest of the archive's, and of the others of the archive."""
UNRELATED, SAME = 26, 8
"""Recordings of unrelated speech, of ``LONG`` seconds each: 20 hours; so many of them in the archive's voices."""
EARLIER = 60 * MINUTES
"""Seconds of a recording of the large archive."""
LETTERS = 0.115
"""Letters that are read in a second, for each word a minute of a voice's speed: a tenth more than espeak-ng reads of news."""
SHORTEST = 20
"""Letters of a sentence that is read."""
LANGUAGES = ("en-us", "en-gb", "en-gb-scotland", "en-gb-x-rp", "en-gb-x-gbclan", "en-029", "en-us-nyc")
VARIANTS = ("m3", "f2", "m5", "f4", "m1", "klatt2", "f3", "m7", "f5", "m2", "klatt", "m8", "f1", "m4", "klatt3", "m6")
OWN, VOICES, MANY = 1, 4, 24
"""Voices of the new recording, of the archive, and of the large archive; what is unrelated has those after them."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice of espeak-ng: its name, words a minute, and pitch from 0 to 99."""

    name: str
    speed: int
    pitch: int


@dataclass(frozen=True, slots=True)
class Speech:
    """A recording to be made at a path: so many seconds of a voice."""

    path: Path
    voice: Voice
    seconds: float


def voice(nth: int) -> Voice:
    """The n-th voice; those of the first hundred differ in language or variant."""
    name = f"{LANGUAGES[nth % len(LANGUAGES)]}+{VARIANTS[nth % len(VARIANTS)]}"
    return Voice(name, 145 + nth * 7 % 31, 35 + nth * 11 % 37)


def new(work: Path) -> Speech:
    """The new recording."""
    return Speech(work / "new.flac", voice(0), LONG)


def archive(work: Path) -> list[Speech]:
    """The archive that passages are taken from, each recording in a voice of its own."""
    return [Speech(work / f"archive/{nth}.flac", voice(OWN + nth), SHORT if nth else LONG) for nth in range(VOICES)]


def unrelated(work: Path) -> list[Speech]:
    """Speech that has nothing in common with the archive, first that in its voices."""
    same = [Speech(work / f"unrelated/same-{nth:02}.mp3", voice(OWN + nth % VOICES), LONG) for nth in range(SAME)]
    others = range(UNRELATED - SAME)
    return same + [Speech(work / f"unrelated/other-{nth:02}.mp3", voice(OWN + VOICES + MANY + nth), LONG) for nth in others]


def earlier(work: Path, hours: float) -> list[Speech]:
    """The large archive, of so many hours."""
    count = round(hours * 3600 / EARLIER)
    return [Speech(work / f"earlier/{nth:03}.mp3", voice(OWN + VOICES + nth % MANY), EARLIER) for nth in range(count)]


def texts(paths: Sequence[Path]) -> Iterator[str]:
    """The texts of files, or of folders of them: the longest field of each row of a CSV, each story of an SGML file, or all of a file."""
    for path in paths:
        if path.is_dir():
            yield from texts(sorted(each for each in path.rglob("*") if each.suffix in (".csv", ".sgm", ".txt")))
        elif path.suffix == ".csv":
            with path.open(encoding="utf-8", errors="replace", newline="") as file:
                yield from (max(row, key=len) for row in islice(csv.reader(file), 1, None) if row)
        elif path.suffix == ".sgm":
            stories = STORY.finditer(path.read_text(encoding="latin-1"))
            yield from (html.unescape(found[1]) for story in stories if (found := PART["BODY"].search(story[0])))
        else:
            yield path.read_text(encoding="utf-8", errors="replace")


def sentences(given: Iterator[str]) -> Iterator[str]:
    """The sentences of texts, each once however often it stands in them."""
    seen = set()
    for text in given:
        for sentence in re.split(r"(?<=[.!?])\s+|\n\s*\n", text):
            plain = re.sub(r"[^\x20-\x7e]+|\s+", " ", sentence).strip()
            if len(plain) >= SHORTEST and (folded := re.sub(r"\W+", "", plain).casefold()) not in seen:
                seen.add(folded)
                yield plain


def written(wanted: Sequence[Speech], read: Iterator[str]) -> list[Speech]:
    """Give each recording, in order, its text in a file beside it; those whose sound is not yet of that text."""
    missing = []
    for each in wanted:
        letters, lines = each.seconds * each.voice.speed * LETTERS, []
        while letters > 0:
            line = next(read, None)
            if line is None:
                sys.exit(f"The texts end before {each.path}: give more with --texts, or ask for fewer --hours.")
            lines.append(line)
            letters -= len(line) + 1
        beside, text = each.path.with_suffix(".txt"), "\n".join(lines)
        each.path.parent.mkdir(parents=True, exist_ok=True)
        if not (each.path.exists() and beside.exists() and beside.read_text() == text):
            each.path.unlink(missing_ok=True)
            beside.write_text(text)
            missing.append(each)
    return missing


def speak(wanted: Speech) -> None:
    """Make a recording from the text beside it; half-made ones bear another name."""
    part = wanted.path.with_name(f"part-{wanted.path.name}")
    say = ["espeak-ng", "-v", wanted.voice.name, "-s", f"{wanted.voice.speed}", "-p", f"{wanted.voice.pitch}", "--stdout"]
    form = ["-c:a", "libmp3lame", "-b:a", "48k", "-compression_level", "9"] if part.suffix == ".mp3" else ["-c:a", "flac"]
    cut = ["ffmpeg", "-v", "fatal", "-y", "-i", "-", "-t", f"{wanted.seconds}", "-ac", "1", "-ar", f"{RATE}"]
    with subprocess.Popen([*say, "-f", f"{wanted.path.with_suffix('.txt')}"], stdout=subprocess.PIPE) as speaker:
        subprocess.run([*cut, *form, f"{part}"], stdin=speaker.stdout, check=True)
        speaker.terminate()
    part.rename(wanted.path)


def make(paths: Sequence[Path], work: Path, hours: float) -> None:
    """Make all recordings that are not there yet, on every core, the small ones first."""
    wanted = [new(work), *archive(work), *unrelated(work), *earlier(work, hours)]
    missing = written(wanted, sentences(texts(paths)))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for _ in track(pool.map(speak, missing), "Speaking", total=len(missing), transient=True):
            pass


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=Path, nargs="+", action="extend", required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--hours", type=float, default=100.0)
    given = parser.parse_args()
    make(given.texts, given.work, given.hours)


if __name__ == "__main__":
    main()
