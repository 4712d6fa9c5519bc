"""TimeML (Pustejovsky et al. 2003; UzZaman et al. 2013): events and time expressions tagged in the text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from example import Example, Marked

TYPES = {"DATE", "TIME", "DURATION", "SET"}


@dataclass(frozen=True, slots=True)
class Article:
    """A text, when it was written, ``None`` where that is not told, and what its time expressions come to, in their order.

    ``unscored`` is what is marked in the text as a time expression and not asked for.
    """

    example: Example
    written: date | None
    values: tuple[str, ...]
    unscored: tuple[Marked, ...] = ()


def read_timeml(folder: Path) -> list[Example]:
    """Every ``.tml`` file of ``folder`` and the folders in it, in order of name; what stands outside ``TEXT`` is left out.

    Raises:
        ValueError: A file is not XML or has no ``TEXT``.
    """
    return [article.example for article in read_articles(folder)]


def read_articles(folder: Path) -> list[Article]:
    """The same files with the values of their time expressions and the day of writing, as ``DCT`` has it; raises as ``read_timeml``."""
    return [_article(path) for path in sorted(folder.rglob("*.tml"), key=lambda path: path.stem)]


def _article(path: Path) -> Article:
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        raise ValueError(f"{path} is not XML: {error}") from error
    body, stamp = root.find(".//TEXT"), root.find(".//DCT/TIMEX3")
    if body is None:
        raise ValueError(f"{path} has no TEXT")
    timexes: list[Marked] = []
    events: list[Marked] = []
    values: dict[Marked, str] = {}

    def walk(element: ElementTree.Element, start: int) -> int:
        at = start + len(element.text or "")
        for child in element:
            at = walk(child, at) + len(child.tail or "")
        if element.tag == "TIMEX3" and element.get("type") in TYPES:
            timexes.append(Marked(start, at, element.get("type", "")))
            values[trim(text, timexes[-1])] = element.get("value", "")
        elif element.tag == "EVENT":
            events.append(Marked(start, at, element.get("class", "").lower()))
        return at

    text = "".join(body.itertext())
    walk(body, 0)
    example = Example(path.stem, text, timexes=_trimmed(text, timexes), events=_trimmed(text, events))
    written = None if stamp is None else date.fromisoformat(stamp.get("value", "")[:10])
    return Article(example, written, tuple(values[span] for span in example.timexes or ()))


def _trimmed(text: str, spans: list[Marked]) -> tuple[Marked, ...]:
    """The spans in order, without white space at their ends and without those of nothing else."""
    trimmed = (trim(text, span) for span in sorted(spans, key=lambda span: (span.start, span.end)))
    return tuple(span for span in trimmed if span.start < span.end)


def trim(text: str, span: Marked) -> Marked:
    """The span without white space at its ends."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Marked(start, max(start, span.start + len(words.rstrip())), span.label)
