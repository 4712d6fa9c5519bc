"""``purport recording transcript``: a transcript that somebody brought of a file."""

from __future__ import annotations

import click

from purport.cli.options import json_option

EXAMPLES = """\b
Examples:
  purport recording transcript my.case message.mp3 message.srt
"""


@click.command(epilog=EXAMPLES)
@click.argument("case")
@click.argument("file")
@click.argument("transcript")
@json_option
def transcript(case: str, file: str, transcript: str, as_json: bool) -> None:
    """Keep a transcript of a FILE of a case as it is, and say what was read in it: SubRip, WebVTT, or text whose lines begin with times.

    The words are the transcript's. What is odd in it is named on stderr.
    """
    from purport import hearing
    from purport.cli.cases import open_case
    from purport.cli.terminal import print_json, say
    from purport.visible import in_one_line
    from purport.wording import clock, counted

    with open_case(case) as opened:
        sound, found = hearing.add_transcript(opened, file, transcript)
    for each in found.notices:
        say(f"{transcript}: {each}")
    if as_json:
        print_json(found)
        return
    words = sum(len(each.text.split()) for each in found.cues)
    first, last = min(each.at.start for each in found.cues), max(each.at.end for each in found.cues)
    click.echo(
        f"{in_one_line(found.name)}: {found.form}, {counted(len(found.cues), 'cue')}, {counted(words, 'word')}, "
        f"{clock(first)} to {clock(last)} of {clock(sound.seconds)} of {in_one_line(sound.name)}"
    )
