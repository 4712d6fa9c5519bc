"""A picture read back: its words, and where its shapes stand."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

from purport.dossier.lines import Citation, Line, Section
from purport.pictures import Sheet, svg
from purport.records import Factuality

NS = "{http://www.w3.org/2000/svg}"


def tree(sheet: Sheet) -> Element:
    """The picture as a tree, as any reader of SVG takes it."""
    return fromstring(svg(sheet))


def texts(sheet: Sheet) -> list[str]:
    """All words of a picture in order, each text with its lines joined."""
    return [" ".join(part.strip() for part in each.itertext() if part.strip()) for each in tree(sheet).iter(f"{NS}text")]


def shapes(sheet: Sheet, tag: str, **look: str) -> list[dict[str, str]]:
    """The attributes of the shapes that have this look; not those of patterns."""
    root = tree(sheet)
    root.remove(next(root.iter(f"{NS}defs")))
    return [each.attrib for each in root.iter(f"{NS}{tag}") if look.items() <= each.attrib.items()]


def line(value: str, first: str | None = None, last: str | None = None, **fields: object) -> Line:
    """A line of a timeline, told as certain by one origin."""
    given = {
        "section": Section.TIMELINE,
        "subject": "Orle",
        "field": "event",
        "factuality": Factuality.CERTAIN,
        "origins": 1,
        "citations": (Citation("a.txt", 0, 4),),
        **fields,
    }
    return Line(value=value, not_before=first, not_after=last, **given)  # type: ignore[arg-type]
