"""Files of recordings: what stands on their pages, what is heard of them, and what is not played any more."""

from __future__ import annotations

import os
import sys
import wave
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import factory
from purport.findings import (
    Bound,
    Bounds,
    Edges,
    Finding,
    Ground,
    Method,
    Outcome,
    Passage,
    Reuse,
    Sound,
    Stretch,
    Words,
    make_finding,
)
from purport.records import Interval, SpeechAct
from purport.store import Case
from web.serving import client_of
from web.sounding import CALL, RATE, add_sounds, sound_of, tone

Files = dict[str, Sound]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(str(tmp_path / "a.case"), create=True) as made:
        yield made


@pytest.fixture
def files(case: Case, tmp_path: Path) -> Files:
    return add_sounds(case, tmp_path)


@pytest.fixture
def client(case: Case, files: Files) -> Iterator[TestClient]:
    with client_of(case) as made:
        yield made


def at(sound: Sound, more: str = "") -> str:
    return f"/files/{sound.sha256}{more}"


def bytes_of(sound: Sound) -> bytes:
    return Path(sound.path).read_bytes()


def test_a_case_without_any_says_which_command_adds_one(empty: TestClient) -> None:
    shown = empty.get("/files").text
    assert "purport recording add" in shown
    assert empty.get("/files?as=json").json()["examined"] == []


def test_files_are_listed_with_what_is_said_of_them(client: TestClient, files: Files) -> None:
    page = client.get("/files?as=json").json()
    assert [each["name"] for each in page["examined"]] == ["copy.wav", "message.wav"]
    assert [(each["name"], each["public"]["public_by"]) for each in page["earlier"]] == [("speech.wav", "2029-05-01")]
    shown = client.get("/files").text
    assert all(at(each) in shown for each in files.values())
    assert "2031-03-05 to 2031-03-06" in shown
    assert "searched for earlier audio" in shown


def test_a_page_tells_how_every_number_was_made(client: TestClient, files: Files) -> None:
    page = client.get(at(files["message.wav"], "?as=json")).json()
    hows = [page["inspected"]["how"], page["reused"]["how"], page["compared"][0]["how"], page["bounded"]["how"], page["quoted"]["how"]]
    assert {each["method"]["name"] for each in hows} == {"by hand"}
    assert len({each["digest"] for each in hows}) == len(hows)
    shown = client.get(at(files["message.wav"])).text
    assert all(each["digest"] in shown for each in hows)
    assert shown.count("version 7") == len(hows)


def test_passages_have_names_times_of_both_sides_and_the_day_of_the_other(client: TestClient, files: Files) -> None:
    page = client.get(at(files["message.wav"], "?as=json")).json()
    assert [each["name"] for each in page["reused"]["passages"]] == ["A", "B"]
    assert [each["name"] for each in page["reused"]["repeats"]] == ["1"]
    assert [each["name"] for each in page["compared"][0]["common"]] == ["1A"]
    assert page["reused"]["passages"][0]["other"]["public"]["public_by"] == "2029-05-01"
    shown = client.get(at(files["message.wav"])).text
    assert "#t=2.00,4.50" in shown
    assert f"{at(files['speech.wav'], '/sound')}#t=5.00,7.50" in shown
    assert "1.020 times as fast" in shown
    assert "19" in shown
    assert "not in the case" in shown


def test_a_passage_is_heard_on_both_sides(client: TestClient, files: Files) -> None:
    shown = client.get(at(files["message.wav"], "?passage=A")).text
    for each in ("message.wav", "speech.wav"):
        assert f'src="{at(files[each], "/sound")}#t=' in shown
    assert client.get(at(files["message.wav"], "?passage=Z")).status_code == 404


def test_what_was_not_looked_for_says_which_command_does(client: TestClient, files: Files) -> None:
    shown = client.get(at(files["copy.wav"])).text
    for verb in ("inspect", "reuse", "bounds", "quotes", "transcript"):
        assert f"purport recording {verb} karst.case {files['copy.wav'].sha256[:12]}" in shown


