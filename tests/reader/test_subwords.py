"""Pieces have exact offsets, and keep the case and the white space the vocabulary forgets."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purport.reader.reader import WEIGHTS
from purport.reader.subwords import Case, Gap, load_tokenizer, split

TOKENIZER = load_tokenizer(WEIGHTS / "vocab.txt")


def words(text: str) -> list[str]:
    pieces = split(text, TOKENIZER)
    return [text[start:end] for start, end in zip(pieces.starts, pieces.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t ", []),
        ("He said.", ["He", "said", "."]),
        ("raid.The", ["raid", ".", "The"]),
        ("naïve café", ["naïve", "café"]),
        ("“No,”", ["“", "No", ",", "”"]),
        ("a\U0001f600b", ["a\U0001f600b"]),
        ("by 3pm or 1130am", ["by", "3", "pm", "or", "113", "0", "am"]),
    ],
)
def test_pieces_stand_for_the_words_of_the_text(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("town", Case.LOWER),
        ("Town", Case.TITLE),
        ("A", Case.TITLE),
        ("TOWN", Case.UPPER),
        ("McKay", Case.MIXED),
        ("2031", Case.DIGIT),
        ("3rd", Case.DIGIT),
        ("—", Case.OTHER),
    ],
)
def test_case_is_the_words(word: str, case: Case) -> None:
    assert set(split(word, TOKENIZER).cases.tolist()) == {case}


@pytest.mark.parametrize(
    ("between", "gap"),
    [
        (" ", Gap.BLANK),
        ("\n", Gap.LINE),
        (" \r\n ", Gap.LINE),
        ("\r", Gap.LINE),
        ("\n\n", Gap.PARAGRAPH),
        ("\r\n\r\n", Gap.PARAGRAPH),
        ("\n \n", Gap.PARAGRAPH),
    ],
)
def test_gap_is_what_stands_before(between: str, gap: Gap) -> None:
    pieces = split(f"one{between}two", TOKENIZER)
    assert pieces.gaps.tolist() == [Gap.PARAGRAPH, gap]


def test_glued_words_have_no_gap() -> None:
    assert split("raid.The", TOKENIZER).gaps.tolist() == [Gap.PARAGRAPH, Gap.NONE, Gap.NONE]


@pytest.mark.parametrize("run", ["1", "n", "can", "1a", "11 ", "n't", "\u0661"])
def test_time_grows_with_the_text_whatever_repeats_in_it(run: str) -> None:
    before = time.process_time()
    split(run * 40_000, TOKENIZER)
    assert time.process_time() - before < 3


@given(st.text(max_size=200))
def test_offsets_are_in_order_and_in_the_text(text: str) -> None:
    pieces = split(text, TOKENIZER)
    assert all(0 <= start < end <= len(text) for start, end in zip(pieces.starts, pieces.ends, strict=True))
    edges = [i for i, head in enumerate(pieces.heads) if head] + [len(pieces)]
    words = [(pieces.starts[first], pieces.ends[end - 1]) for first, end in pairwise(edges)]
    assert all(end <= start for (_, end), (start, _) in pairwise(words))
    assert len(pieces) == 0 or pieces.heads[0]
