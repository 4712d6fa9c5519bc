"""Who cites whom, as a picture: outlets at the left, what they have their claims through, and the sources that these name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log2

from purport.pictures.bundles import bundled, most_cited
from purport.pictures.drawing import Shape, Sheet, arrow, box, path, words
from purport.pictures.layers import Layout, Way, lay_out
from purport.pictures.legend import Sample, legend, legend_height
from purport.pictures.letters import wrapped
from purport.pictures.look import DARK, EDGE, GREY, LINE, PAGE, PALE, SMALL, TEXT, TITLE, WHITE
from purport.resolve.citing import Cited, CitedKind, Network

COLUMN, BETWEEN, APART = 196.0, 92.0, 10.0
"""Width of a column, and what parts columns and boxes."""
MOST_LINES, PAD = 3, 7.0
FILLED = {CitedKind.OUTLET: DARK, CitedKind.RELAY: PALE, CitedKind.SOURCE: WHITE}
MEANS = {
    CitedKind.OUTLET: "outlet with a report here",
    CitedKind.RELAY: "outlet or agency that it came through",
    CitedKind.SOURCE: "source",
}


@dataclass(frozen=True, slots=True)
class Box:
    """A box with its words, and where its middle stands."""

    node: Cited
    lines: tuple[str, ...]
    note: str

    @property
    def height(self) -> float:
        """How high it is."""
        return len(self.lines) * TEXT * LINE + SMALL * LINE * bool(self.note) + 2 * PAD


def sources(cited: Network, title: str) -> Sheet:
    """An arrow leads from who cites to who is cited, the thicker the more claims. Who neither cites nor is cited is left out.

    Sources that one alone cites share a box, but for the few that it cites most.
    """
    most = most_cited(bundled(cited))
    shown = most.network
    counts = Counter({link.of: 0 for link in shown.links})
    for link in shown.links:
        counts[link.of] += link.claims
    boxes = {node.id: _box(node, counts[node.id]) for node in shown.nodes}
    layout = lay_out({id_: each.height for id_, each in boxes.items()}, [(link.by, link.of) for link in shown.links], APART)
    claims = {(link.by, link.of): link.claims for link in shown.links}
    columns = max((layout.column[id_] for id_ in boxes), default=0) + 1
    width = max(PAGE, 2 * EDGE + columns * COLUMN + (columns - 1) * BETWEEN)
    head = wrapped(title, width - 2 * EDGE, TITLE, 2)
    top = EDGE + len(head) * TITLE * LINE + 16
    bottom = top + max((layout.middle[id_] + each.height / 2 for id_, each in boxes.items()), default=0)
    kinds = [kind for kind in CitedKind if any(node.kind is kind for node in shown.nodes)]
    samples = [_sample(kind) for kind in kinds]
    foot = bottom + 34
    note = [f"{most.left_out} more who cite or are cited are left out, those of fewest claims."] if most.left_out else []
    shapes = [
        words(head, EDGE, EDGE + TITLE, size=TITLE, font_weight="bold"),
        *(shape for way in layout.ways for shape in _arrow(way, layout, boxes, top, claims[way.arrow])),
        *(shape for each in boxes.values() for shape in _drawn(each, layout, top)),
        *legend(samples, foot),
        *(words(line, EDGE, foot + legend_height(samples) + SMALL / 2, size=SMALL, fill=GREY) for line in note),
    ]
    return Sheet(width, foot + legend_height(samples) + SMALL * LINE * len(note) + EDGE - 6, title, shapes)


def _box(node: Cited, claims: int) -> Box:
    note = f"{claims} claim{'' if claims == 1 else 's'} from it" if claims else ""
    return Box(node, wrapped(_label(node), COLUMN - 2 * PAD - 4, TEXT, MOST_LINES), note)


def _label(node: Cited) -> str:
    """What stands in a box: "The army" for what one report calls "the army" and another "The army"."""
    first = node.name.split(" ")[0]
    return node.name[:1].upper() + node.name[1:] if node.kind is CitedKind.SOURCE and first.islower() else node.name


def _left(column: int) -> float:
    return EDGE + column * (COLUMN + BETWEEN)


def _drawn(each: Box, layout: Layout, top: float) -> Iterator[Shape]:
    x, y = _left(layout.column[each.node.id]), top + layout.middle[each.node.id] - each.height / 2
    kind = each.node.kind
    yield box(x, y, COLUMN, each.height, fill=FILLED[kind], stroke=DARK, stroke_width=1.2, rx=4 if kind is CitedKind.SOURCE else 0)
    ink = WHITE if kind is CitedKind.OUTLET else DARK
    yield words(each.lines, x + PAD + 2, y + PAD + TEXT, fill=ink)
    if each.note:
        yield words(each.note, x + PAD + 2, y + PAD + len(each.lines) * TEXT * LINE + SMALL, size=SMALL, fill=ink)


def _arrow(way: Way, layout: Layout, boxes: Mapping[str, Box], top: float, claims: int) -> Iterator[Shape]:
    """From box to box, level through what it passes; it points to the right, or where it closes a circle to the left and is broken."""
    thick = 1 + min(log2(claims), 4) * 0.6
    steps: list[str | float] = []
    for number, stop in enumerate(way.stops):
        left, y = _left(layout.column[stop]), top + layout.middle[stop]
        if number:
            half = left - BETWEEN / 2
            steps += ["C", half, float(steps[-1]), half, y, left - (7 if stop == way.stops[-1] and not way.is_back else 0), y]
        if stop not in boxes:
            steps += ["L", left + COLUMN, y]
        elif not number:
            steps += ["M", left + COLUMN + (7 if way.is_back else 0), y]
    yield path(steps, stroke=GREY, stroke_width=thick, stroke_dasharray="5 3" if way.is_back else None)
    tip = way.stops[0] if way.is_back else way.stops[-1]
    x = _left(layout.column[tip])
    size = 3.5 + thick / 2
    if way.is_back:
        yield arrow(x + COLUMN, top + layout.middle[tip], -1, size=size, fill=GREY)
    else:
        yield arrow(x, top + layout.middle[tip], 1, size=size, fill=GREY)


def _sample(kind: CitedKind) -> Sample:
    rounded = 4 if kind is CitedKind.SOURCE else 0
    return Sample(MEANS[kind], lambda x, y: [box(x, y - 6, 28, 12, fill=FILLED[kind], stroke=DARK, stroke_width=1.2, rx=rounded)])
