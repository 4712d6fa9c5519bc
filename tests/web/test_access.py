"""Every page for everybody: axe-core finds no serious fault, in light and dark, wide and narrow, and nothing scrolls sideways."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from purport.web.routes import PAGES
from web.addresses import FILES, HIDDEN, find_addresses
from web.serving import Served, Tab

SHOWN = sorted({each.name for each in PAGES} - FILES - HIDDEN)
GRAVE = {"serious", "critical"}
Addresses = dict[str, list[str]]
WIDTHS = (320, 1280)


@pytest.fixture(scope="module")
def addresses(server: Served) -> dict[str, list[str]]:
    """Some addresses of every page."""
    with httpx.Client(base_url=server.url, timeout=60) as asking:
        return find_addresses(lambda address: asking.get(address, headers={"Accept": "text/html"}).text)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", SHOWN)
def test_no_page_shuts_anybody_out(
    name: str, width: int, scheme: str, open_tab: Callable[..., Tab], server: Served, addresses: Addresses
) -> None:
    page = open_tab(width, color_scheme=scheme).page
    page.goto(server.url + addresses[name][0])
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    assert faults(page) == []
    assert sideways(page) == []


@pytest.mark.parametrize("name", SHOWN)
def test_every_page_has_its_headings_in_order(name: str, open_tab: Callable[..., Tab], server: Served, addresses: Addresses) -> None:
    page = open_tab(java_script_enabled=False).page
    page.goto(server.url + addresses[name][0])
    levels = [int(each.evaluate("each => each.tagName.slice(1)")) for each in page.locator("h1, h2, h3, h4, h5").all()]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False)), levels


@pytest.mark.parametrize("name", SHOWN)
def test_a_page_twice_as_large_still_fits(name: str, open_tab: Callable[..., Tab], server: Served, addresses: Addresses) -> None:
    """200 % zoom of a window of 1280 px is one of 640 px in which every pixel is two."""
    page = open_tab(640, 450, device_scale_factor=2).page
    page.goto(server.url + addresses[name][0])
    assert sideways(page) == []


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
