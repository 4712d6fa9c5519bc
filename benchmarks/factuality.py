"""How sure the author is, against judgements on a treebank's sentences (UDS-IH2).

    python benchmarks/factuality.py CONLLU_FILE JUDGEMENTS_FILE [--weights DIR]

Mean absolute error and Pearson's r over the words judged.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))

from compose import plain
from corpora.columns import read_conllu
from corpora.factuality import lay_on_sheets, read_sure_rows
from news import agreement, sureness
from purport.reader import Reader
from purport.reader.reader import WEIGHTS


def measure(treebank: Path, judgements: Path, weights: Path) -> dict[str, float]:
    """The figures over a treebank file."""
    sheets, _ = lay_on_sheets(read_conllu(treebank), read_sure_rows(judgements))
    with Reader(weights) as reader:
        return agreement([pair for sheet in sheets for pair in sureness(plain(sheet), reader, "uds")])


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("treebank", type=Path)
    parser.add_argument("judgements", type=Path)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    print(json.dumps(measure(given.treebank, given.judgements, given.weights), indent=1))


if __name__ == "__main__":
    main()
