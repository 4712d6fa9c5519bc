import json

import pytest

from purport.visible import flat, in_one_line, visible, visible_json


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("Ünal, Пресса, 中文, 😶", "Ünal, Пресса, 中文, 😶"),
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("\x9b2J", "\\x9b2J"),
        ("a\u202eb\u2066c\u2069", "a\\u202eb\\u2066c\\u2069"),
        ("\u200e\u200f\u061c", "\\u200e\\u200f\\u061c"),
        ("zero\u200bwidth\ufeff", "zero\\u200bwidth\\ufeff"),
        ("tag\U000e0041", "tag\\U000e0041"),
        ("a\u2028b", "a\\u2028b"),
        ("\ud800", "\\ud800"),
        ("back\b\x7f\x00", "back\\x08\\x7f\\x00"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("tab\tand\nline", "tab\tand\nline"),
    ],
)
def test_what_acts_is_spelt_out_and_what_shows_is_left(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_blanks_become_one_space() -> None:
    assert flat("a \r\n\t b\x0bc\x1b") == "a b c\\x1b"


def test_a_message_stays_one_line() -> None:
    assert in_one_line("a\nb\tc\rd") == "a\\nb\\tc\\rd"


@pytest.mark.parametrize("text", ["\x9b", "\u202e", "\x7f", "\U000e0041", "\u2028", "é", "\\u202e"])
def test_json_made_safe_means_the_same(text: str) -> None:
    line = json.dumps({"text": text}, ensure_ascii=False)
    assert json.loads(visible_json(line)) == {"text": text}
    assert visible(visible_json(line)) == visible_json(line)
