"""Columns added to the output of an exported network, which is otherwise left as it is: nothing is trained or quantised again.

    python training/append.py reader.onnx training/happening.npz --out reader.onnx

The columns come last, in the order of the rows of ``weight`` [N, H], with ``bias`` [N]; in an 8-bit network they are of 8 bits too.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper

from export import Floats, eight_bits

OUTPUT = "scores"


def append(model: onnx.ModelProto, weight: Floats, bias: Floats) -> None:
    """Adds the columns to a network's output, in place."""
    constants = {each.name: each for each in model.graph.initializer}
    if f"{OUTPUT}.s" in constants:
        values, scales = eight_bits(weight)
        added = {"w": values.T, "s": scales, "b": bias}
    else:
        added = {"w": weight.T, "b": bias}
    for part, new in added.items():
        constant = constants[f"{OUTPUT}.{part}"]
        old = numpy_helper.to_array(constant)
        constant.CopyFrom(numpy_helper.from_array(np.concatenate([old, new.astype(old.dtype)], -1), constant.name))
    model.graph.output[0].type.tensor_type.shape.dim[-1].dim_value += len(bias)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("network", type=Path)
    parser.add_argument("columns", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    model = onnx.load(str(given.network))
    with np.load(given.columns) as arrays:
        append(model, arrays["weight"].astype(np.float32), arrays["bias"].astype(np.float32))
    onnx.save(model, str(given.out))


if __name__ == "__main__":
    main()
