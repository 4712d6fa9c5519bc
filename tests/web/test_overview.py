"""The first page: what parts, what has changed, what waits for a person."""

from starlette.testclient import TestClient

from purport.judging import Judge, judge_comparison
from purport.store import Case
from web.test_conflicts import asked


def test_one_question_of_each_kind_stands_before_two_of_one(client: TestClient) -> None:
    kinds = [each["question"]["type"] for each in asked(client, "/")["conflicts"]]
    assert kinds[: len(set(kinds))] == list(dict.fromkeys(kinds))


def test_what_parts_stands_with_both_sides_and_leads_on(client: TestClient) -> None:
    first = asked(client, "/")["conflicts"][0]
    page = client.get("/").text
    assert first["pair"]["left"]["words"] in page
    assert first["pair"]["right"]["words"] in page
    for address in (f"/questions/{first['question']['id']}", f"/comparisons/{first['pair']['id']}"):
        assert f'href="{address}"' in page
        assert client.get(address).status_code == 200


def test_what_has_changed_is_told_from_the_earlier_to_the_later(client: TestClient) -> None:
    (change,) = [each for each in asked(client, "/")["changes"] if each["question"]["heading"] == "How many: dead?"]
    assert change["pair"]["right"]["answer"] == "23"
    assert change["pair"]["left"]["out_not_after"] < change["pair"]["right"]["out_not_after"]


def test_what_waits_for_a_person(client: TestClient, strike_case: Case) -> None:
    page = asked(client, "/")
    assert page["to_judge"] == page["parting"]
    strike_case.failed("broken.pdf", "no text in it")
    judge_comparison(strike_case, page["conflicts"][0]["pair"]["id"], "confirm", Judge("Ann"))
    after = asked(client, "/")
    assert after["to_judge"] == page["to_judge"] - 1
    assert after["counts"]["failures"] == 1
    shown = client.get("/").text
    assert "broken.pdf" in shown
    assert "no text in it" in shown


def test_who_is_spoken_of_most(client: TestClient) -> None:
    spoken = asked(client, "/")["spoken_of"]
    assert spoken[0]["name"] == "Karst"
    assert [each["reports"] for each in spoken] == sorted((each["reports"] for each in spoken), reverse=True)
