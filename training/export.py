"""The trained network as an ONNX file: full precision, or with 8-bit weights.

    python training/export.py --weights reader.pt --vocabulary vocab.txt --out DIR [--full]

The graph is written out node by node, since it is small and since every product's precision is chosen here. It reads one window, so
that nothing depends on what else is read: the scale of an 8-bit product's input is the window's own.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from network import forbidden
from purport.reader.layers import ATTRIBUTION_TAGS, ENTITY_TAGS, OUTPUTS, TIMEX_TAGS, Columns

Floats = npt.NDArray[np.float32]
OPSET, CONTRIB = 17, "com.microsoft"
EPSILON = 1e-12
BLOCK = 64
"""Values that share a scale in a blockwise product."""
BLOCKWISE = frozenset({"out", "down"})
"""Products done blockwise: their input follows no normalisation, so a few of its values are many times larger than the rest."""


@dataclass
class Graph:
    """Nodes and constants while they are being put together; ``bits`` 32 keeps every product in full precision."""

    bits: int
    blocks: frozenset[str] = frozenset()
    nodes: list[onnx.NodeProto] = field(default_factory=list)
    constants: list[onnx.TensorProto] = field(default_factory=list)

    def constant(self, name: str, value: npt.NDArray[np.generic]) -> str:
        """A named constant."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, kind: str, inputs: Sequence[str], name: str, **options: object) -> str:
        """A node; its one output has its name."""
        domain = str(options.pop("domain", ""))
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, domain=domain, **options))
        return name

    def linear(self, x: str, weight: Floats, bias: Floats, name: str) -> str:
        """``x @ weight.T + bias``; ``weight`` is [out, in]."""
        if self.bits == 32:
            product = self.add("MatMul", [x, self.constant(f"{name}.w", weight.T.astype(np.float32))], f"{name}.product")
            return self.add("Add", [product, self.constant(f"{name}.b", bias)], name)
        if name.partition(".")[2] in self.blocks:
            return self._blockwise(x, weight, bias, name)
        values, scales = eight_bits(weight)
        inputs = [
            x,
            self.constant(f"{name}.w", values.T),
            self.constant(f"{name}.s", scales),
            "",
            self.constant(f"{name}.b", bias),
        ]
        return self.add("DynamicQuantizeMatMul", inputs, name, domain=CONTRIB)

    def _blockwise(self, x: str, weight: Floats, bias: Floats, name: str) -> str:
        """A product whose weights and input have a scale for every ``BLOCK`` values: finer, and slower."""
        rows, columns = weight.shape
        parts = weight.reshape(rows, columns // BLOCK, BLOCK)
        scales = np.maximum(np.abs(parts).max(2), 1e-12).astype(np.float32) / np.float32(127)
        values = (np.rint(parts / scales[:, :, None]) + 128).clip(0, 255).astype(np.uint8)
        inputs = [x, self.constant(f"{name}.w", values), self.constant(f"{name}.s", scales), "", "", self.constant(f"{name}.b", bias)]
        options = {"K": columns, "N": rows, "bits": 8, "block_size": BLOCK, "accuracy_level": 4}
        return self.add("MatMulNBits", inputs, name, domain=CONTRIB, **options)

    def norm(self, x: str, weight: Floats, bias: Floats, name: str) -> str:
        """Layer normalisation over the last axis."""
        inputs = [x, self.constant(f"{name}.w", weight), self.constant(f"{name}.b", bias)]
        return self.add("LayerNormalization", inputs, name, axis=-1, epsilon=EPSILON)

    def embedding(self, index: str, table: Floats, name: str) -> str:
        """Rows of a table; in 8 bits each row has its own scale."""
        if self.bits == 32:
            return self.add("Gather", [self.constant(f"{name}.table", table), index], name)
        values, scales = eight_bits(table)
        row = self.add("Gather", [self.constant(f"{name}.table", values), index], f"{name}.row")
        whole = self.add("Cast", [row], f"{name}.cast", to=TensorProto.FLOAT)
        scale = self.add("Gather", [self.constant(f"{name}.scale", scales[:, None]), index], f"{name}.factor")
        return self.add("Mul", [whole, scale], name)


def eight_bits(weight: Floats) -> tuple[npt.NDArray[np.int8], Floats]:
    """Symmetric 8-bit values of a matrix and the scale of each row."""
    scales = np.maximum(np.abs(weight).max(1), 1e-12).astype(np.float32) / np.float32(127)
    return np.clip(np.rint(weight / scales[:, None]), -127, 127).astype(np.int8), scales


def build(weights: dict[str, Floats], bits: int, blocks: frozenset[str] = frozenset()) -> onnx.ModelProto:
    """The whole network: ``ids``, ``cases``, ``gaps`` int32 [1, L] -> ``scores`` float [1, L, OUTPUTS]."""
    g = Graph(bits, blocks)
    x = _encode(g, weights)
    head, bias = heads(weights)
    g.linear(x, head, bias, "scores")
    return _model(g, "scores", OUTPUTS)


def encoder(weights: dict[str, Floats], bits: int) -> onnx.ModelProto:
    """The encoder alone, without the case and gap of a piece: ``scores`` float [1, L, H] are its vectors. For comparing speed."""
    g = Graph(bits)
    x = _encode(g, weights, inputs=("word",))
    g.add("Identity", [x], "scores")
    return _model(g, "scores", weights["encoder.norm.weight"].shape[0])


def _encode(g: Graph, weights: dict[str, Floats], inputs: Sequence[str] = ("word", "case", "gap")) -> str:
    """Embeddings and layers."""
    x = _embed(g, weights, inputs)
    layers = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layers."))
    for i in range(layers):
        own = {
            name.removeprefix(f"encoder.layers.{i}."): value for name, value in weights.items() if name.startswith(f"encoder.layers.{i}.")
        }
        x = _layer(g, x, own, f"layer{i}")
    return x


def _model(g: Graph, output_name: str, width: int) -> onnx.ModelProto:
    """The graph as a model of one window."""
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT32, [1, "L"]) for name in ("ids", "cases", "gaps")]
    output = helper.make_tensor_value_info(output_name, TensorProto.FLOAT, [1, "L", width])
    graph = helper.make_graph(g.nodes, "reader", inputs, [output], g.constants)
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=9)


