"""The network learns every layer, and is one network wherever it runs: trained, exported, decoded."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")
pytest.importorskip("safetensors")

from compose import plain  # noqa: E402
from crf import ChainLoss  # noqa: E402
from data import Batch, batch  # noqa: E402
from example import Example, Link, Manner, Marked, Referring, Sentence, Sheet, Sure, Word  # noqa: E402
from export import build, decoder_arrays, write  # noqa: E402
from labels import Frame, windows  # noqa: E402
from losses import WEIGHTS, losses  # noqa: E402
from network import Antecedent, Config, Parser, Reader  # noqa: E402
from purport.reader import Reader as Reading  # noqa: E402
from purport.reader import coreference, syntax, trees  # noqa: E402
from purport.reader.decode import Floats, softmax  # noqa: E402
from purport.reader.layers import MEANING_WIDTH, RELATIONS, SCALES, Columns, distance_buckets  # noqa: E402
from purport.reader.network import OnnxNetwork  # noqa: E402
from purport.reader.reader import WEIGHTS as SHIPPED  # noqa: E402
from purport.reader.subwords import load_tokenizer  # noqa: E402

VOCABULARY = Path(SHIPPED) / "vocab.txt"
TINY = Config(width=48, inner=64, layers=1, positions=64, dropout=0.0)
"""As many attention heads as the whole network has: the exported graph knows no other number."""
SCRIPTS = ("l0 ", "k0 ", "l1 ")
FRAME = Frame(load_tokenizer(VOCABULARY), SCRIPTS)
ROWS = (
    ("Orla", "PROPN", "NNP", "Orla", 1, "nsubj"),
    ("says", "VERB", "VBZ", "say", None, "root"),
    ("Vesk", "PROPN", "NNP", "Vesk", 3, "nsubj"),
    ("fears", "VERB", "VBZ", "fear", 1, "ccomp"),
    ("she", "PRON", "PRP", "she", 5, "nsubj"),
    ("left", "VERB", "VBD", "leave", 3, "ccomp"),
    ("Friday", "PROPN", "NNP", "Friday", 5, "obl"),
    (".", "PUNCT", ".", ".", 1, "punct"),
)
MENTIONS = (Referring(0, 1, "person", 1), Referring(2, 3, "place", 2), Referring(4, 5, "person", 1))
SHEET = Sheet(
    "made",
    (
        Sentence(
            tuple(row[0] for row in ROWS), (False,) * 6 + (True, False), words=tuple(Word(*row[1:]) for row in ROWS), mentions=MENTIONS
        ),
    ),
)


def everything() -> Example:
    """A sentence with every layer there is."""
    bare = plain(SHEET)

    def at(words: str, label: str) -> Marked:
        start = bare.text.index(words)
        return Marked(start, start + len(words), label)

    def told(words: str, layer: str, label: str) -> Manner:
        return Manner(at(words, "").start, at(words, "").end, layer, label)

    return Example(
        bare.name,
        bare.text,
        sentences=bare.sentences,
        tokens=bare.tokens,
        mentions=bare.mentions,
        entities=(at("Orla", "person"), at("Vesk", "place")),
        roles=(at("Orla", "source"), at("says", "cue"), at("Vesk fears she left Friday", "content")),
        links=(Link(1, 0, (2,)),),
        direct=frozenset({2}),
        inner=(at("Vesk", "source"), at("fears", "cue"), at("she left Friday", "content")),
        inner_links=(Link(1, 0, (2,)),),
        timexes=(at("Friday", "DATE"),),
        events=(at("left", "occurrence"),),
        sure=tuple(Sure(at("left", "").start, at("left", "").end, 2.0, scale) for scale in SCALES),
        meanings=(at("Vesk fears she left Friday", "0"),),
        page=(at("Friday", "page"),),
        manners=(
            told("says", "stance", "CT+"),
            told("says", "act", "statement"),
            told("says", "negated", "made"),
            told("Orla", "source_type", "named_person"),
        ),
    )


@pytest.fixture(scope="module")
def made() -> Batch:
    return batch(windows(everything(), FRAME, random.Random(1)))


@pytest.fixture
def network() -> Reader:
    """A tiny network in which no weight is zero, not to be trained on."""
    torch.manual_seed(1)
    reader = Reader(TINY).eval()
    with torch.no_grad():
        for weight in reader.parameters():
            weight.normal_(std=0.5)
    return reader


def arrays(reader: Reader) -> dict[str, Floats]:
    return {name: value.numpy() for name, value in reader.state_dict().items()}


def test_every_layer_has_a_finite_loss_and_every_weight_a_gradient(network: Reader, made: Batch) -> None:
    found = losses(network, made, torch.ones(1, MEANING_WIDTH))
    assert found.keys() == WEIGHTS.keys()
    assert all(torch.isfinite(loss) and loss > 0 for loss in found.values())
    torch.stack(list(found.values())).sum().backward()
    still = [name for name, weight in network.named_parameters() if weight.grad is None or not weight.grad.any()]
    assert still == []
    assert all(torch.isfinite(weight.grad).all() for weight in network.parameters())


def test_what_is_not_annotated_costs_nothing(network: Reader, made: Batch) -> None:
    other = Example("b", "A far longer line of which nothing is known but that no name of anything stands anywhere in it.", entities=())
    beside = batch([*made.windows, *windows(other, FRAME, random.Random(1))])
    with torch.no_grad():
        alone, found = losses(network, made), losses(network, beside)
    assert found.keys() == alone.keys()
    for name in found.keys() - {"entity"}:
        assert float(found[name]) == pytest.approx(float(alone[name]) * 0.5**0.5, rel=1e-4), name


def test_a_chains_gradient_is_that_of_its_loss() -> None:
    torch.manual_seed(2)
    emissions = torch.randn(2, 4, 3, dtype=torch.double, requires_grad=True)
    steps = torch.randn(3, 3, dtype=torch.double, requires_grad=True)
    tags, mask = torch.tensor([[0, 1, 2, 0], [2, 1, 0, 0]]), torch.tensor([[True] * 4, [True, True, False, False]])
    assert torch.autograd.gradcheck(lambda e, s: ChainLoss.apply(e, s, tags, mask), (emissions, steps))


def test_the_exported_network_scores_as_the_trained_one(network: Reader, made: Batch, tmp_path: Path) -> None:
    path = tmp_path / "reader.onnx"
    path.write_bytes(build(arrays(network), bits=32).SerializeToString())
    (window,) = made.windows
    exported = OnnxNetwork(path, threads=1)
    (answer,) = exported.submit([(window.ids, window.cases, window.gaps)])
    with torch.no_grad():
        vectors = network(made.ids, made.cases, made.gaps)[0]
        for columns in Columns:
            expected = network.get_submodule(columns.head)(vectors).numpy()
            np.testing.assert_allclose(answer.result()[:, columns.slice], expected, rtol=1e-4, atol=1e-4, err_msg=columns.name)
    exported.close()


def test_the_exported_folder_opens_and_reads(network: Reader, tmp_path: Path) -> None:
    write(arrays(network), SCRIPTS, VOCABULARY, tmp_path, bits=32)
    text = everything().text
    with Reading(tmp_path, threads=1) as reader:
        (reading,) = reader.read([text])
    assert "".join(text[a:b] for a, b in zip(reading.words.starts, reading.words.ends, strict=True)) == text.replace(" ", "")


def test_heads_and_relations_are_scored_in_training_as_in_reading(network: Reader) -> None:
    parser: Parser = network.parser
    torch.manual_seed(3)
    words, places = torch.randn(12, TINY.width), np.arange(0, 36, 3, dtype=np.int32)
    own = decoder_arrays(arrays(network), SCRIPTS)
    with torch.no_grad():
        arcs = parser.arcs(words[None], torch.from_numpy(distance_buckets(places, places)).long())[0].numpy()
        relations = parser.relations(words[1:], words[:-1]).numpy()  # every word hangs on the one before it
        one, other, below, above = (part(words).relu().numpy() for part in (parser.one, parser.other, parser.below, parser.above))
        none = parser.none(words)[:, 0].numpy()
    scores = trees._scores(trees.Choices(one, other, none, places, own["head_near"]), np.arange(12, dtype=np.int32)[None])[0]
    apart = ~np.eye(12, dtype=bool)
    np.testing.assert_allclose(scores[apart], arcs[:, :12][apart], rtol=1e-4, atol=1e-4)
    np.testing.assert_allclose(scores.diagonal(), arcs[:, 12], rtol=1e-4, atol=1e-4)
    parameters = syntax.Parameters(own["head_near"], own["relation_weight"], own["relation_bias"], ())
    heads = np.arange(-1, 11, dtype=np.int32)
    named = syntax._relations(below, np.concatenate([np.zeros_like(above[:1]), above[:-1]]), heads, parameters)
    root = RELATIONS.index("root")
    assert named.tolist() == [root, *(1 + relations[:, 1:].argmax(1)).tolist()]


def test_antecedents_are_scored_in_training_as_in_reading(network: Reader) -> None:
    antecedent: Antecedent = network.antecedent
    torch.manual_seed(4)
    words, places = torch.randn(6, TINY.width), np.array([0, 2, 3, 7, 30, 31], np.int32)
    forms, names = np.array([1, 2, 1, 3, 2, 1], np.int32), np.array([1, 0, 1, 1, 0, 1], np.int32)
    same = np.where(forms[:, None] == forms[None], 1 + names[:, None], 0)
    own = decoder_arrays(arrays(network), SCRIPTS)
    with torch.no_grad():
        buckets = torch.from_numpy(distance_buckets(places, places)).long()
        chances = softmax(antecedent.scores(words, buckets, torch.from_numpy(same).long()).numpy())
        one, other, none = (part(words).numpy() for part in (antecedent.one, antecedent.other, antecedent.none))
    parameters = coreference.Parameters(own["antecedent_near"], own["antecedent_same"])
    start, found = coreference._chances(coreference.Scores(places, forms, names, none[:, 0], one, other), parameters, 0, 6)
    assert start == 0
    np.testing.assert_allclose(found, chances, rtol=1e-4)
