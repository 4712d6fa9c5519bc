"""Who and what is named, page by page, and two made one and one made two from these."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from purport.store import Case

Json = dict[str, Any]


def get(client: TestClient, address: str) -> Json:
    """The record of a page."""
    answer = client.get(address, headers={"Accept": "application/json"})
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


def ids(client: TestClient, words: str = "") -> dict[str, str]:
    """The ids of those who have some words in a name, by what the case calls them."""
    return {each["name"]: each["id"] for each in get(client, f"/entities?words={words}")["entities"]}


def test_the_most_named_come_first_with_their_other_names(client: TestClient) -> None:
    page = get(client, "/entities")
    reports = [each["reports"] for each in page["entities"]]
    assert reports == sorted(reports, reverse=True)
    assert page["part"]["total"] == len(reports) == sum(each["entities"] for each in page["types"])
    vashan = next(each for each in page["entities"] if each["name"] == "Orla Vashan")
    assert "Orlah Vashan" in vashan["others"]
    assert "Orla Vashan" not in vashan["others"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [("words=ilo", {"Ilo Vashan"}), ("words=VASHAN&type=place", set()), ("type=organisation", {"Lantern Front"}), ("words=nobody", set())],
)
def test_a_list_is_narrowed_down(client: TestClient, asked: str, found: set[str]) -> None:
    assert {each["name"] for each in get(client, f"/entities?{asked}")["entities"]} == found
    assert client.get(f"/entities?{asked}").status_code == 200


def test_a_type_that_there_is_not_is_said(client: TestClient) -> None:
    assert client.get("/entities?type=ship").status_code == 400


def test_a_page_has_the_names_where_they_stand_and_why_they_are_one(client: TestClient, strike_case: Case) -> None:
    page = get(client, f"/entities/{ids(client)['Orla Vashan']}")
    texts = {each: strike_case.analysis(each).report.text for each in {row["report"] for row in page["told_in"]}}
    for name in page["names"]:
        for place in name["places"]:
            assert texts[place["report"]][place["start"] : place["end"]] == name["words"]
    spelt = next(each for each in page["reasons"] if "spellings" in each["why"])
    assert {spelt["left"]["words"], spelt["right"]["words"]} == {"Orla Vashan", "Orlah Vashan"}
    assert "Ilo Vashan" in {each["name"] for each in page["namesakes"]}


def test_what_is_told_of_a_person_stands_with_who_says_so_and_the_words(client: TestClient, strike_case: Case) -> None:
    page = get(client, f"/entities/{ids(client)['Orla Vashan']}")
    told = {each["name"]: each["lines"] for each in page["fields"]}
    assert {"dead", "alive"} <= {each["value"] for each in told["status"]}
    for each in told["status"]:
        assert each["by"]
        for words in each["cited"]:
            text = strike_case.analysis(words["report"]).report.text
            assert text[words["start"] : words["end"]] == words["words"]
    shown = client.get(f"/entities/{ids(client)['Orla Vashan']}").text
    assert "Alive, hurt, dead: what is said" in shown
    assert "the army" in shown


def test_what_an_entity_says_is_counted_and_found_by_its_id(client: TestClient) -> None:
    front = ids(client)["Lantern Front"]
    page = get(client, f"/entities/{front}")
    assert page["claimed"] == get(client, f"/claims?source={front}")["part"]["total"] == 1
    assert page["claims"][0]["row"]["source"]["words"] == "The Lantern Front"


def test_who_is_not_there_is_said(client: TestClient) -> None:
    answer = client.get("/entities/nobody")
    assert answer.status_code == 404
    assert "no such entity" in answer.text


def test_two_are_made_one_and_that_is_taken_back(client: TestClient, token: str) -> None:
    one, other = ids(client)["Orla Vashan"], ids(client)["Ilo Vashan"]
    found = client.get(f"/entities/{one}?other=ilo").text
    assert f'name="other" value="{other}"' in found
    sent = {"token": token, "layer": "aliases", "one": one, "other": other, "author": "Ada", "note": "one man"}
    answer = client.post("/judge/merge", data=sent, follow_redirects=False)
    assert answer.status_code == 303
    whole = get(client, answer.headers["location"])
    assert {"Orla Vashan", "Ilo Vashan"} <= {each["words"] for each in whole["names"]}
    (judged,) = whole["judgements"]
    assert (judged["decision"], judged["author"], judged["note"], judged["stands"]) == ("merge", "Ada", "one man", True)
    back = {"token": token, "judgement": judged["id"], "author": "Bo", "to": "/entities"}
    assert client.post("/judge/undo", data=back, follow_redirects=False).headers["location"] == "/entities"
    assert {one, other} <= set(ids(client).values())


def test_one_is_made_two_by_the_reports_that_are_chosen(client: TestClient, token: str) -> None:
    whole = ids(client)["Orla Vashan"]
    page = get(client, f"/entities/{whole}")
    spelt = next(each["places"][0]["report"] for each in page["names"] if each["words"] == "Orlah Vashan")
    sent = {"token": token, "layer": "aliases", "whole": whole, "report-6": spelt, "author": "Ada"}
    answer = client.post("/judge/split", data=sent, follow_redirects=False)
    left = get(client, answer.headers["location"])
    assert left["name"] == "Orla Vashan"
    assert spelt not in {each["report"] for each in left["told_in"]}
    assert "Orlah Vashan" in ids(client)


@pytest.mark.parametrize(
    ("action", "sent", "status", "why"),
    [
        ("merge", {"layer": "aliases", "one": "nobody", "other": "nobody"}, 404, "no such entity"),
        ("merge", {"layer": "claims", "one": "a", "other": "b"}, 400, "aliases or events expected"),
        ("merge", {"layer": "events", "one": "a", "other": "b"}, 404, "no such event"),
        ("split", {"layer": "aliases", "whole": "nobody", "report": "x"}, 404, "no such entity"),
        ("split", {"layer": "aliases", "whole": "nobody"}, 400, "none was chosen"),
        ("split", {"layer": "events", "whole": "nobody", "report": "x"}, 404, "no such event"),
    ],
)
def test_what_cannot_be_judged_is_said(client: TestClient, token: str, action: str, sent: dict[str, str], status: int, why: str) -> None:
    answer = client.post(f"/judge/{action}", data={"token": token, "author": "Ada", **sent})
    assert answer.status_code == status
    assert why in answer.text


@pytest.mark.parametrize("action", ["merge", "split"])
def test_nobody_judges_from_another_session(client: TestClient, action: str) -> None:
    client.get("/")
    assert client.post(f"/judge/{action}", data={"token": "none", "author": "Ada"}).status_code == 403
