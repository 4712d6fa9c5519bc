"""What Purport does not do with recordings, and why: a table, ``refused.toml``. Needs no extra."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

from purport.errors import UsageError


class Refusal(msgspec.Struct, frozen=True):
    """Something that is not done: ``why`` are sentences, ``instead`` what is done, ``verbs`` what people call it."""

    name: str
    verbs: tuple[str, ...]
    what: str
    why: tuple[str, ...]
    instead: str

    @property
    def sentence(self) -> str:
        """Why, in one sentence, as far as that can be said in one."""
        return f"Purport refuses {self.what}: {self.why[0][0].lower()}{self.why[0][1:]} More: purport recording refused {self.name}"


class _Table(msgspec.Struct, frozen=True):
    refused: tuple[Refusal, ...]


@cache
def refusals() -> tuple[Refusal, ...]:
    """All of them, in their order."""
    return msgspec.toml.decode(files("purport.audio").joinpath("refused.toml").read_bytes(), type=_Table).refused


def find_refusal(asked: str) -> Refusal:
    """The one of this name, or that people call so; ``UsageError`` where there is none."""
    found = next((each for each in refusals() if asked in (each.name, *each.verbs)), None)
    if found is None:
        raise UsageError(f"{asked}: nothing of this name is refused; refused are {', '.join(each.name for each in refusals())}")
    return found
