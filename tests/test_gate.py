"""The annotated reports keep to their format, and their README says what they hold."""

import re
import sys
from pathlib import Path

import pytest

GATE = Path(__file__).parent / "gate"
sys.path.insert(0, str(GATE))

import check  # noqa: E402

REPORTS = sorted(GATE.glob("*.conllu"))


def test_the_reports_are_without_fault_and_as_many_as_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main(REPORTS) == 0
    (counts,) = capsys.readouterr().out.splitlines()
    said = " ".join((GATE / "README.md").read_text(encoding="utf-8").split())
    shown = {name: int(number.replace(",", "")) for number, name in re.findall(r"([\d,]*\d) (\w+)", said)}
    found = {name: int(number) for name, number in (item.split(" ") for item in counts.split(", "))}
    assert found.pop("reports") == sum(f"| `{path.stem}` |" in said for path in REPORTS)
    assert {name: shown.get(name) for name in found} == found


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("1\tGo\tgo\tVERB\tVB\t_\t1\troot\t_\tSpaceAfter=No", "head 0 and relation root belong together"),
        ("1\tGo\tgo\tVERB\tVBE\t_\t0\troot\t_\tSpaceAfter=No", "unknown tag or relation at 1 Go: VERB VBE root"),
        ("1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No|Event=deed|Factuality=CT+", "unknown class or value at 1 Go"),
        ("1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No|Entity=I-place", "Entity I-place goes on from O at 1 Go"),
        ("1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No|Timex=B-DATE", "a time and its value belong together: 1 Go"),
        ("1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No|Value=2031", "a time and its value belong together: 1 Go"),
        ("1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No|Timex=B-DATE|Value=P2D", "P2D is no value of a DATE: 1 Go"),
        ("1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No|Mention=4", "mention 4 corefers with nothing"),
        ("1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No|Attr=A1:source", "attribution A1 has neither cue nor content"),
    ],
)
def test_a_fault_is_named(line: str, fault: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "made.conllu"
    path.write_text(f"# newdoc id = made\n# written = 2031-02-14\n# newpar\n# sent_id = made-1\n# text = Go\n{line}\n\n")
    assert check.main([path]) == 1
    assert fault in capsys.readouterr().out


@pytest.mark.parametrize("line", ["", "# written = 2031-02-31\n", "# written = 2031-02-14\n# written = 2031-02-15\n"])
def test_a_report_says_when_it_was_written(line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "made.conllu"
    word = "1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No"
    path.write_text(f"# newdoc id = made\n{line}# newpar\n# sent_id = made-1\n# text = Go\n{word}\n\n")
    assert check.main([path]) == 1
    assert "the first sentence needs `# written = ` and one day" in capsys.readouterr().out


def test_what_the_reader_may_say_may_be_annotated(tmp_path: Path) -> None:
    path = tmp_path / "made.conllu"
    line = "1\ta@b.example\ta@b.example\tX\tADD\t_\t0\troot\t_\tSpaceAfter=No"
    path.write_text(f"# newdoc id = made\n# written = 2031-02-14\n# newpar\n# sent_id = made-1\n# text = a@b.example\n{line}\n\n")
    assert check.main([path]) == 0
