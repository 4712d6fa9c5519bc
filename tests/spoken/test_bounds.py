"""Bounds put together: stretch by stretch, where they part, and what that comes to for the file."""

from __future__ import annotations

from itertools import permutations

import pytest

from purport.findings import Bound, Claimed, Earlier, Edges, Ground, Part, Passage, Stretch
from purport.records import Interval
from purport.spoken.bounds import passage_bounds, put_together, release_bounds

NAMES = {"a": "speech.mp3", "b": "radio.mp3", "c": "older.mp3"}


def bound(start: float, end: float, first: str | None, last: str | None = None, ground: Ground = Ground.PERSON, why: str = "so") -> Bound:
    return Bound(Stretch(start, end), Interval(first, last), why, "somebody", ground)


def spoken(start: float, end: float, first: str) -> Bound:
    return bound(start, end, first, ground=Ground.TRANSCRIPT, why=f"tells of {first}")


def passage(here: tuple[float, float], file: str, there: tuple[float, float]) -> Passage:
    return Passage(Stretch(*here), file, Stretch(*there), 1.0, 1.0, 40, Edges.REFINED)


def parts(*bounds: Bound, seconds: float = 100) -> list[tuple[float, float, str | None, str | None, int]]:
    found = put_together(seconds, bounds).parts
    return [(each.at.start, each.at.end, each.when.not_before, each.when.not_after, len(each.conflict)) for each in found]


def test_a_passage_bounds_its_stretch_alone() -> None:
    found = {"x": [passage((10, 30), "a", (40, 60))]}
    (made,) = passage_bounds("x", found, {"a": Earlier("2029-05-01", "the archive")}, NAMES)
    assert (made.at, made.when, made.source) == (Stretch(10, 30), Interval(None, "2029-05-01"), "the archive")
    assert made.why == "coincides with speech.mp3, 0:40.0–1:00.0, public by 2029-05-01"
    assert parts(made) == [(10, 30, None, "2029-05-01", 0)]


def test_a_file_without_a_day_bounds_nothing() -> None:
    assert [*passage_bounds("x", {"x": [passage((10, 30), "a", (40, 60))]}, {}, NAMES)] == []
    assert [*passage_bounds("x", {}, {}, NAMES)] == []


def test_what_only_the_edges_of_two_passages_share_is_not_followed_back() -> None:
    found = {"x": [passage((10, 30), "a", (40, 60))], "a": [passage((59.8, 70), "b", (0, 10.2))]}
    assert [*passage_bounds("x", found, {"b": Earlier("2029-05-01", "the radio")}, NAMES)] == []


def test_the_earliest_day_wins_where_one_archive_file_has_it_from_another() -> None:
    found = {"x": [passage((10, 30), "a", (40, 60))], "a": [passage((50, 70), "b", (0, 20))]}
    earlier = {"a": Earlier("2030-01-01", "the archive"), "b": Earlier("2029-05-01", "the radio")}
    made = [*passage_bounds("x", found, earlier, NAMES)]
    assert [(each.at, each.when.not_after) for each in made] == [(Stretch(10, 30), "2030-01-01"), (Stretch(20, 30), "2029-05-01")]
    assert made[1].why == ("coincides with speech.mp3, 0:40.0–1:00.0, which coincides with radio.mp3, 0:00.0–0:10.0, public by 2029-05-01")
    assert parts(*made) == [(10, 20, None, "2030-01-01", 0), (20, 30, None, "2029-05-01", 0)]


def test_files_that_have_a_passage_from_each_other_come_to_an_end() -> None:
    found = {
        "x": [passage((0, 10), "a", (0, 10))],
        "a": [passage((0, 10), "b", (0, 10)), passage((0, 10), "x", (0, 10))],
        "b": [passage((0, 10), "a", (0, 10))],
    }
    earlier = {"a": Earlier("2030-01-01", "a"), "b": Earlier("2029-01-01", "b")}
    assert [each.when.not_after for each in passage_bounds("x", found, earlier, NAMES)] == ["2030-01-01", "2029-01-01"]


def test_a_jingle_that_many_files_have_is_followed_only_so_far() -> None:
    files = [str(number) for number in range(12)]
    found = {each: [passage((0, 10), other, (0, 10)) for other in files if other != each] for each in files}
    made = [*passage_bounds("0", found, {each: Earlier(f"20{10 + int(each)}-01-01", each) for each in files}, {})]
    assert len(made) <= 11 + 11 * 10 + 11 * 10 * 9
    assert min(each.when.not_after or "" for each in made) == "2011-01-01"


def test_a_faster_copy_is_mapped_to_its_own_times() -> None:
    found = {"x": [passage((10, 20), "a", (0, 20))], "a": [passage((10, 30), "c", (100, 120))]}
    (made,) = passage_bounds("x", found, {"c": Earlier("2028-01-01", "c")}, NAMES)
    assert made.at == Stretch(15, 20)


def test_passages_that_overlap_are_parted_where_one_ends() -> None:
    assert parts(bound(10, 30, None, "2030-01-01"), bound(20, 40, None, "2029-01-01")) == [
        (10, 20, None, "2030-01-01", 0),
        (20, 30, None, "2029-01-01", 0),
        (30, 40, None, "2029-01-01", 0),
    ]


