"""The tour of ``purport demo``: the example case, built and shown under headings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.text import Text

import purport
from purport.adding.build import Build
from purport.cli.cases import compare, open_case
from purport.cli.failures import Failures
from purport.cli.inputs import find_inputs
from purport.cli.options import Asked
from purport.cli.progress import shown_progress
from purport.cli.table import print_claims
from purport.cli.terminal import open_stderr
from purport.cli.view import print_legend, print_view, print_wrapped
from purport.errors import UsageError
from purport.reader import Reader
from purport.records import Analysis, Factuality
from purport.store import Case, ClaimQuery
from purport.visible import flat, in_one_line
from purport.wording import counted, published

EXAMPLE = "recording"
SHOWN = "recording/meridian-wire.txt"
"""The report that is shown as a whole: a wire story of 2,300 characters with every kind of source."""


def find_examples() -> Path:
    """The folder of example cases: beside the package's modules where it is installed, beside ``src`` in a checkout."""
    package = Path(purport.__file__).parent
    for folder in (package / "examples", package.parent.parent / "examples"):
        if (folder / EXAMPLE / "manifest.csv").is_file():
            return folder
    raise UsageError(f"the example case expected in {package / 'examples'}, it is not there")


@contextmanager
def built_example(reader: Reader, kept_in: str | None) -> Iterator[Case]:
    """The example case, built in a file that is named or else thrown away.

    Reports go by their paths from the folder of examples, so that their ids are the same on every machine.
    """
    with TemporaryDirectory(prefix="purport-") as scratch:
        address = str(Path(kept_in or f"{scratch}/demo.case").absolute())
        stderr = open_stderr()
        with open_case(address, create=True) as case:
            with chdir(find_examples()):
                found = find_inputs(Asked(manifest=f"{EXAMPLE}/manifest.csv"))
                with shown_progress(stderr, len(found.inputs)) as advance:
                    Build(case, reader, Failures(stderr).add, advance).run(found)
            if kept_in is not None:
                compare(case, stderr)
            yield case


class Tour:
    """Headings, a few lines on each, and what Purport prints there."""

    def __init__(self, console: Console, case: Case, *, unfold: bool = False) -> None:
        self._console, self._case, self._unfold = console, case, unfold

    def show(self, *, kept_in: str | None) -> None:
        """The whole tour."""
        analyses = list(self._case.analyses())
        self._reports(analyses)
        for each in analyses:
            if each.report.path == SHOWN:
                self._one(each)
        self._claims()
        self._checks()
        self._next(kept_in)

    def _reports(self, analyses: list[Analysis]) -> None:
        self._heading("1. The reports")
        self._say(
            "Seven invented reports of a hidden leader's purported recording: a wire story, a paper, a page, a digest, an essay. "
            "A date is kept with what it rests on; what is not known is said to be not known."
        )
        for each in analyses:
            report = each.report
            facts = [report.outlet or "outlet not known", published(report.published), counted(len(each.claims), "claim")]
            print_wrapped(self._console, Text(f"{in_one_line(report.path)}: {flat(' | '.join(facts))}"), before="- ")

    def _one(self, analysis: Analysis) -> None:
        self._heading("2. One report as it was read")
        self._command(f"purport read {SHOWN}")
        print_legend(self._console)
        print_view(self._console, analysis, unfold=self._unfold)

    def _claims(self) -> None:
        self._heading("3. What no source commits to")
        self._command("purport claims CASE --factuality Uu")
        print_claims(self._console, self._case, ClaimQuery(factuality=Factuality.UNCOMMITTED), unfold=self._unfold)
        self._heading("4. What is denied")
        self._command("purport claims CASE --factuality CT-")
        print_claims(self._console, self._case, ClaimQuery(factuality=Factuality.CERTAINLY_NOT), unfold=self._unfold)

    def _checks(self) -> None:
        self._heading("5. Every line leads back to exact words")
        self._command("purport verify CASE")
        faults, counts = len(list(self._case.verify())), self._case.counts()
        self._say(f"checked {counted(counts.reports, 'report')} and {counted(counts.claims, 'claim')}: {counted(faults, 'fault')}")

    def _next(self, kept_in: str | None) -> None:
        self._heading("6. Your own reports")
        case = in_one_line(kept_in or "my.case")
        self._command(
            "purport read REPORT", f"purport build {case} FOLDER", f"purport claims {case} --about WORDS", f"purport serve {case}"
        )

    def _heading(self, words: str) -> None:
        self._console.print()
        self._console.rule(Text(words, "bold"), characters="=", align="left")
        self._console.print()

    def _say(self, words: str) -> None:
        print_wrapped(self._console, Text(words))
        self._console.print()

    def _command(self, *lines: str) -> None:
        for line in lines:
            print_wrapped(self._console, Text(line, "bold"), before="$ ")
        self._console.print()
