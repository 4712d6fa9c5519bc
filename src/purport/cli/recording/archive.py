"""``purport recording archive``: recordings that were public earlier, to be searched for in others."""

from __future__ import annotations

import click

from purport.cli.options import json_option

EXAMPLES = """\b
Examples:
  purport recording archive add my.case speech.mp3 --public-by 2029-05-01 --source https://example.org/speech
  purport recording archive add my.case 2029/*.mp3 --public-by 2029-12-31 --source "the radio's own archive"
"""


@click.group()
def archive() -> None:
    """Keep recordings that were public earlier, to be searched for in others."""


@archive.command("add", epilog=EXAMPLES)
@click.argument("case")
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@click.option("--public-by", required=True, metavar="DAY", help="A day by which it was public.")
@click.option("--source", required=True, metavar="WHERE", help="Where that can be seen.")
@click.option("--note", metavar="TEXT", help="What it is.")
@click.option("--track", type=int, metavar="N", help="Which stream of sound, where a file has several.")
@json_option
@click.pass_context
def add(
    ctx: click.Context, case: str, paths: tuple[str, ...], public_by: str, source: str, note: str | None, track: int | None, as_json: bool
) -> None:
    """Add earlier recordings to a case, each with a day by which it was public and where that can be seen.

    One that cannot be read is named on stderr, and the rest go on.
    """
    from purport import examining
    from purport.cli.cases import open_case
    from purport.cli.progress import shown_progress
    from purport.cli.recording.shown import print_sound
    from purport.cli.terminal import open_stderr, say
    from purport.errors import SoundError, UsageError
    from purport.findings import Earlier
    from purport.ingest.published import parse_published

    day = parse_published(public_by).not_after
    if day is None:
        raise UsageError(f"--public-by: a day expected, as in 2029-05-01, got {public_by!r}")
    failed = 0
    with open_case(case, create=True) as opened, shown_progress(open_stderr(), len(paths), doing="indexing", noun="files") as advance:
        for path in paths:
            try:
                print_sound(examining.add_earlier(opened, path, Earlier(day, source, note), track=track), as_json=as_json)
            except (SoundError, UsageError) as error:
                failed += 1
                say(str(error))
            advance()
    ctx.exit(1 if failed else 0)