def _embed(g: Graph, weights: dict[str, Floats], inputs: Sequence[str]) -> str:
    """The input: word, place, case and gap, normalised."""
    length = g.add("Shape", ["ids"], "length", start=1, end=2)
    zero, one = g.constant("zero", np.array([0], np.int64)), g.constant("axis", np.array([0], np.int64))
    table = g.constant("position.table", weights["encoder.position.weight"])
    total = g.add("Slice", [table, zero, length, one], "position")
    for name in inputs:
        index = {"word": "ids", "case": "cases", "gap": "gaps"}[name]
        rows = g.embedding(index, weights[f"encoder.{name}.weight"], name)
        total = g.add("Add", [rows, total], f"{name}.sum")
    return g.norm(total, weights["encoder.norm.weight"], weights["encoder.norm.bias"], "embedded")


def _layer(g: Graph, x: str, own: dict[str, Floats], name: str, heads: int = 12) -> str:
    """One transformer layer."""
    qkv = g.linear(x, own["qkv.weight"], own["qkv.bias"], f"{name}.qkv")
    parts = [f"{name}.{part}" for part in "qkv"]
    g.nodes.append(helper.make_node("Split", [qkv], parts, name=f"{name}.split", axis=-1))
    mixed = g.add("MultiHeadAttention", parts, f"{name}.mixed", domain=CONTRIB, num_heads=heads)
    out = g.linear(mixed, own["out.weight"], own["out.bias"], f"{name}.out")
    x = g.norm(g.add("Add", [x, out], f"{name}.sum1"), own["norm_attention.weight"], own["norm_attention.bias"], f"{name}.norm1")
    inner = g.add("Gelu", [g.linear(x, own["up.weight"], own["up.bias"], f"{name}.up")], f"{name}.gelu", domain=CONTRIB)
    down = g.linear(inner, own["down.weight"], own["down.bias"], f"{name}.down")
    return g.norm(g.add("Add", [x, down], f"{name}.sum2"), own["norm_inner.weight"], own["norm_inner.bias"], f"{name}.norm2")


def heads(weights: dict[str, Floats]) -> tuple[Floats, Floats]:
    """All heads as one matrix ``[OUTPUTS, H]`` and its bias, laid out by ``Columns``."""
    matrix = np.concatenate([weights[f"{columns.head}.weight"] for columns in Columns])
    return matrix, np.concatenate([weights[f"{columns.head}.bias"] for columns in Columns])


def decoder_arrays(weights: dict[str, Floats], scripts: Sequence[str], forms: Sequence[str] = ()) -> dict[str, npt.NDArray[np.generic]]:
    """What decoding needs beside the network."""

    def steps(name: str, tags: tuple[str, ...]) -> Floats:
        return np.where(forbidden(tags).numpy(), np.float32(-1e4), weights[f"{name}.transitions"]).astype(np.float32)

    return {
        "entity_steps": steps("entity", ENTITY_TAGS),
        "attribution_steps": steps("attribution", ATTRIBUTION_TAGS),
        "inner_steps": steps("inner", ATTRIBUTION_TAGS),
        "source_near": weights["source_of_cue.near"],
        "cue_near": weights["cue_of_content.near"],
        "timex_steps": steps("timex", TIMEX_TAGS),
        "head_near": weights["parser.near"],
        "relation_weight": weights["parser.name.weight"],
        "relation_bias": weights["parser.name.bias"],
        "antecedent_near": weights["antecedent.near"],
        "antecedent_same": weights["antecedent.same"],
        "lemmas": np.array(scripts),
        "forms": np.frombuffer("\n".join(forms).encode(), np.uint8),
    }


def write(
    weights: dict[str, Floats], scripts: Sequence[str], vocabulary: Path | str, out: Path, *, bits: int, forms: Sequence[str] = ()
) -> None:
    """The folder that a reader opens."""
    out.mkdir(parents=True, exist_ok=True)
    onnx.save(build(weights, bits, BLOCKWISE), out / "reader.onnx")
    np.savez(out / "decoder.npz", **decoder_arrays(weights, scripts, forms))
    if Path(vocabulary).resolve() != (out / "vocab.txt").resolve():
        shutil.copyfile(vocabulary, out / "vocab.txt")


def load(path: Path) -> tuple[dict[str, Floats], tuple[str, ...], tuple[str, ...]]:
    """A checkpoint's weights as arrays, its lemma scripts, and the lemmas of forms."""
    state = torch.load(path, weights_only=True, map_location="cpu")
    return {name: value.float().numpy() for name, value in state["weights"].items()}, tuple(state["scripts"]), tuple(state["forms"])


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--full", action="store_true", help="keep full precision")
    given = parser.parse_args()
    weights, scripts, forms = load(given.weights)
    write(weights, scripts, given.vocabulary, given.out, bits=32 if given.full else 8, forms=forms)


if __name__ == "__main__":
    main()
