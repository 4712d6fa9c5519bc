"""Every address of the workbench, in one table."""

from __future__ import annotations

from typing import Any

from purport.web.acting import act_on_claim, act_undo
from purport.web.action import JUDGED_BY, Action, Field
from purport.web.desk import Desk
from purport.web.page import Nothing, Page
from purport.web.pages.add import add
from purport.web.pages.api import ApiPage, api
from purport.web.pages.claim import ClaimAsked, claim
from purport.web.pages.claims import ClaimsAsked, claims
from purport.web.pages.job import JobAsked, job
from purport.web.pages.judgements import JudgementsAsked, judgements
from purport.web.pages.original import OriginalAsked, original
from purport.web.pages.overview import overview
from purport.web.pages.report import ReportAsked, report
from purport.web.pages.reports import ReportsAsked, reports
from purport.web.sending import LARGEST, act_add_reports, act_forget, act_try_again


def _api(desk: Desk, asked: Nothing) -> ApiPage:
    """Every address, for people who write programs."""
    return api(PAGES, ACTIONS)


PAGES: tuple[Page[Any, Any], ...] = (
    Page("overview", "/", Nothing, overview, "What is in the case, what parts, what has changed and what waits for a person."),
    Page("reports", "/reports", ReportsAsked, reports, "The reports of the case."),
    Page("report", "/reports/{report}", ReportAsked, report, "One report: its text in pieces with what is marked in it, and its record."),
    Page("claims", "/claims", ClaimsAsked, claims, "Claims, and what they can be narrowed down by."),
    Page("claim", "/reports/{report}/claims/{claim}", ClaimAsked, claim, "One claim, how it stands to others, and what is judged of it."),
    Page("judgements", "/judgements", JudgementsAsked, judgements, "What people have judged, the latest first."),
    Page("original", "/reports/{report}/original", OriginalAsked, original, "The bytes of a report as they were received."),
    Page("add", "/add", Nothing, add, "Where reports are added, and what has been sent."),
    Page("job", "/add/{id}", JobAsked, job, "How far reading what was sent is, and what has become of each report."),
    Page("api", "/api", Nothing, _api, "What programs can ask for, and do."),
)
JUDGED_CLAIM = (
    Field("report", "The id of its report.", is_required=True),
    Field("claim", "The id of the claim.", is_required=True),
    Field("decision", "`confirm`, `reject`, `correct`, or `note`: a note alone.", is_required=True),
    Field("factuality", "How sure the source is, where that is corrected: `CT+`, `PR+` and so on."),
    Field("source", "The characters of the text that name the source, as in `120-134`; `none` where nobody is named."),
    Field("content", "The characters of what is said, as in `120-134, 150-171`."),
    *JUDGED_BY,
)
TAKEN_BACK = (
    Field("judgement", "The id of the judgement.", is_required=True),
    *JUDGED_BY,
    Field("to", "The page to go on to."),
)
ADDED = (
    Field(
        "files", "Reports as text or HTML; a CSV manifest among them may say what they do not say themselves.", several=True, is_file=True
    ),
    Field("text", "The text of a report, in place of files."),
    Field("title", "The title of that text."),
    Field("outlet", "The outlet of all that is sent, but for what the manifest says another of."),
    Field("published", "When it came out: `2031-03-02`, `2031-03`, `2031`, or from one to another, as in `2031-03-02..2031-03-05`."),
    Field("url", "The address of the one report that is sent."),
)
OF_JOB = (Field("job", "The id of what was sent together.", is_required=True),)
ACTIONS: tuple[Action, ...] = (
    Action("judge_claim", "/judge/claim", act_on_claim, "Judge a claim.", fields=JUDGED_CLAIM),
    Action("undo", "/judge/undo", act_undo, "Take a judgement back.", fields=TAKEN_BACK),
    Action("add_reports", "/add", act_add_reports, "Add reports: they are read in the background.", LARGEST, ADDED),
    Action("try_again", "/add/again", act_try_again, "Try what could not be read once more.", fields=OF_JOB),
    Action("forget", "/add/forget", act_forget, "Forget what could not be read.", fields=OF_JOB),
)
MENU: tuple[tuple[str, str], ...] = (
    ("overview", "Overview"),
    ("reports", "Reports"),
    ("claims", "Claims"),
    ("judgements", "Judgements"),
    ("add", "Add"),
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
