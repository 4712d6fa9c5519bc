"""``purport recording add``: the file of a recording into a case, with what is said of it."""

from __future__ import annotations

import click

from purport.cli.options import json_option

EXAMPLES = """\b
Examples:
  purport recording add my.case message.mp3 --claim "A message of Veshan Dormu" --source https://example.org/post/1
  purport recording add my.case message.mp3 --claim "..." --source "the channel's post 112" --released 2031-03-02..2031-03-04
"""


@click.command(epilog=EXAMPLES)
@click.argument("case")
@click.argument("path", metavar="FILE")
@click.option("--claim", "text", metavar="TEXT", help="What is said of the recording, in the words of who says it.")
@click.option("--source", metavar="WHERE", help="Where that is said: an address, a page, a person.")
@click.option("--released", metavar="A..B", help="When it is said to have come out: a day, or two, either left out where it is not known.")
@click.option("--speaker", metavar="NAME", help="Who is said to speak in it. A claim with that source, never a finding.")
@click.option("--recording", metavar="NAME", help="The recording of the case's reports it is said to be, as purport dossier calls it.")
@click.option("--track", type=int, metavar="N", help="Which stream of sound, where the file has several.")
@json_option
def add(
    case: str,
    path: str,
    text: str | None,
    source: str | None,
    released: str | None,
    speaker: str | None,
    recording: str | None,
    track: int | None,
    as_json: bool,
) -> None:
    """Add the file of a recording to a case: its digests and streams, and what is said of it, by whom.

    The file stays where it is, and is only read. The same file again adds what is said of it.
    """
    from purport import examining
    from purport.cli.cases import open_case
    from purport.cli.recording.shown import print_sound
    from purport.errors import UsageError
    from purport.findings import UNKNOWN, Claimed
    from purport.ingest.published import parse_published

    said = (text, released, speaker, recording)
    if any(said) and (text is None or source is None):
        raise UsageError("what is said of a recording needs its words and where they stand: --claim TEXT --source WHERE")
    days = parse_published(released) if released is not None else UNKNOWN
    claimed = Claimed(text, source, days, speaker, recording) if text is not None and source is not None else None
    with open_case(case, create=True) as opened:
        print_sound(examining.add(opened, path, claimed, track=track), as_json=as_json)
