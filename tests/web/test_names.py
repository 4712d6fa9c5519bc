from __future__ import annotations

from hashlib import sha256

import pytest

from purport.ids import report_id
from purport.web.names import LONGEST, Places, name_of_text, plain_name


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ("a.txt", "a.txt"),
        ("reports/of may/a.txt", "a.txt"),
        ("C:\\fakepath\\a.txt", "a.txt"),
        ("../../etc/passwd", "passwd"),
        ("a\x00b\x1b[31m.txt", "a b [31m.txt"),
        ("txt.\u202egpj", "txt. gpj"),
        ('a%22><script>.txt"', 'a"><script>.txt"'),
        ("", "report.txt"),
        ("..", "report.txt"),
        ("a/", "report.txt"),
        ("Cafe\u0301.txt", "Café.txt"),
        ("  a   b .txt ", "a b .txt"),
    ],
)
def test_a_name_is_plain(sent: str, name: str) -> None:
    assert plain_name(sent) == name


def test_a_long_name_keeps_its_suffix() -> None:
    name = plain_name(f"{'x' * 5_000}.html")
    assert (len(name), name[-5:]) == (LONGEST, ".html")


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        ("The bridge", "Words.", "The bridge.txt"),
        ("", "\n\nThe bridge at Karst is open.\nMore.", "The bridge at Karst is open.txt"),
        ("", "word " * 100, f"{'word ' * 11}word.txt"),
        ("", "x" * 100, f"{'x' * 60}.txt"),
        ("a/b", "Words.", "a b.txt"),
        ("", "\x00\x01", "report.txt"),
        ("...", "Words.", "report.txt"),
    ],
)
def test_a_text_is_called_by_its_title_or_how_it_begins(title: str, text: str, name: str) -> None:
    assert name_of_text(title, text) == name


ONE, OTHER = (sha256(each).hexdigest() for each in (b"one", b"other"))


def test_what_is_new_goes_by_its_name() -> None:
    assert Places([], [], []).place("a.txt", ONE) == "a.txt"


def test_other_words_under_a_name_that_is_taken_get_a_number() -> None:
    places = Places(["a.txt"], ["a (2).txt"], {report_id("a.txt", ONE)})
    assert [places.place("a.txt", OTHER), places.place("a.txt", "third")] == ["a (3).txt", "a (4).txt"]


def test_the_same_words_go_by_the_path_that_they_have() -> None:
    known = {report_id("in/a.txt", ONE), report_id("a (2).txt", OTHER)}
    places = Places(["in/a.txt", "a.txt", "a (2).txt"], [], known)
    assert [places.place("a.txt", ONE), places.place("a.txt", OTHER)] == ["in/a.txt", "a (2).txt"]


def test_no_two_that_are_sent_together_have_one_path() -> None:
    places = Places(["a.txt", "a (2).txt"], [], {report_id("a (2).txt", ONE)})
    assert [places.place("a (2).txt", ONE), places.place("a.txt", ONE)] == ["a (2).txt", "a (3).txt"]
