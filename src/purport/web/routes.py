"""Every address of the workbench, in one table."""

from __future__ import annotations

from typing import Any

from purport.web.acting import JUDGED_CLAIM, TAKEN_BACK, act_on_claim, act_undo
from purport.web.action import Action
from purport.web.deciding import JUDGED_COMPARISON, act_on_comparison
from purport.web.desk import Desk
from purport.web.merging import MERGED, SPLIT, act_merge, act_split
from purport.web.page import Nothing, Page
from purport.web.pages.add import add
from purport.web.pages.api import ApiPage, api
from purport.web.pages.claim import ClaimAsked, claim
from purport.web.pages.claims import ClaimsAsked, claims
from purport.web.pages.comparison import ComparisonAsked, comparison
from purport.web.pages.conflicts import ConflictsAsked, conflicts
from purport.web.pages.coverage import CoverageAsked, coverage
from purport.web.pages.entities import EntitiesAsked, entities
from purport.web.pages.entity import EntityAsked, entity
from purport.web.pages.event import EventAsked, event
from purport.web.pages.events import EventsAsked, events
from purport.web.pages.exports import EXPORTED, ExportAsked, act_export, export_files, exports
from purport.web.pages.figures import FiguresAsked, figures
from purport.web.pages.file import FileAsked, file
from purport.web.pages.files import FilesAsked, files
from purport.web.pages.job import JobAsked, job
from purport.web.pages.judgements import JudgementsAsked, judgements
from purport.web.pages.ledger import LedgerAsked, ledger
from purport.web.pages.original import OriginalAsked, original
from purport.web.pages.overview import overview
from purport.web.pages.picture import DrawingAsked, picture
from purport.web.pages.question import PictureAsked, QuestionAsked, question, question_picture
from purport.web.pages.questions import QuestionsAsked, questions
from purport.web.pages.recording import RecordingAsked, recording
from purport.web.pages.recordings import recordings
from purport.web.pages.report import ReportAsked, report
from purport.web.pages.reports import ReportsAsked, reports
from purport.web.pages.sound import SoundAsked, sound
from purport.web.pages.timeline import TimelineAsked, timeline
from purport.web.sending import ADDED, LARGEST, OF_JOB, act_add_reports, act_forget, act_try_again


def _api(desk: Desk, asked: Nothing) -> ApiPage:
    """Every address, for people who write programs."""
    return api(PAGES, ACTIONS)


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
    Page("entities", "/entities", EntitiesAsked, entities, "Who and what the reports name, the most named first."),
    Page(
        "entity",
        "/entities/{id}",
        EntityAsked,
        entity,
        "Somebody or something that is named: its names and why they are one's, and what is told.",
    ),
    Page("recordings", "/recordings", Nothing, recordings, "The recordings and messages at issue."),
    Page(
        "recording", "/recordings/{of:path}", RecordingAsked, recording, "One recording: what is said of whose it is, and when it was made."
    ),
    Page("files", "/files", FilesAsked, files, "The files of recordings: those under examination, and those that were public earlier."),
    Page("file", "/files/{sha256}", FileAsked, file, "One file: what it is, what is said of it, what was found in it and how."),
    Page("sound", "/files/{sha256}/sound", SoundAsked, sound, "The sound of a file, or a copy of it for listening; takes byte ranges."),
    Page("events", "/events", EventsAsked, events, "What happened, as several reports tell it, or any."),
    Page("event", "/events/{id}", EventAsked, event, "One happening: its tellings, and why they are taken for one thing's."),
    Page("conflicts", "/conflicts", ConflictsAsked, conflicts, "Where accounts part, by question: pairs with both sides."),
    Page("comparison", "/comparisons/{id}", ComparisonAsked, comparison, "Two accounts side by side, and what is judged of them."),
    Page("questions", "/questions", QuestionsAsked, questions, "The questions that reports answer, most parted first."),
    Page("question", "/questions/{id}", QuestionAsked, question, "One question: its answers over time, and how they stand to one another."),
    Page("question_picture", "/questions/{id}/picture", PictureAsked, question_picture, "The answers to a question as an SVG picture."),
    Page("judgements", "/judgements", JudgementsAsked, judgements, "What people have judged, the latest first."),
    Page("original", "/reports/{report}/original", OriginalAsked, original, "The bytes of a report as they were received."),
    Page("add", "/add", Nothing, add, "Where reports are added, and what has been sent."),
    Page("job", "/add/{id}", JobAsked, job, "How far reading what was sent is, and what has become of each report."),
    Page("api", "/api", Nothing, _api, "What programs can ask for, and do."),
)
ACTIONS: tuple[Action, ...] = (
    Action("judge_claim", "/judge/claim", act_on_claim, "Judge a claim.", fields=JUDGED_CLAIM),
    Action(
        "judge_comparison", "/judge/comparison", act_on_comparison, "Judge how two accounts stand to one another.", fields=JUDGED_COMPARISON
    ),
    Action("undo", "/judge/undo", act_undo, "Take a judgement back.", fields=TAKEN_BACK),
    Action("add_reports", "/add", act_add_reports, "Add reports: they are read in the background.", LARGEST, ADDED),
    Action("try_again", "/add/again", act_try_again, "Try what could not be read once more.", fields=OF_JOB),
    Action("forget", "/add/forget", act_forget, "Forget what could not be read.", fields=OF_JOB),
    Action("merge", "/judge/merge", act_merge, "Judge that two entities, or two events, are one.", fields=MERGED),
    Action("split", "/judge/split", act_split, "Judge that what some reports name or tell of is another.", fields=SPLIT),
    Action("export", "/export", act_export, "The case as files, with the names of some people replaced.", fields=EXPORTED),
)
MENU: tuple[tuple[str, str], ...] = (
    ("overview", "Overview"),
    ("reports", "Reports"),
    ("claims", "Claims"),
    ("conflicts", "Conflicts"),
    ("questions", "Questions"),
    ("entities", "Who and what"),
    ("recordings", "Recordings"),
    ("files", "Sound files"),
    ("events", "Events"),
    ("timeline", "Timeline"),
    ("ledger", "Places"),
    ("figures", "Figures"),
    ("coverage", "Coverage"),
    ("judgements", "Judgements"),
    ("add", "Add"),
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
    raise LookupError(f"{name}: no such page or action")
