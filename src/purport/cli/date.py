"""``purport date``: when undated reports were written, from what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

from purport.cli.interrupts import undisturbed
from purport.cli.options import Asked, debug_option, json_option
from purport.cli.terminal import open_stderr, print_json

if TYPE_CHECKING:
    from purport.extract import Known
    from purport.records import Analysis, Document

EXAMPLES = """\b
Examples:
  purport date report.txt
  purport date --between 2031-01..2031-06 --json reports/
  purport date my.case --dates events.csv
"""


@click.command(epilog=EXAMPLES)
@click.argument("paths", nargs=-1, metavar="CASE|PATH...", required=True)
@click.option("--between", metavar="A..B", help="Days between which the reports were written, both ends included; one may be left out.")
@click.option("--dates", metavar="FILE", help="A CSV file of dated events: the columns event, not_before, not_after.")
@json_option
@debug_option
@click.pass_context
def date(ctx: click.Context, paths: tuple[str, ...], between: str | None, dates: str | None, as_json: bool, debug: bool) -> None:
    """Say when reports were written, and why.

    A report that prints its date keeps it. Of any other, what it says is solved for the days on which it can have been written; each
    reason is shown with its words and where they stand. A PATH is a file or a folder; of a CASE the undated reports are taken.
    """
    with undisturbed():
        from purport.cli.dated import as_record, print_dated
        from purport.cli.failures import Failures
        from purport.cli.reading import open_reader, read_documents

    known, stderr = _known(between, dates), open_stderr()
    failures = Failures(stderr, debug=debug)
    documents = _documents(paths, failures.add)

    def show(_: Document, analysis: Analysis) -> None:
        if as_json:
            print_json(as_record(analysis.report))
        else:
            print_dated(analysis.report)

    with open_reader(ctx) as reader:
        read_documents(documents, reader, show, failures.add, known=known)
    ctx.exit(1 if failures.count else 0)


def _known(between: str | None, dates: str | None) -> Known:
    """The bounds and the table of events, as the solver takes them; ``UsageError`` where they are wrong."""
    from purport.errors import UsageError
    from purport.extract import DatedEvent, Known
    from purport.ingest import parse_published, read_dated_events

    if between is not None and ".." not in between:
        raise UsageError(f"--between: two days expected, as in 2031-03-02..2031-03-05, got {between!r}")
    events = () if dates is None else read_dated_events(dates)
    return Known(None if between is None else parse_published(between), tuple(DatedEvent(*event) for event in events))


def _documents(paths: tuple[str, ...], failed: Callable[[str, Exception], None]) -> Iterator[Document]:
    """The undated reports of a case, if that is what is named, or the reports under the paths."""
    from purport.cli.inputs import find_inputs
    from purport.cli.reading import open_documents
    from purport.store import is_case

    if len(paths) == 1 and is_case(paths[0]):
        return _of_case(paths[0])
    found = find_inputs(Asked(paths))
    for path, error in found.missing:
        failed(path, error)
    return open_documents(found.inputs, failed)


def _of_case(address: str) -> Iterator[Document]:
    from purport.cli.cases import open_case
    from purport.extract import INFERRED
    from purport.records import Document

    with open_case(address) as opened:
        for analysis in opened.analyses():
            if analysis.report.published.basis in INFERRED:
                yield Document(analysis.report, opened.original(analysis.report.id), analysis.furniture)
