"""Adding reports from a page: what is sent, how far it is, what could not be read."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from cli.fake_reader import FakeReader
from purport.store import Case
from purport.web import Desk, Guard, Reading, create_app
from purport.web.sending import LARGEST
from web.serving import token_of

PAGE = {"accept": "text/html"}
OPEN = b"Officials said that the bridge at Karst is open."


@pytest.fixture
def adding(strike_case: Case, tmp_path: Any) -> Iterator[TestClient]:
    """A client of a workbench that takes reports."""
    address = str(tmp_path / "karst.case")
    with Reading(strike_case, address, FakeReader) as reading:
        app = create_app(Desk.of(strike_case, address, reading), Guard())
        with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as made:
            yield made


def send(client: TestClient, *files: tuple[str, bytes], **values: str) -> Any:
    parts = [("files", (name, content)) for name, content in files]
    return client.post("/add", data={**values, "token": token_of(client)}, files=parts or None, follow_redirects=False)


def done(client: TestClient, address: str) -> Any:
    """The record of a job when all is done."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        record = client.get(address, params={"as": "json"}).json()
        if record["progress"]["phase"] == "done":
            return record
        time.sleep(0.05)
    pytest.fail(str(record))


def test_files_are_read_and_what_fails_is_told_in_words(adding: TestClient, strike_case: Case) -> None:
    table = b"path,outlet,published\nin/a.txt,Karst Radio,2031-03-11\n"
    sent = send(adding, ("a.txt", OPEN), ("m.csv", table), ("e.txt", b""), ("z.zip", b"PK\x03\x04zip"), outlet="The Post")
    assert sent.status_code == 303
    record = done(adding, sent.headers["location"])
    assert [(each["path"], each["state"], each["why"]) for each in record["items"]] == [
        ("e.txt", "failed", "a report expected, the file is empty"),
        ("z.zip", "failed", "text or HTML expected, it is a ZIP archive, which is not read yet"),
        ("a.txt", "read", None),
    ]
    (there,) = [each for each in strike_case.reports() if each.path == "a.txt"]
    assert (there.outlet, there.not_before, there.report) == ("Karst Radio", "2031-03-11", record["items"][2]["report"])
    page = adding.get(sent.headers["location"], headers=PAGE).text
    assert "it is a ZIP archive" in page
    assert 'http-equiv="refresh"' not in page
    assert adding.get(f"/reports/{there.report}", headers=PAGE).status_code == 200


def test_a_text_is_read(adding: TestClient, strike_case: Case) -> None:
    sent = send(adding, text=OPEN.decode(), title="The bridge", outlet="Karst Radio", published="2031-03", url="https://example.org/b")
    done(adding, sent.headers["location"])
    (there,) = [each for each in strike_case.reports() if each.path == "The bridge.txt"]
    assert (there.title, there.outlet, there.url, there.not_after) == ("The bridge", "Karst Radio", "https://example.org/b", "2031-03-31")


def test_every_page_says_that_something_is_being_read(adding: TestClient) -> None:
    seen = adding.get("/reports", headers=PAGE)
    assert 'class="going"' not in seen.text
    address = send(adding, *((f"{each}.txt", b"SLOWLY it went. " + OPEN) for each in range(3))).headers["location"]
    page = adding.get("/reports", headers={**PAGE, "if-none-match": seen.headers["etag"]})
    assert re.search(rf'<a href="{address}">(reading 1 of 3|reading \d of 3|comparing.*)</a>', page.text)
    assert 'http-equiv="refresh"' in adding.get(address, headers=PAGE).text
    done(adding, address)
    assert 'class="going"' not in adding.get("/reports", headers=PAGE).text


def test_what_failed_is_tried_again_and_forgotten(adding: TestClient) -> None:
    address = send(adding, ("e.txt", b"")).headers["location"]
    done(adding, address)
    form = {"job": address.rpartition("/")[2], "token": token_of(adding)}
    assert adding.post("/add/again", data=form, follow_redirects=False).headers["location"] == address
    done(adding, address)
    assert adding.post("/add/forget", data=form, follow_redirects=False).headers["location"] == "/add"
    gone = adding.get(address, headers=PAGE)
    assert (gone.status_code, "what has been read is in the case" in gone.text) == (404, True)
    assert adding.post("/add/forget", data=form).status_code == 400
    assert adding.post("/add/again", data=form).status_code == 400


@pytest.mark.parametrize(
    ("files", "values", "why"),
    [
        ((), {}, "nothing was sent: choose files, or paste a text"),
        ((("a.txt", OPEN),), {"published": "soon"}, "a day, month, year or interval expected"),
        ((("m.csv", b"x\n"), ("a.txt", OPEN)), {}, "a column path expected"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(
    adding: TestClient, files: tuple[tuple[str, bytes], ...], values: dict[str, str], why: str
) -> None:
    answer = send(adding, *files, **values)
    assert (answer.status_code, why in answer.text) == (400, True)
    assert adding.get("/add", params={"as": "json"}).json()["jobs"] == []


def test_a_hostile_name_does_nothing(adding: TestClient) -> None:
    names = ['../../"><script>alert(1)</script>.txt', "\u202egpj.txt", "a\x00b\x1b[2J.txt", "/etc/passwd", "C:\\x\\nul.txt"]
    address = send(adding, *((name, OPEN) for name in names)).headers["location"]
    record = done(adding, address)
    assert all(each["state"] == "read" and "/" not in each["path"] and each["path"].isprintable() for each in record["items"])
    for path in (address, "/add", "/reports"):
        assert not re.search("<script>alert|\u202e|\x1b|\x00", adding.get(path, headers=PAGE).text)


def test_many_files_are_one_job_in_parts(adding: TestClient) -> None:
    address = send(adding, *((f"{each:03}.txt", b"") for each in range(120))).headers["location"]
    record = done(adding, address)
    assert (record["part"]["parts"], record["part"]["total"], len(record["items"])) == (3, 120, 50)
    assert adding.get(address, params={"part": "3", "as": "json"}).json()["items"][-1]["path"] == "119.txt"


def test_too_many_or_too_much_is_refused(adding: TestClient) -> None:
    many = send(adding, *((f"{each}.txt", b"x") for each in range(2_001)))
    assert (many.status_code, "Maximum number of files is 2000" in many.text) == (400, True)
    much = adding.post(
        "/add", content=b"x", headers={"content-length": str(LARGEST + 1), "content-type": "multipart/form-data; boundary=x"}
    )
    assert (much.status_code, f"At most {LARGEST:,} bytes" in much.text) == (413, True)


def test_a_server_that_takes_no_reports_says_so(client: TestClient) -> None:
    assert "This server takes no reports" in client.get("/add", headers=PAGE).text
    answer = send(client, ("a.txt", OPEN))
    assert (answer.status_code, "purport build adds them" in answer.text) == (400, True)
    assert client.get("/add/none", headers=PAGE).status_code == 404
