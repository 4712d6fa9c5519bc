"""Every address of the workbench, in one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from purport.web.acting import act_on_claim, act_undo
from purport.web.desk import Desk
from purport.web.forms import LARGEST, Form
from purport.web.merging import act_merge, act_split
from purport.web.page import Nothing, Page
from purport.web.pages.claim import ClaimAsked, claim
from purport.web.pages.claims import ClaimsAsked, claims
from purport.web.pages.entities import EntitiesAsked, entities
from purport.web.pages.entity import EntityAsked, entity
from purport.web.pages.event import EventAsked, event
from purport.web.pages.events import EventsAsked, events
from purport.web.pages.judgements import JudgementsAsked, judgements
from purport.web.pages.original import OriginalAsked, original
from purport.web.pages.overview import overview
from purport.web.pages.recording import RecordingAsked, recording
from purport.web.pages.recordings import recordings
from purport.web.pages.report import ReportAsked, report
from purport.web.pages.reports import ReportsAsked, reports


@dataclass(frozen=True, slots=True)
class Action:
    """What a form does: ``act`` gives the address to go on to; ``largest`` is how many bytes it may send."""

    name: str
    path: str
    act: Callable[[Desk, Form], str]
    about: str
    largest: int = LARGEST


PAGES: tuple[Page[Any, Any], ...] = (
    Page("overview", "/", Nothing, overview, "What is in the case, what parts, what has changed and what waits for a person."),
    Page("reports", "/reports", ReportsAsked, reports, "The reports of the case."),
    Page("report", "/reports/{report}", ReportAsked, report, "One report: its text in pieces with what is marked in it, and its record."),
    Page("claims", "/claims", ClaimsAsked, claims, "Claims, and what they can be narrowed down by."),
    Page("claim", "/reports/{report}/claims/{claim}", ClaimAsked, claim, "One claim, how it stands to others, and what is judged of it."),
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
    Page("events", "/events", EventsAsked, events, "What happened, as several reports tell it, or any."),
    Page("event", "/events/{id}", EventAsked, event, "One happening: its tellings, and why they are taken for one thing's."),
    Page("judgements", "/judgements", JudgementsAsked, judgements, "What people have judged, the latest first."),
    Page("original", "/reports/{report}/original", OriginalAsked, original, "The bytes of a report as they were received."),
)
ACTIONS: tuple[Action, ...] = (
    Action("judge_claim", "/judge/claim", act_on_claim, "Judge a claim."),
    Action("merge", "/judge/merge", act_merge, "Judge that two entities, or two events, are one."),
    Action("split", "/judge/split", act_split, "Judge that what some reports name or tell of is another."),
    Action("undo", "/judge/undo", act_undo, "Take a judgement back."),
)
MENU: tuple[tuple[str, str], ...] = (
    ("overview", "Overview"),
    ("reports", "Reports"),
    ("claims", "Claims"),
    ("entities", "Who and what"),
    ("recordings", "Recordings"),
    ("events", "Events"),
    ("judgements", "Judgements"),
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
