"""``purport date``: when undated reports were written, from what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from purport.adding.interrupts import undisturbed
from purport.cli.options import Asked, debug_option, json_option
from purport.cli.terminal import open_stderr, print_json

if TYPE_CHECKING:
    from purport.analyse import DatedReport
    from purport.extract import Known, Telling
    from purport.pictures import Sheet
    from purport.records import Analysis, Document

EXAMPLES = """\b
Examples:
  purport date report.txt
  purport date --between 2031-01..2031-06 --json reports/
  purport date my.case --dates events.csv
  purport date --chart dating.svg report.txt
"""


@click.command(epilog=EXAMPLES)
@click.argument("paths", nargs=-1, metavar="CASE|PATH...", required=True)
@click.option("--between", metavar="A..B", help="Days between which the reports were written, both ends included; one may be left out.")
@click.option("--dates", metavar="FILE", help="A CSV file of dated events: the columns event, not_before, not_after.")
@click.option(
    "--chart",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Draw each statement's days and what remains, as .svg or .png.",
)
@json_option
@debug_option
@click.pass_context
def date(
    ctx: click.Context, paths: tuple[str, ...], between: str | None, dates: str | None, chart: Path | None, as_json: bool, debug: bool
) -> None:
    """Say when reports were written, and why.

    A report that prints its date keeps it. Of any other, what it says is solved for the days on which it can have been written; each
    reason is shown with its words and where they stand. A PATH is a file or a folder; of a CASE the undated reports are taken, and
    what its dated ones tell of the same happening helps.
    """
    with undisturbed():
        from purport.adding.reading import read_documents
        from purport.analyse import date_report
        from purport.cli.dated import as_record, drawn, print_dated
        from purport.cli.failures import Failures
        from purport.cli.readers import open_reader
        from purport.pictures import check

    if chart is not None:
        check(chart)
    failures = Failures(open_stderr(), debug=debug)
    given = _known(between, dates)
    documents, elsewhere = _documents(paths, failures.add)
    known = replace(elsewhere, between=given.between, events=given.events)
    pictures: list[Sheet] = []

    def show(_: Document, dated: DatedReport) -> None:
        if as_json:
            print_json(as_record(dated.report))
        else:
            print_dated(dated.report)
        if chart is not None and dated.dating is not None:
            pictures.append(drawn(dated.report, dated.dating))

    with open_reader(ctx) as reader:
        read_documents(
            documents,
            reader,
            partial(date_report, known=known),
            show,
            failures.add,
        )
    if chart is not None:
        _save(pictures, chart)
    ctx.exit(1 if failures.count else 0)


def _save(pictures: Sequence[Sheet], path: Path) -> None:
    """Writes pictures into one file, one below the other; ``UsageError`` where there are none or the file cannot be written."""
    from purport.errors import UsageError
    from purport.pictures import save_sheet, stacked

    if not pictures:
        raise UsageError(f"{path}: nothing to draw, no report has a date that is inferred")
    save_sheet(stacked(pictures), path)


def _known(between: str | None, dates: str | None) -> Known:
    """The bounds and the table of events, as the solver takes them; ``UsageError`` where they are wrong."""
    from purport.errors import UsageError
    from purport.extract import DatedEvent, Known
    from purport.ingest import parse_published, read_dated_events

    if between is not None and ".." not in between:
        raise UsageError(f"--between: two days expected, as in 2031-03-02..2031-03-05, got {between!r}")
    events = () if dates is None else read_dated_events(dates)
    return Known(None if between is None else parse_published(between), tuple(DatedEvent(*event) for event in events))


def _documents(paths: tuple[str, ...], failed: Callable[[str, Exception], None]) -> tuple[Iterator[Document], Known]:
    """The reports under the paths; or, if it is a case that is named, its undated reports and what its dated ones tell."""
    from purport.adding.reading import open_documents
    from purport.cli.inputs import find_inputs
    from purport.extract import NOTHING_KNOWN
    from purport.store import is_case

    if len(paths) == 1 and is_case(paths[0]):
        return _of_case(paths[0]), _elsewhere(paths[0])
    found = find_inputs(Asked(paths))
    for path, error in found.missing:
        failed(path, error)
    return open_documents(found.inputs, failed), NOTHING_KNOWN


def _of_case(address: str) -> Iterator[Document]:
    from purport.cli.cases import open_case
    from purport.extract import INFERRED
    from purport.records import Document

    with open_case(address) as opened:
        for analysis in opened.analyses():
            if analysis.report.published.basis in INFERRED:
                yield Document(analysis.report, opened.original(analysis.report.id), analysis.furniture)


def _elsewhere(address: str) -> Known:
    """What the dated reports of a case tell that dates its undated ones."""
    from purport.cli.cases import open_case
    from purport.extract import Known, tellings_of
    from purport.resolve.released import find_released

    tellings: list[Telling] = []

    def heard(analyses: Iterable[Analysis]) -> Iterator[Analysis]:
        for analysis in analyses:
            tellings.extend(tellings_of(analysis))
            yield analysis

    with open_case(address) as opened:
        recordings = find_released(heard(opened.analyses()))
    return Known(tellings=tuple(tellings), recordings=recordings)
