"""The timeline of a case as TimelineJS reads it: one event a line, with its doubt beside its date.

``start_date`` and ``end_date`` are the days within which what the line tells lies; ``display_date`` says that, and how sure it is. Where
one of them is not known the event stands at the other. TimelineJS shows texts as HTML and makes links of addresses: here every text is
escaped, and no links are made.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

from purport.dossier import Section
from purport.export.case import Cited, Exported, LineRow
from purport.export.objects import headline, within, write_json
from purport.records import Factuality
from purport.wording import HOW_SURE, counted, days, how_sure

NAME = "timeline.json"
MOST_CITED = 12
"""Quotations in one event; of the others their number is told."""


def write(exported: Exported, folder: Path) -> list[Path]:
    """Writes one file. Lines of which no day is known are left out; the title says how many."""
    lines = [each for each in exported.lines if each.section is Section.TIMELINE]
    dated = [each for each in lines if each.not_before or each.not_after]
    undated = len(lines) - len(dated)
    notes = (exported.note, f"{counted(undated, 'line')} without a day left out." if undated else None)
    title = {"text": _text(exported.title, [each for each in notes if each])}
    return [write_json(folder / NAME, {"title": title, "events": [_event(number, each) for number, each in enumerate(dated, 1)]})]


def _event(number: int, line: LineRow) -> dict[str, Any]:
    first, last = line.not_before or line.not_after, line.not_after or line.not_before
    event: dict[str, Any] = {"unique_id": f"line-{number}", "start_date": _date(first or "")}
    if first != last:
        event["end_date"] = _date(last or "")
    return event | {
        "display_date": escape(_when(line)),
        "group": escape(line.subject),
        "text": _text(_headline(line), _told(line)),
        "autolink": False,
    }


def _date(day: str) -> dict[str, int]:
    year, month, number = (int(part) for part in day.split("-"))
    return {"year": year, "month": month, "day": number}


def _when(line: LineRow) -> str:
    when = within(line.not_before, line.not_after)
    return when if line.factuality is Factuality.CERTAIN else f"{when}; {how_sure(line.factuality)}"


def _headline(line: LineRow) -> str:
    """What the line tells; what nobody is certain of does not read as if it had happened."""
    return headline(line) if line.factuality is Factuality.CERTAIN else f"[{HOW_SURE[line.factuality]}] {headline(line)}"


def _told(line: LineRow) -> list[str]:
    left = len(line.cited) - MOST_CITED
    rest = [f"{counted(left, 'quotation')} more"] if left > 0 else []
    return [counted(line.origins, "origin"), *(_quoted(each) for each in line.cited[:MOST_CITED]), *rest]


def _quoted(cited: Cited) -> str:
    return f"“{cited.quote.shown}” {cited.outlet or cited.path}, {days(cited.not_before, cited.not_after)}"


def _text(headline: str, paragraphs: list[str]) -> dict[str, str]:
    return {"headline": escape(headline), "text": "".join(f"<p>{escape(each)}</p>" for each in paragraphs)}
