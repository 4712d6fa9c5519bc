"""What a page sends back: bounded, and only from a page of the same session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from purport.errors import UsageError
from purport.web.guard import Guard

TOKEN = "token"
AUTHOR = "author"
LARGEST = 1_000_000
"""Bytes of a form that carries no files."""
MOST_FILES, MOST_FIELDS = 2_000, 100
LONGEST = 20_000_000
"""Bytes of one field: a report that is pasted."""
MONTHS = 180 * 86_400


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form, and the files that came with it."""

    values: Mapping[str, str]
    files: tuple[UploadFile, ...] = ()

    @property
    def author(self) -> str:
        """Who sent it, as that person is called."""
        return self.values.get(AUTHOR, "").strip()

    def required(self, name: str) -> str:
        """A field that must be there."""
        value = self.values.get(name, "").strip()
        if not value:
            raise UsageError(f"{name}: something expected, it is empty")
        return value

    def back(self, else_to: str) -> str:
        """The page of this workbench that the form wants to go back to."""
        to = self.values.get("to", "")
        return to if to.startswith("/") and not to.startswith(("//", "/\\")) else else_to


async def read(request: Request, largest: int = LARGEST) -> Form:
    """The form of a request. 413 where it is too large; 403 where no page of this session sent it, and no program that has the key."""
    form = await read_open(request, largest)
    guard: Guard = request.state.guard
    session: str | None = request.state.session
    given = form.values.get(TOKEN, "") or request.headers.get("x-token", "")
    if not request.state.is_keyed and not (session and guard.is_token(session, given)):
        raise HTTPException(403, "This form is of another session: open the page again and repeat what you did.")
    return form


async def read_open(request: Request, largest: int = LARGEST) -> Form:
    """The form of a request that comes from our own pages, without a session."""
    _check_origin(request)
    _bound(request, largest)
    sent = await request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=min(LONGEST, largest))
    values = {name: value for name, value in sent.multi_items() if isinstance(value, str)}
    files = tuple(value for _, value in sent.multi_items() if isinstance(value, UploadFile) and value.filename)
    return Form(values, files)


def remembered(request: Request) -> str:
    """Who judged last in this browser."""
    return unquote(request.cookies.get(AUTHOR, ""))[:200]


def remember(response: Response, author: str) -> None:
    """Keep who judged, so that the next form has the name."""
    response.set_cookie(AUTHOR, quote(author[:200]), max_age=MONTHS, httponly=True, samesite="strict")


def _check_origin(request: Request) -> None:
    """Browsers say where a form was sent from; what comes from another site is refused."""
    origin = request.headers.get("origin")
    is_other = origin is not None and urlsplit(origin).netloc != request.headers.get("host")
    if is_other or request.headers.get("sec-fetch-site") in ("cross-site", "same-site"):
        raise HTTPException(403, "This form was sent from another site.")


def _bound(request: Request, largest: int) -> None:
    """Refuse a body that is too large, by what it says of itself and by what comes."""
    too_large = HTTPException(413, f"At most {largest:,} bytes expected at once.")
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length) > largest:
        raise too_large
    receive, taken = request._receive, 0

    async def bounded() -> dict[str, object]:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > largest:
            raise too_large
        return dict(message)

    request._receive = bounded