@pytest.mark.parametrize("form", ["html", "json"])
def test_calls_are_folded_in_quotations_transcripts_and_reasons(client: TestClient, files: Files, form: str) -> None:
    address = at(files["message.wav"], f"?as={form}")
    folded, whole = client.get(address).text, client.get(f"{address}&unfold=true").text
    assert CALL not in folded
    assert "The bridge of Karesh is ours" in folded
    assert whole.count(CALL) >= 3


def test_bounds_that_cannot_hold_say_so_and_no_file_has_one_date(client: TestClient, files: Files) -> None:
    shown = client.get(at(files["message.wav"])).text
    assert "one of them is wrong" in shown
    assert "There is no one date of a file" in shown


def test_no_page_tells_where_a_file_lies(client: TestClient, files: Files, tmp_path: Path) -> None:
    for each in ("", "?as=json"):
        assert str(tmp_path) not in client.get(at(files["message.wav"], each)).text
        assert str(tmp_path) not in client.get(f"/files{each}").text


def test_the_file_itself_is_given_in_ranges(client: TestClient, files: Files) -> None:
    sound, content = files["message.wav"], bytes_of(files["message.wav"])
    whole = client.get(at(sound, "/sound"))
    assert (whole.status_code, whole.content) == (200, content)
    assert whole.headers["content-type"] == "audio/wav"
    assert whole.headers["x-content-type-options"] == "nosniff"
    assert "media-src 'self'" in whole.headers["content-security-policy"]
    part = client.get(at(sound, "/sound"), headers={"Range": "bytes=100-199"})
    assert (part.status_code, part.content) == (206, content[100:200])
    assert part.headers["content-range"] == f"bytes 100-199/{len(content)}"
    assert client.get(at(sound, "/sound"), headers={"Range": "bytes=-5"}).content == content[-5:]
    assert client.get(at(sound, "/sound"), headers={"Range": f"bytes={len(content)}-"}).status_code == 416


def test_bytes_that_are_not_those_that_were_added_are_not_played(client: TestClient, files: Files) -> None:
    sound = files["message.wav"]
    path, content = Path(sound.path), bytes_of(sound)
    assert client.get(at(sound, "/sound")).status_code == 200
    path.write_bytes(content[:-1] + b"\x01")
    altered = client.get(at(sound, "/sound?as=json"))
    assert (altered.status_code, altered.json()["why"].partition(":")[0]) == (409, "message.wav")
    assert "not the bytes" in altered.json()["why"]
    path.write_bytes(content[:-9])
    assert client.get(at(sound, "/sound"), headers={"Range": "bytes=0-1"}).status_code == 409
    path.write_bytes(content)
    assert client.get(at(sound, "/sound")).status_code == 200
    path.unlink()
    assert "not where it was added" in client.get(at(sound, "/sound?as=json")).json()["why"]
    assert client.get(at(sound)).status_code == 200


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_what_is_no_file_any_more_is_not_waited_for(client: TestClient, files: Files) -> None:
    path = Path(files["message.wav"].path)
    path.unlink()
    os.mkfifo(path)
    assert client.get(at(files["message.wav"], "/sound")).status_code == 409


@pytest.mark.parametrize("sha256", ["message.wav", "..%2f..%2fetc%2fpasswd", "%2fetc%2fpasswd", "..", "0" * 64, "", "%00"])
def test_only_digests_of_the_case_are_played(client: TestClient, sha256: str) -> None:
    for each in (f"/files/{sha256}/sound", f"/files/{sha256}"):
        answer = client.get(each, headers={"Accept": "application/json"})
        assert answer.status_code == 404 or answer.url.path in ("/files", "/")


def test_a_listening_copy_is_made_where_browsers_do_not_play_the_file(case: Case, client: TestClient, tmp_path: Path) -> None:
    sound = sound_of(tone(tmp_path / "call.gsm", 500, 2.0), "gsm", "gsm")
    with case.adding_sounds() as sounds:
        sounds.put(sound, "1", b"")
    assert "it is not the file" in client.get(at(sound)).text
    whole = client.get(at(sound, "/sound"))
    assert (whole.status_code, whole.headers["content-type"]) == (200, "audio/wav")
    with wave.open(BytesIO(whole.content)) as copy:
        assert (copy.getframerate(), copy.getnchannels(), copy.getnframes()) == (RATE, 1, 2 * RATE)
    part = client.get(at(sound, "/sound"), headers={"Range": "bytes=0-3"})
    assert (part.status_code, part.content) == (206, b"RIFF")
    Path(sound.path).unlink()
    assert client.get(at(sound, "/sound")).status_code == 409


