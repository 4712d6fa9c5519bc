import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]
EXAMPLES = Path(__file__).parents[2] / "examples" / "recording"


def test_a_tour_under_headings(purport: Run, folder: Path) -> None:
    result = purport("demo")
    headings = [line.strip("= ") for line in result.stdout.splitlines() if line.endswith("===") and line[0].isdigit()]
    assert headings == [
        "1. The reports",
        "2. One report as it was read",
        "3. What no source commits to",
        "4. What is denied",
        "5. Every line leads back to exact words",
        "6. Your own reports",
    ]
    assert "- recording/radio-undated.txt: outlet not known | date not known" in result.stdout
    assert (result.exit_code, result.stderr, list(folder.iterdir())) == (0, "", [])


def test_a_case_to_keep(purport: Run) -> None:
    assert "$ purport claims tour.case --about WORDS" in purport("demo", "--case", "tour.case").stdout
    assert purport("verify", "tour.case").stdout.startswith("checked: reports 7,")


def test_json_is_the_claims(purport: Run) -> None:
    result = purport("demo", "--json")
    paths = [json.loads(line)["path"] for line in result.stdout.splitlines()]
    assert len(set(paths)) > 3
    assert all((EXAMPLES / Path(path).name).exists() for path in paths)
