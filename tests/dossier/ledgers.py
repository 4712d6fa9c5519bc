"""Marked reports (``resolve/held_by.py``) and the ledger of places that comes of them, in a line each.

    ledger_of(read("[Troops|org] *retook* [Vesk|pla].", agent="Troops", patient="Vesk"))
    -> ["Vesk | Troops, held from | day not told | ..2031-03-10"]

The names of reports are one where they are written alike; each report is an origin.
"""

from __future__ import annotations

from purport.dossier import Line
from purport.dossier.entries import Told
from purport.dossier.ledger import ledger
from purport.dossier.lines import Context, Placed, Section
from purport.dossier.places import tell
from purport.folding import fold
from purport.records import Analysis, MentionForm
from purport.resolve.claimed import accounts


def lines_of(*analyses: Analysis) -> list[Line]:
    """The ledger of some reports."""
    placed = [Placed(each.report.path, each.report.id, entry) for each in analyses for entry in tell(told(each))]
    names = {key: value for each in analyses for key, value in _named(each).items()}
    return ledger(placed, Context(names, {}, lambda entries: {each.path for each in entries}))


def ledger_of(*analyses: Analysis) -> list[str]:
    """The lines of a ledger in words."""
    return [line(each) for each in lines_of(*analyses)]


def told(analysis: Analysis) -> Told:
    """A report with its accounts; each named thing is found by its name."""
    names = {entity: frozenset({fold(name)}) for (_, entity), (_, name) in _named(analysis).items()}
    return Told(analysis, accounts(analysis, names), (), names)


def line(each: Line) -> str:
    """A line in words, with how sure it is where that is less than certain."""
    assert each.section is Section.LEDGER
    first, last = each.not_before or "", each.not_after or ""
    sure = "" if each.factuality == "CT+" else f" | {each.factuality}"
    return f"{each.subject} | {each.field} | {each.value} | {first if first == last else f'{first}..{last}'}{sure}"


def _named(analysis: Analysis) -> dict[tuple[str, str], tuple[str, str]]:
    text, report = analysis.report.text, analysis.report.id
    named = [each for each in analysis.mentions if each.form is MentionForm.NAME and each.entity]
    return {(report, each.entity or ""): (each.entity or "", text[each.start : each.end]) for each in named}
