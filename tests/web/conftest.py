"""The workbench for the tests: a client of a small case, a server of the example case, and a real browser.

The browser is the Chromium that ``PURPORT_TEST_BROWSER`` names, or the one on ``PATH``. Without one the tests that need it fail, so that
nobody leaves them out unaware; ``PURPORT_SKIP_BROWSER=1`` leaves them out.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from starlette.testclient import TestClient

import factory
from purport.cli import main
from purport.resolving import resolve
from purport.store import Case
from told import strike
from web.parting import parting
from web.serving import Served, Tab, client_of, served, token_of, watched
from web.sounding import add_sounds

EXAMPLES = Path(__file__).parents[2] / "examples"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 10_000
"""Milliseconds that a browser waits for anything."""


@pytest.fixture
def strike_case(tmp_path: Path) -> Iterator[Case]:
    """The case of a strike on Karst (tests/told.py), compared."""
    with Case.open(str(tmp_path / "karst.case"), create=True) as case:
        case.add_many([(each, factory.original(each.report)) for each in strike()], reader="reader 1")
        resolve(case)
        yield case


@pytest.fixture
def client(strike_case: Case) -> Iterator[TestClient]:
    """A client of the workbench of that case, as a browser of the same machine is one."""
    with client_of(strike_case) as made:
        yield made


@pytest.fixture
def token(client: TestClient) -> str:
    """What a form of the client's session must send along."""
    return token_of(client)


@pytest.fixture
def parted(tmp_path: Path) -> Iterator[TestClient]:
    """A client of a case whose accounts contradict each other."""
    with Case.open(str(tmp_path / "parted.case"), create=True) as case:
        case.add_many([(each, factory.original(each.report)) for each in parting()], reader="reader 1")
        resolve(case)
        with client_of(case) as made:
            yield made


@pytest.fixture(scope="session")
def example_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example case as the packaged reader reads it, built once. Nothing is to be written to it: take ``own_server`` for that."""
    built = tmp_path_factory.mktemp("example") / "recording.case"
    before = Path.cwd()
    os.chdir(EXAMPLES)
    try:
        result = CliRunner().invoke(main, ["build", str(built), "--manifest", "recording/manifest.csv"], catch_exceptions=False)
    finally:
        os.chdir(before)
    assert result.exit_code == 0, result.output
    return built


@pytest.fixture(scope="session")
def server(example_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server of the example case with files of recordings, for whoever only looks."""
    folder = tmp_path_factory.mktemp("served")
    with served(_copy(example_case, folder / "recording.case")) as made:
        add_sounds(made.case, folder)
        yield made


@pytest.fixture
def own_server(example_case: Path, tmp_path: Path) -> Iterator[Served]:
    """A server of a copy of the example case, for whoever judges or adds."""
    with served(_copy(example_case, tmp_path / "recording.case"), reads=True) as made:
        yield made


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, headless."""
    if os.environ.get("PURPORT_SKIP_BROWSER") == "1":
        pytest.skip("PURPORT_SKIP_BROWSER=1")
    program = os.environ.get("PURPORT_TEST_BROWSER") or shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.fail("no chromium: run scripts/browser, name one in PURPORT_TEST_BROWSER, or set PURPORT_SKIP_BROWSER=1")
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield made
        made.close()


@pytest.fixture
def open_tab(browser: Browser) -> Iterator[Callable[..., Tab]]:
    """Open tabs of a browser without a past; at the end any fault that one of them saw fails the test."""
    contexts: list[BrowserContext] = []
    tabs: list[Tab] = []

    def opened(width: int = 1280, height: int = 900, **options: object) -> Tab:
        context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce", **options)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        tabs.append(watched(context.new_page()))
        return tabs[-1]

    yield opened
    for context in contexts:
        context.close()
    assert [fault for tab in tabs for fault in tab.faults] == []


@pytest.fixture
def tab(open_tab: Callable[..., Tab]) -> Page:
    """One such tab, of an ordinary width."""
    return open_tab().page


def _copy(case: Path, to: Path) -> Path:
    with closing(sqlite3.connect(case)) as one, closing(sqlite3.connect(to)) as other:
        one.backup(other)
    return to
