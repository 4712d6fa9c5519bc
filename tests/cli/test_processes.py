"""What only a process of its own shows: signals, pipes, locales, and what is imported."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from purport.store import Case

FAKE = str(Path(__file__).with_name("fake_reader.py"))
OPEN = "Officials said that the bridge at Karst is open."
HEAVY = ("onnxruntime", "trafilatura", "numpy", "sqlalchemy", "rich", "tokenizers", "lxml")


def start(folder: Path, *arguments: str, **environment: str) -> subprocess.Popen[bytes]:
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([sys.executable, FAKE, *arguments], cwd=folder, env=os.environ | environment, **pipes)


def reports(folder: Path, number: int, text: str = OPEN) -> None:
    (folder / "in").mkdir()
    for each in range(number):
        (folder / "in" / f"{each:04}.txt").write_text(f"{text} It is day {each}.", encoding="utf-8")


def kept(case: Path) -> int:
    try:
        with Case.open(str(case)) as opened:
            return opened.counts().reports
    except Exception:
        return 0


def test_ctrl_c_in_the_middle_keeps_what_was_written_and_goes_on(tmp_path: Path) -> None:
    reports(tmp_path, 40, f"SLOWLY it went. {OPEN}")
    build = start(tmp_path, "build", "c.case", "in")
    deadline = time.monotonic() + 60
    while kept(tmp_path / "c.case") < 3 and time.monotonic() < deadline:
        time.sleep(0.1)
    build.send_signal(signal.SIGINT)
    stdout, stderr = build.communicate(timeout=60)
    assert (build.returncode, stdout) == (130, b"")
    assert stderr.startswith(b"purport: stopped\npurport: reports added and kept: ")
    assert b"Traceback" not in stderr
    with Case.open(str(tmp_path / "c.case")) as case:
        written = case.counts().reports
        assert not list(case.verify())
    assert f"kept: {written};".encode() in stderr
    assert 3 <= written < 40


def test_ctrl_c_while_reading(tmp_path: Path) -> None:
    reports(tmp_path, 40, f"SLOWLY it went. {OPEN}")
    read = start(tmp_path, "read", "--json", "in")
    assert read.stdout is not None
    assert read.stdout.readline().startswith(b'{"schema"')
    read.send_signal(signal.SIGINT)
    _, stderr = read.communicate(timeout=60)
    assert (read.returncode, stderr) == (130, b"purport: stopped\n")


@pytest.mark.parametrize("arguments", [("read", "in"), ("read", "--json", "in")])
def test_nobody_reads_on(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    reports(tmp_path, 300, f"{OPEN} " * 20)
    with start(tmp_path, *arguments) as read:
        assert read.stdout is not None
        assert read.stderr is not None
        assert read.stdout.readline()
        read.stdout.close()
        assert read.stderr.read() == b""
        assert read.wait(timeout=60) == 0


@pytest.mark.parametrize("arguments", [("read", "in"), ("read", "--json", "in")])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_behind_the_output(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    reports(tmp_path, 2)
    command = [sys.executable, FAKE, *arguments]
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (run.returncode, run.stderr) == (1, b"purport: stopped: No space left on device\n")


def test_utf8_whatever_the_locale(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"“Café” – Пресса. {OPEN}", encoding="utf-8")
    locale = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    stdout, stderr = start(tmp_path, "read", "--json", ".", **locale).communicate(timeout=60)
    assert stderr == b""
    assert json.loads(stdout)["report"]["text"].startswith("“Café” – Пресса.")
    stdout, _ = start(tmp_path, "read", ".", **locale).communicate(timeout=60)
    assert "“Café” – Пресса." in stdout.decode("utf-8")


def test_statuses(tmp_path: Path) -> None:
    reports(tmp_path, 1)
    (tmp_path / "empty.txt").write_bytes(b"")
    for arguments, status in [(("read", "in"), 0), (("read", "in", "empty.txt"), 1), (("read", "none"), 2), (("reed",), 2)]:
        process = start(tmp_path, *arguments)
        process.communicate(timeout=60)
        assert process.returncode == status, arguments


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("read", "--help"), ("build", "--help"), ("claims", "--help")])
def test_help_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    call = f"from purport.cli import main; main({arguments!r}, standalone_mode=False)"
    script = f"import sys; {call}; print([name for name in {HEAVY!r} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"
