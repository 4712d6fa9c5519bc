"""Files of recordings in a real browser: a time that is pressed is heard, without scripts too, and what is not played says why."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from web.serving import Served, Tab
from web.sounding import AUDIO, add_sounds


def open_message(page: Page, server: Served) -> None:
    """From the first page to the file under examination."""
    page.goto(server.url)
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Sound files").click()
    page.get_by_role("link", name="message.wav").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("message.wav")
    page.wait_for_load_state()


def test_a_time_that_is_pressed_is_heard_from_there_to_its_end(tab: Page, server: Served) -> None:
    open_message(tab, server)
    tab.get_by_role("link", name=re.compile("^A, in this file: hear")).click()
    player = tab.locator(".player audio")
    expect(player).to_have_js_property("paused", False)
    assert 2 <= player.evaluate("each => each.currentTime") < 4.5
    expect(tab.get_by_role("status")).to_contain_text("0:02.0")
    expect(player).to_have_js_property("paused", True)
    assert 4.4 <= player.evaluate("each => each.currentTime") < 5.2


def test_a_band_of_the_picture_is_heard_too(tab: Page, server: Served) -> None:
    open_message(tab, server)
    tab.locator(".sounded a[data-plays]").first.click(force=True)
    expect(tab.locator(".player audio")).to_have_js_property("paused", False)


def test_a_passage_is_heard_on_both_sides(tab: Page, server: Served) -> None:
    open_message(tab, server)
    tab.get_by_role("link", name="Passage A: hear both sides").click()
    both = tab.locator("#both audio")
    expect(both).to_have_count(2)
    both.nth(1).evaluate("each => each.play()")
    expect(both.nth(1)).to_have_js_property("paused", False)
    assert 5 <= both.nth(1).evaluate("each => each.currentTime") < 7.5


def test_without_scripts_a_time_leads_to_the_sound_at_that_time(open_tab: Callable[..., Tab], server: Served) -> None:
    page = open_tab(java_script_enabled=False).page
    open_message(page, server)
    link = page.get_by_role("link", name=re.compile("^A, in this file: hear"))
    assert re.fullmatch(r"/files/[0-9a-f]{64}/sound#t=2\.00,4\.50", link.get_attribute("href") or "")


def test_the_recording_of_the_reports_leads_to_its_file_and_back(tab: Page, server: Served) -> None:
    open_message(tab, server)
    tab.get_by_role("link", name=AUDIO).click()
    files = tab.get_by_role("region", name="Files that are said to be copies of it")
    files.get_by_text("What the file shows of that").click()
    expect(files.get_by_text("public by 2029-05-01").first).to_be_visible()
    assert "/sound#t=" in (files.get_by_role("link", name="hear it at").first.get_attribute("href") or "")
    files.get_by_role("link", name="message.wav").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("message.wav")


def test_a_file_that_was_altered_says_so_in_place_of_sounding(browser: Browser, own_server: Served, tmp_path: Path) -> None:
    sound = add_sounds(own_server.case, tmp_path)["message.wav"]
    path = Path(sound.path)
    path.write_bytes(path.read_bytes()[:-1] + b"\x01")
    page = browser.new_page()
    page.goto(f"{own_server.url}/files/{sound.sha256}")
    expect(page.get_by_role("status")).to_contain_text("not the bytes that were added")
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_bands_and_times_are_told_apart_in_print_too(tab: Page, server: Served, scheme: str) -> None:
    open_message(tab, server)
    tab.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
    expect(tab.locator(".player")).to_be_hidden()
    expect(tab.locator(".passages").first).to_be_visible()
