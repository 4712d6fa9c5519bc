"""The record's closed sets and dates in words a stranger reads at once."""

from __future__ import annotations

from purport.wording import HOW_SURE, ON_WHAT, counted, days, how_sure, kind_of_source, published

__all__ = ["HOW_SURE", "ON_WHAT", "counted", "days", "how_sure", "kind_of_source", "published"]
