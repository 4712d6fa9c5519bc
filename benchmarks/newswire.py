"""Stories of a real newswire, read once and kept: Reuters-21578, for what is measured over a large case.

    python benchmarks/newswire.py FOLDER CACHE [--stories 10000]

Stories of 70 to 350 words, in the order of their numbers, each with the day that its file gives. ``CACHE`` is a file of pickles outside the
project, added to where it holds fewer stories than are asked for: reading 10,000 takes two cores about a quarter of an hour.
"""

from __future__ import annotations

import argparse
import html
import pickle
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from itertools import islice
from pathlib import Path

from copies import PART, STORY
from purport.analyse import analyse
from purport.errors import ReportError
from purport.ingest import Given, parse_document
from purport.reader import Reader
from purport.records import Analysis, Document, Interval

FEWEST, MOST = 70, 350
"""Words of a story."""
DATE = re.compile(r"<DATE>\s*(\d+-[A-Z]{3}-\d{4})")

Read = tuple[Analysis, bytes]
"""A story's record, and the bytes that it was read from."""


def documents(folder: Path) -> Iterator[Document]:
    """The stories of a fitting length, each with its day of publication."""
    for path in sorted(folder.glob("*.sgm")):
        for story in STORY.finditer(path.read_text(encoding="latin-1")):
            title, body = (html.unescape(found[1]) if (found := PART[name].search(story[0])) else "" for name in ("TITLE", "BODY"))
            text = re.sub(r"\s*reuter\s*\x03?\s*\Z", "", body, flags=re.IGNORECASE)
            if not FEWEST <= len(text.split()) <= MOST:
                continue
            try:
                yield parse_document(text.encode(), f"{int(story[1]):05}.txt", Given(_day(story[0]), outlet="Reuters", title=title.strip()))
            except ReportError:
                continue


def _day(story: str) -> Interval | None:
    found = DATE.search(story)
    day = datetime.strptime(found[1], "%d-%b-%Y").date().isoformat() if found else None
    return Interval(day, day) if day else None


def kept(cache: Path) -> dict[str, Read]:
    """The stories that a cache holds, by path; one half written at its end is left out."""
    found: dict[str, Read] = {}
    if cache.exists():
        with cache.open("rb") as file, suppress(EOFError, pickle.UnpicklingError):
            while True:
                read = pickle.load(file)
                found[read[0].report.path] = read
    return found


def stories(folder: Path, cache: Path, count: int) -> list[Read]:
    """The first stories; those that the cache does not hold are read and added to it."""
    found = kept(cache)
    wanted = list(islice(documents(folder), count))
    missing = [each for each in wanted if each.report.path not in found]
    if missing:
        with cache.open("ab") as file, Reader() as reader:
            for document, analysis in analyse(missing, reader):
                found[document.report.path] = read = (analysis, document.original)
                pickle.dump(read, file)
    return [found[each.report.path] for each in wanted]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("cache", type=Path)
    parser.add_argument("--stories", type=int, default=10_000)
    given = parser.parse_args()
    print(len(stories(given.folder, given.cache, given.stories)))


if __name__ == "__main__":
    main()
