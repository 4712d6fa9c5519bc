"""``purport read``: reports as a person reads them, or as JSON Lines."""

from __future__ import annotations

import click

from purport.adding.interrupts import undisturbed
from purport.cli.options import Asked, Look, debug_option, input_options, json_option, look_options
from purport.cli.terminal import open_stderr, open_stdout, print_json

EXAMPLES = """\b
Examples:
  purport read report.txt
  purport read --published 2031-03-06 report.txt
  purport read --json --manifest reports/manifest.csv > read.jsonl
  purport read --colour always reports/ | less -R
"""


@click.command(epilog=EXAMPLES)
@input_options
@json_option
@look_options
@debug_option
@click.pass_context
def read(ctx: click.Context, asked: Asked, look: Look, as_json: bool, debug: bool) -> None:
    """Read reports and show who says what in them.

    A PATH is a file or a folder, which is searched for reports (.txt, .text, .html, .htm, .xhtml). Each report is shown with
    its outlet and date, its text with [sources], <cues> and {contents} marked, the list of its attributions, and that of the
    recordings whose author or date is at issue. A report that fails is named on stderr, and the rest go on.
    """
    with undisturbed():
        from purport.adding.reading import read_each
        from purport.cli.failures import Failures
        from purport.cli.inputs import find_inputs
        from purport.cli.progress import shown_progress
        from purport.cli.readers import open_reader
        from purport.cli.view import print_legend, print_view
        from purport.records import Analysis, Document

    found = find_inputs(asked)
    console, stderr = open_stdout(look.colour, look.width), open_stderr()
    failures = Failures(stderr, debug=debug)
    for path, error in found.missing:
        failures.add(path, error)
    with open_reader(ctx) as reader, shown_progress(stderr, len(found.inputs), wanted=as_json) as advance:

        def show(_: Document, analysis: Analysis) -> None:
            if as_json:
                print_json(analysis)
            else:
                print_view(console, analysis, unfold=look.unfold)
            advance()

        def failed(path: str, error: Exception) -> None:
            failures.add(path, error)
            advance()

        if not as_json:
            print_legend(console)
        read_each(found.inputs, reader, show, failed)
    ctx.exit(1 if failures.count else 0)
