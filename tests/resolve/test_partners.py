"""Those who do something with a place beside the one who is named first."""

from dataclasses import replace

import pytest

from purport.records import Participant
from purport.resolve.held import Held
from purport.resolve.partners import find_partners
from resolve.held_by import line, read


@pytest.mark.parametrize(
    ("marked", "agents", "found"),
    [
        ("[Troops|org] and [militias|org] *retook* [Vesk|pla].", ("Troops", "militias"), ["takes Vesk: militias, ..2031-03-10"]),
        ("[Troops|org] and [bakers|org] *retook* [Vesk|pla].", ("Troops", "bakers"), []),
        ("[Troops|org] after [militias|org] *retook* [Vesk|pla].", ("Troops", "militias"), []),
        ("[Troops|org] and [militias|org] *left* [Vesk|pla].", ("Troops", "militias"), []),
    ],
)
def test_others_take_it_too(marked: str, agents: tuple[str, str], found: list[str]) -> None:
    report = read(marked, agent=agents[0], patient="Vesk")
    (event,) = report.events
    (other,) = [each.id for each in report.mentions if report.report.text[each.start : each.end] == agents[1]]
    event = replace(event, participants=(*event.participants[:1], Participant("agent", other), *event.participants[1:]))
    assert [line(each) for each in find_partners(Held(replace(report, events=(event,)), {}))] == found
