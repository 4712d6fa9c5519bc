"""How fast reports are read, beside the encoder alone, in one run.

    python benchmarks/speed.py FOLDER [--limit N] [--threads N]

The measure is words a second from files to records (ingest, reading, extraction; no printing). Beside it: the unmodified encoder in
8 bits over the same pieces in windows of 256 that do not overlap, without heads, with as many threads. The ratio is what matters, as the
machine's own pace varies. Needs the ``training`` extra, though nothing is trained: what writes ONNX files imports PyTorch, and safetensors.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))

from export import Floats, encoder
from purport.analyse import analyse
from purport.ingest import find_reports, read_document
from purport.reader import Reader
from purport.reader.network import OnnxNetwork, cores
from purport.reader.reader import WEIGHTS
from purport.reader.subwords import load_tokenizer, split

WINDOW, WIDTH, INNER, LAYERS, VOCABULARY, POSITIONS = 256, 384, 1536, 6, 30522, 512


def random_encoder() -> dict[str, Floats]:
    """Weights of MiniLM's shapes; their values do not matter to the clock."""
    rng = np.random.default_rng(0)

    def some(*shape: int) -> Floats:
        return rng.normal(0, 0.05, shape).astype(np.float32)

    weights = {"encoder.word.weight": some(VOCABULARY, WIDTH), "encoder.position.weight": some(POSITIONS, WIDTH)}
    weights |= {"encoder.norm.weight": some(WIDTH), "encoder.norm.bias": some(WIDTH)}
    shapes = {"qkv": (3 * WIDTH, WIDTH), "out": (WIDTH, WIDTH), "up": (INNER, WIDTH), "down": (WIDTH, INNER)}
    for i in range(LAYERS):
        for name, (wide, narrow) in shapes.items():
            weights |= {f"encoder.layers.{i}.{name}.weight": some(wide, narrow), f"encoder.layers.{i}.{name}.bias": some(wide)}
        for name in ("norm_attention", "norm_inner"):
            weights |= {f"encoder.layers.{i}.{name}.weight": some(WIDTH), f"encoder.layers.{i}.{name}.bias": some(WIDTH)}
    return weights


def encoder_alone(texts: list[str], threads: int, folder: Path) -> Callable[[], None]:
    """A run of the encoder over the texts' pieces, made ready."""
    path = folder / "encoder.onnx"
    onnx.save(encoder(random_encoder(), bits=8), path)
    network = OnnxNetwork(path, threads=threads, width=WIDTH)
    tokenizer = load_tokenizer(WEIGHTS / "vocab.txt")
    windows = []
    for text in texts:
        ids = split(text, tokenizer).ids
        windows += [ids[i : i + WINDOW] for i in range(0, len(ids), WINDOW)]
    shown = [(ids, np.zeros_like(ids), np.zeros_like(ids)) for ids in windows]

    def run() -> None:
        for future in network.submit(shown):
            future.result()

    return run


def seconds(run: Callable[[], None]) -> float:
    """Wall-clock time of one run."""
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=200)
    parser.add_argument("--threads", type=int, default=cores())
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    paths = find_reports([str(given.folder)])[: given.limit]
    texts = [read_document(path).report.text for path in paths]
    words = sum(len(text.split()) for text in texts)
    with Reader(threads=given.threads) as reader, tempfile.TemporaryDirectory() as folder:

        def whole() -> None:
            for _ in analyse(map(read_document, paths), reader):
                pass

        alone = encoder_alone(texts, given.threads, Path(folder))
        whole()
        pairs = [(seconds(whole), seconds(alone)) for _ in range(given.rounds)]
    ours, theirs = (min(times) for times in zip(*pairs, strict=True))
    result = {"reports": len(paths), "words": words, "threads": given.threads}
    result |= {"words_a_second": round(words / ours), "encoder_words_a_second": round(words / theirs), "share": round(theirs / ours, 3)}
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