def test_a_listening_copy_can_be_asked_for(client: TestClient, files: Files) -> None:
    copy = client.get(at(files["message.wav"], "/sound?copy=true"))
    assert copy.headers["content-type"] == "audio/wav"
    assert copy.content[44:] == bytes_of(files["message.wav"])[44:]


def test_pages_work_without_what_decodes(case: Case, client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = sound_of(tone(tmp_path / "call.gsm", 500, 1.0), "gsm", "gsm")
    with case.adding_sounds() as sounds:
        sounds.put(sound, "1", b"")
    for each in ("av", "scipy"):
        monkeypatch.setitem(sys.modules, each, None)
    assert client.get("/files").status_code == 200
    shown = client.get(at(sound)).text
    assert "purport[audio]" in shown
    assert "<audio" not in shown
    answer = client.get(at(sound, "/sound?as=json"))
    assert (answer.status_code, "purport[audio]" in answer.json()["why"]) == (400, True)


def test_a_finding_of_another_shape_is_as_if_it_had_not_been_looked_for(case: Case, client: TestClient, files: Files) -> None:
    copy = files["copy.wav"]
    with case.adding_sounds() as sounds:
        sounds.note(Finding("reuse", copy.sha256, Method("by hand", "0"), '{"verdict": 1}', "0" * 64))
    page = client.get(at(copy))
    assert page.status_code == 200
    assert "purport recording reuse" in page.text


def test_long_tables_are_cut_and_shown_whole_where_that_is_asked_for(case: Case, client: TestClient, files: Files) -> None:
    copy, speech = files["copy.wav"], files["speech.wav"]
    many = tuple(Passage(Stretch(nth, nth + 1), speech.sha256, Stretch(0, 1), 1.0, 1.0, 9, Edges.LANDMARKS) for nth in range(60))
    with case.adding_sounds() as sounds:
        found = Reuse(Outcome.OBSERVED, "60 passages.", (speech.sha256,), many, (), ())
        sounds.note(make_finding("reuse", copy.sha256, Method("by hand", "7"), found))
    assert len(client.get(at(copy, "?as=json")).json()["reused"]["passages"]) == 60
    cut, whole = client.get(at(copy)).text, client.get(at(copy, "?whole=true")).text
    assert ('id="passage-AN"' in cut, 'id="passage-AO"' in cut, 'id="passage-BH"' in whole) == (True, False, True)
    assert "All 60" in cut
    assert "All 60" not in whole


def test_a_reason_with_words_of_a_call_in_a_report_is_folded(case: Case, client: TestClient, files: Files) -> None:
    text = "The front said burn the grain of Karst. It spoke of the truce."
    report = factory.report(text, path="front.txt")
    said = factory.attribution(report, "The front", "said", "burn the grain of Karst", speech_act=SpeechAct.EXHORTATION)
    analysis = factory.analysis(report, attributions=(said,), claims=(factory.claim(report, said),))
    case.add_many([(analysis, factory.original(report))], reader="reader 1")
    call, truce = (Words("front.txt", text.index(each), text.index(each) + len(each)) for each in ("grain of Karst", "the truce"))
    reasons = tuple(
        Bound(Stretch(0, 8), Interval("2030-01-01"), f"mentions “{text[at.start : at.end]}”", "front.txt", Ground.REPORT, (at,))
        for at in (call, truce)
    )
    copy = files["copy.wav"]
    with case.adding_sounds() as sounds:
        sounds.note(make_finding("bounds", copy.sha256, Method("by hand", "7"), Bounds(8.0, (), (), reasons, Interval())))
    for form in ("html", "json"):
        folded = client.get(at(copy, f"?as={form}")).text
        assert ("grain of Karst" in folded, "the truce" in folded, "[call, folded]" in folded) == (False, True, True)
        assert "grain of Karst" in client.get(at(copy, f"?as={form}&unfold=true")).text
    assert f"/reports/{report.id}?at={truce.start}-{truce.end}" in client.get(at(copy)).text
