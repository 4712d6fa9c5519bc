"""``purport changes``, and the origins that ``purport conflicts`` and it tell of."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from click.testing import Result

import factory
from purport.records import Factuality, SpeechAct
from purport.store import Case

Run = Callable[..., Result]
Write = Callable[..., None]

OPENED = "engineers opened the flood gates at Karst during the night"


@pytest.fixture(autouse=True)
def case(purport: Run, write: Write) -> None:
    """A case of three reports: a claim with its denial, a copy of it, and one who leaves it open."""
    write(
        **{
            "a.txt": f"Officials said that {OPENED}. Mayor Brandt denied that {OPENED}.",
            "b.txt": f"Officials said that {OPENED}.",
            "c.txt": f"The coastguard could not confirm that {OPENED}.",
            "m.csv": "path,outlet,published,retrieved\n"
            "a.txt,The Courier,2031-03-06,2031-03-08\nb.txt,The Herald,2031-03-07,\nc.txt,,2031-03-09,2031-03-09\n",
        }
    )
    assert purport("build", "c.case", "--manifest", "m.csv").exit_code == 0


def lines(purport: Run, *arguments: str) -> list[str]:
    return [line.rstrip() for line in purport(*arguments, "--width", "80").stdout.splitlines()]


def test_answers_on_two_clocks(purport: Run) -> None:
    assert lines(purport, "changes", "c.case") == [
        f"== Is it so: {OPENED}?",
        "1 2031-03-06 | yes, says it is certain CT+ | out 2031-03-06, taken in 2031-03-08",
        "  Officials, The Courier [a.txt:20]",
        "  Two reports, one origin: The Courier.",
        "  contradicts 2",
        "2 2031-03-06 | no, denies CT- | out 2031-03-06, taken in 2031-03-08",
        "  Mayor Brandt, The Courier [a.txt:105]",
        "  contradicts 1",
        "3 2031-03-07 | yes, says it is certain CT+ | out 2031-03-07",
        "  Officials, The Herald [b.txt:20]",
        "  Two reports, one origin: The Courier.",
        "",
        "1 question, 3 answers",
    ]


def test_json_has_every_answer(purport: Run) -> None:
    (line,) = purport("changes", "c.case", "--json").stdout.splitlines()
    asked = json.loads(line)
    assert asked["question"] == f"Is it so: {OPENED}?"
    assert [each["value"] for each in asked["answers"]] == ["yes", "no", "yes"]
    assert [each["retrieved"] for each in asked["answers"]] == ["2031-03-08", "2031-03-08", None]
    assert {"relation": "contradicts", "first": 1, "second": 2, "condition": None} in asked["standing"]
    first = asked["answers"][0]
    assert first["words"] == OPENED
    assert [each["reports"] for each in first["origins"]] == [["a.txt", "b.txt"]]


@pytest.mark.parametrize(("words", "found"), [("FLOOD gates", 1), ("is it so", 1), ("harbour", 0)])
def test_about(purport: Run, words: str, found: int) -> None:
    assert len(purport("changes", "c.case", "--about", words, "--json").stdout.splitlines()) == found


def test_nothing_to_show(purport: Run, write: Write) -> None:
    write(**{"d.txt": f"Officials said that {OPENED}."})
    purport("build", "d.case", "d.txt")
    assert purport("changes", "d.case").stdout == "no questions, no answers\n"


def test_no_case(purport: Run) -> None:
    result = purport("changes", "none.case")
    assert result.exit_code == 2
    assert "none.case" in result.stderr


def test_conflicts_tell_how_many_reports_have_how_many_origins(purport: Run) -> None:
    assert "    Two reports, one origin: The Courier." in lines(purport, "conflicts", "c.case")


def test_conflicts_in_json_have_the_origins_of_both_sides(purport: Run) -> None:
    found = [json.loads(line) for line in purport("conflicts", "c.case", "--json").stdout.splitlines()]
    denied = next(each for each in found if each["relation"] == "contradicts")
    assert denied["left"]["carried"] == "Two reports, one origin: The Courier."
    assert [each["name"] for each in denied["right"]["origins"]] == ["Mayor Brandt"]
    assert denied["left"]["origins"][0]["reports"] == ["a.txt", "b.txt"]


def test_the_words_of_calls_are_folded_in_questions(purport: Run) -> None:
    said, denied = f"{OPENED}, and told all to burn the mills", f"{OPENED}, or told all to burn the mills"
    one = factory.told(f"Officials said {said}. Brandt denied {denied}.", ("Officials", "said", said), ("Brandt", "denied", denied))
    urged = factory.attribution(one.report, None, "told", "to burn the mills", speech_act=SpeechAct.EXHORTATION)
    claim, denial = one.claims[0], replace(one.claims[1], factuality=Factuality.CERTAINLY_NOT)
    layers = {"attributions": (*one.attributions, urged), "claims": (claim, denial, factory.claim(one.report, urged))}
    with Case.open("e.case", create=True) as opened:
        opened.add(replace(one, **layers), factory.original(one.report), reader="1")
    assert "burn" not in purport("changes", "e.case").stdout
    assert "burn" in purport("changes", "e.case", "--unfold").stdout
    assert "burn" in purport("changes", "e.case", "--json").stdout


def test_what_a_person_has_rejected_counts_for_nothing(purport: Run) -> None:
    found = [json.loads(line) for line in purport("comparisons", "c.case", "--json").stdout.splitlines()]
    copy = next(each for each in found if each["type"] == "copy")
    assert purport("judge", "c.case", copy["id"], "--decision", "reject", "--author", "A. Brisk").exit_code == 0
    assert "    Two reports, one origin: The Courier." not in lines(purport, "conflicts", "c.case")
    assert "  Two reports, one origin: The Courier." not in lines(purport, "changes", "c.case")
