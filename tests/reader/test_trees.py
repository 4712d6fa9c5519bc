"""Trees have one root and no cycle, and are the best there are."""

from itertools import product

import numpy as np
import pytest

from purport.reader.layers import BUCKETS
from purport.reader.trees import ROOT, Choices, best_heads, spanning_tree


def is_tree(heads: list[int], root: int) -> bool:
    for word in range(len(heads)):
        seen, at = set(), word
        while at != root:
            if at in seen:
                return False
            seen.add(at)
            at = heads[at]
    return True


def best_by_trying(scores: np.ndarray, root: int) -> float:
    """The score of the best tree, of all that there are."""
    words = len(scores)
    options = [[root] if word == root else [other for other in range(words) if other != word] for word in range(words)]
    rest = [word for word in range(words) if word != root]
    return max(sum(scores[word, heads[word]] for word in rest) for heads in product(*options) if is_tree(list(heads), root))


@pytest.mark.parametrize("seed", range(60))
def test_the_spanning_tree_is_the_best_of_all(seed: int) -> None:
    rng = np.random.default_rng(seed)
    words = 2 + seed % 4
    scores = rng.normal(size=(words, words)).astype(np.float32)
    root = seed % words
    heads = spanning_tree(scores, root)
    assert heads[root] == root
    assert is_tree(heads.tolist(), root)
    found = sum(scores[word, heads[word]] for word in range(words) if word != root)
    assert found == pytest.approx(best_by_trying(scores, root), abs=1e-5)


def test_two_cycles_are_both_opened() -> None:
    scores = np.full((5, 5), -10, np.float32)
    scores[1, 2] = scores[2, 1] = scores[3, 4] = scores[4, 3] = 5
    scores[1, 0], scores[3, 2] = -1, -2
    assert spanning_tree(scores, 0).tolist() == [0, 0, 1, 2, 3]


@pytest.mark.parametrize("seed", range(20))
def test_every_sentence_gets_one_root_and_heads_within_it(seed: int) -> None:
    rng = np.random.default_rng(seed)
    lengths = rng.integers(1, 40, 12)
    ends = np.cumsum(lengths)
    edges = [(int(end - length), int(end)) for end, length in zip(ends, lengths, strict=True)]
    total = int(ends[-1])
    one, other = (rng.normal(size=(total, 8)).astype(np.float32) * 3 for _ in range(2))
    none, places = rng.normal(size=total).astype(np.float32), np.arange(total, dtype=np.int32)
    heads = best_heads(Choices(one, other, none, places, np.zeros(BUCKETS, np.float32)), edges)
    for begin, end in edges:
        own = heads[begin:end]
        assert (own == ROOT).sum() == 1
        root = int(np.flatnonzero(own == ROOT)[0])
        inside = [root if head == ROOT else int(head) - begin for head in own]
        assert all(0 <= head < end - begin for head in inside)
        assert is_tree(inside, root)


@pytest.mark.parametrize("seed", range(150))
def test_a_sentences_tree_is_the_best_of_all_whatever_its_root(seed: int) -> None:
    rng = np.random.default_rng(seed)
    words = 2 + seed % 4
    scores, none = rng.normal(size=(words, words)).astype(np.float32), rng.normal(size=words).astype(np.float32)
    one, other = scores * np.float32(np.sqrt(words)), np.eye(words, dtype=np.float32)
    heads = best_heads(Choices(one, other, none, np.zeros(words, np.int32), np.zeros(BUCKETS, np.float32)), [(0, words)])
    found = sum(none[word] if head == ROOT else scores[word, head] for word, head in enumerate(heads))
    assert found == pytest.approx(max(none[root] + best_by_trying(scores, root) for root in range(words)), abs=1e-5)


def test_a_sentence_is_parsed_the_same_beside_others() -> None:
    rng = np.random.default_rng(3)
    one, other = (rng.normal(size=(30, 8)).astype(np.float32) for _ in range(2))
    none, near = rng.normal(size=30).astype(np.float32), rng.normal(size=BUCKETS).astype(np.float32)
    places = np.arange(30, dtype=np.int32)
    together = best_heads(Choices(one, other, none, places, near), [(0, 10), (10, 20), (20, 30)])
    alone = best_heads(Choices(one[10:20], other[10:20], none[10:20], places[10:20], near), [(0, 10)])
    assert [h if h == ROOT else h - 10 for h in together[10:20].tolist()] == alone.tolist()
