"""Words are compared folded and without endings; kinds join what tells of one thing."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from purport.resolve.stems import forms, kind, proper, stem, stems


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mayor’s car, they say, wasn't hit.", ["the", "mayor", "car", "they", "say", "wasn't", "hit"]),
        ("Orla Vane's 40 men", ["orla", "vane", "40", "men"]),
        ("snake_case", ["snake", "case"]),
        ("—", []),
    ],
)
def test_a_possessive_ending_is_no_part_of_its_word(text: str, found: list[str]) -> None:
    assert forms(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They said that the bridges had collapsed", ("bridg", "collaps")),
        ("Nobody took the 3 boats", ("nobodi", "take", "3", "boat")),
        ("the dead and the deaths", ("die", "die")),
        ("and of it, too", ()),
        ("a b c", ()),
    ],
)
def test_only_words_with_content_have_stems(text: str, found: tuple[str, ...]) -> None:
    assert stems(text) == found


@pytest.mark.parametrize(("one", "other"), [("took", "taking"), ("dead", "died"), ("held", "holding"), ("seized", "seizing")])
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("killed", "died", True),
        ("raid", "strike", True),
        ("offer", "bid", True),
        ("seized", "captured", True),
        ("seized", "held", False),
        ("killed", "wounded", False),
        ("offer", "offer", True),
        ("quay", "harbour", False),
    ],
)
def test_kinds(one: str, other: str, alike: bool) -> None:
    assert (kind(stem(one)) == kind(stem(other))) == alike


def test_proper_words_have_a_capital() -> None:
    assert proper("The Sorvian commandos of Orla Vane’s guard") == {"sorvian", "orla", "vane"}
    assert proper("the guard") == frozenset()


def test_several_threads_find_the_same_stems() -> None:
    words = [
        f"{word}{ending}" for word in ("organis", "attack", "confirm", "deni", "resign") for ending in ("ation", "ing", "ed", "es", "s")
    ] * 200
    alone = [stem.__wrapped__(each) for each in words]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(stem.__wrapped__, words)) == alone
