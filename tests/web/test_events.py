"""What happened as reports tell it: listed, page by page, and judged."""

from __future__ import annotations

from starlette.testclient import TestClient

from purport.listings.happened import find_happened
from purport.store import Case
from web.test_who import get


def test_what_several_reports_tell_of_is_as_the_command_lists_it(client: TestClient, strike_case: Case) -> None:
    page = get(client, "/events")
    whole = {each.id: each for each in find_happened(strike_case, every=False)}
    assert {each["id"] for each in page["events"]} == whole.keys()
    reports = [each["reports"] for each in page["events"]]
    assert reports == sorted(reports, reverse=True)
    assert all(each["reports"] == whole[each["id"]].reports for each in page["events"])


def test_all_has_what_one_report_alone_tells_of(client: TestClient, strike_case: Case) -> None:
    page, every = get(client, "/events?all=true"), find_happened(strike_case, every=True)
    assert {each["id"] for each in page["events"]} == {each.id for each in every}
    assert page["alone"] == sum(each.reports == 1 for each in every)


def test_one_is_found_by_its_words_and_by_who_took_part(client: TestClient) -> None:
    assert {each["word"] for each in get(client, "/events?all=true&words=ARREST+vashan")["events"]} == {"arrested"}
    assert get(client, "/events?all=true&words=arrested+nobody")["events"] == []


def test_a_page_has_each_telling_with_its_sentence(client: TestClient, strike_case: Case) -> None:
    (killed,) = [each for each in get(client, "/events?words=killed")["events"] if each["reports"] > 1][:1]
    page = get(client, f"/events/{killed['id']}")
    for each in page["tellings"]:
        text = strike_case.analysis(each["word"]["report"]).report.text
        sentence = each["sentence"]
        assert text[sentence["start"] : sentence["end"]] == sentence["words"]
        assert each["word"]["words"] in sentence["words"]
    assert page["reasons"]
    shown = client.get(f"/events/{killed['id']}").text
    assert "Why these are taken to tell of one thing" in shown
    assert client.get("/events/none").status_code == 404


def test_one_alone_has_a_page(client: TestClient) -> None:
    (arrested,) = get(client, "/events?all=true&words=arrested")["events"]
    assert [each["word"]["words"] for each in get(client, f"/events/{arrested['id']}")["tellings"]] == ["arrested"]


def test_two_are_made_one_and_one_is_made_two(client: TestClient, token: str) -> None:
    (arrested,) = get(client, "/events?all=true&words=arrested")["events"]
    killed = get(client, "/events?words=killed")["events"][0]
    assert f'value="{arrested["id"]}"' in client.get(f"/events/{killed['id']}?other=arrested").text
    sent = {"token": token, "layer": "events", "one": killed["id"], "other": arrested["id"], "author": "Ada"}
    joined = get(client, client.post("/judge/merge", data=sent, follow_redirects=False).headers["location"])
    assert "arrested" in {each["word"]["words"] for each in joined["tellings"]}
    (judged,) = joined["judgements"]
    assert (judged["decision"], judged["stands"]) == ("merge", True)
    other = next(each["word"]["report"] for each in joined["tellings"] if each["word"]["words"] == "arrested")
    sent = {"token": token, "layer": "events", "whole": joined["asked"]["id"], "report-1": other, "author": "Bo"}
    left = get(client, client.post("/judge/split", data=sent, follow_redirects=False).headers["location"])
    assert "arrested" not in {each["word"]["words"] for each in left["tellings"]}
