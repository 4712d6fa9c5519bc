"""Shapes and words as SVG. What is drawn is a tree of elements, so that words of a report are always words, whatever stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from purport.pictures.letters import shown
from purport.pictures.look import DARK, FONT, LINE, TEXT, WHITE

Shape = Element


@dataclass(frozen=True, slots=True)
class Sheet:
    """A picture: its size in pixels, what it is called, and its shapes, the last on top."""

    width: float
    height: float
    title: str
    shapes: Sequence[Shape]


def svg(sheet: Sheet) -> str:
    """The picture as an SVG document on white, which needs nothing from elsewhere."""
    width, height = _number(sheet.width), _number(sheet.height)
    size = {"width": width, "height": height, "viewBox": f"0 0 {width} {height}"}
    root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size, "font-family": FONT, "role": "img"})
    SubElement(root, "title").text = shown(sheet.title)
    root.append(_patterns())
    root.append(box(0, 0, sheet.width, sheet.height, fill=WHITE))
    root.extend(sheet.shapes)
    indent(root)
    return tostring(root, encoding="unicode") + "\n"


def stacked(sheets: Sequence[Sheet]) -> Sheet:
    """Pictures one below the other, as one by the name of the first."""
    shapes: list[Shape] = []
    y = 0.0
    for each in sheets:
        part = Element("g", {"transform": f"translate(0 {_number(y)})"})
        part.extend(each.shapes)
        shapes.append(part)
        y += each.height
    return Sheet(max(each.width for each in sheets), y, sheets[0].title, shapes)


def box(x: float, y: float, width: float, height: float, **look: str | float | None) -> Shape:
    """A rectangle; ``look`` is its attributes, with ``_`` for ``-``."""
    return _shape("rect", {"x": x, "y": y, "width": width, "height": height}, look)


def stroke(x: float, y: float, to_x: float, to_y: float, **look: str | float | None) -> Shape:
    """A straight line."""
    return _shape("line", {"x1": x, "y1": y, "x2": to_x, "y2": to_y}, {"stroke": DARK, **look})


def path(steps: Iterable[str | float], **look: str | float | None) -> Shape:
    """A path, by SVG's commands and numbers."""
    way = " ".join(each if isinstance(each, str) else _number(each) for each in steps)
    return _shape("path", {"d": way}, {"fill": "none", "stroke": DARK, **look})


def disc(x: float, y: float, radius: float, **look: str | float | None) -> Shape:
    """A circle."""
    return _shape("circle", {"cx": x, "cy": y, "r": radius}, look)


def arrow(x: float, y: float, way: int, *, size: float = 5, **look: str | float | None) -> Shape:
    """A triangle whose tip is at ``x``, ``y``, pointing right where ``way`` is 1 and left where it is -1."""
    back = x - way * size * 1.4
    return path(("M", x, y, "L", back, y - size, "L", back, y + size, "Z"), **{"fill": DARK, "stroke": "none", **look})


def words(lines: str | Sequence[str], x: float, y: float, *, size: float = TEXT, **look: str | float | None) -> Shape:
    """Words in one line or several; ``y`` is the foot of the first."""
    each = (lines,) if isinstance(lines, str) else lines
    element = _shape("text", {"x": x, "y": y, "font-size": size}, {"fill": DARK, **look})
    if len(each) == 1:
        element.text = shown(each[0])
        return element
    for number, line in enumerate(each):
        part = SubElement(element, "tspan", {"x": _number(x), "y": _number(y + number * size * LINE)})
        part.text = shown(line)
    return element


def _shape(tag: str, place: dict[str, str | float], look: dict[str, str | float | None]) -> Shape:
    given = {**place, **{name.replace("_", "-"): value for name, value in look.items() if value is not None}}
    return Element(tag, {name: value if isinstance(value, str) else _number(value) for name, value in given.items()})


def _number(value: float) -> str:
    """A number with one digit after the point, none where that is nought."""
    return f"{value:.1f}".removesuffix(".0")


def _patterns() -> Shape:
    """What is hatched, what is crossed, and what fades to one side."""
    defs = Element("defs")
    for name, ways in (("hatched", ("M0 5 L5 0",)), ("crossed", ("M0 5 L5 0", "M0 0 L5 5"))):
        pattern = SubElement(defs, "pattern", {"id": name, "width": "5", "height": "5", "patternUnits": "userSpaceOnUse"})
        SubElement(pattern, "rect", {"width": "5", "height": "5", "fill": WHITE})
        for way in ways:
            SubElement(pattern, "path", {"d": way, "stroke": DARK, "stroke-width": "1", "stroke-linecap": "square"})
    for name, ends in (("fade-right", ("0", "1")), ("fade-left", ("1", "0"))):
        gradient = SubElement(defs, "linearGradient", {"id": f"{name}-light", "x1": ends[0], "x2": ends[1]})
        SubElement(gradient, "stop", {"offset": "0.35", "stop-color": WHITE})
        SubElement(gradient, "stop", {"offset": "1", "stop-color": WHITE, "stop-opacity": "0"})
        mask = SubElement(defs, "mask", {"id": name, "maskContentUnits": "objectBoundingBox"})
        SubElement(mask, "rect", {"x": "-0.1", "y": "-0.5", "width": "1.2", "height": "2", "fill": f"url(#{name}-light)"})
    return defs
