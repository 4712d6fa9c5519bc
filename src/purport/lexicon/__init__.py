"""Word lists, as data files: never in code, tested as data."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a list, each its tab-separated cells; lines that begin with ``#`` are the list's own explanation."""
    text = files(__name__).joinpath(name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


@cache
def words(name: str) -> dict[str, tuple[str, ...]]:
    """Every form in the first cell of a list's rows -> the rest of its row; the first row that has a form keeps it.

    A form of several words has ``_`` between them.
    """
    found: dict[str, tuple[str, ...]] = {}
    for forms, *rest in rows(name):
        for form in forms.split():
            found.setdefault(form, tuple(rest))
    return found


@cache
def fingerprint() -> str:
    """A digest of every list: another where any of them has changed."""
    lists = sorted((each for each in files(__name__).iterdir() if each.name.endswith((".tsv", ".txt"))), key=lambda each: each.name)
    return sha256(b"\x1f".join(each.name.encode() + each.read_bytes() for each in lists)).hexdigest()
