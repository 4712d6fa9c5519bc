"""Time expressions with what they come to, against documents in TimeML, or WikiWars.

    python benchmarks/timexes.py FOLDER... [--dev | --train] [--timex2] [--weights DIR]

``--dev`` keeps the documents that training and rules are held from, ``--train`` the others. Strict F1 of edges; relaxed F1 of any
overlap, the same edges first, then the most shared; F1 of the types and of the values of those paired so, over all found and all wanted,
as TempEval-3 counts. Values are the same where their letters are, great or small. Beside them the layer's own pace, in words a second of
one thread: from the spans that the network found, and the tree, to values. ``--timex2`` is for WikiWars' texts with markup in them
(``keyinline``), which tell of long ago: they have no day of writing (``training/corpora/timex2.py`` says how they are read).
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))

from corpora.splits import is_dev
from corpora.timeml import Article, read_articles
from corpora.timex2 import read_timex2
from example import Marked
from purport.extract import find_expressions, grow, page_of
from purport.extract.syntax import Tree
from purport.reader import Reader, Reading
from purport.reader.reader import WEIGHTS
from purport.records import Analysis, Report
from purport.time.expression import resolve
from scoring import Scores, paired


@dataclass(frozen=True, slots=True)
class Timed:
    """A time expression with its type and value; one without a value has the empty one."""

    start: int
    end: int
    type: str
    value: str

    @property
    def edges(self) -> tuple[int, int]:
        """Where it starts and ends."""
        return self.start, self.end


def compare(article: Article, found: Sequence[Timed], scores: Scores) -> None:
    """Add one document to the scores."""
    want = wanted(article.example.timexes or (), article.values)
    found = [found[i] for i in _asked(article, found)]
    pairs = _pairs(want, found)
    scores.of("timexes strict").add(sum(one.edges == other.edges for one, other in pairs), len(found), len(want))
    scores.of("timexes relaxed").add(len(pairs), len(found), len(want))
    scores.of("timexes type F1").add(sum(one.type == other.type for one, other in pairs), len(found), len(want))
    values(want, found, scores)


def values(want: Sequence[Timed], found: Sequence[Timed], scores: Scores) -> None:
    """Add the values of one document to the scores."""
    right = sum(one.value.upper() == other.value.upper() for one, other in _pairs(want, found))
    scores.of("timexes value").add(right, len(found), len(want))


def _pairs(want: Sequence[Timed], found: Sequence[Timed]) -> list[tuple[Timed, Timed]]:
    return [(want[i], found[j]) for i, j in paired([each.edges for each in want], [each.edges for each in found])]


def _asked(article: Article, found: Sequence[Timed]) -> list[int]:
    """The places of those found that are wanted, or touch nothing that the corpus leaves out."""
    edges = [each.edges for each in found]
    kept = {j for _, j in paired([(span.start, span.end) for span in article.example.timexes or ()], edges)}
    return [j for j, (start, end) in enumerate(edges) if j in kept or not any(s.start < end and start < s.end for s in article.unscored)]


def wanted(spans: Iterable[Marked], told: Iterable[str]) -> list[Timed]:
    """Annotated time expressions with their values."""
    return [Timed(span.start, span.end, span.label, value) for span, value in zip(spans, told, strict=True)]


def recorded(analysis: Analysis) -> list[Timed]:
    """The time expressions of a record."""
    return [Timed(each.start, each.end, each.type, each.value or "") for each in analysis.timexes]


def resolved(text: str, reading: Reading, tree: Tree, written: date | None) -> list[Timed]:
    """The time expressions of a reading, resolved by the day of writing if there is one."""
    expressions = find_expressions(Report(id="", path="", sha256="", text=text), reading.timexes, page_of(()), tree)
    dated = resolve(expressions, written and (written, written))
    return [Timed(each.start, each.end, own.type, own.value or "") for each, own in zip(expressions, dated, strict=True)]


def documents(folders: Iterable[Path], part: str = "", *, timex2: bool = False) -> list[Article]:
    """The documents of folders: of the part ``dev``, of ``train``, or all."""
    articles = [article for folder in folders for article in (read_timex2 if timex2 else read_articles)(folder)]
    return [article for article in articles if not part or is_dev(article.example.name) == (part == "dev")]


def measure(articles: Sequence[Article], weights: Path) -> dict[str, float]:
    """The figures over documents."""
    with Reader(weights) as reader:
        return score(articles, reader.read(article.example.text for article in articles))


def score(articles: Sequence[Article], readings: Iterable[Reading]) -> dict[str, float]:
    """The figures over documents and their readings."""
    scores, words, seconds = Scores(), 0, 0.0
    for article, reading in zip(articles, readings, strict=True):
        tree = grow(reading.words)
        began = time.thread_time()
        found = resolved(article.example.text, reading, tree, article.written)
        seconds += time.thread_time() - began
        words += len(reading.words)
        compare(article, found, scores)
    return scores.as_dict() | {"words a second": round(words / max(seconds, 1e-9))}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--dev", dest="part", action="store_const", const="dev", default="")
    part.add_argument("--train", dest="part", action="store_const", const="train")
    parser.add_argument("--timex2", action="store_true")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    print(json.dumps(measure(documents(given.folders, given.part, timex2=given.timex2), given.weights), indent=1))


if __name__ == "__main__":
    main()
