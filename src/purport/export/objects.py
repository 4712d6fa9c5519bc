"""What the formats in JSON share: names for what a case holds, whose a claim is, when a thing was, and how a file is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from purport.export.case import ClaimRow, LineRow
from purport.folding import fold
from purport.wording import days


def named(*parts: str) -> str:
    """The IRI of something that a case holds. It leads nowhere: what it names is told apart by it."""
    return ":".join(("urn", "x-purport", *parts))


def claimant(claim: ClaimRow) -> str:
    """The words for whose claim it is, and who that is in the case, where the words do not say it."""
    if claim.source is None:
        return claim.outlet or "the outlet itself"
    words = claim.source.shown
    return words if claim.source_name is None or claim.source_name in words else f"{words} ({claim.source_name})"


def within(not_before: str | None, not_after: str | None) -> str:
    """The days within which something lies, in words that nobody takes for how long it was."""
    is_open = not_before is None or not_after is None or not_before == not_after
    return days(not_before, not_after) if is_open else f"between {not_before} and {not_after}"


def headline(line: LineRow) -> str:
    """What a line tells: of whom or what, where its words do not say that, and by whom, where it is not the outlet's own."""
    told = line.shown if fold(line.subject) in fold(line.shown) else f"{line.subject}: {line.shown}"
    return f"{told} (according to {'; '.join(line.by)})" if line.by else told


def write_json(path: Path, content: dict[str, Any]) -> Path:
    """Writes one object, indented so that two exports can be compared line by line."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n")
    return path
