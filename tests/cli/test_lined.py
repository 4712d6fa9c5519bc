"""Lines as they are printed: nothing twice, nothing that a comma stands behind."""

from io import StringIO

import pytest
from rich.console import Console

from purport.cli.lined import print_lines, say_if_nothing, unstopped
from purport.dossier.lines import Citation, Line, Section
from purport.records import Factuality


def line(value: str, **fields: object) -> Line:
    given = {"not_before": "2031-03-06", "not_after": "2031-03-06", "factuality": Factuality.CERTAIN, "origins": 1, **fields}
    return Line(Section.RECORDING, "audio", "released", value, citations=(Citation("a.txt", 3, 9),), **given)  # type: ignore[arg-type]


def printed(*lines: Line) -> str:
    out = StringIO()
    print_lines(Console(file=out, width=100), lines)
    return out.getvalue()


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("“We are still here,”", "“We are still here”"),
        ("the bridge was reopened.", "the bridge was reopened"),
        ("a raid in the U.S.", "a raid in the U.S."),
        ("Tolk Corp.", "Tolk Corp."),
        ("and then...", "and then..."),
        ("dead", "dead"),
        ("", ""),
    ],
)
def test_what_stands_before_a_comma_has_no_stop(value: str, shown: str) -> None:
    assert unstopped(value) == shown


def test_days_that_are_the_value_are_not_said_twice() -> None:
    assert printed(line("2031-03-06")).count("2031-03-06") == 1
    assert printed(line("put out on Thursday")).count("2031-03-06") == 1


def test_what_is_folded_is_called_none_of_the_three() -> None:
    shown = printed(line("Rise up!", is_folded=True))
    assert "Rise" not in shown
    assert "[call, threat or offer folded; --unfold shows it]" in shown


def test_a_name_of_which_nothing_is_told_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    say_if_nothing([], "Ada Vel")
    assert "Ada Vel: nothing is told here" in capsys.readouterr().err
    say_if_nothing([], None)
    say_if_nothing([line("x")], "Ada Vel")
    assert not capsys.readouterr().err
