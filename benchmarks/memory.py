"""Peak memory of reading many reports, and the size of what is installed to do it.

    python benchmarks/memory.py FOLDER [--reports N]

Reads the folder's reports over and over until N are read, in a process of its own; figures are in MB (2^20 bytes).
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import sysconfig
from itertools import cycle, islice
from pathlib import Path


def read_many(folder: str, reports: int) -> int:
    """Peak resident memory, in MB, of reading that many reports."""
    from purport.analyse import analyse
    from purport.ingest import find_reports, read_document
    from purport.reader import Reader

    paths = islice(cycle(find_reports([folder])), reports)
    with Reader() as reader:
        for _ in analyse(map(read_document, paths), reader):
            pass
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def installed() -> int:
    """Size of the environment's packages, in MB."""
    root = Path(sysconfig.get_path("purelib"))
    return sum(path.stat().st_size for path in root.rglob("*") if path.is_file()) // 2**20


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.here:
        print(read_many(given.folder, given.reports))
        return
    command = [sys.executable, __file__, given.folder, "--reports", str(given.reports), "--here"]
    peak = int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    print(json.dumps({"reports": given.reports, "peak_mb": peak, "installed_mb": installed()}, indent=1))


if __name__ == "__main__":
    main()
