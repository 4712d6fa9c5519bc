"""The files of a case. Begin with ``case.py``: what every format is made from; ``gathering.py`` makes it.

Each format is a module with one function, ``write(exported, folder)``, which gives the paths of the files that it wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from purport.export import (
    bibtex,
    commas,
    followthemoney,
    geojson,
    jsonl,
    markdown,
    page,
    schema_org,
    timelinejs,
    web_annotations,
    workbook,
)
from purport.export.case import Exported

Write = Callable[[Exported, Path], list[Path]]
FORMATS: Mapping[str, Write] = {
    "csv": commas.write,
    "xlsx": workbook.write,
    "markdown": markdown.write,
    "html": page.write,
    "jsonl": jsonl.write,
    "bibtex": bibtex.write,
    "followthemoney": followthemoney.write,
    "annotations": web_annotations.write,
    "timelinejs": timelinejs.write,
    "geojson": geojson.write,
    "schema-org": schema_org.write,
}
"""What can be asked for, and what writes it."""

__all__ = ["FORMATS", "Exported", "Write"]
