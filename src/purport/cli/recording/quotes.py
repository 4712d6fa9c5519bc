"""``purport recording quotes``: what reports quote from a recording, held against the transcripts of its file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from purport.cli.options import json_option
from purport.cli.terminal import print_json, say
from purport.visible import flat, in_one_line

if TYPE_CHECKING:
    from purport.findings import Quote, Reworded

EXAMPLES = """\b
Examples:
  purport recording quotes my.case message.mp3
  purport recording quotes my.case message.mp3 --json
"""


@click.command(epilog=EXAMPLES)
@click.argument("case")
@click.argument("file")
@click.option("--unfold", is_flag=True, help="Show the words of calls, threats and offers.")
@json_option
def quotes(case: str, file: str, unfold: bool, as_json: bool) -> None:
    """Hold what reports quote from a recording against the transcripts of a FILE: word for word, with differences, or not found.

    A translation has other words: "not found" says only that these words are not in the transcript.
    """
    from purport import hearing
    from purport.cli.cases import open_resolved
    from purport.wording import counted

    with open_resolved(case) as opened:
        sound, finding, found = hearing.hold_quotes(opened, file)
    for each in found.notices:
        say(f"{sound.name}: {each}")
    if as_json:
        for quote in found.quotes:
            print_json(quote)
        return
    for quote in found.quotes:
        for line in _shown(quote, unfold=unfold):
            click.echo(line)
    click.echo(f"{counted(len(found.quotes), 'quotation')} of {in_one_line(sound.name)}, finding {finding.digest[:12]}")


def _shown(quote: Quote, *, unfold: bool) -> Iterator[str]:
    """A quotation: how it stands in the transcript, when, its words, where they part, and where reports have it."""
    from purport.folds import FOLDED, HINT
    from purport.spoken.bounds import between_times

    folded = FOLDED.get(quote.speech_act) if not unfold else None
    when = ", ".join(map(between_times, quote.places))
    yield f"{quote.wording}{f': {when} in {in_one_line(quote.transcript)}' if quote.transcript else ''}"
    yield f"  [{folded} folded{HINT}]" if folded else f"  “{flat(quote.words)}”"
    for each in () if folded else quote.changes:
        yield f"  {_changed(each)}"
    by = f" by {flat(quote.by)}" if quote.by else ""
    yield f"  quoted{by}: {', '.join(f'{in_one_line(each.path)}:{each.start}' for each in quote.at)}"


def _changed(change: Reworded) -> str:
    """Where a quotation and the transcript part."""
    if not change.heard:
        return f"only quoted: “{flat(change.quoted)}”"
    if not change.quoted:
        return f"only in the transcript: “{flat(change.heard)}”"
    return f"quoted “{flat(change.quoted)}”, in the transcript “{flat(change.heard)}”"
