import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from purport.wire import load_analysis

Run = Callable[..., Result]
Write = Callable[..., None]
OPEN = "Officials said that the bridge at Karst is open."
SHUT = "Residents denied that the bridge at Karst is open."


def test_a_report_as_a_person_reads_it(purport: Run, write: Write) -> None:
    write(**{"a.txt": OPEN})
    result = purport("read", "a.txt", "--published", "2031-03-06", "--width", "60")
    assert (
        result.stdout
        == """\
[source]  <cue>  {content}  ~furniture: page text that is
not the report~  numbers lead to the list below the text

== a.txt ==
outlet not known | 2031-03-06, given
a.txt

[1:Officials] <1:said> that {1:the bridge at Karst is open}.

1 attribution
 1 [Officials] (anonymous official) | <said> | says it is
   certain CT+
   {the bridge at Karst is open}
"""
    )
    assert (result.exit_code, result.stderr) == (0, "")


def test_json_is_a_record_a_line_in_order_and_nothing_else(purport: Run, write: Write) -> None:
    write(**{f"in/{number:02}.txt": OPEN for number in range(10)})
    result = purport("read", "--json", "in")
    analyses = [load_analysis(line) for line in result.stdout.splitlines()]
    assert [analysis.report.path for analysis in analyses] == [f"in/{number:02}.txt" for number in range(10)]
    assert (result.exit_code, result.stderr) == (0, "")


def test_alone_or_in_any_order_a_report_gives_the_same_record(purport: Run, write: Write) -> None:
    write(**{"a.txt": OPEN, "b.txt": SHUT})
    both = purport("read", "--json", "a.txt", "b.txt").stdout.splitlines()
    assert purport("read", "--json", "b.txt", "a.txt").stdout.splitlines() == both[::-1]
    assert purport("read", "--json", "b.txt").stdout.splitlines() == both[1:]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "the file is empty"),
        ("  \n ", "there is nothing but blanks"),
        (bytes(range(256)) * 20, "text expected"),
        ("<html><body><nav><a href='/'>Home</a></nav></body></html>", "article"),
        ("Die Brücke ist nach Angaben der Behörden seit gestern wieder für den Verkehr geöffnet. " * 5, "English"),
    ],
)
def test_a_report_that_cannot_be_read_is_named_in_a_line_and_the_rest_go_on(
    purport: Run, write: Write, content: str | bytes, reason: str
) -> None:
    write(**{"bad.txt": content, "good.txt": OPEN})
    result = purport("read", "--json", "bad.txt", "good.txt")
    assert json.loads(result.stdout)["report"]["path"] == "good.txt"
    assert result.stderr.startswith("purport: bad.txt: ")
    assert reason in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.exit_code == 1


def test_a_path_with_nothing_under_it(purport: Run, write: Write) -> None:
    write(**{"good.txt": OPEN})
    beside = purport("read", "--json", "none.txt", "good.txt")
    assert (beside.exit_code, beside.stdout.count("\n"), beside.stderr.count("\n")) == (1, 1, 1)
    alone = purport("read", "none.txt")
    assert (alone.exit_code, alone.stdout) == (2, "")
    assert "nothing is there: 'none.txt'" in alone.stderr


@pytest.mark.parametrize("bad", range(7))
def test_a_fault_of_purport_in_one_report_costs_no_other(purport: Run, write: Write, bad: int) -> None:
    write(**{f"{number}.txt": "The army denied a BREAKDOWN of talks." if number == bad else OPEN for number in range(7)})
    result = purport("read", "--json", ".")
    read = [json.loads(line)["report"]["path"] for line in result.stdout.splitlines()]
    assert read == [f"{number}.txt" for number in range(7) if number != bad]
    assert result.stderr == (
        f"purport: {bad}.txt: RuntimeError: [red]no\\x1b[31m such thing (a fault in Purport, not in the report; --debug shows where)\n"
    )
    assert result.exit_code == 1


def test_debug_shows_where_the_fault_is(purport: Run, write: Write) -> None:
    write(**{"a.txt": "The army denied a BREAKDOWN of talks."})
    result = purport("read", "a.txt", "--debug")
    assert "Traceback" in result.stderr
    assert "\x1b" not in result.stderr


def test_a_hostile_report_reaches_no_terminal(purport: Run, write: Write, folder: Path) -> None:
    words = "Officials said the [bold]bridge[/bold] is \x9b31m&lt;b&gt;open&lt;/b&gt; &#8238;now, and it was day {} of the long wait."
    page = "".join(f"<p>{words.format(day)} Nobody had expected the repairs to take so many weeks.</p>" for day in range(12))
    html = f"<head><title>A &#8238;title</title></head><body><article><h1>A &#8238;title</h1>{page}</article></body>"
    write(**{"page.html": f"<html>{html}</html>"})
    write(**{"text.txt": "Officials said the \x1b]0;x\x07bridge is \u202eopen [link=file:///etc/passwd]here[/link]."})
    result = purport("read", "--colour", "never", ".")
    assert result.exit_code == 0
    for character in ("\x1b", "\x07", "\x9b", "\u202e"):
        assert character not in result.stdout
    assert "\\x1b]0;x\\x07bridge is \\u202eopen [link=file:///etc/passwd]here[/link]" in result.stdout


def test_a_call_is_folded_until_asked_for(purport: Run, write: Write) -> None:
    write(**{"a.txt": "Dormu urged people to leave the city. Kesmar offered a reward."})
    folded, shown = purport("read", "a.txt").stdout, purport("read", "a.txt", "--unfold").stdout
    assert folded.count("[call folded; --unfold shows it]") == 2
    assert "leave the city" not in folded
    assert shown.count("leave the city") == 2
    assert "exhortation" in folded


@pytest.mark.parametrize(
    ("arguments", "environment", "coloured"),
    [
        ((), {}, False),
        (("--colour", "always"), {}, True),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--colour", "never"), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour(
    purport: Run, write: Write, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], environment: dict[str, str], coloured: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    write(**{"a.txt": OPEN})
    assert ("\x1b[" in purport("read", "a.txt", *arguments).stdout) == coloured


def test_an_odd_encoding_is_told(purport: Run, write: Write) -> None:
    write(**{"a.txt": "“Officials” said the café is open.".encode("cp1252")})
    assert "a.txt | in windows-1252\n" in purport("read", "a.txt").stdout
