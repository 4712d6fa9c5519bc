"""The command line with a reader that needs no weights, in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.fake_reader import FakeReader
from purport.cli import main

Run = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which commands run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def purport(folder: Path) -> Run:
    """Run a command line, ``purport("read", "a.txt")``; ``write`` reports into ``folder`` before."""

    def run(*arguments: str) -> Result:
        result = CliRunner().invoke(main, arguments, obj=FakeReader)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


@pytest.fixture
def write(folder: Path) -> Callable[..., None]:
    """Write files: ``write(**{"a.txt": "text"})``; a text goes in as UTF-8."""

    def written(**files: str | bytes) -> None:
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)

    return written
