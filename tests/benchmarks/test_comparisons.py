"""What counts as found, right and following when comparisons are held against a reader's answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import comparisons
from comparisons import Pair, Place, hits, matches, place, read_pairs, score
from purport.records import Comparison, Relation, Side, Span

LETTERS = {"toll": (0, 40), "death": (50, 90), "count": (100, 140), "denial": (200, 240), "retold": (300, 340)}
"""Where the answers' pieces stand, each in a file of its own name."""


def piece(name: str) -> tuple[Place, ...]:
    return ((f"{name}.txt", frozenset(range(*LETTERS[name]))),)


def pair(relation: str, left: str, right: str, *, trap: bool = False, optional: bool = False) -> Pair:
    return Pair(relation, trap, optional, piece(left), piece(right), f"{left} | {right}")


def side(name: str, cut: int = 0) -> Side:
    start, end = LETTERS[name]
    return Side(f"case/{name}.txt", name, f"{name} 1", (Span(start + cut, end),))


def made(relation: str, left: str, right: str, cut: int = 0) -> Comparison:
    return Comparison(f"{left} {right}", Relation(relation), None, 0.8, "so it says", side(left, cut), side(right))


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [(0, 40, True), (0, 28, True), (0, 27, False), (12, 60, True), (0, 300, True), (0, 301, False), (100, 140, False)],
)
def test_a_side_matches_where_it_covers_most_of_an_answer_and_is_not_long(start: int, end: int, found: bool) -> None:
    assert matches(("toll.txt", frozenset(range(start, end))), piece("toll")) == found
    assert not matches(("count.txt", frozenset(range(start, end))), piece("toll"))


def test_a_side_is_where_all_its_parts_stand() -> None:
    assert place(Side("case/b/toll.txt", "r", "c", (Span(0, 2), Span(5, 7)))) == ("toll.txt", frozenset({0, 1, 5, 6}))


def test_a_pair_is_hit_either_way_round() -> None:
    wanted = pair("agrees", "toll", "death")
    toll, death = place(side("toll")), place(side("death"))
    assert hits(wanted, toll, death)
    assert hits(wanted, death, toll)
    assert not hits(wanted, toll, toll)


ANSWERS = [
    pair("contradicts", "toll", "denial"),
    pair("agrees", "toll", "retold"),
    pair("supersedes", "toll", "count"),
    pair("contradicts", "count", "death", trap=True),
]


@pytest.mark.parametrize(
    ("comparisons_made", "figures"),
    [
        ([], {}),
        (
            [made("contradicts", "denial", "toll")],
            {"contradicts found": 1, "contradicts made": 1, "contradicts right": 1, "contradicts following": 1},
        ),
        ([made("contradicts", "denial", "retold")], {"contradicts made": 1, "contradicts following": 1}),
        ([made("contradicts", "toll", "retold")], {"contradicts made": 1}),
        ([made("agrees", "toll", "denial")], {"agrees made": 1}),
        (
            [made("supersedes", "toll", "count")],
            {"supersedes found": 1, "supersedes made": 1, "supersedes right": 1, "supersedes following": 1},
        ),
        ([made("supersedes", "toll", "count", 13)], {"supersedes made": 1}),
        ([made("agrees", "count", "death")], {"agrees made": 1, "trap found": 1}),
        ([made("contradicts", "count", "death")], {"contradicts made": 1, "trap found": 1}),
        ([made("doubts", "count", "death")], {}),
        ([made("same_series", "count", "death")], {}),
    ],
)
def test_what_is_found_right_and_following(comparisons_made: list[Comparison], figures: dict[str, int]) -> None:
    wanted = {"contradicts wanted": 1, "agrees wanted": 1, "supersedes wanted": 1, "trap wanted": 1}
    assert {key: value for key, value in score(ANSWERS, comparisons_made).items() if value} == wanted | figures


def test_one_answer_may_be_found_by_several_and_counts_once() -> None:
    figures = score(ANSWERS, [made("contradicts", "toll", "denial"), made("contradicts", "denial", "toll")])
    assert (figures["contradicts found"], figures["contradicts made"], figures["contradicts right"]) == (1, 2, 2)


def test_what_is_optional_is_not_wanted_and_is_right_where_it_is_made() -> None:
    figures = score([pair("agrees", "toll", "retold", optional=True)], [made("agrees", "toll", "retold")])
    assert "agrees wanted" not in figures
    assert (figures["agrees made"], figures["agrees right"]) == (1, 1)


def written(folder: Path, **fields: object) -> list[Pair]:
    answer = {
        "relation": "contradict",
        "a": {"file": "one.txt", "text": "14 were dead"},
        "b": {"file": "two.txt", "text": "nobody had died"},
    } | fields
    (folder / "cluster-case.json").write_text(json.dumps({"pairs": [answer]}), encoding="utf-8")
    return read_pairs(folder, {"one.txt": "They say that 14\nwere dead. 14 were dead.", "two.txt": "But nobody had died."})


def test_answers_stand_wherever_their_words_do_however_they_are_broken(tmp_path: Path) -> None:
    (found,) = written(tmp_path)
    assert [len(letters) for _, letters in found.left] == [12, 12]
    assert found.right == (("two.txt", frozenset(range(4, 19))),)
    assert found.relation == "contradicts"


@pytest.mark.parametrize(
    ("fields", "relation", "trap", "optional"),
    [
        ({}, "contradicts", False, False),
        ({"relation": "agree"}, "agrees", False, False),
        ({"relation": "supersede", "strength": "strong"}, "supersedes", False, False),
        ({"trap": True}, "contradicts", True, False),
        ({"note": "apparent only: two towns"}, "contradicts", True, False),
        ({"relation": "same-series"}, "same-series", True, False),
        ({"strength": "weak"}, "contradicts", False, True),
        ({"strength": "inference"}, "contradicts", False, True),
    ],
)
def test_what_an_answer_wants(tmp_path: Path, fields: dict[str, object], relation: str, trap: bool, optional: bool) -> None:
    (found,) = written(tmp_path, **fields)
    assert (found.relation, found.trap, found.optional) == (relation, trap, optional)


def test_answers_of_files_that_were_not_read_are_left_out(tmp_path: Path) -> None:
    assert written(tmp_path, b={"file": "three.txt", "text": "nobody"}) == []


def test_every_relation_of_the_answers_is_one_of_the_record() -> None:
    assert set(comparisons.RELATIONS.values()) <= {each.value for each in Relation}
