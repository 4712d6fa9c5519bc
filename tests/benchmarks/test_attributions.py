"""Every kind of text keeps the annotation on its words."""

import re

import pytest

from attributions import KINDS, gold
from example import Example, Link, Marked
from factory import span
from purport.records import Span

TEXT = """Harbour master denies crane fault
By Ilse Brandt

Orla Vane, who's run the Weißdorn yard since May, said the crane hadn't failed. "Nobody listened to us," she said.

The owners' lawyers told the Vesk Courier that "the crane, they were sure, was sound".
"""
ROLES = (
    ("Harbour master", "source"),
    ("denies", "cue"),
    ("crane fault", "content"),
    ("Orla Vane, who's run the Weißdorn yard since May,", "source"),
    ("said", "cue"),
    ("the crane hadn't failed", "content"),
    ('"Nobody listened to us,"', "content"),
    ("The owners' lawyers", "source"),
    ("told the Vesk Courier", "cue"),
    ('that "the crane, they were sure, was sound"', "content"),
)


def example(name: str) -> Example:
    roles = tuple(Marked(place.start, place.end, label) for place, label in ((span(TEXT, words), label) for words, label in ROLES))
    return Example(name, TEXT, roles=roles, links=(Link(1, 0, (2,)), Link(4, 3, (5, 6)), Link(8, 7, (9,))))


def letters(text: str, place: Span) -> str:
    """The words at a place without case and marks, whatever marks have been turned into."""
    return re.sub(r"&quot;|â€.|[\W_]", "", place.words(text).lower())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", "abcdefghijkl")
def test_the_annotation_stays_on_its_words(kind: str, name: str) -> None:
    before = example(name)
    after = KINDS[kind](before)
    assert [[letters(after.text, each) for role in (t.source, t.cue, t.content) for each in role] for t in gold(after)] == [
        [letters(before.text, each) for role in (t.source, t.cue, t.content) for each in role] for t in gold(before)
    ]


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("clean", 'The owners\' lawyers told the Vesk Courier that "the crane, they were sure, was sound".'),
        ("without-quotes", "The owners' lawyers told the Vesk Courier that the crane, they were sure, was sound."),
        ("capitals", 'THE OWNERS\' LAWYERS TOLD THE VESK COURIER THAT "THE CRANE, THEY WERE SURE, WAS SOUND".'),
    ],
)
def test_texts_of_a_kind(kind: str, line: str) -> None:
    assert KINDS[kind](example("a")).text.splitlines()[-1] == line


def test_a_transcript_is_small_letters_in_one_line() -> None:
    text = KINDS["transcript"](example("a")).text
    assert " ".join(text.split()).startswith(
        "harbour master denies crane fault by ilse brandt orla vane who's run the weißdorn yard since may"
    )
    assert not set(text) & set('\n.,"')
    assert text == text.lower()
