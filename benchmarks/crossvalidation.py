"""Time expressions by cross-validation over TimeBank and AQUAINT.

    python benchmarks/crossvalidation.py CORPORA --start WEIGHTS.pt --vocabulary FILE [--folds 5] [--epochs 8]

``--start`` are weights that have seen none of these documents. For each fold they are trained on the documents outside it, time
expressions, events and factuality at once, and measured on those inside it; prints a fold's figures a line, then those of all together.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from zlib import crc32

import torch

import news

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))

from collect import Corpora, Parts
from example import Example
from export import write
from labels import Frame
from network import Reader as Network
from purport.reader import Reader
from purport.reader.subwords import load_tokenizer
from scoring import Scores
from train import Plan, Trainer


def trained(examples: list[Example], start: Path, plan: Plan, out: Path) -> Path:
    """A reader's folder, of the weights trained on from ``start`` on examples alone."""
    saved = torch.load(start, weights_only=True, map_location="cpu")
    torch.manual_seed(plan.seed)
    network = Network()
    network.load_state_dict(saved["weights"], strict=False)
    texts = Corpora(tuple((example, 1.0) for example in examples), ())
    trainer = Trainer(network, Parts(texts, Corpora((), ()), ()), Frame(load_tokenizer(Path(plan.vocabulary)), ("l0 ",)), plan, out)
    trainer.run()
    write(trainer.average.arrays(), saved.get("scripts", ("l0 ",)), plan.vocabulary, out / "reader", bits=32)
    return out / "reader"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--epochs", type=int, default=8)
    given = parser.parse_args()
    plan = Plan(given.epochs, 8, 1e-4, 1e-3, given.epochs, str(given.vocabulary))
    folders = [given.corpora / "tempeval3" / name for name in ("TimeBank", "AQUAINT")]
    documents = news.documents(folders, given.corpora / "factuality", dev=False)
    together = Scores()
    for fold in range(given.folds):
        inside = [each for each in documents if crc32(each.name.encode()) % given.folds == fold]
        outside = [each for each in documents if each not in inside]
        own = Scores()
        with tempfile.TemporaryDirectory() as folder, Reader(trained(outside, given.start, plan, Path(folder))) as reader:
            for example, reading in zip(inside, reader.read(example.text for example in inside), strict=True):
                for scores in (own, together):
                    news.times(example.timexes or (), reading.timexes, scores)
                    news.events(example.events or (), reading, scores)
        print(json.dumps({"fold": fold, "documents": len(inside)} | own.as_dict()), flush=True)
    print(json.dumps({"documents": len(documents)} | together.as_dict()))


if __name__ == "__main__":
    main()
