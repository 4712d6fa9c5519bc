"""The timeline: in the order of days, narrowed down by days, names and certainty, each line with its words and its bar."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from starlette.testclient import TestClient


def page(client: TestClient, **asked: object) -> Any:
    answer = client.get("/timeline", params={**asked, "as": "json"})
    assert answer.status_code == 200
    return answer.json()


def test_lines_stand_by_their_first_possible_day(example: TestClient) -> None:
    days = [each["told"]["not_before"] or each["told"]["not_after"] for part in (1, 2) for each in page(example, part=part)["lines"]]
    assert all(one <= other for one, other in pairwise(days))


def test_every_line_leads_to_its_words(example: TestClient) -> None:
    for each in page(example)["lines"]:
        at = each["told"]["cited"][0]
        shown = example.get(f"/reports/{at['report']}", params={"at": f"{at['start']}-{at['end']}"})
        assert at["is_folded"] or f'id="at-{at["start"]}"' in shown.text


def test_days_asked_for_are_the_days_of_the_axis(example: TestClient) -> None:
    found = page(example, since="2031-03-06", until="2031-03-08")
    assert (found["shown"]["first"], found["shown"]["last"]) == ("2031-03-06", "2031-03-08")
    for each in found["lines"]:
        told = each["told"]
        assert (told["not_before"] or "") <= "2031-03-08"
        assert (told["not_after"] or "9999") >= "2031-03-06"


def test_an_end_that_is_not_asked_for_is_as_the_lines_have_it(example: TestClient) -> None:
    late, early = page(example, since="2031-03-06")["shown"], page(example, until="2029")["shown"]
    assert late["first"] == "2031-03-06"
    assert "2031-03-17" <= late["last"] < "2032-06"
    assert early["last"] == "2029-12-31"
    assert early["first"] > "2027"


def test_what_is_told_of_these_days_alone_comes_first(example: TestClient) -> None:
    order = ["within", "wider", "open", "untold"]
    found = [order.index(each["within"]) for each in page(example, since="2031-03-01", until="2031-03-10")["lines"]]
    assert found == sorted(found)
    assert len(set(found)) > 1


def test_what_accounts_part_on_alone(example: TestClient) -> None:
    found = page(example, disputed="true")
    assert found["part"]["total"] == found["disputed"] > 0
    assert all(each["told"]["is_disputed"] for each in found["lines"])


def test_by_whom_or_what_the_case_calls_so_and_else_by_words(example: TestClient) -> None:
    named, worded = page(example, about="Belim"), page(example, about="hospital said")
    assert named["lines"]
    assert all("hospital said" in str(each["told"]).casefold() for each in worded["lines"])
    assert page(example, about="nobody at all")["lines"] == []


def test_how_sure(example: TestClient) -> None:
    found = page(example, sure="PR+")
    assert {each["told"]["factuality"] for each in found["lines"]} == {"PR+"}


def test_reports_come_out_where_that_is_asked_for(example: TestClient) -> None:
    assert page(example, reports="true")["part"]["total"] > page(example)["part"]["total"]


@pytest.mark.parametrize("asked", [{"since": "soon"}, {"since": "2032", "until": "2031"}, {"sure": "certainly"}])
def test_what_is_asked_wrongly_is_said(example: TestClient, asked: dict[str, str]) -> None:
    assert example.get("/timeline", params=asked).status_code == 400


def test_calls_are_folded_unless_asked_for(example: TestClient) -> None:
    folded, shown = (
        example.get("/timeline", params={"since": "2031-03-06", "until": "2031-03-06", **more}) for more in ({}, {"unfold": "true"})
    )
    assert "folded, so that nobody republishes one" in folded.text
    assert len(shown.text) > len(folded.text)
    lines = page(example, since="2031-03-06", until="2031-03-06")["lines"]
    assert any("folded]" in each["told"]["value"] for each in lines)


def test_the_page_has_no_style_of_its_own(client: TestClient) -> None:
    for address in ("/timeline", "/timeline?since=2031", "/ledger", "/figures", "/coverage", "/export"):
        text = client.get(address).text
        assert " style=" not in text
        assert "<style" not in text


def test_a_case_without_reports_says_so(empty: TestClient) -> None:
    for address, words in (("/timeline", "Nothing is told here"), ("/ledger", "Nobody is found"), ("/figures", "Nothing is found")):
        answer = empty.get(address)
        assert answer.status_code == 200
        assert words in answer.text
    assert empty.get("/coverage").status_code == 200
