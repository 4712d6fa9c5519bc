"""Pictures at addresses of their own, as SVG: what ``purport picture`` draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from starlette.responses import Response

from purport.dossier import Line
from purport.dossier.chronology import REPORT
from purport.pictures import Sheet, ledger, sources, svg, timeline
from purport.pictures.look import MOST_ROWS
from purport.resolve.citing import around
from purport.web.desk import Desk
from purport.web.page import Gone
from purport.web.pages.coverage import find_citing
from purport.web.pages.ledger import find_held
from purport.web.pages.timeline import find_told, within
from purport.web.telling import without_calls
from purport.web.zooming import asked_days


class Kind(StrEnum):
    """What is drawn."""

    TIMELINE = "timeline"
    LEDGER = "ledger"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class DrawingAsked:
    """What is drawn, ``about`` whom or what; ``since`` and ``until`` are days of a timeline; with ``save`` it is a file to be saved."""

    kind: Kind
    about: str = ""
    since: str = ""
    until: str = ""
    save: bool = False


def picture(desk: Desk, asked: DrawingAsked) -> Response:
    """A picture, which needs nothing from elsewhere; calls to violence are not in it."""
    drawn = desk.held(("picture", asked.kind, asked.about, asked.since, asked.until), lambda: svg(_draw(desk, asked)))
    headers = {"Cache-Control": "private, no-cache"}
    if asked.save:
        headers["Content-Disposition"] = f'attachment; filename="{asked.kind.value}.svg"'
    return Response(drawn, media_type="image/svg+xml", headers=headers)


def _draw(desk: Desk, asked: DrawingAsked) -> Sheet:
    about = asked.about.strip()
    of = f": {about}" if about else ""
    match asked.kind:
        case Kind.TIMELINE:
            return timeline(_something(_timeline(desk, asked)), f"What is told to have happened{of}")
        case Kind.LEDGER:
            held = find_held(desk, about)
            return ledger(_something(without_calls(desk, held, len(held))), f"Who is said to hold {about or 'what'}")
        case Kind.SOURCES:
            network = find_citing(desk)
            shown = around(network, about) if about else network
            if not shown.links:
                raise Gone("nothing to draw: nobody is found to cite anybody here")
            return sources(shown, f"Who cites whom{of}")


def _timeline(desk: Desk, asked: DrawingAsked) -> Sequence[Line]:
    days = asked_days(asked.since, asked.until)
    told = [each for each in find_told(desk, asked.about) if each.field != REPORT]
    return without_calls(desk, [each for group in within(told, days).values() for each in group] if days else told, MOST_ROWS)


def _something(found: Sequence[Line]) -> Sequence[Line]:
    if not found:
        raise Gone("nothing to draw: the case tells nothing of that here")
    return found
