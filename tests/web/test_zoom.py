"""The timeline in a real browser: other days by links, by keys and by dragging."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from web.serving import Served


def days(tab: Page) -> tuple[str, str]:
    asked = re.search(r"since=([\d-]+)&until=([\d-]+)", tab.url)
    assert asked
    return asked[1], asked[2]


def test_keys_lead_to_other_days(tab: Page, server: Served) -> None:
    tab.goto(f"{server.url}/timeline?since=2031-03-01&until=2031-03-20")
    for key, to in (
        ("+", ("2031-03-06", "2031-03-15")),
        ("-", ("2031-03-01", "2031-03-20")),
        ("ArrowRight", ("2031-03-11", "2031-03-30")),
        ("ArrowLeft", ("2031-03-01", "2031-03-20")),
    ):
        with tab.expect_navigation():
            tab.keyboard.press(key)
        assert days(tab) == to
    with tab.expect_navigation():
        tab.keyboard.press("0")
    assert "since" not in tab.url


def test_keys_in_a_field_are_letters(tab: Page, server: Served) -> None:
    tab.goto(f"{server.url}/timeline")
    tab.get_by_label("Who, where, or words").press_sequentially("a-0+")
    expect(tab.get_by_label("Who, where, or words")).to_have_value("a-0+")


def test_dragging_over_the_axis_shows_those_days(tab: Page, server: Served) -> None:
    tab.goto(f"{server.url}/timeline?since=2031-03-01&until=2031-03-10")
    axis = tab.locator("svg.axis").bounding_box()
    assert axis
    tab.mouse.move(axis["x"] + axis["width"] * 0.25, axis["y"] + 10)
    tab.mouse.down()
    tab.mouse.move(axis["x"] + axis["width"] * 0.5, axis["y"] + 10, steps=4)
    with tab.expect_navigation():
        tab.mouse.move(axis["x"] + axis["width"] * 0.55, axis["y"] + 10)
        tab.mouse.up()
    assert days(tab) == ("2031-03-03", "2031-03-06")


def test_a_press_on_the_strip_shows_its_month_and_dragging_several(tab: Page, server: Served) -> None:
    tab.goto(f"{server.url}/timeline")
    strip = tab.locator("svg.strip").bounding_box()
    assert strip
    with tab.expect_navigation():
        tab.mouse.click(strip["x"] + strip["width"] - 5, strip["y"] + 20)
    assert days(tab) == ("2031-03-01", "2031-03-31")
    tab.goto(f"{server.url}/timeline")
    tab.mouse.move(strip["x"] + 5, strip["y"] + 20)
    tab.mouse.down()
    tab.mouse.move(strip["x"] + strip["width"] / 2, strip["y"] + 20, steps=4)
    with tab.expect_navigation():
        tab.mouse.up()
    assert days(tab)[0].startswith("2028-05")


def test_the_strip_shows_which_months_are_shown(tab: Page, server: Served) -> None:
    tab.goto(f"{server.url}/timeline?since=2031-03-01&until=2031-03-10")
    expect(tab.locator("svg.strip .shown")).to_have_count(1)
    expect(tab.locator("svg.strip .shown")).to_be_visible()


def test_a_line_leads_to_its_words(tab: Page, server: Served) -> None:
    tab.goto(f"{server.url}/timeline?since=2031-03-08&until=2031-03-08&disputed=true")
    tab.get_by_role("link", name="stormed a walled compound").first.click()
    expect(tab.locator(".cited").first).to_be_in_viewport()
