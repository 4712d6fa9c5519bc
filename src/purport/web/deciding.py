"""What people decide of two accounts that the machine holds together: kept, and on to the next that waits where that is asked for."""

from __future__ import annotations

from purport.errors import UsageError
from purport.judging import CONFIRM, REJECT, judge_comparison
from purport.web.acting import judge_of
from purport.web.action import JUDGED_BY, Field
from purport.web.desk import Desk
from purport.web.forms import Form
from purport.web.pages.comparison import next_waiting
from purport.web.parting import find_pair

NEXT = "next"
DECISIONS = (CONFIRM, REJECT)
JUDGED_COMPARISON = (
    Field("comparison", "The id of the comparison.", is_required=True),
    Field("decision", "`confirm`: the accounts stand so; `reject`: they do not.", is_required=True),
    *JUDGED_BY,
    Field("then", "`next`: go on to the next that nobody has judged."),
)
"""What a judgement of a comparison has."""


def act_on_comparison(desk: Desk, form: Form) -> str:
    """Keep that a comparison holds or does not; back to its page, or on to the next that nobody has judged."""
    comparison, decision = (form.required(each) for each in ("comparison", "decision"))
    if decision not in DECISIONS:
        raise UsageError(f"{decision}: one of {', '.join(DECISIONS)} expected")
    find_pair(desk, comparison)
    following = next_waiting(desk, comparison) if form.values.get("then") == NEXT else None
    judge_comparison(desk.case, comparison, decision, judge_of(form))
    return f"/comparisons/{following}" if following else f"/comparisons/{comparison}#judged"
