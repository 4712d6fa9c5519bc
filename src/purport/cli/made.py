"""When a judgement is made, and its id."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """The present, as ISO time."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def new_id(*parts: str) -> str:
    """The id of a judgement, by all that it says."""
    from purport.ids import digest

    return digest(parts)
