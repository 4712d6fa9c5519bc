"""What people do in the workbench: each a form that is sent, a judgement that is kept, and the page to go on to."""

from __future__ import annotations

from purport.errors import UsageError
from purport.judging import Judge, judge_claim, take_back
from purport.records import Factuality, Span
from purport.resolve.corrections import CORRECT, NOTHING, Correction
from purport.web.action import JUDGED_BY, Field
from purport.web.desk import Desk
from purport.web.forms import Form

NONE = "none"
JUDGED_CLAIM = (
    Field("report", "The id of its report.", is_required=True),
    Field("claim", "The id of the claim.", is_required=True),
    Field("decision", "`confirm`, `reject`, `correct`, or `note`: a note alone.", is_required=True),
    Field("factuality", "How sure the source is, where that is corrected: `CT+`, `PR+` and so on."),
    Field("source", "The characters of the text that name the source, as in `120-134`; `none` where nobody is named."),
    Field("content", "The characters of what is said, as in `120-134, 150-171`."),
    *JUDGED_BY,
)
"""What a judgement of a claim has."""
TAKEN_BACK = (
    Field("judgement", "The id of the judgement.", is_required=True),
    *JUDGED_BY,
    Field("to", "The page to go on to."),
)
"""What taking a judgement back has."""


def judge_of(form: Form) -> Judge:
    """Who sent a form, and why."""
    return Judge(form.author, form.values.get("note", "").strip() or None)


def act_on_claim(desk: Desk, form: Form) -> str:
    """Keep what is judged of a claim; back to its page."""
    report, claim, decision = (form.required(each) for each in ("report", "claim", "decision"))
    correction = _correction(form) if decision == CORRECT else NOTHING
    judge_claim(desk.case, report, claim, decision, judge_of(form), correction, derive=not desk.is_reading())
    return f"/reports/{report}/claims/{claim}#judged"


def act_undo(desk: Desk, form: Form) -> str:
    """Take a judgement back; back to where that was asked for."""
    take_back(desk.case, form.required("judgement"), judge_of(form), derive=not desk.is_reading())
    return form.back("/judgements")


def _correction(form: Form) -> Correction:
    sure, source, content = (form.values.get(each, "").strip() for each in ("factuality", "source", "content"))
    if sure and sure not in set(Factuality):
        raise UsageError(f"{sure}: one of {', '.join(Factuality)} expected")
    return Correction(
        Factuality(sure) if sure else None,
        _span(source) if source and source.casefold() != NONE else None,
        None,
        source.casefold() != NONE,
        tuple(_span(each) for each in content.split(",") if each.strip()),
    )


def _span(words: str) -> Span:
    """Characters as a person names them: "120-134"."""
    first, _, last = (part.strip() for part in words.partition("-"))
    if not (first.isdecimal() and last.isdecimal()):
        raise UsageError(f"{words.strip()}: characters of the text expected, as in 120-134")
    return Span(int(first), int(last))
