from __future__ import annotations

from io import BytesIO

import pytest
from starlette.datastructures import UploadFile

from purport.errors import UsageError
from purport.ingest import Given
from purport.records import Interval
from purport.web.forms import Form
from purport.web.sent import sending


def form(*files: tuple[str, bytes], **values: str) -> Form:
    return Form(values, tuple(UploadFile(BytesIO(content), filename=name) for name, content in files))


def test_files_go_by_their_own_names() -> None:
    sent = sending(form(("in/a.txt", b"one"), ("b.html", b"two")))
    assert [(each.path, each.content, each.given) for each in sent.reports] == [("a.txt", b"one", Given()), ("b.html", b"two", Given())]


def test_what_is_said_of_all_is_said_of_each_that_the_manifest_says_nothing_of() -> None:
    table = b"path,outlet,published,mine\nin/a.txt,Hill Radio,2031-03-02,x\nin/c.txt,,,\n"
    sent = sending(form(("m.csv", table), ("a.txt", b"one"), ("b.txt", b"two"), outlet="The Post", published="2031"))
    day, year = Interval("2031-03-02", "2031-03-02"), Interval("2031-01-01", "2031-12-31")
    assert [each.given for each in sent.reports] == [Given(day, outlet="Hill Radio"), Given(year, outlet="The Post")]
    assert sent.notes == ("The manifest names 1 file that did not come: in/c.txt.",)


def test_the_manifest_tells_two_files_of_one_name_by_their_folders() -> None:
    table = b"path,outlet\nx/a.txt,The Post\ny/a.txt,Hill Radio\n"
    sent = sending(form(("m.csv", table), ("in/y/a.txt", b"one"), ("in/x/a.txt", b"two")))
    assert [each.given.outlet for each in sent.reports] == ["Hill Radio", "The Post"]


def test_a_text_is_kept_as_a_file_would_be() -> None:
    (sent,) = sending(form(text="One.\r\nTwo.", title="The bridge", url="https://example.org/a")).reports
    assert (sent.path, sent.content) == ("The bridge.txt", b"One.\nTwo.")
    assert sent.given == Given(title="The bridge", url="https://example.org/a")


def test_the_same_file_twice_is_one() -> None:
    assert len(sending(form(("a.txt", b"one"), ("in/a.txt", b"one"), ("a.txt", b"two"))).reports) == 2


@pytest.mark.parametrize(
    ("files", "values", "why"),
    [
        ((), {}, "nothing was sent"),
        ((), {"text": " \n "}, "nothing was sent"),
        ((("m.csv", b"path\na.txt\n"),), {}, "a manifest names reports"),
        ((("m.csv", b"name\na.txt\n"), ("a.txt", b"x")), {}, "m.csv: line 1: a column path expected"),
        ((("m.csv", b"\xff\xfe"), ("a.txt", b"x")), {}, "m.csv: a manifest in UTF-8 expected"),
        ((("a.txt", b"x"),), {"published": "yesterday"}, "a day, month, year or interval expected"),
        ((("a.txt", b"x"),), {"url": "javascript:alert(1)"}, "an address that begins with http"),
        ((("a.txt", b"x"), ("b.txt", b"x")), {"url": "https://example.org"}, "an address is that of one report"),
        ((("a.txt", b"x"),), {"outlet": "x" * 501}, "outlet: at most 500 characters expected, 501 were sent"),
        ((("a.txt", b"x"),), {"outlet": "The \u202ePost"}, "outlet: characters that can be shown"),
        ((), {"text": "Words.", "title": "a\nb"}, "title: characters that can be shown"),
    ],
)
def test_what_makes_no_sense_is_refused(files: tuple[tuple[str, bytes], ...], values: dict[str, str], why: str) -> None:
    with pytest.raises(UsageError, match=why):
        sending(form(*files, **values))
