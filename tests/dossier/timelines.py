"""What a made report tells, and entries put together without a case, for the tests of the dossier."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from purport.dossier.entries import Told, entries
from purport.dossier.lines import Context, Entry, Placed, Section
from purport.records import Analysis, Comparison, Factuality, Relation, Side, Span
from purport.resolve.accounts import Days
from purport.resolve.aliases import keys
from purport.resolve.claimed import accounts
from purport.resolve.profiles import profiles


def told(analysis: Analysis, section: Section) -> list[Entry]:
    """The entries of one section of a report."""
    own = profiles(analysis)
    names = {each.entity: keys(each) for each in own}
    return [each for each in entries(Told(analysis, accounts(analysis, names), own, names)) if each.section is section]


def days(first: str | None = None, last: str | None = None) -> Days:
    """The days from one to another."""
    return Days(*(date.fromisoformat(each) if each else None for each in (first, last)))


def placed(report: str, entry: Entry) -> Placed:
    """An entry in a report."""
    return Placed(f"{report}.txt", report, entry)


def context(*compared: Comparison) -> Context:
    """A case in which entities have the same ids in all reports, and each report is an origin."""

    def origins(told: Sequence[Placed]) -> set[str]:
        return {each.entry.by or each.report for each in told}

    return Context({}, {}, origins, compared=compared)


def compared(relation: Relation, left: tuple[str, str], right: tuple[str, str]) -> Comparison:
    """Two claims, each of a report, and how they stand to each other."""
    sides = [Side(f"{report}.txt", report, claim, (Span(0, 1),)) for report, claim in (left, right)]
    return Comparison(f"{left} {right}", relation, None, 0.9, "because", *sides)


def event(value: str, when: Days, *, kind: str = "strike", who: str = "Orla Vashan", sure: Factuality = Factuality.CERTAIN) -> Entry:
    """What a report tells of an event."""
    return Entry(Section.TIMELINE, who, who, "event", value, (Span(0, len(value)),), sure, when, "claim", same=kind)
