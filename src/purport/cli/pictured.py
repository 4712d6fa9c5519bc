"""Pictures of a case: what is asked of it, and drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from purport.cli.terminal import say
from purport.dossier import Section
from purport.errors import UsageError
from purport.pictures import Sheet, ledger, sources, stacked, timeline
from purport.resolve.citing import around
from purport.tracing import find_network
from purport.viewing import lines

if TYPE_CHECKING:
    from purport.store import Case

MOST = 6
"""Questions in one picture at most, those of most answers."""


def timeline_of(case: Case, subject: str | None) -> Sheet:
    """The timeline of a case, or of one subject; ``UsageError`` where there is nothing to draw."""
    found = lines(case, Section.TIMELINE, subject)
    _something(found, subject)
    return timeline(found, f"What is told to have happened{_of(subject)}")


def ledger_of(case: Case, subject: str | None) -> Sheet:
    """Who is said to hold the places of a case, or one place."""
    found = lines(case, Section.LEDGER, subject)
    _something(found, subject)
    return ledger(found, f"Who is said to hold {subject or 'what'}")


def questions_of(case: Case, subject: str | None) -> Sheet:
    """The questions that some words are of, one below the other: those of most answers."""
    from purport.listings.drawn import draw_question
    from purport.listings.questions import find_asked

    found = [each for each in find_asked(case) if subject is None or each.tells_of(subject)]
    _something(found, subject)
    drawn = sorted(found, key=lambda each: -len(each.answers))[:MOST]
    if len(drawn) < len(found):
        say(f"{len(found)} questions are answered, the {len(drawn)} of most answers are drawn: --of narrows them")
    return stacked([draw_question(each) for each in drawn])


def sources_of(case: Case, name: str | None) -> Sheet:
    """Who cites whom in a case; or who cites somebody and whom they cite, and so on."""
    cited = find_network(case)
    shown = cited if name is None else around(cited, name)
    _something(shown.links, name)
    return sources(shown, f"Who cites whom{_of(name)}")


def _something(found: object, name: str | None) -> None:
    if not found:
        raise UsageError(f"nothing to draw{f': the case tells nothing of {name!r} here' if name else ''}")


def _of(name: str | None) -> str:
    return f": {name}" if name else ""
