"""Contents that were cut short take in what hangs on them, and nothing else."""

import pytest

from extract.parsed import text_of, words_of
from purport.extract import complete, grow
from purport.reader import Linked
from purport.records import Span

RAID = (
    "Moscow/NNP/2/nsubj said/VBD/0/root it/PRP/5/nsubj might/MD/5/aux have/VB/6/aux killed/VBN/2/ccomp Vane/NNP/6/obj in/IN/10/case"
    " an/DT/10/det strike/NN/6/obl on/IN/12/case Karst/NNP/10/nmod ,/,/14/punct adding/VBG/2/advcl nothing/NN/14/obj ././2/punct"
)
TWO = (
    "Vane/NNP/2/nsubj denied/VBD/0/root the/DT/4/det raid/NN/2/obj and/CC/7/cc police/NNS/7/nsubj said/VBD/2/conj it/PRP/9/nsubj"
    " failed/VBD/7/ccomp badly/RB/9/advmod ././2/punct"
)
THOUGHT = (
    "Vane/NNP/2/nsubj said/VBD/0/root Oro/NNP/4/nsubj thought/VBD/2/ccomp it/PRP/6/nsubj failed/VBD/4/ccomp while/IN/9/mark"
    " Marr/NNP/9/nsubj denied/VBD/6/advcl the/DT/11/det raid/NN/9/obj ././2/punct"
)
MONDAY = "Vane/NNP/2/nsubj denied/VBD/0/root the/DT/4/det raid/NN/2/obj on/IN/6/case Monday/NNP/2/obl ././2/punct"


def linked(text: str, source: str, cue: str, content: str, parent: int | None = None) -> Linked:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return Linked(span(source), span(cue), (span(content),), 0.9, parent=parent)


def contents(notation: str, *told: tuple[str, str, str]) -> list[str]:
    text = text_of(notation)
    found = complete([linked(text, *each) for each in told], grow(words_of(notation)))
    return [each.contents[-1].words(text) for each in found]


def test_what_hangs_on_a_content_belongs_to_it() -> None:
    assert contents(RAID, ("Moscow", "said", "it might have killed Vane")) == ["it might have killed Vane in an strike on Karst"]


def test_a_whole_content_stays() -> None:
    whole = "it might have killed Vane in an strike on Karst"
    assert contents(RAID, ("Moscow", "said", whole)) == [whole]


@pytest.mark.parametrize(
    ("notation", "told", "expected"),
    [
        (MONDAY, [("Vane", "denied", "the raid")], ["the raid"]),  # Monday is when it was denied
        (TWO, [("Vane", "denied", "the raid"), ("police", "said", "it failed")], ["the raid", "it failed badly"]),
    ],
)
def test_what_hangs_on_the_cue_does_not(notation: str, told: list[tuple[str, str, str]], expected: list[str]) -> None:
    assert contents(notation, *told) == expected


def test_what_stands_after_a_quotation_is_not_its_sources() -> None:
    notation = (
        "Brandt/NNP/2/nsubj said/VBD/0/root he/PRP/6/nsubj had/VBD/6/aux “/``/6/punct won/VBN/2/ccomp ”/''/6/punct in/IN/10/case"
        " a/DT/10/det speech/NN/6/obl ././2/punct"
    )
    assert contents(notation, ("Brandt", "said", "he had “won”")) == ["he had “won”"]


def test_a_bare_quotation_stays() -> None:
    notation = "We/PRP/2/nsubj won/VBD/0/root in/IN/4/case Karst/NNP/2/obl ././2/punct"
    found = (Linked(None, None, (Span(0, len("We won")),), 0.9),)
    assert complete(found, grow(words_of(notation))) == found


def test_a_clause_set_beside_a_content_is_not_of_it() -> None:
    notation = (
        "Vane/NNP/2/nsubj said/VBD/0/root we/PRP/4/nsubj won/VBD/2/ccomp shrugged/VBD/4/parataxis Brandt/NNP/5/nsubj"
        " in/IN/8/case Karst/NNP/5/obl ././2/punct"
    )
    assert contents(notation, ("Vane", "said", "we won")) == ["we won"]


