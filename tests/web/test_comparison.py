"""Two accounts side by side, judged by people: confirmed, rejected, taken back, and on to the next."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from web.test_conflicts import asked, pairs


def judge(client: TestClient, token: str, pair: str, decision: str, **more: str) -> str:
    form = {"token": token, "comparison": pair, "decision": decision, "author": "Ann", **more}
    answer = client.post("/judge/comparison", data=form, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def comparison(client: TestClient, pair: str) -> dict[str, Any]:
    return asked(client, f"/comparisons/{pair}")


def test_both_sides_stand_in_their_sentences(client: TestClient) -> None:
    pair = next(each for each in pairs(client) if each["left"]["answer"] == "14" and each["right"]["answer"] == "19")
    page = comparison(client, pair["id"])
    assert [each["words"] for each in page["left"]] == [" The army said ", "14 people were killed in Karst", "."]
    assert [each["is_side"] for each in page["right"]] == [False, True, False]
    assert page["heading"] == "How many: dead?"
    assert page["pair"]["why"]
    assert client.get(f"/comparisons/{pair['id']}").text.count("<mark>") == 2


def test_any_comparison_has_a_page_also_where_the_two_agree(client: TestClient, strike_case: Any) -> None:
    for each in strike_case.comparisons():
        assert client.get(f"/comparisons/{each.id}").status_code == 200


def test_no_such_comparison(client: TestClient) -> None:
    assert client.get("/comparisons/nothing").status_code == 404


def test_a_pair_is_rejected_and_that_is_taken_back(client: TestClient, token: str) -> None:
    pair = pairs(client)[0]["id"]
    assert judge(client, token, pair, "reject", note="two strikes") == f"/comparisons/{pair}#judged"
    page = comparison(client, pair)
    assert (page["pair"]["judged"]["decision"], page["pair"]["judged"]["note"]) == ("reject", "two strikes")
    (made,) = page["judgements"]
    assert "two strikes" in client.get(f"/comparisons/{pair}").text
    client.post("/judge/undo", data={"token": token, "judgement": made["id"], "author": "Ben"})
    page = comparison(client, pair)
    assert page["pair"]["judged"] is None
    assert [each["stands"] for each in page["judgements"]] == [False]
    assert pair in {each["id"] for each in pairs(client)}


def test_two_who_judge_at_once_both_have_their_word(client: TestClient, token: str) -> None:
    pair = pairs(client)[0]["id"]
    judge(client, token, pair, "confirm")
    judge(client, token, pair, "reject", author="Ben")
    page = comparison(client, pair)
    assert [(each["author"], each["decision"], each["stands"]) for each in page["judgements"]] == [
        ("Ann", "confirm", True),
        ("Ben", "reject", True),
    ]
    assert page["pair"]["judged"]["author"] == "Ben"


def test_on_to_the_next_that_nobody_has_judged(client: TestClient, token: str) -> None:
    waiting = [each["id"] for each in pairs(client)]
    to = judge(client, token, waiting[0], "confirm", then="next")
    assert to == f"/comparisons/{waiting[1]}"
    assert comparison(client, waiting[1])["to_judge"] == len(waiting) - 1
    for each in waiting[1:-1]:
        judge(client, token, each, "confirm")
    assert judge(client, token, waiting[-1], "confirm", then="next") == f"/comparisons/{waiting[-1]}#judged"
    assert comparison(client, waiting[0])["waiting"] is None


@pytest.mark.parametrize(
    ("changed", "status"),
    [({"decision": "perhaps"}, 400), ({"author": " "}, 400), ({"comparison": "none"}, 404), ({"token": "forged"}, 403)],
)
def test_what_cannot_be_kept_is_refused(client: TestClient, token: str, changed: dict[str, str], status: int) -> None:
    form = {"token": token, "comparison": pairs(client)[0]["id"], "decision": "confirm", "author": "Ann"} | changed
    assert client.post("/judge/comparison", data=form, follow_redirects=False).status_code == status
    assert asked(client, "/conflicts?judged=confirmed")["part"]["total"] == 0
