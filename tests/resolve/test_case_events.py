"""Ties and judgements make events of tellings, whatever comes first; two that cannot be one are never joined by a third."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations

import factory
from purport.records import Interval, Judgement
from purport.resolve.case_events import LAYER, CaseEvent, case_events, outline
from purport.resolve.retold import Tie, item, tie
from purport.resolve.told import ANY_DAY
from resolve.happen import day, strikes, tellings

TOLD = {item(each): each for analysis in strikes().values() for each in tellings(analysis, {"Vashan": "Orla Vashan"})}
NAMES = {name: next(each for each in TOLD if each[0] == analysis.report.id) for name, analysis in strikes().items()}
TIES = [found for one, other in combinations(TOLD.values(), 2) if (found := tie(one, other)) is not None]


def judged(decision: str, one: str, other: str, number: int = 0) -> Judgement:
    target, correction = NAMES[one][1], NAMES[other][1]
    return factory.judgement(target, id=f"{number}", layer=LAYER, decision=decision, correction=correction, made=f"2031-04-0{number + 1}")


def groups(found: tuple[CaseEvent, ...]) -> list[set[str]]:
    names = {at: name for name, at in NAMES.items()}
    return sorted(({names[each] for each in event.tellings} for event in found), key=sorted)


MARCH = {"wire", "brief", "herald", "radio"}


def test_two_strikes_are_two_events() -> None:
    found = case_events(TOLD, TIES)
    assert groups(found) == [MARCH, {"post"}]
    assert sorted(len(each.ties) for each in found) == [0, len(TIES)]


def test_the_order_makes_no_difference() -> None:
    chance = random.Random(5)
    wanted = case_events(TOLD, TIES)
    for _ in range(5):
        told, ties = list(TOLD.items()), list(TIES)
        chance.shuffle(told)
        chance.shuffle(ties)
        assert case_events(dict(told), ties) == wanted


def test_a_third_does_not_join_two_that_are_apart() -> None:
    """The undated telling could be of either strike, and is of one."""
    march, june, undated = (NAMES[name] for name in ("wire", "post", "herald"))
    loose = replace(TOLD[undated], around=replace(TOLD[undated].around, out=ANY_DAY))
    told = {march: TOLD[march], june: TOLD[june], undated: loose}
    ties = [Tie(*sorted((undated, each)), score, "why") for each, score in ((march, 0.9), (june, 0.8))]
    assert groups(case_events(told, ties)) == [{"herald", "wire"}, {"post"}]


def test_what_a_person_judges_goes_before() -> None:
    assert groups(case_events(TOLD, TIES, [judged("merge", "post", "herald")])) == [MARCH | {"post"}]
    split = [judged("split", "radio", other, i) for i, other in enumerate(("wire", "brief", "herald"))]
    assert groups(case_events(TOLD, TIES, split)) == [MARCH - {"radio"}, {"post"}, {"radio"}]
    assert groups(case_events(TOLD, TIES, [*split, judged("merge", "radio", "post", 3)])) == [MARCH - {"radio"}, {"post", "radio"}]


def test_the_last_judgement_on_a_pair_holds() -> None:
    made = [judged("split", "post", "herald", 0), judged("merge", "herald", "post", 1)]
    assert groups(case_events(TOLD, TIES, made)) == [MARCH | {"post"}]
    assert groups(case_events(TOLD, TIES, [replace(each, made=f"2031-05-0{9 - i}") for i, each in enumerate(made)])) == [MARCH, {"post"}]


def test_what_is_split_is_not_merged_by_way_of_others() -> None:
    made = [judged("split", "post", "wire", 0), judged("merge", "post", "herald", 1)]
    assert groups(case_events(TOLD, TIES, made)) == [MARCH, {"post"}]


def days(*own: Interval) -> Interval:
    wire = TOLD[NAMES["wire"]]
    return outline([replace(wire, event=f"{i}", days=each) for i, each in enumerate(own)]).days


def test_what_tellings_come_to() -> None:
    found = outline([TOLD[NAMES[name]] for name in sorted(MARCH)])
    assert (found.word, found.kind) == ("struck", "occurrence")
    assert [(each.role, each.key) for each in found.parties] == [
        ("agent", "Northern Guard"),
        ("patient", "Orla Vashan"),
        ("place", "Karst"),
    ]
    assert found.days == day("2031-03-02")


def test_the_days_of_tellings() -> None:
    assert days(day("2031-03-01", "2031-03-03"), day("2031-03-02", "2031-03-09"), ANY_DAY) == day("2031-03-02", "2031-03-03")
    assert days(day("2031-03-02"), day("2031-03-03")) == day("2031-03-02", "2031-03-03")
    assert days(Interval(None, "2031-03-09"), ANY_DAY) == Interval(None, "2031-03-09")
    assert days(ANY_DAY) == ANY_DAY


def test_an_event_keeps_its_id_as_others_join() -> None:
    first = min(NAMES.values())
    alone = case_events({first: TOLD[first]}, [])
    (whole,) = (each for each in case_events(TOLD, TIES) if first in each.tellings)
    assert alone[0].id == whole.id
