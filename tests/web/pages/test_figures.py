"""Figures: counts of one thing in the order in which they were said, drawn at the height of their numbers."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from purport.web.pages.figures import Amount, amount_of


@pytest.mark.parametrize(
    ("value", "amount"),
    [
        ("14", Amount(14, 14)),
        ("1,200", Amount(1200, 1200)),
        ("3.5 km", Amount(3.5, 3.5)),
        ("at least 27", Amount(27, None)),
        ("at most 1,000 euros", Amount(None, 1000)),
        ("between 9 and 14", Amount(9, 14)),
        ("14 or 9", Amount(9, 14)),
        ("dozens", None),
    ],
)
def test_how_many_a_count_tells(value: str, amount: Amount | None) -> None:
    assert amount_of(value) == amount


def page(client: TestClient, **asked: object) -> Any:
    return client.get("/figures", params={**asked, "as": "json"}).json()


def test_a_toll_is_one_sequence_with_its_sources(client: TestClient) -> None:
    (dead,) = page(client, about="dead")["sequences"]
    assert [each["told"]["value"] for each in dead["counts"]] == ["14", "19", "23"]
    assert dead["is_disputed"]
    assert all(each["told"]["by"] for each in dead["counts"])


def test_more_stands_higher(client: TestClient) -> None:
    (dead,) = page(client, about="dead")["sequences"]
    assert [each["top"] for each in dead["steps"]] == sorted((each["top"] for each in dead["steps"]), reverse=True)
    assert {each["called"] for each in dead["levels"]} >= {"14", "23"}


def test_all_counts_of_one_thing(client: TestClient) -> None:
    (dead,) = page(client, about="dead")["sequences"]
    (same,) = page(client, subject=dead["subject"], what=dead["what"])["sequences"]
    assert same["every"] == len(same["counts"]) == 3
    assert page(client, subject=dead["subject"], what="hurt")["sequences"] == []
