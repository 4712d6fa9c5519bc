"""What is passed on of a file: everything that the case knows, how each number came, and nothing that acts."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from examined.hand_made import HOSTILE, make_case
from purport import examined
from purport.audio.refused import refusals
from purport.errors import Altered, UsageError
from purport.findings import (
    UNKNOWN,
    Bound,
    Bounds,
    Controls,
    Finding,
    Ground,
    Method,
    Outcome,
    Part,
    Reuse,
    Stretch,
    Words,
    make_finding,
)
from purport.records import Interval
from purport.store import Case


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("examined")
    make_case(made)
    return made


@pytest.fixture
def case(folder: Path) -> Case:
    return Case.open(str(folder / "my.case"))


@pytest.fixture(scope="module")
def written(folder: Path) -> Path:
    """A folder with all files of ``new.wav``."""
    with Case.open(str(folder / "my.case")) as case:
        found = examined.gather(case, "new.wav")
        examined.write(found, examined.draw(case, found), folder / "out")
    return folder / "out"


@pytest.fixture(scope="module")
def page(written: Path) -> html.HtmlElement:
    return html.fromstring((written / examined.PAGE).read_bytes())


def words(element: html.HtmlElement) -> str:
    return " ".join(" ".join(element.xpath(".//text()[not(ancestor::style)]")).split())


def test_the_files_are_all_there(written: Path) -> None:
    assert sorted(path.name for path in written.iterdir()) == [
        "findings.html",
        "findings.json",
        "pair-1.svg",
        "pair-2.svg",
        "passage-A.png",
        "passage-B.png",
        "spectrogram.png",
        "waveform.svg",
    ]


def test_the_same_case_gives_the_same_bytes(folder: Path, case: Case, written: Path) -> None:
    found = examined.gather(case, "new.wav")
    for path in examined.write(found, examined.draw(case, found), folder / "again"):
        assert path.read_bytes() == (written / path.name).read_bytes(), path.name


def test_every_finding_says_how(written: Path, page: html.HtmlElement) -> None:
    record = json.loads((written / examined.JSON).read_bytes())
    kinds = [each["kind"] for each in record["findings"]]
    assert kinds == ["bounds", "copies", "inspection", "quotes", "reuse"]
    told = [words(each) for each in page.xpath("//details[@class='how']")]
    for each in record["findings"]:
        assert each["method"] == {"name": f"{each['kind']} by hand", "version": "7", "parameters": [["least", "8"]]}
        assert len(each["digest"]) == 64
        assert [text for text in told if each["digest"] in text and f"{each['kind']} by hand, version 7" in text]


def test_the_json_has_what_the_case_has(written: Path) -> None:
    record = json.loads((written / examined.JSON).read_bytes())
    assert record["schema"] == 1
    assert record["claims"][0]["source"] == "https://example.org/1"
    assert [each["sound"]["name"] for each in record["others"]] == ["old.wav", "radio.wav"]
    assert [each["earlier"]["public_by"] for each in record["others"]] == ["2029-05-01", "2030-01-11"]
    reuse = next(each["body"] for each in record["findings"] if each["kind"] == "reuse")
    assert reuse["controls"][1] == {"seconds": 5.0, "condition": "mp3 at 32 kbit/s", "planted": 20, "found": 19}


def test_where_files_lie_is_left_out(folder: Path, written: Path) -> None:
    for name in (examined.JSON, examined.PAGE):
        assert str(folder).encode() not in (written / name).read_bytes()


def test_the_page_runs_and_fetches_nothing(written: Path, page: html.HtmlElement) -> None:
    text = (written / examined.PAGE).read_text(encoding="utf-8")
    assert HOSTILE not in text
    assert "\u202e" not in text
    assert not page.xpath("//script | //link | //iframe | //object | //form | //@onclick | //@onerror")
    assert all(each.get("src").startswith("data:image/") for each in page.xpath("//img"))
    assert page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0].startswith("default-src 'none'")
    assert r"<script>alert(1)</script>\u202e" in page.text_content()


def test_the_page_can_be_read_without_seeing(page: html.HtmlElement) -> None:
    images = page.xpath("//img")
    assert len(images) == 6
    assert all(each.get("alt").endswith(".") for each in images)
    assert all(table.xpath("caption") and table.xpath(".//th[@scope='col']") for table in page.xpath("//table"))
    assert [each.tag for each in page.xpath("//h1 | //h2 | //h3")][:3] == ["h1", "h2", "h2"]
    ids = page.xpath("//@id")
    assert len(set(ids)) == len(ids)
    assert all(each.get("aria-labelledby") in ids for each in page.xpath("//section"))


def test_the_page_tells_in_order(page: html.HtmlElement) -> None:
    assert [words(each) for each in page.xpath("//h2")] == [
        "What the file is",
        "What is said of it, and by whom",
        "What was observed",
        "Earlier audio inside it",
        "Other copies held against it",
        "When each part can have been spoken",
        "What reports quote, held against transcripts",
        "What was not done, and why",
    ]


@pytest.mark.parametrize(
    "told",
    [
        "A 0:02.0–0:04.0 0:01.0–0:03.0 old.wav",
        "120 landmarks; 0.93 against 0.04, 88.1 spreads",
        "1.030 times as fast at its pitch",
        "mp3 at 32 kbit/s 5 20 19",
        "a recorder that was set too loud",
        "public by 2029-05-01, as can be seen at https://example.org/old",
        "in this file alone 0:00.0–0:01.0 nothing, at 0:00.0",
        "0:05.0–0:06.0 not before 2030-02-01",
        "2031-03-02 to 2031-03-04 Veshan Dormu",
        "with differences: we shall return",
    ],
)
def test_the_page_tells(page: html.HtmlElement, told: str) -> None:
    assert told in words(page)


def test_the_waveform_marks_what_was_found(page: html.HtmlElement) -> None:
    (alt, *_) = page.xpath("//img/@alt")
    assert alt == (
        "Waveform of new.wav, 0:06.0 long; marked below it are also in old.wav: 1 stretch (A 0:02.0 to 0:04.0); "
        "also in radio.wav: 1 stretch (B 0:04.5 to 0:05.5); twice in this file: 2 stretches (1 0:00.0 to 0:01.0, 1 0:05.0 to 0:06.0); "
        "clipping: 1 stretch (0:01.0 to 0:01.0); not as in radio.wav: 1 stretch (0:00.0 to 0:01.0); "
        "spoken not after 2029-05-01: 1 stretch (0:02.0 to 0:04.0); spoken not before 2030-02-01: 1 stretch (0:05.0 to 0:06.0)."
    )


def test_there_is_no_verdict(page: html.HtmlElement) -> None:
    found = " ".join(words(each) for each in page.xpath("//section[@aria-labelledby != 'refused']"))
    for word in ("genuine", "authentic", "fake", "%", "likely"):
        assert word not in found


def test_what_is_refused_is_told_with_its_reasons(page: html.HtmlElement) -> None:
    (section,) = page.xpath("//section[@aria-labelledby = 'refused']")
    for each in refusals():
        for sentence in (each.what, *each.why, each.instead):
            assert sentence in words(section)


def test_calls_are_folded_unless_asked_for(case: Case) -> None:
    folded, shown = (examined.gather(case, "new.wav", unfold=unfold) for unfold in (False, True))
    for made in (examined.canonical(folded).decode(), examined.render(folded)):
        assert "burn the bridges" not in made
        assert "[call, folded]" in made
    assert "burn the bridges" in examined.render(shown)
    assert [each.digest for each in folded.findings] == [each.digest for each in shown.findings]


def test_reasons_that_rest_on_words_of_calls_are_folded(tmp_path: Path) -> None:
    heard = Bound(Stretch(2, 4), Interval("2031-01-29"), "“burn the bridges” is told of", "a.srt", Ground.TRANSCRIPT)
    reported = replace(heard, at=Stretch(5, 6), ground=Ground.REPORT, words=(Words("reports/a.txt", 10, 14),))
    other = replace(heard, at=Stretch(5, 6), why="“the truce” is told of")
    body = Bounds(9, (Part(Stretch(2, 4), UNKNOWN, (heard,), (heard,)),), (), (reported, other), UNKNOWN)
    with Case.open(str(make_case(tmp_path))) as case:
        own = examined.gather(case, "new.wav").sound.sha256
        with case.adding_sounds() as sounds:
            sounds.note(make_finding("bounds", own, Method("m", "1"), body))
        folded, shown = (examined.gather(case, "new.wav", unfold=unfold).last(Bounds) for unfold in (False, True))
    assert shown is not None
    assert shown.body == body
    assert folded is not None
    assert isinstance(folded.body, Bounds)
    (part,) = folded.body.parts
    assert [each.why for each in (*part.bounds, *part.conflict)] == ["[call, folded]"] * 2
    assert [each.why for each in folded.body.somewhere] == ["[call, folded]", other.why]


def test_what_was_not_run_is_named(tmp_path: Path) -> None:
    with Case.open(str(make_case(tmp_path, found=False))) as case:
        found = examined.gather(case, "new.wav")
        told = words(html.fromstring(examined.render(found)))
        drawn = examined.draw(case, found)
    for verb in ("inspect", "reuse", "compare", "bounds", "quotes"):
        assert f"not run. purport recording {verb} CASE FILE" in told
    assert [each.name for each in drawn.all()] == ["waveform.svg", "spectrogram.png"]


def test_a_kind_that_is_not_known_is_told_as_it_is(tmp_path: Path) -> None:
    with Case.open(str(make_case(tmp_path, found=False))) as case:
        own = examined.gather(case, "new.wav").sound.sha256
        with case.adding_sounds() as sounds:
            sounds.note(Finding("rooms", own, Method("echoes", "1"), '{"rooms":[{"at":1.5,"of":"<b>stone</b>"}]}', "d" * 64))
        page = html.fromstring(examined.render(examined.gather(case, "new.wav")))
    assert "Also found: rooms rooms.rooms[0].at: 1.5 rooms.rooms[0].of: <b>stone</b>" in words(page)


def test_a_finding_of_another_shape_is_told_as_it_is(tmp_path: Path) -> None:
    with Case.open(str(make_case(tmp_path, found=False))) as case:
        own = examined.gather(case, "new.wav").sound.sha256
        with case.adding_sounds() as sounds:
            sounds.note(Finding("reuse", own, Method("old", "0"), '{"hits":[]}', "d" * 64))
            sounds.note(Finding("inspection", own, Method("old", "0"), '{"facts":[{"kind":1}]}', "e" * 64))
        told = words(html.fromstring(examined.render(examined.gather(case, "new.wav"))))
    assert "Also found: reuse" in told
    assert "Also found: inspection inspection.facts[0].kind: 1" in told


def test_an_earlier_file_that_is_gone_is_drawn_as_its_length(tmp_path: Path) -> None:
    with Case.open(str(make_case(tmp_path))) as case:
        (tmp_path / "old.wav").unlink()
        drawn = examined.draw(case, examined.gather(case, "new.wav"))
    assert len(drawn.pairs) == 2
    assert list(drawn.passages) == ["B"]
    assert any(each.startswith("old.wav is drawn as its length alone: not there any more") for each in drawn.notices)


def test_a_file_that_changed_is_not_drawn(tmp_path: Path) -> None:
    with Case.open(str(make_case(tmp_path))) as case:
        found = examined.gather(case, "new.wav")
        (tmp_path / "new.wav").write_bytes((tmp_path / "radio.wav").read_bytes())
        with pytest.raises(Altered, match="not the bytes that were added"):
            examined.draw(case, found)


def test_few_passages_are_drawn_close_up(case: Case) -> None:
    found = examined.gather(case, "new.wav")
    drawn = examined.draw(case, found, close=1)
    assert list(drawn.passages) == ["A"]
    assert "1 of 2 passages are drawn close up; all are in the table." in drawn.notices


def test_nothing_is_written_over(tmp_path: Path, case: Case) -> None:
    found = examined.gather(case, "new.wav")
    (tmp_path / examined.JSON).write_text("mine")
    with pytest.raises(UsageError, match="there already"):
        examined.write(found, None, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [examined.JSON]
    examined.write(found, None, tmp_path, replace=True)
    assert json.loads((tmp_path / examined.JSON).read_bytes())["sound"]["name"] == "new.wav"


def test_none_found_stands_beside_its_controls(tmp_path: Path) -> None:
    with Case.open(str(make_case(tmp_path, found=False))) as case:
        own = examined.gather(case, "new.wav").sound.sha256
        body = Reuse(Outcome.NOT_OBSERVED, "No passage coincides.", (), (), (), (Controls(10, "as it is", 20, 20),))
        with case.adding_sounds() as sounds:
            sounds.note(make_finding("reuse", own, Method("landmarks", "1"), body))
        told = words(html.fromstring(examined.render(examined.gather(case, "new.wav"))))
    assert "Not observed. No passage coincides." in told
    assert "as it is 10 20 20" in told
