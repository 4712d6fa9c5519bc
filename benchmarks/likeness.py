"""Likeness of meaning against people's judgement of it (SICK, Marelli et al. 2014).

    python benchmarks/likeness.py SICK_FILE [--weights DIR]

Pearson's r and Spearman's rho between the cosine of two sentences' vectors and how related people found them.
"""

from __future__ import annotations

import argparse
import csv
import json
from pathlib import Path

import numpy as np
from scipy.stats import pearsonr, spearmanr

from purport.reader import Reader
from purport.reader.layers import Columns
from purport.reader.reader import WEIGHTS


def vector(reader: Reader, text: str) -> np.ndarray:
    """A text's vector, of length one."""
    mean = reader.draft(text).pieces(Columns.MEANING).mean(0)
    return mean / np.linalg.norm(mean)


def measure(path: Path, weights: Path) -> dict[str, float]:
    """The figures over a file of pairs."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    with Reader(weights) as reader:
        found = [float(vector(reader, row["sentence_A"]) @ vector(reader, row["sentence_B"])) for row in rows]
    judged = [float(row["relatedness_score"]) for row in rows]
    return {
        "pairs": len(rows),
        "pearson": round(float(pearsonr(found, judged)[0]), 3),
        "spearman": round(float(spearmanr(found, judged)[0]), 3),
    }


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    print(json.dumps(measure(given.file, given.weights), indent=1))


if __name__ == "__main__":
    main()
