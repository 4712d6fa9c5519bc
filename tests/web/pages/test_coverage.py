"""Coverage: what comes from one origin, what one report alone tells, what is parted with; and who cites whom."""

from __future__ import annotations

from typing import Any

from starlette.testclient import TestClient


def page(client: TestClient, **asked: object) -> Any:
    return client.get("/coverage", params={**asked, "as": "json"}).json()


def test_a_copy_is_one_origin(client: TestClient) -> None:
    found = page(client)
    assert all(each["origins"] == 1 and len({at["path"] for at in each["cited"]}) > 1 for each in found["lines"])
    assert any({at["path"] for at in each["cited"]} >= {"wire.txt", "courier.txt"} for each in found["lines"])


def test_each_kind_has_as_many_as_it_says(example: TestClient) -> None:
    for each in page(example)["kinds"]:
        assert page(example, kind=each["kind"])["part"]["total"] == each["lines"]


def test_what_is_parted_with_says_so(example: TestClient) -> None:
    assert all(each["is_disputed"] for each in page(example, kind="unconfirmed")["lines"])


def test_of_one_outlet(example: TestClient) -> None:
    first = page(example, kind="alone")["outlets"][0]
    found = page(example, kind="alone", outlet=first["name"])
    assert found["part"]["total"] == first["lines"]
    assert all(first["name"] in {at["outlet"] for at in each["cited"]} for each in found["lines"])


def test_who_cites_whom(client: TestClient) -> None:
    cites = page(client)["cites"]
    assert ("Karst Wire", "the army") in {(each["by"], each["of"].casefold()) for each in cites}
    assert [each["claims"] for each in cites] == sorted((each["claims"] for each in cites), reverse=True)
