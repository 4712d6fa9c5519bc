"""Records <-> JSON, one object a line.

Keys stand in the order of the records; every key is always present. Reading checks every type and value, so a line that decodes is
a whole record.
"""

from __future__ import annotations

from typing import TypeVar

import msgspec

from purport.errors import UsageError
from purport.records import SCHEMA, Analysis

Record = TypeVar("Record")

_encoder = msgspec.json.Encoder()


def dumps(record: object) -> str:
    """Any record as one line of JSON, without the line's end; non-ASCII characters stand as they are."""
    return _encoder.encode(record).decode("utf-8")


def loads(line: str | bytes, kind: type[Record]) -> Record:
    """The record of that kind in a line of JSON; ``UsageError`` says which field is wrong."""
    try:
        return msgspec.json.decode(line, type=kind)
    except msgspec.MsgspecError as error:
        raise UsageError(f"not a {kind.__name__} record: {error}") from error


def load_analysis(line: str | bytes) -> Analysis:
    """An analysed report; a line of another schema is refused by its number."""
    analysis = loads(line, Analysis)
    if analysis.schema != SCHEMA:
        raise UsageError(f"schema {SCHEMA} expected, the line has {analysis.schema}")
    return analysis
