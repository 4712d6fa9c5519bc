"""Claims as a table, printed a page at a time so that a case of any size can be listed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, islice

from rich.box import Box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from purport.cli.marks import STYLES, Role
from purport.cli.view import print_wrapped
from purport.folds import Fold, fold_words
from purport.listings.calls import find_calls
from purport.records import Basis, SpeechAct
from purport.store import Case, ClaimQuery, ClaimRow, Quote
from purport.visible import flat, in_one_line
from purport.wording import ON_WHAT, counted, days, how_sure, kind_of_source

PAGE = 50
"""Rows printed together."""
SURE, AT, GAPS = 13, 7, 6
"""Widths of the columns for how sure, whose longest word has 11 letters, and for offsets; and of the blanks between columns."""

_RULED = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)


def print_claims(console: Console, case: Case, query: ClaimQuery, *, unfold: bool = False) -> None:
    """Print the claims asked for under the reports they stand in, and how many there are."""
    total = 0
    for report, rows in groupby(case.claims(query), key=lambda row: row.report):
        folds = () if unfold else find_calls(case, [report])[report]
        named = False
        while page := list(islice(rows, PAGE)):
            if not named:
                print_wrapped(console, _report(page[0]))
            console.print(_page(page, folds, console.width, first=total == 0))
            console.print()
            named, total = True, total + len(page)
    console.print(Text(counted(total, "claim")))


def _source(row: ClaimRow) -> Text:
    words = flat(row.source.words).strip(" ,;") if row.source else "no source named"
    if row.attribution is None:
        return Text("in the outlet's own voice")
    return Text.assemble((words, STYLES[Role.SOURCE]), f" ({kind_of_source(row.source_type)})")


def _sure(row: ClaimRow) -> Text:
    act = "" if row.speech_act is SpeechAct.STATEMENT else f", {row.speech_act}"
    return Text(f"{how_sure(row.factuality)}{', negated' * row.negated}{act}")


def _content(row: ClaimRow, folds: Sequence[Fold]) -> Text:
    def words(quote: Quote) -> Text:
        return Text(flat(fold_words(quote.words, quote.start, folds)), STYLES[Role.CONTENT])

    return Text(" ... ").join(map(words, row.content))


def _report(row: ClaimRow) -> Text:
    """Outlet, date and path of the report that a claim stands in."""
    when = "date not known" if row.basis is Basis.UNKNOWN else f"{days(row.not_before, row.not_after)}, {ON_WHAT[row.basis]}"
    facts = (flat(row.outlet) if row.outlet else "outlet not known", when, in_one_line(row.path))
    return Text(f"== {' | '.join(facts)}", "bold")


def _page(rows: Sequence[ClaimRow], folds: Sequence[Fold], width: int, *, first: bool) -> Table:
    """Some rows; widths depend on the terminal alone, so that every page has the same."""
    free = max(width - SURE - AT - GAPS, 24)
    table = Table(box=_RULED, show_header=first, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    table.add_column("source", width=free * 2 // 5, overflow="fold")
    table.add_column("how sure", width=SURE, overflow="fold")
    table.add_column("content", width=free - free * 2 // 5, overflow="fold")
    table.add_column("at", width=AT, justify="right")
    for row in rows:
        table.add_row(_source(row), _sure(row), _content(row, folds), str(row.content[0].start))
    return table
