"""Make the pictures of the README: ``python docs/make_pictures.py`` from the root of a checkout.

``docs/images/read.svg`` shows one report of the example case, as ``purport read`` shows it on a terminal, and ``docs/images/dating.svg``
when another was written, as ``purport date --chart`` draws it. ``docs/images/passages.svg`` shows two sounds made for it, as
``purport recording report`` draws passages that coincide. Where Chromium is installed, ``docs/images/workbench.png`` is made, the
first page of the workbench over the example case; and a ``read.png``, to be looked at, which is not kept.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from scipy.io import wavfile

from purport import examined, examining
from purport.analyse import analyse, date_report, read_with
from purport.audio.landmarks import RATE
from purport.cli.dated import drawn
from purport.cli.view import print_legend, print_view
from purport.findings import Earlier
from purport.ingest import read_document, read_manifest
from purport.pictures import save_sheet
from purport.reader import Reader
from purport.records import Analysis
from purport.store import Case

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
SHOWN = "recording/meridian-wire.txt"
UNDATED = "recording/radio-undated.txt"
WIDTH = 96
LINE_HEIGHT, CELL_WIDTH, FRAME = 24.4, 12.2, 60
MAIN = "from purport.cli import main; main()"
THEME = TerminalTheme((22, 24, 28), (222, 224, 228), [(22, 24, 28), *[(222, 224, 228)] * 7])

_FETCHED_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""Rich names a font to be fetched; a picture in a README fetches nothing, and falls back to the reader's own."""


def read_example() -> Analysis:
    """The report shown, read with what the manifest says of it."""
    with chdir(ROOT / "examples"), Reader() as reader:
        (given,) = (entry.given for entry in read_manifest("recording/manifest.csv") if entry.path == SHOWN)
        ((_, analysis),) = analyse([read_document(SHOWN, given)], reader)
    return analysis


def draw(analysis: Analysis) -> str:
    """The view of a report as SVG."""
    console = Console(
        record=True, file=io.StringIO(), width=WIDTH, force_terminal=True, color_system="truecolor", markup=False, highlight=False
    )
    print_legend(console)
    print_view(console, analysis)
    picture = console.export_svg(title=f"purport read {SHOWN}", theme=THEME, unique_id="read")
    return _FETCHED_FONT.sub("", picture)


def draw_example(target: Path) -> None:
    """When the undated report of the example case was written."""
    with chdir(ROOT / "examples"), Reader() as reader:
        document = read_document(UNDATED)
        ((_, dated),) = read_with([document], reader, date_report)
    if dated.dating is not None:
        save_sheet(drawn(dated.report, dated.dating), target)


def draw_passages(target: Path) -> None:
    """A sound beside an earlier one of which it has two passages, as the search finds them."""
    sys.path.append(str(ROOT / "tests"))
    from audio.sounds import babble, noisy

    old, new = babble(90, 3), babble(120, 5)
    new[20 * RATE : 31 * RATE], new[80 * RATE : 88 * RATE] = old[60 * RATE : 71 * RATE], old[10 * RATE : 18 * RATE]
    with TemporaryDirectory() as scratch, Case.open(f"{scratch}/my.case", create=True) as case:
        for name, samples in (("message.wav", noisy(new, 20)), ("speech-2029.wav", old)):
            wavfile.write(f"{scratch}/{name}", RATE, (np.clip(samples, -1, 1) * 32_767).astype(np.int16))
        examining.add_earlier(case, f"{scratch}/speech-2029.wav", Earlier("2029-05-01", "https://example.org/speech"))
        own = examining.add(case, f"{scratch}/message.wav").sha256
        examining.reuse(case, own, many=0)
        (pair,) = examined.draw(case, examined.gather(case, own), close=0).pairs.values()
    target.write_bytes(pair.content)


def draw_workbench(target: Path) -> None:
    """The first page of the workbench, where Chromium is installed."""
    with TemporaryDirectory() as scratch:
        kept = Path(scratch) / "example.case"
        subprocess.run([sys.executable, "-c", MAIN, "demo", "--case", str(kept)], check=True, capture_output=True)
        with subprocess.Popen([sys.executable, "-c", MAIN, "serve", str(kept), "--port", "0"], stdout=subprocess.PIPE, text=True) as server:
            address = (server.stdout.readline() if server.stdout else "").split(": ", 1)[1].strip()
            _shoot(address, target, "1200,820")
            server.terminate()


def look_at(picture: Path) -> None:
    """A PNG of an SVG, where Chromium is installed."""
    lines = picture.read_text(encoding="utf-8").count('<clipPath id="read-line-') + 1
    size = f"{round(WIDTH * CELL_WIDTH) + FRAME},{round(lines * LINE_HEIGHT) + 2 * FRAME}"
    _shoot(picture.as_uri(), picture.with_suffix(".png"), size)


def _shoot(address: str, target: Path, size: str) -> None:
    browser = shutil.which("chromium")
    if browser is None:
        return
    shot = [f"--screenshot={target}", f"--window-size={size}", "--hide-scrollbars", address]
    with TemporaryDirectory() as profile:
        quiet = ["--disable-background-networking", "--no-first-run", f"--user-data-dir={profile}"]
        subprocess.run(
            [browser, "--headless", "--no-sandbox", "--disable-gpu", *quiet, *shot], check=True, capture_output=True, timeout=120
        )


if __name__ == "__main__":
    IMAGES.mkdir(exist_ok=True)
    target = IMAGES / "read.svg"
    target.write_text(draw(read_example()), encoding="utf-8")
    look_at(target)
    draw_example(IMAGES / "dating.svg")
    draw_passages(IMAGES / "passages.svg")
    draw_workbench(IMAGES / "workbench.png")
