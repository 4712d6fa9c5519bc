"""Where accounts part: pairs by question, both sides beside each other, narrowed down, with calls folded."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

import factory
from purport.judging import Judge, judge_comparison
from purport.records import Factuality, SpeechAct
from purport.resolving import resolve
from purport.store import Case
from told import Saying, report
from web.serving import client_of


def asked(client: TestClient, address: str) -> dict[str, Any]:
    found = client.get(address, headers={"accept": "application/json"})
    assert found.status_code == 200, found.text
    record: dict[str, Any] = found.json()
    return record


def pairs(client: TestClient, address: str = "/conflicts") -> list[dict[str, Any]]:
    return [pair for group in asked(client, address)["groups"] for pair in group["pairs"]]


def test_pairs_stand_under_their_questions(client: TestClient) -> None:
    page = asked(client, "/conflicts")
    assert [group["heading"] for group in page["groups"]][:2] == ["How many: dead?", "Is Orla Vashan alive?"]
    assert page["part"]["total"] == sum(len(group["pairs"]) for group in page["groups"])
    assert page["questions"] == len(page["groups"])


def test_both_sides_have_who_and_how_surely_and_where(parted: TestClient) -> None:
    pair = next(each for each in pairs(parted) if each["right"]["answer"] == "14" and each["relation"] == "contradicts")
    assert (pair["right"]["source"], pair["right"]["factuality"], pair["right"]["outlet"]) == ("The army", "CT+", "Karst Wire")
    assert pair["right"]["words"] == "14 people were killed in Karst"
    assert "one origin" in pair["right"]["carried"]
    assert {origin["name"] for origin in pair["right"]["origins"]} == {"The army"}
    page = parted.get("/conflicts").text
    assert "14 people were killed in Karst" in page
    assert "The two contradict each other" in page


def test_what_is_denied_is_not_answered_as_if_it_were_said(parted: TestClient) -> None:
    answers = {pair[side]["answer"] for pair in pairs(parted) for side in ("left", "right") if pair[side]["called"] == "Lantern Front"}
    assert answers == {"not dead"}


@pytest.mark.parametrize(
    ("query", "relations"),
    [("relation=supersedes", {"supersedes"}), ("relation=contradicts&type=number", {"contradicts"}), ("text=hospital", None)],
)
def test_pairs_are_narrowed_down(parted: TestClient, query: str, relations: set[str] | None) -> None:
    found = pairs(parted, f"/conflicts?{query}")
    assert found
    assert len(found) < len(pairs(parted))
    assert relations is None or {each["relation"] for each in found} == relations


def test_words_are_looked_for_beside_a_side_too_but_its_own_come_first(client: TestClient) -> None:
    headings = [group["heading"] for group in asked(client, "/conflicts?text=alive")["groups"]]
    assert headings[0] == "Is Orla Vashan alive?"


def test_no_pair_has_words_that_stand_nowhere(client: TestClient) -> None:
    assert pairs(client, "/conflicts?text=zeppelin") == []


def test_the_pairs_of_one_question(client: TestClient) -> None:
    (first, *_) = asked(client, "/conflicts")["groups"]
    assert asked(client, f"/conflicts?question={first['question']}")["groups"] == [first]


def test_what_is_rejected_is_shown_only_where_asked_for(client: TestClient, strike_case: Case) -> None:
    before = pairs(client)
    judge_comparison(strike_case, before[0]["id"], "reject", Judge("Ann", "of two strikes"))
    judge_comparison(strike_case, before[1]["id"], "confirm", Judge("Ann"))
    ids = {each["id"] for each in pairs(client)}
    assert before[0]["id"] not in ids
    (rejected,) = pairs(client, "/conflicts?judged=rejected")
    assert (rejected["id"], rejected["judged"]["note"]) == (before[0]["id"], "of two strikes")
    assert [each["id"] for each in pairs(client, "/conflicts?judged=confirmed")] == [before[1]["id"]]
    assert before[1]["id"] not in {each["id"] for each in pairs(client, "/conflicts?judged=not-yet")}


def test_an_unknown_relation_is_refused_in_words(client: TestClient) -> None:
    assert client.get("/conflicts?relation=hates").status_code == 400


@pytest.fixture
def calling(tmp_path: Path) -> Iterator[TestClient]:
    """A case of a message that calls for an attack, told of, and denied."""
    text = "The army said Orla Vane urged men to burn the mill at Vesk on Monday."
    one = report(
        "a.txt",
        text,
        Saying("Orla Vane urged men to burn the mill at Vesk on Monday", "The army"),
        Saying("to burn the mill at Vesk", "Orla Vane", "urged", act=SpeechAct.EXHORTATION),
        day="2031-03-02",
        outlet="The Wire",
        names=[("Orla Vane", "per"), ("Vesk", "pla")],
        acts=[("urged", {"agent": "Orla Vane"})],
    )
    other = report(
        "b.txt",
        "The Front denied that Orla Vane urged men to burn the mill at Vesk.",
        Saying("Orla Vane urged men to burn the mill at Vesk", "The Front", "denied", Factuality.CERTAINLY_NOT),
        Saying("to burn the mill at Vesk", "Orla Vane", "urged", act=SpeechAct.EXHORTATION),
        day="2031-03-03",
        outlet="The Post",
        names=[("Orla Vane", "per"), ("Vesk", "pla")],
        acts=[("urged", {"agent": "Orla Vane"})],
    )
    with Case.open(str(tmp_path / "call.case"), create=True) as case:
        case.add_many([(each, factory.original(each.report)) for each in (one, other)], reader="reader 1")
        resolve(case)
        with client_of(case) as made:
            yield made


def test_calls_to_violence_are_folded_wherever_they_stand(calling: TestClient) -> None:
    (group,) = asked(calling, "/conflicts")["groups"]
    (pair,) = group["pairs"]
    assert pair["left"]["is_folded"]
    addresses = ["/conflicts", f"/comparisons/{pair['id']}", f"/questions/{group['question']}", "/"]
    for address in addresses:
        shown = calling.get(address).text
        assert "[call, folded]" in shown, address
        for kind in ("text/html", "application/json"):
            assert "burn" not in calling.get(address, headers={"accept": kind}).text, (address, kind)
    assert "mill" in calling.get(f"/comparisons/{pair['id']}?unfold=true").text
