"""Words are broken into lines that fit."""

import pytest

from purport.pictures.letters import MORE, cut, shown, width_of, wrapped

LONG = "the council of the upper valley said that nobody had crossed the ford before the water fell"


@pytest.mark.parametrize("words", [LONG, "Donaudampfschifffahrtsgesellschaft" * 4, "W" * 90, "水" * 60, "a"])
@pytest.mark.parametrize("width", [60, 200])
def test_lines_fit(words: str, width: int) -> None:
    lines = wrapped(words, width, 12, 3)
    assert 1 <= len(lines) <= 3
    assert all(width_of(line, 12) <= width for line in lines)


def test_words_stay_whole_and_all_are_there() -> None:
    assert " ".join(wrapped(LONG, 200, 12, 9)) == LONG


def test_what_is_left_out_is_marked() -> None:
    assert wrapped(LONG, 100, 12, 2)[-1].endswith(MORE)
    assert cut(LONG, 100, 12).endswith(MORE)
    assert cut("short", 100, 12) == "short"


def test_nothing_has_no_lines() -> None:
    assert wrapped(" \n ", 100, 12, 3) == ()


def test_what_turns_words_round_or_shows_nothing_has_a_sign() -> None:
    assert shown("a\x1b[2Jb\u202ec\x00\ud800d\n e") == "a�[2Jb�c��d e"
