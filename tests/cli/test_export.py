from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from purport.export import FORMATS
from witnessed import CALL, built

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def case(folder: Path) -> None:
    with built(address=str(folder / "vesk.case")):
        pass


def test_all_formats_by_default(purport: Run, folder: Path) -> None:
    result = purport("export", "vesk.case", "--to", "out")
    assert result.exit_code == 0
    written = result.stdout.splitlines()
    assert len(written) >= len(FORMATS)
    assert sorted(written) == sorted(f"out/{path.name}" for path in (folder / "out").iterdir())


def test_one_format(purport: Run, folder: Path) -> None:
    assert purport("export", "vesk.case", "--to", "out", "--format", "markdown").stdout == "out/case.md\n"
    again = purport("export", "vesk.case", "--to", "out", "--format", "markdown")
    assert (again.exit_code, "there already: case.md" in again.stderr) == (2, True)
    assert purport("export", "vesk.case", "--to", "out", "--format", "markdown", "--replace").exit_code == 0
    assert "none of csv, xlsx" in purport("export", "vesk.case", "--to", "out", "--format", "doc").stderr


def test_redacted(purport: Run, folder: Path) -> None:
    (folder / "names.txt").write_text("\nIlo Vashan\nAda Roe\n", encoding="utf-8")
    result = purport("export", "vesk.case", "--to", "out", "--format", "csv", "--redact", "witnesses", "--redact", "names.txt")
    assert result.exit_code == 1
    assert "Ada Roe: nobody in the case is called so" in result.stderr
    claims = (folder / "out" / "claims.csv").read_text(encoding="utf-8")
    assert "Tessa" not in claims and "[person 3]" in claims


@pytest.mark.parametrize(("names", "told"), [("gone.txt", "a file with a name a line expected"), ("...", "a name expected")])
def test_names_that_are_none(purport: Run, folder: Path, names: str, told: str) -> None:
    result = purport("export", "vesk.case", "--to", "out", "--redact", names)
    assert (result.exit_code, told in result.stderr) == (2, True)
    assert not (folder / "out").exists()


def test_unfolded(purport: Run, folder: Path) -> None:
    for number, options in enumerate(((), ("--unfold",))):
        purport("export", "vesk.case", "--to", str(number), "--format", "csv", *options)
        assert (CALL in (folder / str(number) / "claims.csv").read_text(encoding="utf-8")) is bool(options)
