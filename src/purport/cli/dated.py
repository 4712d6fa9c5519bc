"""When a report was written, as ``purport date`` prints it."""

from __future__ import annotations

from dataclasses import dataclass

import click

from purport.pictures import Picture, Row, Sheet, dating
from purport.records import Basis, Published, Report
from purport.time.dating import told
from purport.time.solving import Dating
from purport.visible import in_one_line
from purport.wording import ON_WHAT, days

SHOWN = 6
"""Candidates that are printed one by one; of more, the first and the last day."""


@dataclass(frozen=True, slots=True)
class Why:
    """One reason, with its words."""

    why: str
    start: int | None
    end: int | None
    words: str | None


@dataclass(frozen=True, slots=True)
class DatedReport:
    """A line of ``purport date --json``."""

    path: str
    report: str
    dated: bool
    published: Published
    reasons: tuple[Why, ...]


def as_record(report: Report) -> DatedReport:
    """A report's date with the words of its reasons."""
    whys = tuple(
        Why(each.why, each.start, each.end, None if each.start is None else report.text[each.start : each.end])
        for each in report.published.reasons
    )
    return DatedReport(report.path, report.id, _is_dated(report.published), report.published, whys)


def print_dated(report: Report) -> None:
    """The path and the answer, then the reasons in order, each with the offset of its words."""
    click.echo(f"{in_one_line(report.path)}: {_answer(report.published)}")
    for number, reason in enumerate(report.published.reasons, start=1):
        place = "" if reason.start is None else f" [{reason.start}]"
        click.echo(f"  {number}. {in_one_line(reason.why)}{place}")


def drawn(report: Report, solved: Dating) -> Sheet:
    """A dating as a picture: each statement that narrowed the days, or takes part in the conflict, and what remains."""
    statements = solved.conflict or tuple(each.statement for each in solved.reasons)
    rows = tuple(Row(in_one_line(each.why), each.days) for each in statements)
    left = Row("they cannot all hold" if solved.conflict else f"left: {told(solved.days)}", solved.days)
    return dating(Picture(f"{in_one_line(report.path)}: when it was written", rows, left))


def _is_dated(when: Published) -> bool:
    return when.basis is not Basis.UNKNOWN and when.not_before is not None and when.not_after is not None


def _answer(when: Published) -> str:
    if when.basis is Basis.UNKNOWN:
        known = when.not_before is not None or when.not_after is not None
        return f"cannot be dated{f': {days(when.not_before, when.not_after)}' if known else ''}"
    if 1 < len(when.candidates) <= SHOWN:
        return f"{' or '.join(days(each.not_before, each.not_after) for each in when.candidates)}, {ON_WHAT[when.basis]}"
    return f"{days(when.not_before, when.not_after)}, {ON_WHAT[when.basis]}"
