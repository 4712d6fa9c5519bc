"""Clusters of the record are scored as it gives them, not as the network links them."""

import pytest

import coreference
from extract.parsed import analysed, reading_of

PRONOUN = """
Orla/NNP/2/nsubj/=person/person fell/VBD/0/root/! ././2/punct

She/PRP/2/nsubj/person/^1.1*{} rose/VBD/0/root/! ././2/punct
"""
NAMES = """
Orla/NNP/2/nsubj/=person/person fell/VBD/0/root ././2/punct

Orla/NNP/2/nsubj/=person/person rose/VBD/0/root ././2/punct
"""
BOTH = frozenset({0, 11})


@pytest.mark.parametrize(
    ("notation", "network", "recorded"),
    [(PRONOUN.format(0.9), True, True), (PRONOUN.format(0.3), True, False), (NAMES, False, True)],
    ids=["sure", "unsure", "joined by name"],
)
def test_links_that_the_record_believes_or_adds(notation: str, network: bool, recorded: bool) -> None:
    reading = reading_of(notation)
    assert (BOTH in coreference.found(reading)) == network
    assert (BOTH in coreference.recorded(analysed(notation), reading.words)) == recorded


def test_single_mentions_count_for_nothing() -> None:
    links = coreference.Links()
    links.add([frozenset({1, 2}), frozenset({9})], [frozenset({1, 2}), frozenset({5})])
    assert links.chains == 1
    assert links.as_dict() == {"mentions all": 66.67, "MUC": 100.0, "B-cubed": 100.0, "CEAF-e": 100.0, "CoNLL": 100.0}
