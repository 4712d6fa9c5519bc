"""Who has only offered to leave office has not left it."""

from dataclasses import replace

import pytest

from dossier.telling import DAY, Did, Says, report, shown, told
from purport.dossier import chronology
from purport.dossier.conditions import STATUS
from purport.records import Analysis, SpeechAct

WENT = "Newspapers wrote that Ilo Tolk resigned;"
WROTE = Says("Newspapers", "Ilo Tolk resigned", "wrote")
RESIGNED = Did("resigned", {"agent": "Ilo Tolk"})
PEOPLE = ["Ilo Tolk", "he"]


def offer(text: str, content: str, *more: Did) -> Analysis:
    offered = Says("Ilo Tolk", content, "offered", act=SpeechAct.OFFER)
    return report(text, WROTE, offered, people=["Ilo Tolk"], does=[RESIGNED, *more])


@pytest.mark.parametrize(
    ("rest", "content", "does", "found"),
    [
        (" Ilo Tolk offered to, the board refused.", "to,", [Did("refused")], "offer to leave office refused CT+ by Karst Courier"),
        (" Ilo Tolk offered to, the board waits.", "to,", [], "offered to leave office CT+ by Karst Courier"),
    ],
)
def test_an_offer_to_go_is_told_with_its_answer(rest: str, content: str, does: list[Did], found: str) -> None:
    assert f"Ilo Tolk: {found}" in shown(offer(WENT + rest, content, *does), STATUS)


def test_an_offer_of_something_else_is_none_to_go() -> None:
    text = "Ilo Tolk offered a prize, the board refused."
    says = Says("Ilo Tolk", "a prize", "offered", act=SpeechAct.OFFER)
    assert shown(report(text, says, people=["Ilo Tolk"], does=[Did("refused")]), STATUS) == []


@pytest.mark.parametrize(("rest", "does", "sure"), [(" refused", [Did("refused")], "Uu"), (" waits", [], "CT+")])
def test_that_somebody_has_gone_is_left_open_where_he_was_refused(rest: str, does: list[Did], sure: str) -> None:
    made = offer(f"{WENT} Ilo Tolk offered to, the board{rest}.", "to,", *does)
    made = replace(made, events=tuple(replace(each, type="occurrence", not_after=DAY) for each in made.events))
    events = [each for each in chronology.tell(told(made)) if "resigned" in each.value and each.field == "event"]
    assert [each.factuality for each in events] == [sure]


@pytest.mark.parametrize(("offered", "found"), [(True, ["left office CT+ by not named: “reports”"]), (False, [])])
def test_who_offered_to_leave_and_is_said_to_be_gone_is_said_to_have_left(*, offered: bool, found: list[str]) -> None:
    act = SpeechAct.OFFER if offered else SpeechAct.PROMISE
    text = "Ilo Tolk offered to resign. There were reports that he had gone."
    sayings = [Says("Ilo Tolk", "to resign", "offered", act=act), Says(None, "that he had gone", "reports")]
    made = report(text, *sayings, people=["Ilo Tolk", "he"], does=[Did("resign", sure="Uu"), Did("gone", {"agent": "he"})])
    assert [each.removeprefix("Ilo Tolk: ") for each in shown(made, STATUS) if "left office" in each] == found
