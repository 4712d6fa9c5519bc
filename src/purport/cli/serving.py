"""The server of a workbench: its socket, its address in words, its end."""

from __future__ import annotations

import gc
import signal
import socket
from collections.abc import Callable
from functools import partial
from threading import Thread
from types import FrameType
from typing import Any

import click
import uvicorn

from purport.errors import UsageError
from purport.reader import Reader
from purport.store import Case
from purport.web import Desk, Guard, Reading, Warmer, create_app
from purport.web.guard import HOME, KEY

HOMES = ("127.0.0.1", "localhost", "::1")
CONFIG: Any = {"log_level": "warning", "access_log": False, "server_header": False, "lifespan": "off", "timeout_graceful_shutdown": 3}


def run(case: Case, address: str, host: str, port: int, key: str | None, *, opener: Callable[[], Reader] | None = None) -> None:
    """Serve a case until Ctrl-C. ``UsageError`` where the address cannot be had."""
    listening = _listen(host, port)
    guard = Guard(key, HOME if host in HOMES else frozenset())
    own = f"[{host}]" if ":" in host else "localhost" if host in HOMES else host
    click.echo(f"{case_name(address)}: http://{own}:{listening.getsockname()[1]}/{f'?{KEY}={key}' if key else ''}")
    click.echo("Ctrl-C ends it.")
    signal.signal(signal.SIGTERM, _leave)
    with Reading(case, address, opener) as reading:
        desk = Desk.of(case, address, reading)
        warm = reading.rested = partial(_warm, Warmer(desk))
        app = create_app(desk, guard, after=warm)
        Thread(target=warm, name="warming", daemon=True).start()
        uvicorn.Server(uvicorn.Config(app, **CONFIG)).run(sockets=[listening])


def _warm(warmer: Warmer) -> None:
    """Make what pages rest on. It has no cycles, and is left out of the search for them: that would stop every reader for half a second."""
    warmer.warm()
    gc.freeze()


def _leave(number: int, _: FrameType | None) -> None:
    """End as after Ctrl-C: nobody goes on reading for a server that is not there any more."""
    raise SystemExit(128 + number)


def case_name(address: str) -> str:
    """A case's address without a password."""
    scheme, found, rest = address.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}" if found else address


def _listen(host: str, port: int) -> socket.socket:
    """A socket whose answers leave at once: the head of a page would else wait 40 ms for the browser to say that it has it."""
    try:
        listening = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listening
    except OSError as error:
        raise UsageError(f"{host}:{port}: cannot be listened at: {error.strerror or error}; --port takes another") from error
