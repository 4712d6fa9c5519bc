"""Who may come in, and what a browser may do with a page: hosts, the key, sessions, tokens against forged requests, headers.

A desk's own machine needs no key: only that machine reaches it, and a page of another site cannot, since the ``Host`` header must name
this machine (a name that an attacker's server resolves to 127.0.0.1 does not) and every change needs the session's token.
"""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from secrets import token_bytes, token_urlsafe
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOME = frozenset({"localhost", "127.0.0.1", "[::1]"})
"""What this machine is called by itself."""
COOKIE = "purport"
"""The cookie of a session begins so; its port follows, since a browser does not tell cookies of two ports apart."""
KEY = "key"
"""The part of an address that lets in once: it is taken out of the address at once."""
PAUSE = 1.0
"""Seconds for which no key is looked at after a wrong one: whoever tries keys tries 86,400 a day, whatever they try at once."""
MOST_WAITING = 20
"""Keys that wait to be looked at; more are sent away."""
OPEN = frozenset({"/sign-in"})
"""Pages that need no key, beside ``/static/``."""
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
"""Sent with every answer: nothing from elsewhere, nothing inside a page of somebody else, no script but our own files."""


class TooMany(HTTPException):
    """Keys come faster than they are looked at."""

    def __init__(self) -> None:
        super().__init__(429, "Too many wrong keys have come; try again in a minute.", {"Retry-After": "60"})


class Patience:
    """Keys of one server, looked at one at a time: after a wrong one for some seconds none."""

    def __init__(self, pause: float = PAUSE) -> None:
        self._pause = pause
        self._turn = asyncio.Lock()
        self._waiting = 0

    async def tries(self, is_right: Callable[[], bool]) -> bool:
        """Whether a key is right, as soon as it is its turn. ``TooMany`` where too many wait."""
        if self._waiting >= MOST_WAITING:
            raise TooMany
        self._waiting += 1
        try:
            async with self._turn:
                if is_right():
                    return True
                await asyncio.sleep(self._pause)
                return False
        finally:
            self._waiting -= 1


@dataclass(frozen=True, slots=True)
class Guard:
    """The rules of one server. ``key`` is the password or token, ``None`` where none is asked for; ``hosts`` the names it answers to,
    all where there are none. ``secret`` signs sessions and ends with the server.
    """  # noqa: D205

    key: str | None = None
    hosts: frozenset[str] = HOME
    secret: bytes = field(default_factory=lambda: token_bytes(32), repr=False)
    patience: Patience = field(default_factory=Patience, repr=False)

    def answers_to(self, host: str) -> bool:
        """Whether a request's ``Host`` header names this server."""
        name = host if host.endswith("]") else host.rpartition(":")[0] or host
        return not self.hosts or name.casefold() in self.hosts

    def is_key(self, given: str) -> bool:
        """Whether a key is the right one, told in a time that does not depend on it."""
        return self.key is not None and _is_same(given, self.key)

    async def tries(self, given: str) -> bool:
        """The same, of one who may be guessing: after a wrong key all wait."""
        return self.key is not None and await self.patience.tries(lambda: self.is_key(given))

    def open_session(self) -> str:
        """A new session, signed."""
        session = token_urlsafe(16)
        return f"{session}.{self._sign('session', session)}"

    def session(self, connection: HTTPConnection) -> str | None:
        """The session of a request, where its signature is ours."""
        session, _, signature = connection.cookies.get(cookie_of(connection), "").partition(".")
        return session if session and _is_same(signature, self._sign("session", session)) else None

    def token(self, session: str) -> str:
        """What a form of this session must send along."""
        return self._sign("form", session)

    def is_token(self, session: str, given: str) -> bool:
        """Whether a form was sent from a page of this session."""
        return _is_same(given, self.token(session))

    def _sign(self, what: str, words: str) -> str:
        return hmac.new(self.secret, f"{what} {words}".encode(), sha256).hexdigest()


def cookie_of(connection: HTTPConnection) -> str:
    """What the cookie of a session is called: two cases that are served on one machine each have their own."""
    port = urlsplit(f"//{connection.headers.get('host', '')}").netloc.rpartition("]")[2].rpartition(":")[2]
    return f"{COOKIE}-{port}" if port.isdecimal() else COOKIE


def _is_same(given: str, expected: str) -> bool:
    return hmac.compare_digest(given.encode(errors="replace"), expected.encode())


class Guarded:
    """Lets in those who may, gives each a session, and sends the headers with every answer."""

    def __init__(self, app: ASGIApp, guard: Guard) -> None:
        self._app, self._guard = app, guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._answer(Request(scope, receive), scope, receive, headed)

    async def _answer(self, request: Request, scope: Scope, receive: Receive, send: Send) -> None:
        guard = self._guard
        if not guard.answers_to(request.headers.get("host", "")):
            refused = Response("This server does not answer to that name.\n", 421, media_type="text/plain")
            await refused(scope, receive, send)
            return
        session = guard.session(request)
        try:
            is_keyed = await _has_key(request, guard)
            is_let_in = (
                session is None and request.method == "GET" and KEY in request.query_params and await guard.tries(request.query_params[KEY])
            )
        except TooMany as many:
            await Response(f"{many.detail}\n", many.status_code, many.headers, "text/plain")(scope, receive, send)
            return
        scope["state"] = {**scope.get("state", {}), "guard": guard, "session": session, "is_keyed": is_keyed}
        is_open = request.url.path in OPEN or request.url.path.startswith("/static/")
        if guard.key is not None and request.method == "GET" and KEY in request.query_params and (is_let_in or session is not None):
            await _without_key(request, guard, session)(scope, receive, send)
        elif guard.key is not None and session is None and not is_open and not is_keyed:
            await _sent_away(request)(scope, receive, send)
        elif guard.key is None and session is None and request.method == "GET" and not is_open:
            scope["state"]["session"], cookie = _opened(guard)
            await self._app(scope, receive, _with_cookie(send, request, cookie))
        else:
            await self._app(scope, receive, send)


async def _has_key(request: Request, guard: Guard) -> bool:
    """Whether a program sends the key."""
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    return scheme.casefold() == "bearer" and await guard.tries(given.strip())


def _without_key(request: Request, guard: Guard, session: str | None) -> Response:
    """On to the same address without the key, which is to stand in no history and no list of links."""
    to = "/" + str(request.url.remove_query_params(KEY).replace(scheme="", netloc="")).lstrip("/\\")
    return RedirectResponse(to, 303) if session is not None else let_in(request, guard, to)


def let_in(request: Request, guard: Guard, to: str) -> Response:
    """On to a page with a new session."""
    response = RedirectResponse(to, 303)
    _set(response, request, guard.open_session())
    return response


def _sent_away(request: Request) -> Response:
    """To the page that asks for the key; a program gets a sentence."""
    if request.method == "GET" and "text/html" in request.headers.get("accept", ""):
        return RedirectResponse("/sign-in", 303)
    return Response("A key is needed: Authorization: Bearer KEY.\n", 401, {"WWW-Authenticate": "Bearer"}, "text/plain")


def _opened(guard: Guard) -> tuple[str, str]:
    cookie = guard.open_session()
    return cookie.partition(".")[0], cookie


def _with_cookie(send: Send, request: Request, cookie: str) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            response = Response()
            _set(response, request, cookie)
            MutableHeaders(scope=message).append("set-cookie", response.headers["set-cookie"])
        await send(message)

    return sent


def _set(response: Response, request: Request, cookie: str) -> None:
    response.set_cookie(cookie_of(request), cookie, httponly=True, samesite="strict", secure=request.url.scheme == "https")
