"""What people do to who is who and to what happened: two are said to be one, or what some reports tell of is said to be another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from purport.errors import UsageError
from purport.judging import merge_entities, merge_events, split_entity, split_event
from purport.known import one_entity
from purport.listings.happened import Happened, ToldIn
from purport.resolve import CaseEntity
from purport.resolve.case_events import LAYER as EVENTS
from purport.resolve.case_events import alone
from purport.resolve.joining import LAYER as ALIASES
from purport.store import Item
from purport.web.acting import judge_of
from purport.web.action import JUDGED_BY, Field
from purport.web.desk import Desk
from purport.web.forms import Form
from purport.web.page import Gone
from purport.web.pages.events import find_event, told_again

REPORT = "report"
"""Fields of this name, or that begin so, name a report each: ``report``, ``report-2``."""
LAYERED = Field("layer", f"`{ALIASES}` for who is who, `{EVENTS}` for what happened.", is_required=True)
MERGED = (
    LAYERED,
    Field("one", "The id of the one entity or event.", is_required=True),
    Field("other", "The id of the other.", is_required=True),
    *JUDGED_BY,
)
"""What a judgement that two are one has."""
SPLIT = (
    LAYERED,
    Field("whole", "The id of what is taken for one.", is_required=True),
    Field("report", "The id of a report that means another; `report-2` and so on for further ones.", is_required=True),
    *JUDGED_BY,
)
"""What a judgement that one is two has."""


def act_merge(desk: Desk, form: Form) -> str:
    """Keep that two entities, or two events, are one; on to what they are now."""
    one, other = form.required("one"), form.required("other")
    if _layer(form) == ALIASES:
        mine, theirs = _entity(desk, one), _entity(desk, other)
        merge_entities(desk.case, mine, theirs, judge_of(form))
        return _to_entity(desk, mine.members)
    told = _event(desk, one).tellings
    merge_events(desk.case, one, other, judge_of(form))
    return _to_event(desk, told)


def act_split(desk: Desk, form: Form) -> str:
    """Keep that what some reports name, or tell of, is another; on to what is left."""
    whole, reports = form.required("whole"), _reports(form)
    if _layer(form) == ALIASES:
        entity = _entity(desk, whole)
        split_entity(desk.case, entity, reports, judge_of(form))
        return _to_entity(desk, [each for each in entity.members if each[0] not in reports])
    told = _event(desk, whole).tellings
    split_event(desk.case, whole, reports, judge_of(form))
    return _to_event(desk, [each for each in told if each.report not in reports])


def _layer(form: Form) -> str:
    layer = form.required("layer")
    if layer not in (ALIASES, EVENTS):
        raise UsageError(f"{layer}: {ALIASES} or {EVENTS} expected")
    return layer


def _reports(form: Form) -> frozenset[str]:
    found = frozenset(value for name, value in form.values.items() if name.partition("-")[0] == REPORT and value)
    if not found:
        raise UsageError("report: at least one expected, none was chosen")
    return found


def _entity(desk: Desk, id_: str) -> CaseEntity:
    found = one_entity(desk.case, id_)
    if found is None:
        raise Gone(f"{id_}: the case has no such entity")
    return found


def _event(desk: Desk, id_: str) -> Happened:
    found = find_event(desk, id_)
    if found is None:
        raise Gone(f"{id_}: the case has no such event")
    return found


def _to_entity(desk: Desk, members: Collection[Item]) -> str:
    """Where the page of some members is: that of the entity which most of them are now."""
    with desk.case.derived() as shelf:
        found = _most([id_ for id_, _ in shelf.entities_of(members).values()])
    return f"/entities/{found}#judged" if found else "/entities"


def _to_event(desk: Desk, told: Collection[ToldIn]) -> str:
    """Where the page of some tellings is: that of the event which most of them tell of now."""
    again = {item: each.event.id for each in told_again(desk).values() for item in each.event.tellings}
    items = {(each.report, each.event) for each in told}
    found = _most([again.get(item, alone(item).id) for item in items])
    return f"/events/{found}#judged" if found else "/events"


def _most(ids: Collection[str]) -> str | None:
    counted = Counter(ids)
    return min(counted, key=lambda each: (-counted[each], each), default=None)
