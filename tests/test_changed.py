"""Which entities are others than before: what has to be compared anew when it is decided again who is one."""

from hypothesis import given, settings
from hypothesis import strategies as st

from purport.resolve.entities import Part
from purport.resolving import _changed
from purport.store import Item, Signed

ITEMS = [(f"report {number}", f"entity {number}") for number in range(7)]
GROUPS = st.lists(st.sampled_from(["one", "two", "three", None]), min_size=len(ITEMS), max_size=len(ITEMS))


def changed(before: list[str | None], after: list[str | None]) -> set[Item]:
    groups = {name: tuple(item for item, own in zip(ITEMS, after, strict=True) if own == name) for name in set(after) - {None}}
    signed = [Signed("signature", item, name) for item, name in zip(ITEMS, before, strict=True)]
    return set(_changed(signed, [Part(f"new {name}", own) for name, own in groups.items()]))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(GROUPS, GROUPS)
def test_of_two_that_part_or_join_one_has_changed(before: list[str | None], after: list[str | None]) -> None:
    found = changed(before, after)
    for i, one in enumerate(ITEMS):
        for j, other in enumerate(ITEMS[:i]):
            were, are = (names[i] is not None and names[i] == names[j] for names in (before, after))
            assert were == are or {one, other} & found


@settings(max_examples=100, deadline=None, derandomize=True)
@given(GROUPS)
def test_another_id_is_no_change(groups: list[str | None]) -> None:
    assert changed(groups, groups) == set()


def test_of_many_that_one_joins_only_that_one_has_changed() -> None:
    assert changed(["one"] * 6 + ["two"], ["one"] * 7) == {ITEMS[6]}
    assert changed(["one"] * 6 + [None], ["one"] * 7) == {ITEMS[6]}
    assert changed(["one"] * 7, ["one"] * 6 + ["two"]) == {ITEMS[6]}
