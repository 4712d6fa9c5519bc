"""``purport recording``: what the file of a recording can honestly say; a module a verb."""

from __future__ import annotations

import click

from purport.cli.recording.add import add
from purport.cli.recording.archive import archive
from purport.cli.recording.bounds import bound, bounds
from purport.cli.recording.compare import compare
from purport.cli.recording.inspect import inspect
from purport.cli.recording.quotes import quotes
from purport.cli.recording.refused import refused, refused_verbs, speaker
from purport.cli.recording.report import report
from purport.cli.recording.reuse import reuse
from purport.cli.recording.transcript import transcript

EXAMPLES = """\b
Examples:
  purport recording add my.case message.mp3 --claim "said to be of X" --source https://... --released 2031-03-02..2031-03-04
  purport recording inspect my.case message.mp3
  purport recording archive add my.case speech.mp3 --public-by 2029-05-01 --source https://...
  purport recording reuse my.case message.mp3
  purport recording compare my.case channel.mp3 broadcast.wav
  purport recording transcript my.case message.mp3 message.srt
  purport recording quotes my.case message.mp3
  purport recording bounds my.case message.mp3
  purport recording report my.case message.mp3 --to message-findings
  purport recording refused
"""


@click.group(epilog=EXAMPLES)
def recording() -> None:
    """Examine the files of recordings: observed facts with what else could explain them, earlier audio inside them, bounds on their dates.

    Nothing here says who speaks or whether a recording is real.
    """


for verb in (add, inspect, archive, reuse, compare, transcript, quotes, bound, bounds, report, refused, speaker, *refused_verbs()):
    recording.add_command(verb)
