"""What the formats in JSON share: names for what a case holds, and how a file of one object is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec


def named(*parts: str) -> str:
    """The IRI of something that a case holds. It leads nowhere: what it names is told apart by it."""
    return ":".join(("urn", "x-purport", *parts))


def write_json(path: Path, content: dict[str, Any]) -> Path:
    """Writes one object, indented so that two exports can be compared line by line."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n")
    return path
