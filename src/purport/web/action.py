"""Something that people do in the workbench: an address that a form is sent to, and what the form has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import Response

from purport.web.desk import Desk
from purport.web.forms import AUTHOR, LARGEST, Form


@dataclass(frozen=True, slots=True)
class Field:
    """What a form sends under a name; ``several`` where it may be sent again and again, ``is_file`` where it is a file."""

    name: str
    about: str
    is_required: bool = False
    several: bool = False
    is_file: bool = False


JUDGED_BY = (Field(AUTHOR, "Who judges, by name.", is_required=True), Field("note", "Why."))
"""What every judgement has."""


@dataclass(frozen=True, slots=True)
class Action:
    """What a form does: ``act`` gives the address to go on to, or an answer.

    ``largest`` is how many bytes it may send; ``fields`` is what it has.
    """

    name: str
    path: str
    act: Callable[[Desk, Form], str | Response]
    about: str
    largest: int = LARGEST
    fields: tuple[Field, ...] = ()
