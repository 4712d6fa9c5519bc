"""Hostile reports: scripts in titles and texts, overrides of direction, words without end. They are shown, and do nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

import factory
from purport.records import Analysis
from purport.resolving import resolve
from purport.store import Case
from told import Saying, report
from web.addresses import FILES, find_addresses
from web.serving import Served, Tab, served
from web.test_access import sideways

ATTACK = "<script>document.title='owned';alert(1)</script><img src=x onerror=\"document.title='owned'\"><style>*{display:none}</style>"
TURNED, GIANT = "\u202egnorw\u202c", "Karst" * 400
TEXT = (
    f'Orla Vashan "onmouseover="alert(1) {TURNED} said {ATTACK} was read in {GIANT}. '
    "{{ 7 * 7 }} {% raw %} javascript:alert(1) was said."
)
MARK = "document.title === 'owned' || window.owned"


def hostile(path: str, day: str) -> Analysis:
    """A report that attacks whoever reads it, in every field that it can fill."""
    name = 'Orla Vashan "onmouseover="alert(1)'
    sayings = (Saying(f"{ATTACK} was read in {GIANT}", name), Saying("javascript:alert(1) was said"))
    made = report(path, TEXT, *sayings, day=day, outlet=f"{ATTACK}{TURNED}")
    titled = replace(made.report, title=f"{ATTACK} {TURNED} {GIANT}", archive_url="javascript:alert(1)")
    return replace(made, report=replace(titled, encoding=ATTACK, media_type=ATTACK))


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server of a case of such reports."""
    path = tmp_path_factory.mktemp("hostile") / "<b onclick=alert(1)>.case"
    reports = [hostile(f"{ATTACK.replace('/', '_')}.txt", "2031-03-02"), hostile("\u202etxt.b", "2031-03-03")]
    with Case.open(str(path), create=True) as case:
        case.add_many([(each, factory.original(each.report)) for each in reports], reader="reader 1")
        resolve(case)
    with served(Path(path)) as made:
        yield made


def test_hostile_reports_do_nothing_on_any_page(open_tab: Callable[..., Tab], attacked: Served) -> None:
    with httpx.Client(base_url=attacked.url, timeout=60) as asking:
        found = find_addresses(lambda address: asking.get(address, headers={"Accept": "text/html"}).text)
    page = open_tab(320).page
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    for address in (each for name, some in found.items() if name not in FILES for each in some):
        page.goto(attacked.url + address)
        assert not page.evaluate(MARK), address
        assert sideways(page) == [], address
        assert "\u202e" not in page.locator("body").inner_text(), address
        assert page.locator("main script, main style, main img:not([src^='/']), [onerror], [onmouseover], [onclick]").count() == 0, address
        assert page.locator("a[href^='javascript']").count() == 0, address
    assert asked == []


def test_the_bytes_of_a_hostile_page_are_saved_not_shown(attacked: Served) -> None:
    with httpx.Client(base_url=attacked.url) as asking:
        one = asking.get("/reports?as=json").json()["reports"][0]["report"]
        answer = asking.get(f"/reports/{one}/original")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["x-content-type-options"] == "nosniff"
