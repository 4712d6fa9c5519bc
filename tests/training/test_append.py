"""Columns added to an exported network leave the others as they were, to the bit."""

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("onnx")

import onnxruntime as ort
from onnx import ModelProto, TensorProto, helper

from append import append
from export import CONTRIB, OPSET, Floats, Graph

CHANCE = np.random.default_rng(5)
WEIGHT, ADDED = (CHANCE.standard_normal((rows, 8)).astype(np.float32) for rows in (6, 3))
BIAS, ADDED_BIAS = (CHANCE.standard_normal(rows).astype(np.float32) for rows in (6, 3))
INPUT = CHANCE.standard_normal((1, 5, 8)).astype(np.float32)


def network(bits: int) -> ModelProto:
    """The last product of a network, alone."""
    graph = Graph(bits)
    graph.linear("x", WEIGHT, BIAS, "scores")
    ends = (helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, "L", width]) for name, width in (("x", 8), ("scores", 6)))
    whole = helper.make_graph(graph.nodes, "last", [next(ends)], [next(ends)], graph.constants)
    return helper.make_model(whole, opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, 1)], ir_version=9)


def scores(model: ModelProto) -> Floats:
    found: Floats = ort.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"]).run(None, {"x": INPUT})[0]
    return found


@pytest.mark.parametrize(("bits", "within"), [(32, 1e-5), (8, 0.2)])
def test_added_columns_stand_last(bits: int, within: float) -> None:
    model = network(bits)
    before = scores(model)
    append(model, ADDED, ADDED_BIAS)
    after = scores(model)
    np.testing.assert_array_equal(after[..., :6], before)
    np.testing.assert_allclose(after[..., 6:], INPUT @ ADDED.T + ADDED_BIAS, atol=within)
