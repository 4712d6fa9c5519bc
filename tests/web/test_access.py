"""Every page for everybody: axe-core finds no serious fault, in light and dark, wide and narrow, and nothing scrolls sideways."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Browser, Page

from purport.web.routes import PAGES
from web.addresses import FILES, HIDDEN, find_addresses
from web.serving import Served, Tab, watched

SHOWN = sorted({each.name for each in PAGES} - FILES - HIDDEN)
GRAVE = {"serious", "critical"}
Addresses = dict[str, list[str]]
WIDTHS = (320, 640, 1280)
"""A telephone, a window of 1280 at 200 % zoom, a window."""
AXED = {("light", 1280), ("dark", 320)}
"""What axe looks at: both sets of colours, and both ways of laying a page out."""


@pytest.fixture(scope="module")
def addresses(server: Served) -> dict[str, list[str]]:
    """Some addresses of every page."""
    with httpx.Client(base_url=server.url, timeout=60) as asking:
        return find_addresses(lambda address: asking.get(address, headers={"Accept": "text/html"}).text)


@pytest.fixture(scope="module")
def shared(browser: Browser) -> Iterator[Tab]:
    """One tab for all: opening one for each page takes longer than looking at it."""
    context = browser.new_context(reduced_motion="reduce")
    tab = watched(context.new_page())
    yield tab
    context.close()
    assert tab.faults == []


@pytest.mark.parametrize("name", SHOWN)
def test_no_page_shuts_anybody_out(name: str, shared: Tab, server: Served, addresses: Addresses) -> None:
    page = shared.page
    page.goto(server.url + addresses[name][0])
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    for scheme, width in product(("light", "dark"), WIDTHS):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 900})
        assert (scheme, width, sideways(page)) == (scheme, width, [])
        if (scheme, width) in AXED:
            assert (scheme, width, faults(page)) == (scheme, width, [])


@pytest.mark.parametrize("name", SHOWN)
def test_every_page_has_its_headings_in_order(name: str, server: Served, addresses: Addresses) -> None:
    shown = httpx.get(server.url + addresses[name][0], headers={"Accept": "text/html"}, timeout=60).text
    levels = [int(str(each.tag)[1]) for each in html.fromstring(shown).iter("h1", "h2", "h3", "h4", "h5")]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False)), levels


def faults(page: Page) -> list[str]:
    """What axe-core finds that keeps somebody from using a page, each with where."""
    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {each['help']} ({node['html'][:160]}: {node['failureSummary'][:240]})"
        for each in found
        if each["impact"] in GRAVE
        for node in each["nodes"][:3]
    ]


def sideways(page: Page) -> list[str]:
    """What makes a page wider than its window."""
    return list(
        page.evaluate(
            """() => document.documentElement.scrollWidth <= innerWidth ? [] :
                [`${document.documentElement.scrollWidth} > ${innerWidth}`,
                 ...[...document.querySelectorAll("body *")].filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
                    .slice(0, 5).map((each) => each.outerHTML.slice(0, 160))]"""
        )
    )
