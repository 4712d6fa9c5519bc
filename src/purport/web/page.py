"""A page: an address, what may be asked of it, and the one frozen record that it shows, as HTML or as JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import UnionType
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints
from urllib.parse import quote, urlencode

import msgspec

from purport.errors import UsageError
from purport.web.desk import Desk

A = TypeVar("A")
R = TypeVar("R")

LONGEST = 2_000
"""Characters of one thing that is asked for."""


class Gone(UsageError):
    """What a page is about is not in the case: no such report, claim or entity; answered with 404."""


@dataclass(frozen=True, slots=True)
class Failure:
    """The record of a page that cannot be shown: the status, and a sentence that says why."""

    status: int
    why: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """A page of which nothing can be asked."""


@dataclass(frozen=True, slots=True)
class Page(Generic[A, R]):
    """``name`` is also that of its template; ``path`` has the parts of ``asked`` that the address must have, in braces.

    ``asked`` is a frozen record of what an address may ask, each with its default; ``make`` gives the record that is shown; ``about`` says
    in one sentence what that is, for people who build on it.
    """

    name: str
    path: str
    asked: type[A]
    make: Callable[[Desk, A], R]
    about: str

    @property
    def record(self) -> type[R]:
        """The record that the page shows."""
        shown: type[R] = get_type_hints(self.make)["return"]
        return shown

    def read(self, parts: Mapping[str, str], query: list[tuple[str, str]]) -> A:
        """What an address asks. ``UsageError`` says what is wrong with it; what the page does not know is passed over."""
        fields = get_type_hints(self.asked)
        given: dict[str, Any] = {}
        for name, value in [*query, *parts.items()]:
            if name not in fields or not value.strip():
                continue
            if len(value) > LONGEST:
                raise UsageError(f"{name}: at most {LONGEST:,} characters expected")
            if _holds_several(fields[name]):
                given[name] = [*given.get(name, ()), value]
            else:
                given[name] = value
        try:
            return msgspec.convert(given, self.asked, strict=False)
        except msgspec.ValidationError as error:
            raise UsageError(f"this address asks for what there is not: {error}") from error

    def address(self, **given: object) -> str:
        """The address that asks for something; what is ``None``, empty or false is left out."""
        parts = {name: quote(str(value), safe="") for name, value in given.items() if f"{{{name}}}" in self.path.replace(":path", "")}
        query = [(name, each) for name, value in given.items() if name not in parts for each in _values(value)]
        path = self.path.replace(":path", "").format(**parts)
        return f"{path}?{urlencode(query)}" if query else path


def _holds_several(type_: Any) -> bool:
    arguments = get_args(type_) if get_origin(type_) in (Union, UnionType) else (type_,)
    return any(get_origin(each) in (tuple, frozenset, list) for each in arguments)


def _values(value: object) -> list[str]:
    if isinstance(value, (tuple, list, frozenset)):
        return [str(each) for each in value]
    if value is None or value is False or value == "":
        return []
    return ["true"] if value is True else [str(value)]
