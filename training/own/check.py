"""Whether the marks of the reports here fit together, and how many there are of what."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1] / "src")]

from corpora.own import MarkFault, parse_reports


def main() -> int:
    """Print counts, and every fault; 1 where there is one."""
    counts: Counter[str] = Counter()
    faults = 0
    for path in [Path(name) for name in sys.argv[1:]] or sorted(HERE.glob("*.txt")):
        reports = parse_reports(path.read_text(encoding="utf-8"), path.name)
        try:
            for report in reports:
                counts["reports"] += 1
                counts["words"] += len(report.text.split())
                counts["page text"] += len(report.page)
                for told in report.told:
                    counts.update(("attributions", f"source {told.source_type or 'none'}", told.sure, told.act))
                    counts[f"{told.depth} deep"] += 1
        except MarkFault as fault:
            print(fault)
            faults += 1
    for name, number in sorted(counts.items()):
        print(f"{number:7,} {name}")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
