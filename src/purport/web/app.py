"""The workbench as an ASGI application: pages, what people do, files, and what goes wrong in words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from purport.errors import PurportError, SoundError, StoreError, UsageError
from purport.web import forms, openapi, rendering
from purport.web.action import Action
from purport.web.desk import Desk
from purport.web.guard import HEADERS, Guard, Guarded, let_in
from purport.web.page import Failure, Gone, Page
from purport.web.routes import ACTIONS, MENU, PAGES
from purport.web.steady import steadily

AS = "as"
"""The part of an address that asks for JSON: ``?as=json``; an ``Accept`` header does too."""
STATIC = Path(__file__).parent / "static"
PLAIN = {404: "There is no such page.", 405: "This address does not take that."}
STATUS: dict[type[Exception], int] = {Gone: 404, UsageError: 400, SoundError: 409, StoreError: 503}


def create_app(desk: Desk, guard: Guard, after: Callable[[], None] | None = None) -> Starlette:
    """The workbench of one open case, for those whom the guard lets in. ``after`` is done whenever somebody has changed something."""
    return Starlette(
        routes=_routes(desk, after),
        middleware=[Middleware(Guarded, guard=guard)],
        exception_handlers={PurportError: partial(_failed, desk), HTTPException: partial(_failed, desk), Exception: partial(_failed, desk)},
    )


def _routes(desk: Desk, after: Callable[[], None] | None) -> list[BaseRoute]:
    shown: list[BaseRoute] = [Route(each.path, _shows(desk, each), methods=["GET"], name=each.name) for each in PAGES]
    done: list[BaseRoute] = [Route(each.path, _does(desk, each, after), methods=["POST"]) for each in ACTIONS]
    own: list[BaseRoute] = [
        Route("/sign-in", partial(_ask_key, desk), methods=["GET"]),
        Route("/sign-in", partial(_take_key, desk), methods=["POST"]),
        Route(openapi.AT, _describe, methods=["GET"]),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]
    return [*shown, *done, *own]


def _shows(desk: Desk, page: Page[Any, Any]) -> Callable[[Request], Any]:
    async def show(request: Request) -> Response:
        query = [(name, value) for name, value in request.query_params.multi_items() if name != AS]
        return await run_in_threadpool(_shown, desk, request, page, page.read(request.path_params, query))

    return show


def _shown(desk: Desk, request: Request, page: Page[Any, Any], asked: Any) -> Response:
    return steadily(desk, lambda: _made(desk, request, page, asked))


def _made(desk: Desk, request: Request, page: Page[Any, Any], asked: Any) -> Response:
    tag = _tag(desk, request)
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=_headers(tag))
    record = page.make(desk, asked)
    if isinstance(record, Response):
        return record
    if wants_json(request):
        return Response(msgspec.json.encode(record), media_type="application/json", headers=_headers(tag))
    return Response(_html(desk, request, page.name, record), media_type="text/html", headers=_headers(tag))


def _does(desk: Desk, action: Action, after: Callable[[], None] | None) -> Callable[[Request], Any]:
    async def do(request: Request) -> Response:
        try:
            form = await forms.read(request, action.largest)
            to = await run_in_threadpool(action.act, desk, form)
        finally:
            await request.close()
        response = to if isinstance(to, Response) else RedirectResponse(to, 303, background=BackgroundTask(after) if after else None)
        if author := form.values.get(forms.AUTHOR, "").strip():
            forms.remember(response, author)
        return response

    return do


async def _describe(request: Request) -> Response:
    """Every address as an OpenAPI document."""
    return Response(msgspec.json.encode(openapi.document(PAGES, ACTIONS)), media_type="application/json")


def _html(desk: Desk, request: Request, name: str, record: object, status: int = 200) -> str:
    session = request.state._state.get("session")
    guard: Guard = request.state.guard
    values = {
        "page": record,
        "name": name,
        "title": desk.title,
        "menu": MENU,
        "here": request.url.path,
        "query": request.query_params,
        "as_json": str(request.url.include_query_params(**{AS: "json"}).replace(scheme="", netloc="")),
        "token": guard.token(session) if session else "",
        "author": forms.remembered(request),
        "is_locked": guard.key is not None,
        "going": desk.reading.progress() if desk.reading is not None and session is not None else None,
    }
    return rendering.render(name, values)


def wants_json(request: Request) -> bool:
    """Whether the record is asked for rather than the page."""
    if AS in request.query_params:
        return request.query_params[AS] == "json"
    accept = request.headers.get("accept", "")
    return "application/json" in accept and "text/html" not in accept


def _tag(desk: Desk, request: Request) -> str:
    """What stands for the answer: the state of the case, the address, and what of the page is this person's."""
    state = desk.memo.stamp()
    own = (request.state._state.get("session"), forms.remembered(request), wants_json(request))
    return f'"{sha256(repr((state, desk.busy(), str(request.url), own)).encode()).hexdigest()[:24]}"'


def _headers(tag: str) -> dict[str, str]:
    return {"Cache-Control": "private, no-cache", "Vary": "Accept, Cookie", "ETag": tag}


async def _failed(desk: Desk, request: Request, error: Exception) -> Response:
    """A sentence, as a page or as JSON; what nobody foresaw says nothing of itself."""
    if isinstance(error, HTTPException):
        status, why = error.status_code, PLAIN.get(error.status_code, error.detail)
    else:
        status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 500)
        why = str(error) if isinstance(error, PurportError) else "Something went wrong here; what was being done was not kept."
    headers = HEADERS | {"Cache-Control": "no-store"} | dict((isinstance(error, HTTPException) and error.headers) or {})
    failure = Failure(status, why)
    if wants_json(request):
        return Response(msgspec.json.encode(failure), status, headers, "application/json")
    return Response(_html(desk, request, "failure", failure), status, headers, "text/html")


async def _ask_key(desk: Desk, request: Request) -> Response:
    return Response(_html(desk, request, "sign_in", Failure(200, "")), media_type="text/html")


async def _take_key(desk: Desk, request: Request) -> Response:
    guard: Guard = request.state.guard
    form = await forms.read_open(request)
    if await guard.tries(form.values.get("key", "")):
        return let_in(request, guard, "/")
    return Response(_html(desk, request, "sign_in", Failure(403, "That is not the key.")), 403, media_type="text/html")