def test_it_must_reach_a_mark_or_the_end() -> None:
    notation = RAID.replace("Karst/NNP/10/nmod ,/,/14/punct", "Karst/NNP/14/obj")
    assert contents(notation, ("Moscow", "said", "it might have killed Vane")) == ["it might have killed Vane"]


def test_another_attribution_is_not_swallowed() -> None:
    both = [("Moscow", "said", "it might have killed Vane"), ("Moscow", "said", "an strike on Karst")]
    assert contents(RAID, *both) == ["it might have killed Vane", "an strike on Karst"]


def test_an_inner_content_goes_on_within_the_outer() -> None:
    text = text_of(RAID)
    outer = linked(text, "Moscow", "said", "it might have killed Vane in an strike on Karst")
    inner = linked(text, "it", "might have", "killed Vane", parent=0)
    found = complete([outer, inner], grow(words_of(RAID)))
    assert found[1].contents[-1].words(text) == "killed Vane in an strike on Karst"


def within(outer: str, *others: tuple[str, str, str]) -> list[str]:
    """What becomes of Vane's content, of others', and of what Vane says Oro thought, last."""
    text = text_of(THOUGHT)
    told = [linked(text, "Vane", "said", outer), *(linked(text, *each) for each in others)]
    found = complete([*told, linked(text, "Oro", "thought", "it failed", parent=0)], grow(words_of(THOUGHT)))
    return [each.contents[-1].words(text) for each in found]


def test_an_inner_content_does_not_go_on_over_another_attribution() -> None:
    own = ["Oro thought it failed", "the raid", "it failed"]
    assert within(own[0], ("Marr", "denied", own[1])) == own


def test_an_inner_content_goes_on_with_the_outer_one() -> None:
    rest = "it failed while Marr denied the raid"
    assert within("Oro thought it failed") == [f"Oro thought {rest}", rest]


def test_an_inner_content_ends_where_the_outer_one_does() -> None:
    rest = "badly/RB/6/advmod in/IN/9/case court/NN/2/obl ././2/punct"
    notation = THOUGHT[: THOUGHT.index("while")] + rest
    text = text_of(notation)
    told = [linked(text, "Vane", "said", "Oro thought it failed badly"), linked(text, "Oro", "thought", "it failed", parent=0)]
    found = complete(told, grow(words_of(notation)))
    assert [each.contents[-1].words(text) for each in found] == ["Oro thought it failed badly", "it failed badly"]


def test_without_words_nothing_changes() -> None:
    text = text_of(RAID)
    found = (linked(text, "Moscow", "said", "it might have killed Vane"),)
    assert complete(found, grow(words_of(RAID).__class__())) == found


def test_a_content_goes_on_after_who_says_so() -> None:
    notation = (
        "The/DT/2/det boat/NN/4/nsubj was/VBD/4/cop sound/JJ/0/root ,/,/4/punct Vane/NNP/7/nsubj said/VBD/4/parataxis ,/,/4/punct"
        " though/IN/11/mark it/PRP/11/nsubj leaked/VBD/4/advcl badly/RB/11/advmod ././4/punct"
    )
    text = text_of(notation)
    (found,) = complete([linked(text, "Vane", "said", "The boat was sound")], grow(words_of(notation)))
    assert [span.words(text) for span in found.contents] == ["The boat was sound", "though it leaked badly"]


def test_it_does_not_go_on_with_what_hangs_on_who_says_so() -> None:
    notation = (
        "The/DT/2/det boat/NN/4/nsubj was/VBD/4/cop sound/JJ/0/root ,/,/4/punct Vane/NNP/7/nsubj said/VBD/4/parataxis ,/,/4/punct"
        " shrugging/VBG/7/advcl twice/RB/9/advmod ././4/punct"
    )
    assert contents(notation, ("Vane", "said", "The boat was sound")) == ["The boat was sound"]
