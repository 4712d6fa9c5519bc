"""Page text against pages marked by hand: F1 of characters that are no blanks.

    python benchmarks/page_text.py [FOLDER] [--weights DIR]

The furniture of the whole record is measured, but for what a careful reader counts as the report's own head: titles, outlets, bylines,
dates and datelines count for neither side. ``report lost`` is the share of the report's own characters that were taken for page text.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))

from corpora.own import Report, read_reports
from gate_reports import analysed
from purport.reader import Reader
from purport.reader.reader import WEIGHTS
from purport.records import FurnitureKind
from scoring import Count

PAGES = Path(__file__).parents[1] / "tests" / "page_text"
PAGE = (FurnitureKind.PAGE, FurnitureKind.CREDIT, FurnitureKind.PRINT_NOTE)


def measure(pages: Sequence[Report], weights: Path) -> dict[str, float]:
    """The figures over pages."""
    count, lost, own = Count(), 0, 0
    with Reader(weights) as reader:
        for page, reading in zip(pages, reader.read(page.text for page in pages), strict=True):
            furniture = analysed(page.text, reading).furniture
            head = {i for each in furniture if each.kind not in PAGE for i in range(each.start, each.end)}
            solid = {i for i, letter in enumerate(page.text) if not letter.isspace()}
            want = {i for start, end in page.page for i in range(start, end)} & solid
            solid -= head - want
            have = {i for each in furniture if each.kind in PAGE for i in range(each.start, each.end)} & solid
            count.add(len(want & have), len(have), len(want & solid))
            lost, own = lost + len(have - want), own + len(solid - want)
    return {"pages": len(pages), "page text": count.f1, "report lost": round(100 * lost / max(1, own), 2)}


def read_pages() -> list[Report]:
    """The project's own pages."""
    return read_reports(PAGES)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=PAGES)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    print(json.dumps(measure(read_reports(given.folder), given.weights), indent=1))


if __name__ == "__main__":
    main()
