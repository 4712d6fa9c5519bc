"""What is costly is held before anybody asks for it, and again after somebody has changed something."""

from __future__ import annotations

from starlette.testclient import TestClient

from purport.judging import Judge, judge_comparison
from purport.store import Case
from purport.web import Desk, Guard, Warmer, create_app
from purport.web.desk import Desk as Held
from web.serving import token_of


def values(desk: Held) -> list[int]:
    """What is held, by identity: another state of the case has other values."""
    return sorted(id(slot.value) for slot in desk.memo._slots.values())


def test_what_pages_rest_on_is_held(strike_case: Case) -> None:
    desk = Desk.of(strike_case, "karst.case")
    warmer = Warmer(desk)
    warmer.warm()
    before = values(desk)
    assert before
    warmer.warm()
    assert values(desk) == before
    comparison = next(iter(strike_case.comparisons()))
    judge_comparison(strike_case, comparison.id, "confirm", Judge("Ada"))
    warmer.warm()
    assert values(desk) != before


def test_it_is_made_again_when_somebody_has_judged(strike_case: Case) -> None:
    done: list[str] = []
    app = create_app(Desk.of(strike_case, "karst.case"), Guard(), after=lambda: done.append("warmed"))
    with TestClient(app, base_url="http://localhost") as client:
        place = next(iter(strike_case.places())).report
        claim = strike_case.analysis(place).claims[0].id
        sent = {"report": place, "claim": claim, "decision": "confirm", "author": "Ada", "token": token_of(client)}
        assert client.post("/judge/claim", data=sent, follow_redirects=False).status_code == 303
    assert done == ["warmed"]
