"""What a clause inside a content says is told to its own source."""

import pytest

from extract.parsed import text_of, words_of
from purport.extract import grow, with_nested
from purport.reader import Linked
from purport.records import Span

BELIEVED = (
    "Officials/NNS/2/nsubj said/VBD/0/root they/PRP/5/nsubj now/RB/5/advmod believed/VBD/2/ccomp/<believe it/PRP/8/nsubj could/MD/8/aux"
    " fall/VB/5/ccomp ././2/punct"
)
REFUSED = (
    "Officials/NNS/2/nsubj said/VBD/0/root Vane/NNP/6/nsubj had/VBD/6/aux not/RB/6/advmod offered/VBN/2/ccomp/<offer to/TO/8/mark"
    " resign/VB/6/xcomp or/CC/8/cc ././2/punct"
)
THOUGHT = (
    "Officials/NNS/2/nsubj said/VBD/0/root he/PRP/5/nsubj:pass is/VBZ/5/aux:pass thought/VBN/2/ccomp/<think by/IN/7/case"
    " police/NNS/5/obl:agent to/TO/9/mark hide/VB/5/xcomp ././2/punct"
)
CLAIM = "Police/NNS/2/nsubj doubted/VBD/0/root her/PRP$/4/nmod:poss claim/NN/2/obj that/IN/7/mark he/PRP/7/nsubj fell/VBD/4/acl ././2/punct"
TELLING = (
    "She/PRP/2/nsubj heard/VBD/0/root militants/NNS/2/obj telling/VBG/3/acl/<tell fighters/NNS/4/obj to/TO/7/mark mobilise/VB/4/xcomp"
    " ././2/punct"
)
CLAIMED = (
    "He/PRP/2/nsubj mentioned/VBD/0/root the/DT/4/det claim/NN/2/obj by/IN/6/case Vesk/NNP/4/nmod to/TO/8/mark lead/VB/4/acl it/PRP/8/obj"
    " ././2/punct"
)
SLEPT = (
    "Officials/NNS/2/nsubj said/VBD/0/root they/PRP/4/nsubj made/VBD/2/ccomp/<make sure/JJ/4/xcomp it/PRP/7/nsubj fell/VBD/4/ccomp"
    " ././2/punct"
)


def outer(text: str, source: str, cue: str, content: str) -> Linked:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return Linked(span(source), span(cue), (span(content),), 0.9)


def inner(notation: str, *told: tuple[str, str, str]) -> list[tuple[str | None, str, str, int | None]]:
    text = text_of(notation)
    outermost = [outer(text, *each) for each in told]
    found = with_nested(outermost, grow(words_of(notation)))
    assert list(found[: len(told)]) == outermost
    return [
        (each.source and each.source.words(text), each.cue.words(text) if each.cue else "", each.contents[0].words(text), each.parent)
        for each in found[len(told) :]
    ]


@pytest.mark.parametrize(
    ("notation", "told", "expected"),
    [
        (BELIEVED, ("Officials", "said", "they now believed it could fall"), ("they", "now believed", "it could fall", 0)),
        (REFUSED, ("Officials", "said", "Vane had not offered to resign"), ("Vane", "had not offered", "to resign", 0)),
        (THOUGHT, ("Officials", "said", "he is thought by police to hide"), ("police", "is thought", "to hide", 0)),
        (CLAIM, ("Police", "doubted", "her claim that he fell"), ("her", "claim", "that he fell", 0)),
        (TELLING, ("She", "heard", "militants telling fighters to mobilise"), ("militants", "telling", "fighters to mobilise", 0)),
        (CLAIMED, ("He", "mentioned", "the claim by Vesk to lead it"), ("Vesk", "claim", "to lead it", 0)),
    ],
)
def test_a_clause_of_saying_has_its_own_source(notation: str, told: tuple[str, str, str], expected: tuple[str, str, str, int]) -> None:
    assert inner(notation, told) == [expected]


def test_only_words_of_saying_do() -> None:
    assert inner(SLEPT, ("Officials", "said", "they made sure it fell")) == []


def test_what_lies_in_no_content_or_is_marked_already_stays() -> None:
    assert inner(BELIEVED) == []
    assert inner(BELIEVED, ("Officials", "said", "it could fall")) == []
    marked = ("they", "now believed", "it could fall")
    assert inner(BELIEVED, ("Officials", "said", "they now believed it could fall"), marked) == []
