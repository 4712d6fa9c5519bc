"""The look that all pictures share: sizes, shades, and how doubt is shown, told apart in print, in grey and by the colour-blind.

Doubt is in the filling and the outline of a mark, never in its colour alone: full where it is said to be certain, paler, hatched or
empty the less sure it is, with a broken outline where it is only possible; what is denied is crossed.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from purport.records import Factuality

DARK, PALE, GREY, LIGHT, WHITE = "#1b3a57", "#9aa7b2", "#5a6570", "#dfe3e7", "#ffffff"
FONT = "Arial, 'Liberation Sans', Helvetica, sans-serif"
TITLE, HEADING, TEXT, SMALL = 16, 13, 12, 11
"""Sizes of letters, in pixels."""
LINE = 1.25
"""Height of a line of words, as a share of the size of its letters."""
PAGE, EDGE, GUTTER = 900, 20, 14
"""Width of a picture, the margin around it, and what parts its columns."""
MOST_ROWS = 200
"""Rows of a picture at most; what more there is is counted under it."""

HATCHED, CROSSED = "url(#hatched)", "url(#crossed)"


@dataclass(frozen=True, slots=True)
class Style:
    """How a mark is filled and outlined, and what that means."""

    means: str
    fill: str
    dash: str | None = None


STYLES = {
    Factuality.CERTAIN: Style("said to be certain", DARK),
    Factuality.PROBABLE: Style("probable", PALE),
    Factuality.POSSIBLE: Style("possible", HATCHED, "4 2"),
    Factuality.UNCOMMITTED: Style("left open", WHITE, "2 2"),
    Factuality.POSSIBLY_NOT: Style("possibly not", CROSSED, "2 2"),
    Factuality.PROBABLY_NOT: Style("probably not", CROSSED, "4 2"),
    Factuality.CERTAINLY_NOT: Style("denied", CROSSED),
}


def used(told: Collection[Factuality]) -> tuple[Style, ...]:
    """The styles that a legend explains, surest first."""
    return tuple(style for factuality, style in STYLES.items() if factuality in told)
