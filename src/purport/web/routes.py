"""Every address of the workbench, in one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from purport.web.acting import act_on_claim, act_undo
from purport.web.deciding import act_on_comparison
from purport.web.desk import Desk
from purport.web.forms import LARGEST, Form
from purport.web.page import Nothing, Page
from purport.web.pages.claim import ClaimAsked, claim
from purport.web.pages.claims import ClaimsAsked, claims
from purport.web.pages.comparison import ComparisonAsked, comparison
from purport.web.pages.conflicts import ConflictsAsked, conflicts
from purport.web.pages.coverage import CoverageAsked, coverage
from purport.web.pages.exports import ExportAsked, act_export, export_files, exports
from purport.web.pages.figures import FiguresAsked, figures
from purport.web.pages.judgements import JudgementsAsked, judgements
from purport.web.pages.ledger import LedgerAsked, ledger
from purport.web.pages.original import OriginalAsked, original
from purport.web.pages.overview import overview
from purport.web.pages.picture import DrawingAsked, picture
from purport.web.pages.question import PictureAsked, QuestionAsked, question, question_picture
from purport.web.pages.questions import QuestionsAsked, questions
from purport.web.pages.report import ReportAsked, report
from purport.web.pages.reports import ReportsAsked, reports
from purport.web.pages.timeline import TimelineAsked, timeline


@dataclass(frozen=True, slots=True)
class Action:
    """What a form does: ``act`` gives the address to go on to, or an answer; ``largest`` is how many bytes it may send."""

    name: str
    path: str
    act: Callable[[Desk, Form], str | Response]
    about: str
    largest: int = LARGEST


PAGES: tuple[Page[Any, Any], ...] = (
    Page("overview", "/", Nothing, overview, "What is in the case, what parts, what has changed and what waits for a person."),
    Page("reports", "/reports", ReportsAsked, reports, "The reports of the case."),
    Page("report", "/reports/{report}", ReportAsked, report, "One report: its text in pieces with what is marked in it, and its record."),
    Page("claims", "/claims", ClaimsAsked, claims, "Claims, and what they can be narrowed down by."),
    Page("claim", "/reports/{report}/claims/{claim}", ClaimAsked, claim, "One claim, how it stands to others, and what is judged of it."),
    Page("timeline", "/timeline", TimelineAsked, timeline, "What is told to have happened, in the order of its days."),
    Page("ledger", "/ledger", LedgerAsked, ledger, "Who is said to hold, contest, take or lose which place, and when."),
    Page("figures", "/figures", FiguresAsked, figures, "What is counted, and how that moved: each count with who says so and when."),
    Page(
        "coverage",
        "/coverage",
        CoverageAsked,
        coverage,
        "What one report alone tells, what all have from one origin, what nobody confirms.",
    ),
    Page("picture", "/pictures/{kind}.svg", DrawingAsked, picture, "The timeline, the ledger, or who cites whom, as a picture."),
    Page("exports", "/export", Nothing, exports, "The files that a case can be had as."),
    Page("export_files", "/export/files", ExportAsked, export_files, "The case as files: one by itself, several in a zip."),
    Page("conflicts", "/conflicts", ConflictsAsked, conflicts, "Where accounts part, by question: pairs with both sides."),
    Page("comparison", "/comparisons/{id}", ComparisonAsked, comparison, "Two accounts side by side, and what is judged of them."),
    Page("questions", "/questions", QuestionsAsked, questions, "The questions that reports answer, most parted first."),
    Page("question", "/questions/{id}", QuestionAsked, question, "One question: its answers over time, and how they stand to one another."),
    Page("question_picture", "/questions/{id}/picture", PictureAsked, question_picture, "The answers to a question as an SVG picture."),
    Page("judgements", "/judgements", JudgementsAsked, judgements, "What people have judged, the latest first."),
    Page("original", "/reports/{report}/original", OriginalAsked, original, "The bytes of a report as they were received."),
)
ACTIONS: tuple[Action, ...] = (
    Action("judge_claim", "/judge/claim", act_on_claim, "Judge a claim."),
    Action("judge_comparison", "/judge/comparison", act_on_comparison, "Judge how two accounts stand to each other."),
    Action("undo", "/judge/undo", act_undo, "Take a judgement back."),
    Action("export", "/export", act_export, "The case as files, with the names of some people replaced."),
)
MENU: tuple[tuple[str, str], ...] = (
    ("overview", "Overview"),
    ("reports", "Reports"),
    ("claims", "Claims"),
    ("conflicts", "Conflicts"),
    ("questions", "Questions"),
    ("timeline", "Timeline"),
    ("ledger", "Places"),
    ("figures", "Figures"),
    ("coverage", "Coverage"),
    ("judgements", "Judgements"),
    ("exports", "Files"),
)
"""The pages that every page leads to, and what they are called there."""
_BY_NAME = {each.name: each for each in PAGES} | {}


def address(name: str, **asked: object) -> str:
    """The address of a page, or of an action, by its name."""
    if name in _BY_NAME:
        return _BY_NAME[name].address(**asked)
    for each in ACTIONS:
        if each.name == name:
            return each.path
    return "#"
