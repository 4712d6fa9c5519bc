"""The workbench in a real browser, along the paths that a researcher takes."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from web.serving import Served, Tab

UNDATED, DIGEST, RAID = "Lantern Front leader calls for new raids", "Weekly digest", "Whose Raid Was It"
"""Words of titles: a report without a date, a digest, one that has two accounts."""
JUDGED = re.compile("^(Confirmed|Rejected|Corrected|Noted) by ")
LIT = re.compile(r"\blit\b")


def open_report(page: Page, server: Served, words: str) -> None:
    """From the first page to the report whose title or path has some words."""
    page.goto(server.url)
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Reports").click()
    page.locator("main").get_by_role("link", name=re.compile(words)).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile(words))


def open_claim(page: Page, server: Served, words: str, *, nth: int = 0) -> None:
    """From a report to the page of one of its claims."""
    open_report(page, server, words)
    page.locator(".claims > li").nth(nth).get_by_role("link", name="page of this claim").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Claim")


def claims(page: Page) -> Locator:
    return page.locator(".claims > li")


def test_why_a_report_without_a_date_has_one(tab: Page, server: Served) -> None:
    tab.goto(server.url + "/reports")
    row = tab.get_by_role("row").filter(has_text=UNDATED)
    expect(row).to_contain_text("inferred")
    row.get_by_role("link").click()
    expect(tab.locator("article header")).to_contain_text("March 2031")
    reasons = tab.locator(".why > li")
    expect(reasons.first).to_be_visible()
    reasons.get_by_role("link").first.click()
    expect(tab.locator(":target")).to_be_visible()
    assert tab.locator(":target").inner_text().strip()


def test_the_first_page_leads_to_both_accounts_of_the_raid(tab: Page, server: Served) -> None:
    tab.goto(server.url)
    tab.get_by_role("searchbox").first.fill("raid")
    tab.get_by_role("button", name="Find").click()
    pair = tab.locator(".sides").filter(has_text="commandos").filter(has_text=re.compile("No Sorvian|not take part")).first
    expect(pair).to_be_visible()
    expect(pair.locator(":scope > *")).to_have_count(2)
    sources = [each.inner_text() for each in pair.locator(".source").all()]
    assert len(set(sources)) == 2


def test_a_pasted_report_is_read_and_can_be_opened(tab: Page, own_server: Served) -> None:
    tab.goto(own_server.url)
    tab.get_by_role("navigation", name="Pages").get_by_role("link", name="Add").click()
    tab.get_by_label("The words of one report, pasted").fill(
        "KESMAR, March 20 - The army said on Thursday that nine fighters were killed in New Karesh. Doctors said 14 people had died."
    )
    tab.get_by_label("Title").fill("A late count")
    tab.get_by_label("Outlet", exact=True).fill("Kesmar Now")
    tab.get_by_role("button", name="Read it").click()
    expect(tab.locator("#phase")).to_contain_text("compared with the rest of the case", timeout=90_000)
    tab.locator("tbody").get_by_role("link").first.click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("A late count")
    expect(claims(tab).first).to_be_visible()


def test_pointing_lights_the_text_and_the_record(tab: Page, server: Served) -> None:
    open_report(tab, server, RAID)
    claim = claims(tab).nth(1)
    of = claim.get_attribute("data-of") or ""
    in_text = tab.locator(f".text [data-of~='{of}']")
    claim.hover()
    expect(claim).to_have_class(LIT)
    for each in in_text.all():
        expect(each).to_have_class(LIT)
    claims(tab).nth(3).hover()
    expect(in_text.first).not_to_have_class(LIT)
    in_text.last.hover()
    expect(claim).to_have_class(LIT)


def test_keys_go_from_claim_to_claim_and_to_the_words(tab: Page, server: Served) -> None:
    open_report(tab, server, RAID)
    tab.keyboard.press("j")
    expect(claims(tab).nth(0)).to_be_focused()
    tab.keyboard.press("j")
    expect(claims(tab).nth(1)).to_be_focused()
    tab.keyboard.press("k")
    first = claims(tab).nth(0)
    expect(first).to_be_focused()
    expect(first).to_have_class(LIT)
    tab.keyboard.press("t")
    expect(tab.locator(f"#t-{first.get_attribute('data-of')}")).to_be_focused()
    tab.keyboard.press("t")
    expect(first).to_be_focused()
    tab.keyboard.press("?")
    expect(tab.locator("details.keys")).to_have_attribute("open", "")


def test_the_search_field_is_a_key_away_and_takes_keys_as_letters(tab: Page, server: Served) -> None:
    tab.goto(server.url + "/claims")
    tab.keyboard.press("/")
    field = tab.get_by_role("searchbox", name="Words")
    expect(field).to_be_focused()
    tab.keyboard.type("raid/?")
    expect(field).to_have_value("raid/?")


def test_switches_hide_marks(tab: Page, server: Served) -> None:
    open_report(tab, server, RAID)
    content = tab.locator(".text .content").first
    background = "each => getComputedStyle(each).backgroundColor"
    assert content.evaluate(background) != "rgba(0, 0, 0, 0)"
    tab.get_by_role("checkbox", name="what is said").uncheck()
    assert content.evaluate(background) == "rgba(0, 0, 0, 0)"
    tab.get_by_role("checkbox", name="page text").uncheck()
    for each in tab.locator(".text .furniture").all():
        expect(each).to_be_hidden()


def test_claims_are_narrowed_down_and_lead_to_their_words(tab: Page, server: Served) -> None:
    tab.goto(server.url + "/claims")
    tab.get_by_role("navigation", name="Narrow down").get_by_role("link", name="denies").click()
    tab.get_by_role("searchbox", name="Words").fill("Dormu")
    tab.get_by_role("button", name="Find").click()
    expect(tab.get_by_role("status")).to_have_text(re.compile(r"^[1-9]\d* claims?$"))
    assert "factuality=CT-" in tab.url
    expect(tab.locator(".rows > li .sure").first).to_have_class(re.compile("certainly_not"))
    tab.locator(".rows > li a[href*='#t-']").last.click()
    expect(tab.locator(":target")).to_be_visible()


def test_a_judgement_stands_beside_the_reading_until_it_is_taken_back(tab: Page, own_server: Served) -> None:
    open_claim(tab, own_server, RAID)
    machine = tab.get_by_role("region", name="As the machine reads it")
    before = machine.inner_text()
    tab.get_by_role("radio", name="is right but for").check()
    tab.get_by_role("combobox").select_option("Uu")
    tab.get_by_label("Your name").fill("Ada Brisk")
    tab.get_by_label("Why").fill("asked the desk")
    tab.get_by_role("button", name="Keep the judgement").click()
    people = tab.get_by_role("region", name=JUDGED)
    expect(people).to_contain_text("Corrected")
    expect(people).to_contain_text("Ada Brisk")
    expect(people).to_contain_text("asked the desk")
    expect(people.locator(".sure")).to_have_class(re.compile("sure-uncommitted"))
    assert machine.inner_text() == before
    expect(tab.get_by_label("Your name")).to_have_value("Ada Brisk")
    tab.get_by_role("button", name="Take back").click()
    expect(people).to_have_count(0)
    expect(tab.locator(".rejected")).to_contain_text("taken back")


def test_words_that_are_selected_become_the_source(tab: Page, own_server: Served) -> None:
    open_claim(tab, own_server, RAID)
    tab.locator("#picked-from mark").evaluate(
        """each => { const range = document.createRange(); range.setStart(each.firstChild, 2); range.setEnd(each.firstChild, 9);
                     getSelection().removeAllRanges(); getSelection().addRange(range); }"""
    )
    start = int(tab.locator("#picked-from mark").get_attribute("data-start") or "")
    tab.wait_for_timeout(100)
    tab.get_by_role("button", name="take the selected words").first.click()
    expect(tab.get_by_label(re.compile("^Source"))).to_have_value(f"{start + 2}-{start + 9}")
    expect(tab.get_by_role("radio", name="is right but for")).to_be_checked()
    picked = (tab.locator("#picked-from mark").text_content() or "")[2:9]
    tab.get_by_label("Your name").fill("Ada Brisk")
    tab.get_by_role("button", name="Keep the judgement").click()
    expect(tab.get_by_role("region", name=JUDGED).locator(".source")).to_have_text(picked)


def test_whoever_takes_words_without_selecting_any_is_told(tab: Page, server: Served) -> None:
    open_claim(tab, server, RAID)
    tab.get_by_role("button", name="take the selected words").first.click()
    expect(tab.get_by_text("Select words in the text above first")).to_be_visible()


def test_a_claim_is_judged_without_scripts(open_tab: Callable[..., Tab], own_server: Served) -> None:
    page = open_tab(java_script_enabled=False).page
    open_claim(page, own_server, RAID)
    page.get_by_role("radio", name="is wrong").check()
    page.get_by_label("Your name").fill("Orla")
    page.get_by_role("button", name="Keep the judgement").click()
    expect(page.get_by_role("region", name=JUDGED)).to_contain_text("Rejected")


def test_two_people_judge_at_once_and_nothing_is_lost(open_tab: Callable[..., Tab], own_server: Served) -> None:
    pages = [open_tab().page for _ in range(2)]
    for page in pages:
        open_claim(page, own_server, RAID)
    for page, name, choice in zip(pages, ("Ada", "Orla"), ("is right", "is wrong"), strict=True):
        page.get_by_role("radio", name=re.compile(f"^{choice}(?! but)")).check()
        page.get_by_label("Your name").fill(name)
        page.get_by_role("button", name="Keep the judgement").click()
    expect(pages[1].get_by_role("region", name=JUDGED)).to_contain_text("Rejected")
    listed = pages[1].get_by_role("region", name="What has been judged")
    expect(listed).to_contain_text("Ada")
    expect(listed).to_contain_text("Orla")


def test_a_citation_is_copied(open_tab: Callable[..., Tab], server: Served) -> None:
    page = open_tab(permissions=["clipboard-read", "clipboard-write"]).page
    open_claim(page, server, RAID)
    page.get_by_role("button", name="Copy the citation").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#citation").text_content()
    page.get_by_role("button", name="Copy the address").click()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_where_nothing_can_be_copied_the_words_are_selected(open_tab: Callable[..., Tab], server: Served) -> None:
    page = open_tab().page
    open_claim(page, server, RAID)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    page.get_by_role("button", name="Copy the citation").click()
    expect(page.get_by_text("Selected: copy it")).to_be_visible()
    assert page.evaluate("getSelection().toString()").strip() == (page.locator("#citation").text_content() or "").strip()


@pytest.fixture
def folded(tab: Page, server: Served) -> Page:
    """A report that has calls to violence."""
    for link in _reports(tab, server):
        tab.goto(server.url + link)
        if tab.locator(".text .fold").count():
            return tab
    pytest.fail("no report of the example has a call that is folded")


def _reports(tab: Page, server: Served) -> list[str]:
    tab.goto(server.url + "/reports")
    return [each.get_attribute("href") or "" for each in tab.locator("tbody a").all()]


def test_calls_to_violence_are_folded_until_they_are_asked_for(folded: Page) -> None:
    assert folded.locator(".text .fold").first.inner_text().endswith("folded")
    before = folded.locator(".text").inner_text()
    folded.get_by_role("link", name="Show the words").first.click()
    expect(folded.locator(".text .fold")).to_have_count(0)
    assert len(folded.locator(".text").inner_text()) > len(before)
    folded.get_by_role("link", name="Fold", exact=True).click()
    expect(folded.locator(".text .fold").first).to_be_visible()
    assert folded.locator(".text").inner_text() == before


def test_the_way_to_the_page_itself_is_the_first_stop_of_the_keyboard(tab: Page, server: Served) -> None:
    tab.goto(server.url + "/claims")
    tab.keyboard.press("Tab")
    skip = tab.get_by_role("link", name="Skip to the page")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    tab.keyboard.press("Enter")
    expect(tab.locator("main")).to_be_focused()


def test_a_report_prints_without_what_is_for_the_screen(tab: Page, server: Served) -> None:
    open_report(tab, server, DIGEST)
    tab.emulate_media(media="print")
    for each in (".top nav", ".skip", "form"):
        for found in tab.locator(each).all():
            expect(found).to_be_hidden()
    expect(tab.locator(".text")).to_be_visible()
