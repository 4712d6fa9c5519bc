"""Ids are digests: the same input has the same id in any order, on any day, on any machine."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from purport.records import Span

LENGTH = 16
"""Hex digits kept. 64 bits: a case of a million items has a collision with probability under 3e-8."""


def digest(parts: Iterable[str]) -> str:
    """The id of an ordered list of words; parts are joined by a control character that news text and paths do not use."""
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def report_id(address: str, content: str) -> str:
    """A report's id, from its path or address and the SHA-256 of its bytes: wire copies stay separate reports."""
    return digest((address, content))


def item_id(report: str, layer: str, spans: Iterable[Span]) -> str:
    """An item's id, from its report, its layer and its offsets."""
    return digest((report, layer, *(f"{span.start}-{span.end}" for span in spans)))
