"""Recordings: each with whose it is said to be, when it came out and can have been made, and what is folded of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from purport.store import Case
from web.serving import client_of
from web.test_who import get

AUDIO = "audio, Veshan Dormu, 2031-03-06"
CALLED_FOR = ("grain depots across the north", "strike at barracks and grain stores", "Do not sleep beside your bread")


@pytest.fixture(scope="module")
def example(example_case: Path) -> Iterator[TestClient]:
    """A client of the example case, for whoever only looks."""
    with Case.open(str(example_case)) as case, client_of(case) as made:
        yield made


def test_a_case_without_any_says_so(client: TestClient) -> None:
    assert client.get("/recordings/none").status_code == 404


def test_each_leads_to_its_page(example: TestClient) -> None:
    found = {each["of"]: each for each in get(example, "/recordings")["recordings"]}
    assert found[AUDIO]["durations"] == ["31 minutes", "30 minutes"]
    assert any("said to be from" in each for each in found[AUDIO]["speakers"])
    shown = example.get("/recordings").text
    for of in found:
        assert f"/recordings/{quote(of, safe='')}" in shown
        assert example.get(f"/recordings/{quote(of, safe='')}").status_code == 200


def test_a_page_has_the_bounds_of_when_it_was_made_with_reasons(example: TestClient) -> None:
    page = get(example, f"/recordings/{quote(AUDIO, safe='')}")
    told = {each["name"]: each["lines"] for each in page["fields"]}
    assert {(each["not_before"], each["not_after"]) for each in told["recorded"]} >= {("2031-02-12", "2031-03-06"), (None, "2031-02-15")}
    assert all(each["cited"] for lines in told.values() for each in lines)
    assert {each["of"] for each in page["earlier"]} >= {"speech, Veshan Dormu, 2030-03", "video, Veshan Dormu, 2028-08"}
    assert [band["heading"] for band in page["drawing"]["bands"]] == ["Came out", "Can have been made"]


@pytest.mark.parametrize("form", ["html", "json"])
def test_what_it_calls_for_is_folded_unless_asked_for(example: TestClient, form: str) -> None:
    address = f"/recordings/{quote(AUDIO, safe='')}?as={form}"
    folded, whole = example.get(address).text, example.get(f"{address}&unfold=true").text
    assert not any(words in folded for words in CALLED_FOR)
    assert all(words in whole for words in CALLED_FOR)


def test_who_is_said_to_speak_leads_to_it_and_shows_no_call(example: TestClient) -> None:
    (dormu,) = [each for each in get(example, "/entities?words=Veshan")["entities"] if each["name"] == "Veshan Dormu"]
    shown = example.get(f"/entities/{dormu['id']}").text
    assert f"/recordings/{quote(AUDIO, safe='')}" in shown
    assert not any(words in shown for words in CALLED_FOR)
    whole = example.get(f"/entities/{dormu['id']}?unfold=true").text
    assert "grain depots across the north" in whole


def test_a_place_has_who_is_told_to_hold_it_as_bars_and_as_a_list(example: TestClient) -> None:
    (karesh,) = [each for each in get(example, "/entities?words=Karesh&type=place")["entities"] if each["name"] == "Karesh"]
    page = get(example, f"/entities/{karesh['id']}")
    assert [each["name"] for each in page["places"]] == ["Karesh"]
    told = {(each["field"], each["not_before"], each["not_after"]) for each in page["places"][0]["lines"]}
    assert ("army, held from", "2031-01-29", "2031-01-29") in told
    rows = [row for band in page["drawing"]["bands"] for row in band["rows"]]
    assert any("Lantern Front, held until" in each["label"] and each["marks"] for each in rows)
    assert "style=" not in example.get(f"/entities/{karesh['id']}").text


def test_words_that_are_cited_are_marked_in_their_report(example: TestClient) -> None:
    page = get(example, f"/recordings/{quote(AUDIO, safe='')}")
    words = page["fields"][0]["lines"][0]["cited"][0]
    shown = example.get(f"/reports/{words['report']}?at={words['start']}-{words['end']}").text
    assert f'id="at-{words["start"]}"' in shown
    assert "cited" in shown
    for at in ("9-3", "x-y", "0-99999999", f"{'9' * 800}-{'9' * 900}", "²-³"):
        assert example.get(f"/reports/{words['report']}?at={at}").status_code == 200
