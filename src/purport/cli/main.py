"""``purport``: the group of verbs, and what every one of them does when something goes wrong.

Nothing heavy is imported here or at the head of a verb's module: ``purport --help`` answers before the reader would be loaded.
"""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from purport.cli.build import build
from purport.cli.changes import changes
from purport.cli.claims import claims
from purport.cli.comparisons import comparisons
from purport.cli.conflicts import conflicts
from purport.cli.coverage import coverage
from purport.cli.date import date
from purport.cli.demo import demo
from purport.cli.dossier import dossier
from purport.cli.entities import entities
from purport.cli.events import events
from purport.cli.export import export
from purport.cli.figures import figures
from purport.cli.judging import judge, judgements, merge, split, undo
from purport.cli.ledger import ledger
from purport.cli.picture import picture
from purport.cli.read import read
from purport.cli.recording import recording
from purport.cli.serve import serve
from purport.cli.terminal import say, speak_utf8
from purport.cli.timeline import timeline
from purport.cli.verify import verify
from purport.cli.versions import versions
from purport.errors import PurportError, UsageError

EXAMPLES = """\b
Examples:
  purport demo                          a short tour, on reports that come with Purport
  purport read report.txt               one report, with who says what marked
  purport read --json reports/          a folder of reports, an object a line
  purport build my.case reports/        read reports into a case
  purport claims my.case --source army  who claims what
  purport conflicts my.case             where accounts part
  purport changes my.case               what was answered to a question over time
  purport date undated.txt              when a report was written, and why
  purport picture my.case timeline --to t.svg
  purport recording add my.case x.mp3   the file of a recording, to be examined
  purport export my.case --to files     tables, a report to read, records
  purport serve my.case                 the workbench, in a browser
  purport verify my.case                check every digest and span
"""
STOPPED = 130
"""Exit status after Ctrl-C, as shells have it: 128 and the number of the signal."""


class Verbs(click.Group):
    """The verbs. Failures that Purport explains become one sentence on stderr and an exit status."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order in which they are used."""
        return list(self.commands)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command line; the output is UTF-8 whatever the locale."""
        speak_utf8()
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb asked for."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except PurportError as error:
            say(str(error))
            ctx.exit(2 if isinstance(error, UsageError) else 1)
        except BrokenPipeError:
            _forget_output()
            ctx.exit(0)
        except OSError as error:
            say(f"stopped: {error.strerror or error}{f': {error.filename}' if error.filename else ''}")
            _forget_output()
            ctx.exit(1)
        except KeyboardInterrupt:
            say("stopped")
            ctx.exit(STOPPED)


def _forget_output() -> None:
    """Nothing more can be written (the disk is full, or ``| head`` has had enough): what is left goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


@click.group(cls=Verbs, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96})
@click.version_option(package_name="purport", message="%(prog)s %(version)s")
def main() -> None:
    """Read news reports as a careful reader would: who claims what, how surely, and on whose word.

    Purport never says what is true. It runs offline: nothing is sent anywhere.

    Exit status: 0 done, 1 some inputs failed (each named on stderr), 2 wrong use, 130 stopped with Ctrl-C.
    """


for verb in (
    demo,
    read,
    build,
    claims,
    conflicts,
    changes,
    dossier,
    ledger,
    figures,
    timeline,
    coverage,
    versions,
    comparisons,
    entities,
    events,
    merge,
    split,
    judge,
    undo,
    judgements,
    date,
    picture,
    recording,
    export,
    serve,
    verify,
):
    main.add_command(verb)
