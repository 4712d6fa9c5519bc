import json
from collections.abc import Callable

import pytest
from click.testing import Result

Run = Callable[..., Result]
Write = Callable[..., None]


@pytest.fixture(autouse=True)
def case(purport: Run, write: Write) -> None:
    """A case of three reports."""
    write(
        **{
            "a.txt": "Officials said that the bridge at Karst is open. Dormu urged people to leave the city.",
            "b.txt": "Mayor Brandt denied that the bridge at Karst is open.",
            "c.txt": "The army could not confirm the report.",
            "m.csv": "path,outlet,published\na.txt,The Courier,2031-03-06\nb.txt,The Herald,\nc.txt,,\n",
        }
    )
    assert purport("build", "c.case", "--manifest", "m.csv").exit_code == 0


def contents(purport: Run, *filters: str) -> list[str]:
    lines = purport("claims", "c.case", "--json", *filters).stdout.splitlines()
    return [json.loads(line)["content"][0]["words"] for line in lines]


def test_the_table(purport: Run) -> None:
    result = purport("claims", "c.case", "--source", "o", "--limit", "3", "--width", "80")
    assert [line.rstrip() for line in result.stdout.splitlines()] == [
        "== The Courier | 2031-03-06, given | a.txt",
        "source                 how sure       content                                 at",
        "--------------------------------------------------------------------------------",
        "Officials (anonymous   says it is     the bridge at Karst is open             20",
        "official)              certain CT+",
        "Dormu (anonymous       says it is     [call folded; --unfold shows it]        61",
        "other)                 certain CT+,",
        "                       exhortation",
        "",
        "== The Herald | date not known | b.txt",
        "Mayor Brandt           denies CT-     the bridge at Karst is open             25",
        "(anonymous official)",
        "",
        "3 claims",
    ]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (("--source", "OFFICIALS"), ["the bridge at Karst is open"]),
        (("--factuality", "CT-"), ["the bridge at Karst is open"]),
        (("--factuality", "uu"), ["the report"]),
        (("--about", '"at karst"'), ["the bridge at Karst is open"] * 2),
        (("--about", "bridge", "--outlet", "herald"), ["the bridge at Karst is open"]),
        (("--text", "confirm"), ["the report"]),
        (("--type", "anonymous_official"), ["the bridge at Karst is open"]),
        (("--limit", "1"), ["the bridge at Karst is open"]),
        (("--about", "flood"), []),
    ],
)
def test_filters(purport: Run, filters: tuple[str, ...], found: list[str]) -> None:
    assert contents(purport, *filters)[: len(found)] == found
    assert len(contents(purport, *filters)) >= len(found)


def test_calls_are_shown_when_asked_for(purport: Run) -> None:
    assert "leave the city" not in purport("claims", "c.case").stdout
    assert "people to leave the city" in purport("claims", "c.case", "--unfold", "--width", "200").stdout


def test_nothing_fits(purport: Run) -> None:
    result = purport("claims", "c.case", "--about", "flood")
    assert (result.exit_code, result.stdout) == (0, "no claims\n")


def test_many_pages_have_one_head(purport: Run, write: Write) -> None:
    write(**{"many.txt": "Officials said it rained. " * 120})
    purport("build", "c.case", "many.txt")
    shown = purport("claims", "c.case", "--text", "rained").stdout
    assert (shown.count("how sure"), shown.count("many.txt"), shown.count("it rained")) == (1, 1, 120)
    assert shown.endswith("120 claims\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("none.case",), "none.case: there is no such case"),
        (("a.txt",), "a.txt: not a case"),
        (("c.case", "--factuality", "sure"), "'sure' is not one of"),
        (("c.case", "--type", "army"), "'army' is not one of"),
        (("c.case", "--limit", "0"), "0 is not in the range"),
    ],
)
def test_wrong_use(purport: Run, arguments: tuple[str, ...], sentence: str) -> None:
    result = purport("claims", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr
