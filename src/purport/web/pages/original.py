"""The bytes that a report came from, to be kept, never shown by the browser."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import quote

from starlette.responses import Response

from purport.web.desk import Desk
from purport.web.pages.report import find_report


@dataclass(frozen=True, slots=True)
class OriginalAsked:
    """Which report."""

    report: str


def original(desk: Desk, asked: OriginalAsked) -> Response:
    """The bytes as a file to be saved: a hostile page does nothing then."""
    name = PurePath(find_report(desk, asked.report).report.path).name or "report"
    saved = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}
    return Response(desk.case.original(asked.report), media_type="application/octet-stream", headers=saved)
