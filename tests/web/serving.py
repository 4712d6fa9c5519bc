"""What the fixtures of the workbench give: a client, a server, a tab of a browser."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from playwright.sync_api import Page
from starlette.testclient import TestClient

from purport.store import Case
from purport.web import Desk, Guard, Reading, create_app


@dataclass(frozen=True, slots=True)
class Served:
    """A case that is served at an address; what is written to the case is seen by the next page."""

    url: str
    case: Case


@contextmanager
def client_of(case: Case, guard: Guard | None = None) -> Iterator[TestClient]:
    """A client of the workbench of a case."""
    desk = Desk.of(case, "karst.case")
    with TestClient(create_app(desk, guard or Guard()), base_url="http://localhost", raise_server_exceptions=False) as made:
        yield made


def token_of(client: TestClient) -> str:
    """The token that the workbench gives a client's session."""
    client.get("/")
    guard: Guard = client.app.user_middleware[0].kwargs["guard"]  # type: ignore[attr-defined]
    return guard.token(client.cookies["purport"].partition(".")[0])


@contextmanager
def served(path: Path, *, reads: bool = False) -> Iterator[Served]:
    """The workbench of a case on a free port, in a thread of its own; one that ``reads`` has a process with the packaged reader."""
    with Case.open(str(path)) as case, _reading(case, path, reads=reads) as reading, socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        app = create_app(Desk.of(case, str(path), reading), Guard())
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=3))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        until = time.monotonic() + 10
        while not server.started and time.monotonic() < until:
            time.sleep(0.01)
        yield Served(f"http://localhost:{listening.getsockname()[1]}", case)
        server.should_exit = True
        thread.join(10)


def _reading(case: Case, path: Path, *, reads: bool) -> AbstractContextManager[Reading | None]:
    return Reading(case, str(path)) if reads else nullcontext()


@dataclass(frozen=True, slots=True)
class Tab:
    """A page of a browser, and all that went wrong in it: errors of scripts, of the console, of the content security policy."""

    page: Page
    faults: list[str]


def watched(page: Page) -> Tab:
    """A page whose faults are kept. A violation of the policy is told on the console, as an error."""
    tab = Tab(page, [])
    page.on("pageerror", lambda error: tab.faults.append(f"{page.url}: {error}"))
    page.on("console", lambda said: tab.faults.append(f"{page.url}: {said.text}") if said.type in ("error", "warning") else None)
    page.on(
        "requestfailed", lambda asked: tab.faults.append(f"{asked.url}: {asked.failure}") if "ABORTED" not in str(asked.failure) else None
    )
    return tab
