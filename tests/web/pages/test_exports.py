"""The case as files: one by itself, several in a zip, names replaced where a form asks for it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from tempfile import gettempdir
from zipfile import ZipFile

import pytest
from starlette.testclient import TestClient

from purport.export import FORMATS
from purport.web.pages.exports import USES
from web.serving import token_of


def zipped(content: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(content)) as opened:
        return {name: opened.read(name).decode("utf-8", "replace") for name in opened.namelist()}


def test_every_format_is_told_of() -> None:
    assert set(USES) == set(FORMATS)


def test_one_file_comes_by_itself(client: TestClient) -> None:
    answer = client.get("/export/files?format=bibtex")
    assert answer.headers["content-disposition"] == 'attachment; filename="reports.bib"'
    assert "karst" in answer.text.casefold()


def test_several_come_in_a_zip_that_says_what_it_is(client: TestClient) -> None:
    answer = client.get("/export/files", params={"format": ["csv", "jsonl"]})
    found = zipped(answer.content)
    assert {"claims.csv", "case.jsonl", "about-these-files.txt"} <= set(found)
    assert "what is true is not told here" in found["about-these-files.txt"]


def test_nothing_stays_behind(client: TestClient) -> None:
    before = {each.name for each in Path(gettempdir()).glob("purport-*")}
    client.get("/export/files?format=csv")
    assert {each.name for each in Path(gettempdir()).glob("purport-*")} <= before


def test_names_are_replaced_in_all_files(client: TestClient) -> None:
    sent = {"format.jsonl": "on", "format.html": "on", "redact": "Orla Vashan", "token": token_of(client)}
    answer = client.post("/export", data=sent)
    assert answer.status_code == 200
    assert not any("Orla" in text for text in zipped(answer.content).values())


def test_a_name_that_nobody_has_is_told_first_and_stands_in_no_file(client: TestClient) -> None:
    sent = {"format.jsonl": "on", "redact": "Nobody Such", "token": token_of(client)}
    refused = client.post("/export", data=sent)
    assert refused.status_code == 400
    assert "Nobody Such" in refused.text
    given = client.post("/export", data={**sent, "as_written": "true"})
    assert given.status_code == 200
    assert not any("Nobody" in text for text in zipped(given.content).values())


def test_a_form_of_another_session_is_refused(client: TestClient) -> None:
    assert client.post("/export", data={"redact": "Orla Vashan"}).status_code == 403


@pytest.mark.parametrize("sent", [{"format.exe": "on"}, {"redact": "..."}, {"redact": "\n".join(f"Name {n}" for n in range(500))}])
def test_what_is_asked_wrongly_is_said(client: TestClient, sent: dict[str, str]) -> None:
    assert client.post("/export", data={**sent, "token": token_of(client)}).status_code == 400


def test_calls_are_folded_for_people_unless_asked_for(example: TestClient) -> None:
    folded, shown = (example.get("/export/files", params={"format": "markdown", **more}).text for more in ({}, {"unfold": "true"}))
    assert "folded" in folded
    assert folded != shown
