"""What people do in the workbench: each a form that is sent, a judgement that is kept, and the page to go on to."""

from __future__ import annotations

from purport.errors import UsageError
from purport.judging import Judge, judge_claim, take_back
from purport.records import Factuality, Span
from purport.resolve.corrections import CORRECT, NOTHING, Correction
from purport.web.desk import Desk
from purport.web.forms import Form

NONE = "none"


def judge_of(form: Form) -> Judge:
    """Who sent a form, and why."""
    return Judge(form.author, form.values.get("note", "").strip() or None)


def act_on_claim(desk: Desk, form: Form) -> str:
    """Keep what is judged of a claim; back to its page."""
    report, claim, decision = (form.required(each) for each in ("report", "claim", "decision"))
    correction = _correction(form) if decision == CORRECT else NOTHING
    judge_claim(desk.case, report, claim, decision, judge_of(form), correction)
    return f"/reports/{report}/claims/{claim}#judged"


def act_undo(desk: Desk, form: Form) -> str:
    """Take a judgement back; back to where that was asked for."""
    take_back(desk.case, form.required("judgement"), judge_of(form))
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
