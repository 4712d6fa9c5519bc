"""Records <-> JSON, one object a line.

Keys stand in the order of the records; every key is always written. Reading checks the type of every value and the members of closed
sets; a key that is missing takes its record's default, one that is unknown is passed over, and offsets are not held against the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import msgspec

from purport.errors import UsageError
from purport.records import SCHEMA, Analysis

Record = TypeVar("Record")

_encoder = msgspec.json.Encoder()


@dataclass(frozen=True, slots=True)
class _Versioned:
    """What every analysed report says first, whatever its schema."""

    schema: int


def dumps(record: object) -> str:
    """Any record as one line of JSON, without the line's end; non-ASCII characters stand as they are."""
    return _encoder.encode(record).decode("utf-8")


def loads(line: str | bytes, kind: type[Record]) -> Record:
    """The record of that kind in a line of JSON; ``UsageError`` says which field is wrong."""
    try:
        return msgspec.json.decode(line, type=kind)
    except msgspec.MsgspecError as error:
        raise UsageError(f"the line holds no {kind.__name__.strip('_')}: {error}") from error


def load_analysis(line: str | bytes) -> Analysis:
    """An analysed report; a line of another schema is refused by its number."""
    schema = loads(line, _Versioned).schema
    if schema != SCHEMA:
        raise UsageError(f"schema {SCHEMA} expected, the line has {schema}")
    return loads(line, Analysis)
