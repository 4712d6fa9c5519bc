"""Reports that want to do something to whoever reads them do nothing: on no page, in no header, in no file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

import factory
from purport.adding.inputs import NOTHING_GIVEN
from purport.findings import Claimed, Earlier
from purport.ingest import Given, parse_document
from purport.records import Analysis, Basis, Factuality, MentionType, Published, SpeechAct
from purport.resolving import resolve
from purport.store import Case
from purport.web.guard import HEADERS
from purport.web.routes import PAGES
from told import Saying, report
from web.addresses import FILES, HIDDEN, find_addresses
from web.serving import client_of
from web.sounding import sound_of, tone

SCRIPT = "<script>alert(1)</script>"
IMAGE = "<img src=x onerror=alert(1)>"
BROKEN_OUT = '"><script>alert(2)</script>'
TEMPLATE = "{{ 7*7 }}{% raw %}"
TURNED = "\u202egnilaever\u202c"
ESCAPED = "\x1b[2J\x1b]0;owned\x07"
GIANT = "W" * 100_000
RAW = re.compile(r"<script>alert|<img src=x|onerror=alert\(1\)>|\u202e|\u202c|\u2066|\x1b|\x07|\x00")
"""What must stand on no page as it came."""
ADDRESS = "javascript:alert(3)"


def hostile() -> Iterator[Analysis]:
    """Reports in which everything that is shown tries something."""
    who = f"Orla {SCRIPT} Vashan"
    first = f"{who} said {IMAGE} {TURNED} was killed. The army denied that {who} was killed."
    text = f"{first} {ESCAPED}{TEMPLATE} and {GIANT} fell. An audio message came."
    one = report(
        "in/\"><script>alert(1)</script>'.txt",
        text,
        Saying(f"{IMAGE} {TURNED} was killed", who),
        Saying(f"{who} was killed", "The army", "denied", Factuality.CERTAINLY_NOT),
        Saying(f"{ESCAPED}{TEMPLATE} and {GIANT} fell"),
        day="2031-03-02",
        outlet=BROKEN_OUT,
        names=[(who, "per"), ("army", "org")],
        acts=[("killed", {"patient": who})],
        message=who,
    )
    yield _titled(one, f"{SCRIPT}{TURNED}{IMAGE}")
    other = report(
        "b.txt",
        f"{who} was killed in Karst{SCRIPT}, {BROKEN_OUT} said. Fighters must kill {IMAGE} all, {who} said.",
        Saying(f"{who} was killed in Karst{SCRIPT}", BROKEN_OUT),
        Saying(f"Fighters must kill {IMAGE} all", None),
        day="2031-03-04",
        outlet=f"Karst{TURNED}",
        names=[(who, "per"), (f"Karst{SCRIPT}", "pla")],
        acts=[("killed", {"patient": who})],
    )
    yield _titled(other, GIANT)
    yield _threat()


def _titled(one: Analysis, title: str) -> Analysis:
    return replace(one, report=replace(one.report, title=title, url=ADDRESS, archive_url=f"https://x/{SCRIPT}"))


def _threat() -> Analysis:
    """A call to violence that is markup too."""
    one = factory.report(
        f"The front said kill {SCRIPT} them all.", path="c.txt", published=Published("2031-03-05", "2031-03-05", Basis.GIVEN)
    )
    said = factory.attribution(one, "The front", "said", f"kill {SCRIPT} them all", speech_act=SpeechAct.EXHORTATION)
    name = factory.mention(one, "The front", type=MentionType.ORGANISATION)
    return factory.analysis(one, mentions=(name,), attributions=(said,), claims=(factory.claim(one, said),))


def _add_sounds(case: Case, folder: Path) -> None:
    """A file of a recording whose name, tags and claims are markup too, as are words of its transcript."""
    sound = sound_of(tone(folder / "a.wav", 300, 0.1), name=f"{IMAGE}{TURNED}.wav", notices=(f"{SCRIPT}{ESCAPED}",))
    tags = ((f"title{BROKEN_OUT}", f"{SCRIPT}{TURNED}"), ("date", ESCAPED))
    stream = replace(sound.stream, codec=IMAGE, language=BROKEN_OUT, tags=tags)
    sound = replace(sound, container=replace(sound.container, format=f"wav,{SCRIPT}", tags=tags, streams=(stream,)))
    with case.adding_sounds() as sounds:
        sounds.put(sound, "1", b"")
        sounds.claim(sound.sha256, Claimed(f"{SCRIPT}{TURNED}", ADDRESS, speaker=IMAGE, recording=BROKEN_OUT))
        sounds.publish(sound.sha256, Earlier("2029-05-01", ADDRESS, f"{IMAGE}{ESCAPED}"))
        sounds.add_transcript(sound.sha256, f"{SCRIPT}.srt", f"0:00 {SCRIPT}{IMAGE}{TURNED} said\n".encode())


@pytest.fixture(scope="module")
def hostile_client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder: Path = tmp_path_factory.mktemp("hostile")
    with Case.open(str(folder / "hostile.case"), create=True) as case:
        case.add_many([(each, factory.original(each.report)) for each in hostile()], reader="reader 1")
        _add_sounds(case, folder)
        case.failed(f"{SCRIPT}{TURNED}.txt", f"text expected, not {ESCAPED}")
        resolve(case)
        with client_of(case) as made:
            yield made


@pytest.fixture(scope="module")
def found(hostile_client: TestClient) -> dict[str, list[str]]:
    """Addresses of every page that can be come to in the hostile case."""
    return find_addresses(lambda address: hostile_client.get(address, headers={"accept": "text/html"}).text)


def test_every_page_is_come_to(found: dict[str, list[str]]) -> None:
    assert set(found) == {each.name for each in PAGES} - HIDDEN


def test_it_is_shown_as_the_words_that_it_is(hostile_client: TestClient) -> None:
    page = hostile_client.get("/reports", headers={"accept": "text/html"}).text
    for words in ("&lt;script&gt;alert(1)&lt;/script&gt;", "\\u202egnilaever\\u202c", "&#34;&gt;&lt;script&gt;alert(2)"):
        assert words in page


def test_nothing_of_a_report_stands_on_a_page_as_it_came(hostile_client: TestClient, found: dict[str, list[str]]) -> None:
    for address in [each for name, every in found.items() if name not in FILES for each in every]:
        answer = hostile_client.get(address, headers={"accept": "text/html"})
        assert answer.status_code == 200, address
        assert not RAW.search(answer.text), (address, RAW.search(answer.text))
        assert answer.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]


def test_no_page_has_scripts_handlers_styles_or_links_but_our_own(hostile_client: TestClient, found: dict[str, list[str]]) -> None:
    for address in [each for name, every in found.items() if name not in FILES for each in every]:
        for element in html.fromstring(hostile_client.get(address, headers={"accept": "text/html"}).text).iter("*"):
            assert not [name for name in element.attrib if name.startswith("on") or name == "style"], (address, element.attrib)
            assert element.tag not in ("iframe", "object", "embed", "base", "style"), address
            assert element.tag != "script" or (element.get("src", "").startswith("/static/") and not element.text), address
            for name in ("href", "src", "action", "formaction"):
                to = element.get(name, "/")
                assert to.startswith(("/", "#", "?")), (address, to)
                assert not to.startswith("//"), (address, to)


def test_as_json_it_is_json_and_nothing_else(hostile_client: TestClient, found: dict[str, list[str]]) -> None:
    for address in [each for name, every in found.items() if name not in FILES for each in every]:
        answer = hostile_client.get(address, headers={"accept": "application/json"})
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["x-content-type-options"] == "nosniff"
        answer.json()


def test_what_is_asked_is_said_back_as_words(hostile_client: TestClient, found: dict[str, list[str]]) -> None:
    asked = {"text": SCRIPT, "outlet": BROKEN_OUT, "author": f"{TURNED}{IMAGE}", "part": "1", "id": SCRIPT}
    for name, every in found.items():
        if name not in FILES:
            answer = hostile_client.get(every[0], params=asked, headers={"accept": "text/html"})
            assert not RAW.search(answer.text), (every[0], RAW.search(answer.text))


@pytest.mark.parametrize(
    "path", [f"/reports/{SCRIPT}", f"/{SCRIPT}", f"/reports/{TURNED}/claims/x", "/reports/%00", f"/add/{SCRIPT}", "/%1b"]
)
def test_what_there_is_not_is_said_without_a_word_of_it(hostile_client: TestClient, path: str) -> None:
    answer = hostile_client.get(path, headers={"accept": "text/html"})
    assert answer.status_code == 404
    assert not RAW.search(answer.text)
    assert answer.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]


@pytest.mark.parametrize("value", [SCRIPT, TURNED, "9" * 5_000, "x" * 5_000, "-1", "1e9", "\x00"])
def test_what_makes_no_sense_is_said_in_words(hostile_client: TestClient, value: str) -> None:
    answer = hostile_client.get("/reports", params={"part": value}, headers={"accept": "text/html"})
    assert answer.status_code in (200, 400)
    assert not RAW.search(answer.text)


def test_the_bytes_of_a_report_are_saved_and_never_shown(hostile_client: TestClient, found: dict[str, list[str]]) -> None:
    for address in found["original"]:
        answer = hostile_client.get(address)
        assert answer.headers["content-type"] == "application/octet-stream"
        assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''")
        assert not re.search(r"[<>\"\x00-\x1f]", answer.headers["content-disposition"])


def test_the_words_of_a_call_come_only_where_they_are_asked_for(hostile_client: TestClient, found: dict[str, list[str]]) -> None:
    for name, every in found.items():
        for address in every if name not in FILES else ():
            if "unfold" not in address:
                assert "kill &lt;script&gt;" not in hostile_client.get(address, headers={"accept": "text/html"}).text, address


GIVEN = (NOTHING_GIVEN, Given(outlet=BROKEN_OUT, title=SCRIPT, url=ADDRESS))


@pytest.mark.parametrize("given", GIVEN)
@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_a_hostile_page_becomes_text(given: Given, name: str) -> None:
    words = "The army said on Friday that the bridge at Karst had been closed by the ministry. " * 8
    page = (
        f"<html><head><title>{SCRIPT}</title></head><body><article><h1>The bridge</h1><p>{words}</p>{SCRIPT}{IMAGE}</article></body></html>"
    )
    assert SCRIPT not in parse_document(page.encode(), name, given).report.text
