"""Pictures written as files, without a network: SVG by itself, PNG by the extra ``pictures``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from purport.errors import UsageError
from purport.pictures.drawing import Sheet, svg

SUFFIXES = (".svg", ".png")
SHARP = 2
"""Points of a PNG for a pixel."""
TALLEST = 16_000
"""Points of a PNG in either direction at most: what browsers and word processors still open."""


def check(path: Path) -> None:
    """Nothing, where a picture can be written there; ``UsageError`` where the suffix is of no picture, or the extra is missing."""
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError(f"{path}: a picture is written as .svg or .png")
    if path.suffix.lower() == ".png":
        _converter()


def save_sheet(sheet: Sheet, path: Path) -> None:
    """Writes a picture; ``UsageError`` where that is not possible."""
    check(path)
    drawn = svg(sheet)
    try:
        if path.suffix.lower() == ".png":
            path.write_bytes(_converter().svg_to_png(drawn, scale=min(SHARP, TALLEST / max(sheet.width, sheet.height))))
        else:
            path.write_text(drawn, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from error


def _converter() -> Any:
    try:
        import vl_convert
    except ImportError as error:
        raise UsageError("a picture as .png needs the extra: pip install 'purport[pictures]'; .svg needs nothing") from error
    return vl_convert
