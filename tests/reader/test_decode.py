"""The decoder finds the best path, exactly, whatever stands beside it."""

import tracemalloc
from itertools import pairwise, product

import numpy as np
import pytest

from purport.reader import decode
from purport.reader.decode import Chain, Floats, TaggedSpan, best_switches, best_tags, spans

TAGS = ("O", "B-cue", "I-cue")


def chain(seed: int) -> Chain:
    steps = np.random.default_rng(seed).normal(size=(3, 3)).astype(np.float32)
    steps[0, 2] = -1e4
    return Chain(TAGS, steps)


def emissions(seed: int, length: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(length, 3)).astype(np.float32)


def by_hand(scores: np.ndarray, steps: np.ndarray) -> tuple[int, ...]:
    def total(path: tuple[int, ...]) -> float:
        moves = sum(float(steps[a, b]) for a, b in pairwise(path))
        return sum(float(scores[i, tag]) for i, tag in enumerate(path)) + moves - (1e4 if path[0] == 2 else 0)

    return max(product(range(3), repeat=len(scores)), key=total)


@pytest.mark.parametrize("seed", range(12))
def test_the_path_found_is_the_best_of_all(seed: int) -> None:
    scores, model = emissions(seed, 1 + seed % 6), chain(seed)
    assert tuple(best_tags([scores], model)[0]) == by_hand(scores, model.steps)


def test_a_text_is_decoded_alike_alone_and_in_company() -> None:
    texts = [emissions(i, length) for i, length in enumerate((5, 0, 40, 1))]
    together = best_tags(texts, chain(1))
    assert all((alone == path).all() for text, path in zip(texts, together, strict=True) for alone in best_tags([text], chain(1)))


def test_texts_decoded_in_several_groups_are_decoded_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [emissions(i, length) for i, length in enumerate((5, 0, 40, 1, 7, 7, 0, 300))]
    together = best_tags(texts, chain(1))
    monkeypatch.setattr(decode, "TOGETHER", 50)
    apart = best_tags(texts, chain(1))
    assert [path.tolist() for path in apart] == [path.tolist() for path in together]


def test_a_long_text_beside_many_short_ones_takes_no_room_for_each() -> None:
    texts = [emissions(0, 3000), *(emissions(1, 1) for _ in range(5000))]
    tracemalloc.start()
    try:
        best_tags(texts, chain(1))
        assert tracemalloc.get_traced_memory()[1] < 20e6  # 3,000 x 5,000 words would be 240 MB
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ([], []),
        ([0, 0], []),
        ([1, 2, 2, 0], [TaggedSpan(0, 2, "cue")]),
        ([1, 1, 2], [TaggedSpan(0, 0, "cue"), TaggedSpan(1, 2, "cue")]),
        ([0, 1], [TaggedSpan(1, 1, "cue")]),
    ],
)
def test_spans_are_the_stretches_of_a_path(path: list[int], expected: list[TaggedSpan]) -> None:
    assert spans(np.array(path, np.int32), TAGS) == expected


@pytest.mark.parametrize("seed", range(40))
def test_what_is_far_enough_ahead_needs_no_search(seed: int) -> None:
    scores, model = emissions(seed, 6), chain(seed)
    scores[:, 0] = scores[:, 1:].max(1) + model.plain + 1e-3
    assert not best_tags([scores], model)[0].any()


def test_the_best_switches_are_those_of_every_way_tried() -> None:
    random = np.random.default_rng(5)
    for _ in range(40):
        scores, costs = random.normal(size=7).astype(np.float32), random.choice([0.5, 2.0, 7.0], 7)

        def worth(path: tuple[int, ...], scores: Floats = scores, costs: np.ndarray = costs) -> float:
            changes = sum(costs[i] for i in range(1, 7) if path[i] != path[i - 1])
            return float(scores @ np.array(path)) - float(changes)

        best = max(product((0, 1), repeat=7), key=worth)
        assert worth(tuple(best_switches(scores, costs).tolist())) == pytest.approx(worth(best), abs=1e-5)


def test_no_word_switches_nothing() -> None:
    assert len(best_switches(np.zeros(0, np.float32), np.zeros(0))) == 0
