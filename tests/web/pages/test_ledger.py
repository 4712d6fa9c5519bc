"""Who is said to hold what: a band a place, a row an account, those that part below one another."""

from __future__ import annotations

from typing import Any

from starlette.testclient import TestClient


def page(client: TestClient, **asked: object) -> Any:
    return client.get("/ledger", params={**asked, "as": "json"}).json()


def test_a_place_has_its_accounts_and_says_where_they_part(example: TestClient) -> None:
    (karesh,) = page(example, place="Karesh")["places"]
    assert karesh["place"] == "Karesh"
    assert karesh["is_disputed"]
    assert len(karesh["accounts"]) > 2


def test_a_beginning_and_an_end_of_one_report_are_one_account(example: TestClient) -> None:
    (karesh,) = page(example, place="Karesh")["places"]
    both = [each for each in karesh["accounts"] if len(each["lines"]) == 2]
    assert both
    assert all("from" in each["lines"][0]["field"] and "until" in each["lines"][1]["field"] for each in both)


def test_what_has_a_day_has_a_bar(example: TestClient) -> None:
    for place in page(example)["places"]:
        for each in place["accounts"]:
            dated = any(line["not_before"] or line["not_after"] for line in each["lines"])
            assert bool(each["marks"]) >= dated


def test_who_holds_is_found_too(example: TestClient) -> None:
    found = page(example, place="lantern front")
    assert found["places"]
    assert all("lantern front" in line["field"].casefold() for each in found["places"] for one in each["accounts"] for line in one["lines"])
