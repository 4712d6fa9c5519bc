"""Questions and their answers over time: lists, both clocks, how answers stand, bars, the picture."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from purport.judging import Judge, judge_comparison
from purport.pictures.rows import Form
from purport.records import Factuality
from purport.store import Case
from purport.web.pages.question import AnswerLine, over_time
from purport.web.sides import SideLine
from web.test_conflicts import asked


def dead(client: TestClient) -> dict[str, Any]:
    line: dict[str, Any] = next(each for each in asked(client, "/questions")["questions"] if each["heading"] == "How many: dead?")
    return line


def test_questions_are_listed_the_most_parted_first(client: TestClient) -> None:
    found = asked(client, "/questions")["questions"]
    assert [each["contradictions"] for each in found] == sorted((each["contradictions"] for each in found), reverse=True)
    assert {"14", "19", "23"} <= set(dead(client)["values"])
    assert "How many: dead?" in client.get("/questions").text


def test_questions_are_found_by_words_and_kind(client: TestClient) -> None:
    assert [each["heading"] for each in asked(client, "/questions?text=how+many")["questions"]] == ["How many: dead?"]
    assert {each["type"] for each in asked(client, "/questions?type=number")["questions"]} == {"number"}
    assert asked(client, "/questions?text=zeppelin")["questions"] == []


def test_answers_stand_in_the_order_in_which_they_were_given(client: TestClient) -> None:
    page = asked(client, f"/questions/{dead(client)['id']}")
    assert [each["number"] for each in page["answers"]] == list(range(1, len(page["answers"]) + 1))
    days = [each["side"]["said_not_after"] for each in page["answers"]]
    assert days == sorted(days)
    out = asked(client, f"/questions/{dead(client)['id']}?by=out")
    assert {each["number"] for each in out["answers"]} == {each["number"] for each in page["answers"]}


def test_how_answers_stand_is_said_from_both_sides_with_the_comparison(parted: TestClient) -> None:
    answers = {each["number"]: each for each in asked(parted, f"/questions/{dead(parted)['id']}")["answers"]}
    beside = [(number, one) for number, each in answers.items() for one in each["beside"]]
    assert {one["how"] for _, one in beside} >= {"contradicts", "replaces", "is replaced by"}
    for number, one in beside:
        assert any(back["number"] == number and back["comparison"] == one["comparison"] for back in answers[one["number"]]["beside"])
        assert parted.get(f"/comparisons/{one['comparison']}").status_code == 200


def test_a_question_keeps_its_address_when_a_pair_is_confirmed(client: TestClient, strike_case: Case) -> None:
    first = dead(client)["id"]
    judge_comparison(strike_case, asked(client, "/conflicts")["groups"][0]["pairs"][0]["id"], "confirm", Judge("Ann"))
    assert dead(client)["id"] == first


def test_no_such_question(client: TestClient) -> None:
    assert client.get("/questions/nothing").status_code == 404
    assert client.get("/questions/nothing/picture").status_code == 404


def test_the_picture_is_an_image_without_anything_from_elsewhere(client: TestClient) -> None:
    answer = client.get(f"/questions/{dead(client)['id']}/picture")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "How many: dead?" in answer.text
    assert "href" not in answer.text
    assert "<script" not in answer.text


def test_the_page_draws_bars_for_every_answer_and_no_style(client: TestClient) -> None:
    line = dead(client)
    page = client.get(f"/questions/{line['id']}").text
    assert page.count('<div class="track"') == line["answers"]
    assert all(f'href="#answer-{number}"' in page for number in range(1, line["answers"] + 1))
    assert "style=" not in page


def answer(number: int, said: tuple[str | None, str | None], out: tuple[str | None, str | None]) -> AnswerLine:
    words = dict.fromkeys(("answer", "by", "words", "report", "path", "carried"), "14")
    none = dict.fromkeys(("source", "source_id", "called", "title", "outlet", "claim"))
    side = SideLine(
        **words,
        **none,
        factuality=Factuality.CERTAIN,
        is_folded=False,
        start=0,
        end=2,
        said_not_before=said[0],
        said_not_after=said[1],
        out_not_before=out[0],
        out_not_after=out[1],
        origins=(),
    )
    return AnswerLine(number, Factuality.CERTAIN, side, None, ())


@pytest.mark.parametrize(
    ("said", "fades"),
    [
        (("2031-03-05", "2031-03-05"), None),
        ((None, "2031-03-05"), "left"),
        (("2031-03-05", None), "right"),
    ],
)
def test_a_bar_goes_on_where_nobody_tells_how_far(said: tuple[str | None, str | None], fades: str | None) -> None:
    days = ("2031-03-01", "2031-03-01"), ("2031-03-09", "2031-03-09")
    found = over_time([answer(1, days[0], days[0]), answer(2, said, days[1]), answer(3, days[1], days[1])])
    assert found is not None
    assert found.bands[0].rows[1].marks[0].fades == fades


def test_a_report_that_came_out_within_days_has_no_day() -> None:
    found = over_time([answer(1, ("2031-03-01", "2031-03-01"), ("2031-03-01", "2031-03-09"))])
    assert found is not None
    out = found.bands[0].rows[0].marks[1]
    assert out.form is Form.OUT
    assert not out.is_short


def test_without_days_nothing_is_drawn() -> None:
    assert over_time([answer(1, (None, None), (None, None))]) is None
