"""What somebody says of a report, beside what the report says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from purport.records import Interval


@dataclass(frozen=True, slots=True)
class Given:
    """What a person or a manifest says of one report; it wins over what is printed, and ``None`` says nothing."""

    published: Interval | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    retrieved: str | None = None
    retrieved_by: str | None = None
    archive_url: str | None = None


NOTHING = Given()
"""Nothing is said beside the report."""
