"""The files of a case. Begin with ``case.py``: what every format is made from.

Each format is a module with one function, ``write(exported, folder)``, which gives the paths of the files that it wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from purport.export import jsonl
from purport.export.case import Exported

Write = Callable[[Exported, Path], list[Path]]
FORMATS: Mapping[str, Write] = {"jsonl": jsonl.write}
"""What can be asked for, and what writes it."""

__all__ = ["FORMATS", "Exported", "Write"]
