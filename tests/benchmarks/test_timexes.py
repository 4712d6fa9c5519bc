"""How time expressions are counted."""

from collections.abc import Sequence
from datetime import date

import pytest

from corpora.timeml import Article
from example import Example, Marked
from extract.parsed import reading_of, text_of
from purport.extract import grow
from scoring import Scores, paired
from timexes import Timed, compare, resolved, wanted

TEXT = "They met on Friday, May 3, and again two weeks later."
GOLD = (Marked(12, 25, "DATE"), Marked(37, 52, "DATE"))
VALUES = ("2019-05-03", "2019-W20")


def figures(
    *found: Timed, gold: Sequence[Marked] = GOLD, values: tuple[str, ...] = VALUES, unscored: tuple[Marked, ...] = ()
) -> list[float]:
    """Strict, relaxed, type and value F1."""
    scores = Scores()
    compare(Article(Example("met", TEXT, timexes=tuple(gold)), None, values, unscored), found, scores)
    return list(scores.as_dict().values())


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ((), [0, 0, 0, 0]),
        ((Timed(12, 25, "DATE", "2019-05-03"), Timed(37, 52, "DATE", "2019-w20")), [100, 100, 100, 100]),
        ((Timed(12, 18, "DATE", "2019-05-03"), Timed(37, 46, "DURATION", "P2W")), [0, 100, 50, 50]),
        ((Timed(12, 25, "DATE", ""), Timed(0, 4, "DATE", "2019")), [50, 50, 50, 0]),
        ((Timed(12, 18, "DATE", "2019-05-03"), Timed(20, 25, "DATE", "2019-05-03")), [0, 50, 50, 50]),
    ],
)
def test_found_and_wanted_are_compared(found: tuple[Timed, ...], expected: list[float]) -> None:
    assert figures(*found) == expected


def test_what_the_corpus_leaves_out_is_neither_wanted_nor_wrong() -> None:
    found = (Timed(12, 25, "DATE", "2019-05-03"), Timed(37, 46, "DURATION", "P2W"))
    assert figures(*found, gold=GOLD[:1], values=VALUES[:1], unscored=GOLD[1:]) == [100, 100, 100, 100]
    assert figures(*found, gold=GOLD[:1], values=VALUES[:1]) == [66.67, 66.67, 66.67, 66.67]


@pytest.mark.parametrize(
    ("want", "have", "pairs"),
    [
        ([(0, 5)], [(0, 3), (0, 5)], [(0, 1)]),
        ([(0, 5), (5, 9)], [(3, 9)], [(1, 0)]),
        ([(0, 9)], [(0, 2), (3, 9)], [(0, 1)]),
        ([(0, 2), (3, 9)], [(0, 9)], [(1, 0)]),
        ([(0, 2)], [(2, 4)], []),
    ],
)
def test_spans_are_paired_once_the_same_edges_first(
    want: list[tuple[int, int]], have: list[tuple[int, int]], pairs: list[tuple[int, int]]
) -> None:
    assert paired(want, have) == pairs


def test_a_reading_is_resolved_by_the_day_of_writing() -> None:
    notation = "They/PRP/2/nsubj met/VBD/0/root/<meet on/IN/4/case Friday/NNP/2/obl/@DATE"
    reading, text = reading_of(notation), text_of(notation)
    tree = grow(reading.words)
    assert resolved(text, reading, tree, date(2019, 5, 9)) == wanted([Marked(12, 18, "DATE")], ["2019-05-03"])
    assert resolved(text, reading, tree, None) == wanted([Marked(12, 18, "DATE")], [""])
