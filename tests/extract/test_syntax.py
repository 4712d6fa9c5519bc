"""How far words reach, and which stand where."""

import time

import pytest

from extract.parsed import text_of, words_of
from purport.extract.syntax import core_span, grow, head_of, preposition_of, span_of, word_at, words_in
from purport.reader.reading import Words
from purport.records import Span

MASTER = """
The/DT/3/det old/JJ/3/amod master/NN/14/nsubj of/IN/6/case the/DT/6/det harbour/NN/3/nmod ,/,/11/punct who/WP/11/nsubj had/VBD/11/aux
not/RB/11/advmod slept/VBN/3/acl:relcl ,/,/11/punct quietly/RB/14/advmod left/VBD/0/root ././14/punct
"""
HOUSES = """
The/DT/2/det mayor/NN/6/nmod:poss 's/POS/2/case two/CD/6/nummod big/JJ/6/amod houses/NNS/10/nsubj in/IN/8/case Karst/NNP/6/nmod
were/VBD/10/aux:pass burned/VBN/0/root
"""
MAYORS = """
the/DT/2/det mayors/NNS/0/root of/IN/4/case Karst/NNP/2/nmod ,/,/6/punct Vesk/NNP/4/conj and/CC/8/cc Hallin/NNP/4/conj and/CC/11/cc
their/PRP$/11/nmod:poss wives/NNS/2/conj
"""
VANE = """
Orla/NNP/8/nsubj Vane/NNP/1/flat ,/,/6/punct the/DT/6/det harbour/NN/6/compound master/NN/1/appos ,/,/6/punct left/VBD/0/root
"""
DAUGHTER = """
the/DT/2/det head/NN/0/root of/IN/4/case part/NN/2/nmod of/IN/7/case the/DT/7/det army/NN/4/nmod in/IN/9/case Vesk/NNP/2/nmod
"""
APART = """
A/DT/2/det man/NN/3/nsubj came/VBD/0/root yesterday/NN/3/obl:unmarked who/WP/6/nsubj wept/VBD/2/acl:relcl
"""


def words(notation: str, span: Span) -> str:
    return span.words(text_of(notation))


@pytest.mark.parametrize(
    ("notation", "word", "whole", "core"),
    [
        (MASTER, 3, "The old master of the harbour, who had not slept", "The old master of the harbour"),
        (MASTER, 6, "of the harbour", "the harbour"),
        (MASTER, 11, "who had not slept", "slept"),
        (HOUSES, 6, "The mayor's two big houses in Karst", "The mayor's two big houses"),
        (HOUSES, 2, "The mayor's", "The mayor"),
        (MAYORS, 2, "the mayors of Karst, Vesk and Hallin and their wives", "the mayors of Karst, Vesk and Hallin"),
        (MAYORS, 4, "of Karst, Vesk and Hallin", "Karst"),
        (VANE, 1, "Orla Vane, the harbour master", "Orla Vane"),
        (VANE, 6, "the harbour master", "the harbour master"),
        (DAUGHTER, 2, "the head of part of the army in Vesk", "the head of part of the army"),
        (APART, 2, "A man", "A man"),
    ],
)
def test_how_far_a_word_reaches(notation: str, word: int, whole: str, core: str) -> None:
    tree = grow(words_of(notation))
    assert words(notation, span_of(tree, word - 1)) == whole
    assert words(notation, core_span(tree, word - 1)) == core


def test_punctuation_is_trimmed_from_either_end() -> None:
    quoted = "``/``/3/punct The/DT/3/det raid/NN/0/root ''/''/3/punct"
    tree = grow(words_of(quoted))
    assert (tree.first[2], tree.last[2]) == (0, 3)
    assert words(quoted, span_of(tree, 2)) == "The raid"


def test_a_head_in_another_sentence_is_none() -> None:
    tree = grow(Words((0, 2), (1, 3), ("NOUN",) * 2, ("NN",) * 2, ("a", "b"), (-1, 0), ("root", "nmod"), (0, 1)))
    assert not tree.children[0]
    assert span_of(tree, 0) == Span(0, 1)


def test_heads_in_a_circle_end() -> None:
    tree = grow(Words((0, 2), (1, 3), ("NOUN",) * 2, ("NN",) * 2, ("a", "b"), (1, 0), ("nmod", "nmod"), (0, 0)))
    assert [span_of(tree, word) for word in (0, 1)] == [Span(0, 1), Span(2, 3)]


@pytest.mark.parametrize("step", [1, -1])
def test_a_long_chain_takes_little_time(step: int) -> None:
    count = 20_000
    heads = [i - step for i in range(count)]
    heads[0 if step > 0 else -1] = -1
    chain = Words(
        tuple(range(0, 2 * count, 2)),
        tuple(range(1, 2 * count, 2)),
        ("NOUN",) * count,
        ("NN",) * count,
        ("of",) * count,
        tuple(heads),
        ("nmod",) * count,
        (0,) * count,
    )
    before = time.process_time()
    tree = grow(chain)
    assert span_of(tree, heads.index(-1)) == Span(0, 2 * count - 1)
    assert time.process_time() - before < 2


@pytest.mark.parametrize(
    ("phrase", "preposition"),
    [
        ("in/IN/2/case Karst/NNP/0/root", "in"),
        ("out/IN/3/case of/IN/3/case Karst/NNP/0/root", "out_of"),
        ("because/IN/3/case of/IN/1/fixed Karst/NNP/0/root", "because_of"),
        ("Karst/NNP/0/root 's/POS/1/case", ""),
        ("By/IN/2/case Karst/NNP/0/root", "by"),
    ],
)
def test_prepositions(phrase: str, preposition: str) -> None:
    found = words_of(phrase)
    assert preposition_of(grow(found), found.heads.index(-1)) == preposition


def test_words_by_offset() -> None:
    found = words_of("The/DT/2/det raid/NN/3/nsubj began/VBD/0/root ././3/punct")
    assert [word_at(found, offset) for offset in (0, 3, 4, 7, 8, 13, 14, 99)] == [0, None, 1, 1, None, 2, 3, None]
    assert list(words_in(found, Span(4, 14))) == [1, 2]
    assert list(words_in(found, Span(5, 10))) == [1, 2]
    assert list(words_in(found, Span(3, 4))) == []
    assert list(words_in(Words(), Span(3, 9))) == []


def test_the_head_of_neighbours() -> None:
    found = words_of(VANE)
    assert head_of(found, range(6)) == 0
    assert head_of(found, range(2, 6)) == 5
    assert head_of(found, range(2, 3)) is None
