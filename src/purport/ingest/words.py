"""Word lists: data files of the lexicon, one entry a line, ``#`` for comments, a tab before an entry's value."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


def _lines(name: str) -> list[str]:
    text = files("purport").joinpath("lexicon", f"ingest_{name}.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def word_list(name: str) -> frozenset[str]:
    """The entries of a list without values."""
    return frozenset(_lines(name))


@cache
def word_values(name: str) -> Mapping[str, str]:
    """The entries of a list with their values, in the file's order."""
    return MappingProxyType(dict(line.split("\t") for line in _lines(name)))
