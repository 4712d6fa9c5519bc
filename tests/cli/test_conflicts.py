import json
from collections.abc import Callable

import pytest
from click.testing import Result

import factory
from cli.bridge import REPORTS
from purport.records import Factuality, SpeechAct
from purport.store import Case
from told import Saying, report

Run = Callable[..., Result]
Write = Callable[..., None]
PARTED = """\
== Is it so: Orla Vashan closed the northern bridge at Karst on Monday?

contradicts (denial) {0}
  Officials, 2031-03-06 says so, Mayor Brandt, 2031-03-06 says that it is not so
  - Officials, says it is certain CT+:
    Orla Vashan closed the northern bridge at Karst on Monday
    The Courier, 2031-03-06 [a.txt:20]
    One report, one origin: Officials.
  + Mayor Brandt, denies CT-:
    Orla Vashan closed the northern bridge at Karst
    The Courier, 2031-03-06 [a.txt:104]
    One report, one origin: Mayor Brandt.
"""


def build(purport: Run, write: Write) -> None:
    write(**REPORTS)
    assert purport("build", "c.case", "--manifest", "m.csv").exit_code == 0


def lines(purport: Run) -> list[dict[str, object]]:
    return [json.loads(line) for line in purport("conflicts", "c.case", "--json").stdout.splitlines()]


def test_the_listing(purport: Run, write: Write) -> None:
    build(purport, write)
    shown = purport("conflicts", "c.case").stdout
    assert PARTED.format(lines(purport)[0]["id"]) in shown
    assert "The Herald, date not known [b.txt:19]" in shown
    assert shown.endswith("2 questions, 4 pairs of accounts that part\n")
    assert max(map(len, shown.splitlines())) <= 80


def test_colour_changes_no_word(purport: Run, write: Write) -> None:
    build(purport, write)
    plain, coloured = (purport("conflicts", "c.case", "--colour", when).stdout for when in ("never", "always"))
    assert "\x1b[" in coloured
    assert without_colour(coloured) == plain


def without_colour(text: str) -> str:
    """A text without what colours it."""
    first, *rest = text.split("\x1b[")
    return first + "".join(part.split("m", 1)[1] for part in rest)


def test_json_has_both_accounts(purport: Run, write: Write) -> None:
    build(purport, write)
    first = lines(purport)[0]
    left = first["left"]
    assert isinstance(left, dict)
    assert (first["relation"], first["type"], first["judged"]) == ("contradicts", "denial", None)
    assert (left["path"], left["outlet"], left["source"], left["factuality"]) == ("a.txt", "The Courier", "Officials", "CT+")
    assert left["content"] == [{"start": 20, "end": 77, "words": "Orla Vashan closed the northern bridge at Karst on Monday"}]
    assert (left["said_not_before"], left["out_not_after"]) == ("2031-03-06", "2031-03-06")


def test_a_rejected_one_is_left_out_until_it_is_confirmed(purport: Run, write: Write) -> None:
    build(purport, write)
    id_ = str(lines(purport)[0]["id"])
    assert purport("judge", "c.case", id_, "--decision", "reject", "--author", "A. Brisk").exit_code == 0
    assert id_ not in purport("conflicts", "c.case").stdout
    assert purport("judge", "c.case", id_, "--decision", "confirm", "--author", "A. Brisk", "--note", "read twice").exit_code == 0
    assert "confirmed by A. Brisk: read twice" in purport("conflicts", "c.case").stdout


def test_calls_are_shown_when_asked_for(purport: Run) -> None:
    """In the words, and in the question that is made of them."""
    text = (
        "Officials said the northern commander urged herders to burn the old bridge. Mayor Brandt denied that the northern commander spoke."
    )
    said = "the northern commander urged herders to burn the old bridge"
    record = report(
        "a.txt",
        f"{text} He denied that the northern commander urged anybody.",
        Saying(said, "Officials"),
        Saying("the northern commander urged anybody", "Mayor Brandt", "denied", Factuality.CERTAINLY_NOT),
        Saying("herders to burn the old bridge", "the northern commander", "urged", act=SpeechAct.EXHORTATION),
        day="2031-03-06",
    )
    with Case.open("c.case", create=True) as case:
        case.add(record, factory.original(record.report), reader="reader")
    shown = purport("conflicts", "c.case").stdout
    assert "== Is it so: the northern commander urged [call folded; --unfold shows it]?" in shown
    assert "herders to burn" not in shown
    assert "herders to burn" not in purport("comparisons", "c.case").stdout
    assert "herders to burn the old bridge" in purport("conflicts", "c.case", "--unfold", "--width", "200").stdout
    assert said in purport("conflicts", "c.case", "--json").stdout


def test_a_case_without_reports(purport: Run) -> None:
    Case.open("c.case", create=True).close()
    result = purport("conflicts", "c.case")
    assert (result.exit_code, result.stdout) == (0, "no questions, no pairs of accounts that part\n")
    assert purport("conflicts", "c.case", "--json").stdout == ""


@pytest.mark.parametrize("verb", ["conflicts", "comparisons", "entities"])
@pytest.mark.parametrize(("name", "sentence"), [("none.case", "there is no such case"), ("a.txt", "not a case")])
def test_wrong_use(purport: Run, write: Write, verb: str, name: str, sentence: str) -> None:
    write(**{"a.txt": "Officials said so."})
    result = purport(verb, name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr
