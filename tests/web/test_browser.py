"""The workbench in a real browser, along the paths that a researcher takes."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from web.serving import Served


def test_the_first_page_leads_to_a_report(tab: Page, server: Served) -> None:
    tab.goto(server.url)
    tab.get_by_role("navigation", name="Pages").get_by_role("link", name="Reports").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Reports")
