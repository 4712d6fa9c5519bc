"""How programs use the workbench: every address, what may be asked there, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import MISSING, dataclass, fields
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from starlette.responses import Response

from purport.web.action import Action, Field
from purport.web.page import Page


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something that may be asked: what it is written as, and what holds where it is not asked; ``in_path`` where it must be."""

    name: str
    kind: str
    default: str | None
    in_path: bool


@dataclass(frozen=True, slots=True)
class Address:
    """A page, and what may be asked of it; ``record`` is what it answers, as the OpenAPI document calls it, ``None`` for a file."""

    name: str
    path: str
    about: str
    parameters: tuple[Parameter, ...]
    record: str | None


@dataclass(frozen=True, slots=True)
class Sending:
    """What can be done by sending a form."""

    name: str
    path: str
    about: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class ApiPage:
    """Every address of the workbench."""

    pages: tuple[Address, ...]
    actions: tuple[Sending, ...]


def api(pages: Sequence[Page[Any, Any]], actions: Sequence[Action]) -> ApiPage:
    """What programs can ask for, and do."""
    return ApiPage(
        tuple(_address(each) for each in pages),
        tuple(Sending(each.name, each.path, each.about, each.fields) for each in actions),
    )


def _address(page: Page[Any, Any]) -> Address:
    path = page.path.replace(":path}", "}")
    kinds = get_type_hints(page.asked)
    asked = tuple(
        Parameter(each.name, _kind(kinds[each.name]), _written(each.default), f"{{{each.name}}}" in path) for each in fields(page.asked)
    )
    record = None if issubclass(page.record, Response) else page.record.__name__
    return Address(page.name, path, page.about, asked, record)


def _written(default: object) -> str | None:
    if default in (MISSING, None, "", (), frozenset()):
        return None
    return str(default).lower() if isinstance(default, bool) else str(default)


def _kind(type_: Any) -> str:
    """What a value is written as, for people: "text", "a number", or the few that there are."""
    arguments = get_args(type_)
    if get_origin(type_) in (Union, UnionType):
        return " or ".join(_kind(each) for each in arguments if each is not type(None))
    if get_origin(type_) in (tuple, frozenset, list):
        return f"{_kind(arguments[0])}, again and again"
    if hasattr(type_, "__members__"):
        return ", ".join(str(each.value) for each in type_)
    return {bool: "true or false", int: "a number"}.get(type_, "text")
