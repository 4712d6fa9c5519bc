"""Reports dropped on the page in a real browser, and added without scripts."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Page, expect

from cli.fake_reader import FakeReader
from purport.store import Case
from purport.web import Desk, Guard, Reading, create_app
from web.serving import Tab

OPEN = "Officials said that the bridge at Karst is open."
DROP = """(files) => {
  const data = new DataTransfer();
  for (const [name, words] of files) data.items.add(new File([words], name, { type: "text/plain" }));
  const told = { bubbles: true, cancelable: true, dataTransfer: data };
  for (const type of ["dragover", "drop"]) document.body.dispatchEvent(new DragEvent(type, told));
}"""


@pytest.fixture
def url(strike_case: Case, tmp_path: Path) -> Iterator[str]:
    """The address of a workbench that takes reports."""
    address = str(tmp_path / "karst.case")
    with Reading(strike_case, address, FakeReader) as reading, socket.create_server(("127.0.0.1", 0)) as listening:
        app = create_app(Desk.of(strike_case, address, reading), Guard())
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, lifespan="off", timeout_graceful_shutdown=3))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://localhost:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


def test_what_is_dropped_is_read_and_followed(tab: Page, url: str) -> None:
    tab.set_default_timeout(60_000)
    tab.goto(f"{url}/add")
    tab.evaluate(DROP, [["a.txt", OPEN], ["<b>.txt", f"SLOWLY it went. {OPEN}"], ["e.txt", ""]])
    expect(tab.get_by_role("list", name="Chosen").get_by_role("listitem")).to_have_text(["a.txt", "<b>.txt", "e.txt"])
    expect(tab.get_by_role("button", name="Read them")).to_be_focused()
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{url}/add/*")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Reports added", timeout=60_000)
    expect(tab.get_by_role("row", name="e.txt")).to_contain_text("a report expected, the file is empty")
    tab.get_by_role("link", name="<b>.txt").click()
    expect(tab.get_by_label("Text as received")).to_contain_text("the bridge at Karst is open.")


def test_what_is_refused_stays_chosen(open_tab: Callable[..., Tab], url: str) -> None:
    tab = open_tab()
    page = tab.page
    page.goto(f"{url}/add")
    page.evaluate(DROP, [["a.txt", OPEN]])
    form = page.get_by_role("form", name="Files")
    form.get_by_label("When it came out").fill("soon")
    form.get_by_role("button", name="Read them").click()
    expect(page.get_by_role("alert")).to_contain_text("a day, month, year or interval expected")
    expect(page.get_by_role("list", name="Chosen").get_by_role("listitem")).to_have_text(["a.txt"])
    tab.faults.clear()


def test_a_text_is_added_without_scripts(open_tab: Callable[..., Tab], url: str) -> None:
    page = open_tab(java_script_enabled=False).page
    page.goto(f"{url}/add")
    form = page.get_by_role("form", name="Or a text")
    form.get_by_label("The words of one report").fill(OPEN)
    form.get_by_label("Title").fill("The bridge")
    form.get_by_role("button").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reports added", timeout=60_000)
    page.get_by_role("link", name="The bridge.txt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The bridge")
