"""``purport recording compare``: two copies of one release, what is missing, inserted or replaced in the second."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from purport.cli.options import json_option

if TYPE_CHECKING:
    from purport.findings import Copies, Finding, Sound, Stretch

EXAMPLES = """\b
Examples:
  purport recording compare my.case channel.mp3 broadcast.wav
  purport recording compare my.case channel.mp3 broadcast.wav --json
"""
WIDTH = 22
"""Columns of the times of one side."""


@click.command(epilog=EXAMPLES)
@click.argument("case")
@click.argument("first")
@click.argument("second")
@json_option
def compare(case: str, first: str, second: str, as_json: bool) -> None:
    """Hold two copies of one release together: what both have, and what is missing, inserted or replaced in the SECOND, with times on both.

    Each is a path, or the name or digest of a file of the case; a path that the case has not yet is added first. Other codecs, levels and
    bit rates are no difference of content: they are facts below.
    """
    import msgspec

    from purport import examining
    from purport.cli.cases import open_case
    from purport.cli.recording.shown import print_finding
    from purport.cli.terminal import say
    from purport.findings import Copies

    def tell(sound: Sound) -> None:
        for each in (f"added to the case first, sha256 {sound.sha256}", *sound.notices):
            say(f"{sound.path}: {each}")

    with open_case(case, create=True) as opened:
        finding = examining.compare(opened, first, second, added=tell)
        with opened.sounds() as sounds:
            names = {each.sha256: each.name for each in sounds.all()}
    if as_json:
        print_finding(finding)
        return
    _print(msgspec.json.decode(finding.body, type=Copies), finding, names)


def _print(found: Copies, finding: Finding, names: dict[str, str]) -> None:
    from purport.visible import in_one_line

    click.echo(f"first   {in_one_line(names[finding.file])}, sha256 {finding.file[:12]}")
    click.echo(f"second  {in_one_line(names[found.other])}, sha256 {found.other[:12]}")
    click.echo(f"something in common: {found.outcome}; {found.why}")
    if found.common:
        click.echo(f"\n{'in the second':15}{'first':{WIDTH}}second")
    for _, _, line in sorted(_lines(found)):
        click.echo(line)
    if found.differences:
        click.echo("which of the two was changed is not told: what is missing in one may have been put into the other")
    for fact in found.facts:
        at = f" ({', '.join(_times(each) for each in fact.at[:3])}{', ...' if len(fact.at) > 3 else ''} of the first)" if fact.at else ""
        click.echo(f"\n{fact.kind}: {in_one_line(fact.value)}{at}")
        click.echo(f"  could be explained by: {'; '.join(fact.explanations)}")
    click.echo(f"\nmethod {finding.method.name} {finding.method.version}, digest {finding.digest}")


def _lines(found: Copies) -> Iterator[tuple[float, float, str]]:
    """What is common and what differs, each with where it begins in both."""
    for passage in found.common:
        yield passage.here.start, passage.there.start, _line("common", passage.here, passage.there)
    for each in found.differences:
        yield each.here.start, each.there.start, _line(each.change.value, each.here, each.there)


def _line(word: str, here: Stretch, there: Stretch) -> str:
    return f"{word:15}{_times(here):{WIDTH}}{_times(there)}"


def _times(stretch: Stretch) -> str:
    """From when to when, and how long; where it would stand if nothing does."""
    from purport.cli.recording.shown import clock

    if stretch.start == stretch.end:
        return f"at {clock(stretch.start)}"
    return f"{clock(stretch.start)}-{clock(stretch.end)}"
