"""An invented case as its files are made from it: the reports of ``told.strike``, a page with a call, and lines written by hand."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import factory
from purport import resolving
from purport.dossier import Section
from purport.export.case import Cited, Exported, LineRow, Quote, ReportRow
from purport.export.gathering import gather
from purport.export.private import NOBODY, Asked
from purport.records import Analysis, Factuality, SpeechAct
from purport.store import Case
from told import Saying, report, strike

CALL = "burn the mill"
TEXT = (
    "The gate 🌉 of Tashkent is <shut>, Mira Dahl said. The Lantern Front told its men to burn the mill. "
    "Nobody from the town came, the guard said. The guard promised to open it."
)


def page() -> Analysis:
    """A page with a call in it, characters beyond the first plane, and a name with a mark-up's signs beside it."""
    told = report(
        "pages/gate.html",
        TEXT,
        Saying("The gate 🌉 of Tashkent is <shut>", "Mira Dahl"),
        Saying(CALL, "The Lantern Front", "told", act=SpeechAct.EXHORTATION),
        Saying("Nobody from the town came", "the guard", factuality=Factuality.POSSIBLE),
        Saying("to open it", "The guard", "promised", act=SpeechAct.PROMISE),
        day="2031-03-09",
        outlet="Gate & Sons",
        names=[("Tashkent", "pla"), ("Mira Dahl", "per"), ("The Lantern Front", "org")],
    )
    return replace(told, report=replace(told.report, media_type="text/html", language="en", url="https://gate.example/a?b=1&c"))


@cache
def exported(asked: Asked = NOBODY, *, unfold: bool = False) -> Exported:
    """The case, without the names of those ``asked`` for."""
    with TemporaryDirectory() as folder, Case.open(str(Path(folder) / "karst.case"), create=True) as case:
        case.add_many([(each, factory.original(each.report)) for each in (*strike(), page())], reader="reader 1")
        resolving.resolve(case)
        return gather(case, "The strike on Karst", asked, unfold=unfold).exported


def with_lines(*lines: LineRow) -> Exported:
    """The case with these lines and no others."""
    return replace(exported(), lines=lines)


def row(made: Exported, path: str) -> ReportRow:
    """The report at a path."""
    return next(each for each in made.reports if each.path == path)


def cite(path: str, words: str) -> Cited:
    """Words of a report of the case."""
    own = row(exported(), path)
    at = factory.span(own.text, words)
    return Cited(path, own.id, own.outlet, own.not_before, own.not_after, Quote(at.start, at.end, words, words))


def line(
    section: Section,
    subject: str,
    value: str,
    *cited: Cited,
    days: tuple[str | None, str | None] = (None, None),
    factuality: Factuality = Factuality.CERTAIN,
    by: tuple[str, ...] = (),
    shown: str | None = None,
) -> LineRow:
    """A line of a section, as sure as can be unless told otherwise."""
    is_folded = shown is not None
    return LineRow(section, subject, "event", value, shown or value, *days, factuality, by, 1, ("Karst Wire",), cited, is_folded)
