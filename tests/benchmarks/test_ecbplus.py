"""Happenings are scored across the reports of a topic, those told once among them."""

import pytest

import ecbplus
from corpora.ecbplus import Story, Telling
from purport.resolve.told import Around, Told
from tellings import Given


def given(name: str, *tellings: tuple[str, str]) -> Given:
    """A story of (lemma, cluster) tellings."""
    around = Around(name, frozenset(), frozenset())
    return Given(
        Story(name, 7, "ecb", "", (), tuple(Telling(i, i + 1, "occurrence", cluster) for i, (_, cluster) in enumerate(tellings))),
        tuple(Told(f"{name}{i}", around, lemma, "occurrence") for i, (lemma, _) in enumerate(tellings)),
        tuple(lemma for lemma, _ in tellings),
    )


TOPIC = (given("a", ("raid", "1"), ("flee", "2")), given("b", ("raid", "1"), ("flee", "3")))


def test_one_lemma_is_one_happening_across_reports() -> None:
    assert ecbplus.by_lemma(TOPIC) == [frozenset({0, 2}), frozenset({1, 3})]
    assert ecbplus.gold(TOPIC) == [frozenset({0, 2}), frozenset({1}), frozenset({3})]


def test_what_is_told_once_counts() -> None:
    found = ecbplus.figures([TOPIC], ecbplus.by_lemma)
    assert found == pytest.approx({"MUC": 66.67, "B-cubed": 85.71, "CEAF-e": 66.67, "CoNLL": 73.02}, abs=0.01)
    assert ecbplus.figures([TOPIC], ecbplus.gold)["CoNLL"] == 100


def test_scores_put_each_telling_in_one_happening() -> None:
    assert sorted(mention for cluster in ecbplus.by_score(TOPIC) for mention in cluster) == [0, 1, 2, 3]