def test_words_narrow_what_holds_of_all_of_their_stretch() -> None:
    inside, over = spoken(12, 16, "2029-01-01"), spoken(28, 34, "2031-01-01")
    assert parts(bound(10, 30, None, "2030-01-01"), inside, over) == [
        (10, 30, None, "2030-01-01", 0),
        (12, 16, "2029-01-01", "2030-01-01", 0),
        (28, 34, "2031-01-01", None, 0),
    ]


def test_edges_that_may_be_one_are_one() -> None:
    assert parts(bound(9.9, 29.9, None, "2029-01-01"), bound(10, 30, None, "2030-01-01")) == [(10, 29.9, None, "2029-01-01", 0)]
    assert parts(bound(9.9, 10.2, None, "2029-01-01")) == [(9.9, 10.2, None, "2029-01-01", 0)]


def test_a_line_that_reaches_hardly_over_the_edge_is_held_against_the_passage() -> None:
    near, far = spoken(9.8, 14, "2031-01-01"), spoken(9, 14, "2031-01-01")
    assert [each[4] for each in parts(bound(10, 30, None, "2030-01-01"), near)] == [2, 0]
    assert [each[4] for each in parts(bound(10, 30, None, "2030-01-01"), far)] == [0, 0]


def test_what_cannot_both_hold_keeps_both_reasons() -> None:
    found = put_together(100, [bound(10, 30, None, "2030-01-01", why="public"), spoken(12, 16, "2031-02-12")])
    conflict = next(each for each in found.parts if each.conflict)
    assert (conflict.at, conflict.when) == (Stretch(12, 16), Interval())
    assert {each.why for each in conflict.conflict} == {"public", "tells of 2031-02-12"}
    assert found.finished == Interval()
    assert found.apart == ()


def test_stretches_that_were_not_spoken_on_one_day_are_told_apart() -> None:
    found = put_together(100, [bound(10, 30, None, "2030-01-01"), spoken(50, 55, "2031-02-12"), spoken(60, 65, "2031-01-01")])
    (apart,) = found.apart
    assert (apart.earlier, apart.later) == (Stretch(10, 30), Stretch(50, 55))
    assert apart.why.startswith(
        "0:10.0–0:30.0 was spoken not after 2030-01-01, something in 0:50.0–0:55.0 not before 2031-02-12: "
        "not at one time, if both bounds hold; a compilation"
    )
    assert found.finished == Interval("2031-02-12")


def test_stretches_that_follow_on_one_another_are_told_apart_once() -> None:
    passages = (bound(10, 30, None, "2030-01-01"), bound(14, 18, None, "2030-01-01", why="again"), bound(40, 45, None, "2030-01-01"))
    found = put_together(100, [*passages, spoken(50, 55, "2031-02-12")])
    assert [each.at for each in found.parts] == [Stretch(10, 14), Stretch(14, 18), Stretch(18, 30), Stretch(40, 45), Stretch(50, 55)]
    assert [each.earlier for each in found.apart] == [Stretch(10, 30), Stretch(40, 45)]


def test_one_mention_does_not_date_the_rest() -> None:
    found = put_together(2760, [spoken(12, 16, "2031-02-12")])
    assert [each.at for each in found.parts] == [Stretch(12, 16)]
    assert found.apart == ()


def test_what_is_somewhere_dates_no_stretch() -> None:
    where = bound(0, 100, "2031-02-12", ground=Ground.REPORT)
    found = put_together(100, [], [where])
    assert (found.parts, found.somewhere, found.finished) == ((), (where,), Interval())


def test_the_release_stands_for_all_of_the_file() -> None:
    claims = [Claimed("a message", "a post", Interval("2031-03-06", "2031-03-06")), Claimed("a message", "a page")]
    made = [*release_bounds(100, claims, Earlier("2031-03-09", "the channel"))]
    assert [each.why for each in made] == ["this file was public by 2031-03-09", "said to have come out by 2031-03-06"]
    found = put_together(100, [*made, spoken(12, 16, "2031-02-12"), spoken(20, 24, "2031-05-01")])
    assert found.finished == Interval("2031-02-12", "2031-03-06")
    assert [(each.at.start, bool(each.conflict)) for each in found.parts] == [(0, False), (12, False), (20, True)]


@pytest.mark.parametrize("number", range(6))
def test_no_order_shows(number: int) -> None:
    bounds = [bound(10, 30, None, "2030-01-01"), spoken(12, 16, "2031-02-12"), bound(20, 40, None, "2029-01-01", why="other")]
    assert put_together(100, [*permutations(bounds)][number]) == put_together(100, bounds)


def test_bounds_that_add_nothing_are_kept_behind_those_that_do() -> None:
    (part,) = put_together(100, [bound(0, 9, None, "2030-01-01", why="late"), bound(0, 9, None, "2029-01-01", why="early")]).parts
    assert part == Part(
        Stretch(0, 9),
        Interval(None, "2029-01-01"),
        (bound(0, 9, None, "2029-01-01", why="early"), bound(0, 9, None, "2030-01-01", why="late")),
    )
