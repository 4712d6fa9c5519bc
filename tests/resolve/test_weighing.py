"""A word counts the more, the rarer it is in news."""

from hypothesis import given
from hypothesis import strategies as st

from purport.resolve.stems import stems
from purport.resolve.weighing import RAREST, commonness, covered, leading, likeness, rarest, weight

WORDS = st.frozensets(st.sampled_from(stems("mayor bridge harbour quay ferry police year people toll lantern gate week")))


def of(text: str) -> frozenset[str]:
    return frozenset(stems(text))


def test_a_word_that_no_list_has_counts_most() -> None:
    assert weight(of("zorvel")) == RAREST
    assert 0 < weight(of("year")) < weight(of("bridge")) < RAREST
    assert weight(()) == 0.0


def test_likeness_of_what_is_shared() -> None:
    assert likeness(of("the bridge fell"), of("bridges are falling")) == 1.0
    assert likeness(of("the bridge"), of("the quay")) == 0.0
    assert likeness(frozenset(), frozenset()) == 0.0
    rare, common = likeness(of("zorvel week"), of("zorvel year")), likeness(of("week quorn"), of("week zorvel"))
    assert common < 0.2 < 0.7 < rare


def test_covered_is_the_share_of_the_part() -> None:
    assert covered(of("bridge"), of("the bridge at the quay")) == 1.0
    assert covered(of("the bridge at the quay"), of("bridge")) < 1.0
    assert covered(frozenset(), of("bridge")) == 0.0


def test_rarest_are_in_order_of_the_alphabet() -> None:
    assert rarest(of("year zorvel bridge quorn"), 2) == ["quorn", "zorvel"]
    assert rarest(of("zb za zc"), 2) == ["za", "zb"]
    assert rarest((), 3) == []


@given(WORDS, WORDS)
def test_likeness_is_the_same_both_ways(one: frozenset[str], other: frozenset[str]) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0.0 <= likeness(one, other) <= min(covered(one, other), 1.0) or not one


@given(WORDS, WORDS, st.floats(0.5, 40))
def test_whatever_has_enough_of_some_words_has_one_that_leads(own: frozenset[str], other: frozenset[str], least: float) -> None:
    lead = leading(own, least)
    assert lead <= own
    if weight(own & other) >= least:
        assert lead & other


def test_the_rarest_lead() -> None:
    words = of("year toll zorvel")
    assert leading(words, RAREST) == of("zorvel") != leading(words, weight(of("year")) + 0.5) == words - of("year")
    assert leading(words, 0.5) == words
    assert leading(words, 40) == frozenset()


def test_the_rarer_the_less_common() -> None:
    assert 0 < commonness(of("zorvel")) < commonness(of("year")) < commonness(of("year zorvel"))
    assert commonness(()) == 0
