"""Who may come in, and what a browser may do with a page: hosts, the key, sessions, tokens against forged requests, headers.

A desk's own machine needs no key: only that machine reaches it, and a page of another site cannot, since the ``Host`` header must name
this machine (a name that an attacker's server resolves to 127.0.0.1 does not) and every change needs the session's token.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from hashlib import sha256
from secrets import token_bytes, token_urlsafe

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOME = frozenset({"localhost", "127.0.0.1", "[::1]"})
"""What this machine is called by itself."""
COOKIE = "purport"
KEY = "key"
"""The part of an address that lets in once: it is taken out of the address at once."""
OPEN = frozenset({"/sign-in"})
"""Pages that need no key, beside ``/static/``."""
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
"""Sent with every answer: nothing from elsewhere, nothing inside a page of somebody else, no script but our own files."""


@dataclass(frozen=True, slots=True)
class Guard:
    """The rules of one server. ``key`` is the password or token, ``None`` where none is asked for; ``hosts`` the names it answers to,
    all where there are none. ``secret`` signs sessions and ends with the server.
    """  # noqa: D205

    key: str | None = None
    hosts: frozenset[str] = HOME
    secret: bytes = field(default_factory=lambda: token_bytes(32), repr=False)

    def answers_to(self, host: str) -> bool:
        """Whether a request's ``Host`` header names this server."""
        name = host if host.endswith("]") else host.rpartition(":")[0] or host
        return not self.hosts or name.casefold() in self.hosts

    def is_key(self, given: str) -> bool:
        """Whether a key is the right one, told in a time that does not depend on it."""
        return self.key is not None and hmac.compare_digest(given.encode(), self.key.encode())

    def open_session(self) -> str:
        """A new session, signed."""
        session = token_urlsafe(16)
        return f"{session}.{self._sign('session', session)}"

    def session(self, connection: HTTPConnection) -> str | None:
        """The session of a request, where its signature is ours."""
        session, _, signature = connection.cookies.get(COOKIE, "").partition(".")
        return session if session and hmac.compare_digest(signature, self._sign("session", session)) else None

    def token(self, session: str) -> str:
        """What a form of this session must send along."""
        return self._sign("form", session)

    def is_token(self, session: str, given: str) -> bool:
        """Whether a form was sent from a page of this session."""
        return hmac.compare_digest(given.encode(), self.token(session).encode())

    def _sign(self, what: str, words: str) -> str:
        return hmac.new(self.secret, f"{what} {words}".encode(), sha256).hexdigest()


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
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
        scope["state"] = {**scope.get("state", {}), "guard": guard, "session": session, "is_keyed": guard.is_key(bearer)}
        is_open = request.url.path in OPEN or request.url.path.startswith("/static/")
        given = request.query_params.get(KEY)
        if given is not None and guard.is_key(given) and request.method == "GET":
            await let_in(request, guard, str(request.url.remove_query_params(KEY)))(scope, receive, send)
        elif guard.key is not None and session is None and not is_open and not guard.is_key(bearer):
            await _sent_away(request)(scope, receive, send)
        elif guard.key is None and session is None and request.method == "GET" and not is_open:
            scope["state"]["session"], cookie = _opened(guard)
            await self._app(scope, receive, _with_cookie(send, request, cookie))
        else:
            await self._app(scope, receive, send)


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
    response.set_cookie(COOKIE, cookie, httponly=True, samesite="strict", secure=request.url.scheme == "https")
