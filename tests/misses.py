"""Tables of what is expected, of which some is not yet reached."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest
from _pytest.mark import ParameterSet


def marked(rows: Iterable[tuple[object, ...]], misses: Mapping[str, str]) -> list[ParameterSet]:
    """The rows for ``pytest.mark.parametrize``; those whose first cell is a known miss are strict ``xfail`` for the reason given.

    Raises:
        AssertionError: A miss is no row, so that none outlives what it speaks of.
    """
    found = [tuple(row) for row in rows]
    assert not misses.keys() - {row[0] for row in found}
    return [pytest.param(*row, id=str(row[0]), marks=_miss(misses.get(str(row[0])))) for row in found]


def _miss(reason: str | None) -> tuple[pytest.MarkDecorator, ...]:
    return (pytest.mark.xfail(reason=reason, strict=True),) if reason else ()
