"""Values hold until the case changes; a page sees one state of it."""

from __future__ import annotations

from purport.web.memo import Memo, settled


def test_a_value_holds_until_the_case_changes() -> None:
    state, made = [0], []
    memo = Memo(lambda: state[0])
    for _ in range(2):
        assert memo.get("key", lambda: made.append(state[0]) or state[0]) == 0
    state[0] = 1
    assert memo.get("key", lambda: made.append(state[0]) or state[0]) == 1
    assert made == [0, 1]


def test_a_page_asks_for_the_state_of_the_case_once() -> None:
    asked: list[int] = []
    memo, other = Memo(lambda: asked.append(1) or len(asked)), Memo(lambda: "other")
    with settled():
        assert [memo.get(key, lambda: 1) for key in range(5)] == [1] * 5
        assert other.stamp() == "other"
        assert memo.stamp() == 1
    assert len(asked) == 1
    assert memo.stamp() == 2


def test_those_asked_for_longest_ago_give_way() -> None:
    made: list[str] = []
    memo = Memo(lambda: 0, size=2)
    for key in "aababca":
        memo.get(key, lambda key=key: made.append(key))
    assert made == ["a", "b", "c", "a"]
