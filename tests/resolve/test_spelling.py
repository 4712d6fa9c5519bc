"""Spellings of one name from another script sound alike; other names do not."""

import pytest

from purport.resolve.spelling import fold, sound, stem


def sounds(words: str) -> list[object]:
    return [sound(fold(word)) for word in words.split()]


@pytest.mark.parametrize(
    "words",
    ["Mansoor Mansour Mansur", "Qaddafi Gaddafi Kadhafi", "Dormu Dormoo", "Veshan Vechan", "Yoren Joren", "Hussein Husayn", "Raqqa Raqqah"],
)
def test_spellings_of_one_name(words: str) -> None:
    assert len(set(sounds(words))) == 1


@pytest.mark.parametrize("words", ["Mohammed Muhammad", "Osama Usama", "Halvek Halvik", "Moammar Muammar"])
def test_spellings_nearly_alike(words: str) -> None:
    one, other = (sound(fold(word)) for word in words.split())
    assert one != other
    assert one.is_near(other) and other.is_near(one)


@pytest.mark.parametrize(
    "words", ["Hassan Hussein", "Iran Iraq", "Austria Australia", "Ali Alia", "Oman Amman", "Holm Helm", "Niger Nigeria", "Hamad Hamid"]
)
def test_other_names(words: str) -> None:
    one, other = (sound(fold(word)) for word in words.split())
    assert not one.is_near(other)


@pytest.mark.parametrize(("word", "folded"), [("Réjane", "rejane"), ("U.S.", "us"), ("O’Vane", "ovane"), ("Łódź", "lodz"), ("&", "&")])
def test_small_letters_without_marks(word: str, folded: str) -> None:
    assert fold(word) == folded


@pytest.mark.parametrize("words", ["sorvia sorvian", "iraq iraqi", "kesmar kesmari kesmaris", "syria syrian"])
def test_a_country_and_its_adjective(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


def test_austria_is_not_australia() -> None:
    assert stem("austrian") != stem("australian")
