"""What else could explain what is observed: sentences by kind and case, the innocent ones first, from ``explanations.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("purport.audio").joinpath("explanations.toml").read_text(encoding="utf-8"))


def explained(kind: str, case: str) -> tuple[str, ...]:
    """What else could explain a kind of fact in a case of it."""
    return tuple(_table()[kind][case])


def explained_edge(hertz: float) -> tuple[str, ...]:
    """What is known to end at about a frequency; nothing where nothing is."""
    found = (each["why"] for each in _table()["edge"] if each["from"] <= hertz < each["to"])
    return tuple(why for several in found for why in several)


def kind_of_tag(name: str) -> str:
    """What kind of fact a tag of this name is: the first whose words are part of it, or ``tag``."""
    lower = name.lower()
    return next((kind for kind, words in _table()["tags"].items() if any(word in lower for word in words)), "tag")
