"""How the file of a recording is printed."""

from __future__ import annotations

import click

from purport.cli.terminal import print_json, say
from purport.findings import Finding, Sound, Stream
from purport.visible import in_one_line
from purport.wording import clock as clock


def print_sound(sound: Sound, *, as_json: bool) -> None:
    """What a file is, in three lines, or as its record; notices on stderr."""
    for each in sound.notices:
        say(f"{sound.path}: {each}")
    if as_json:
        print_json(sound)
        return
    click.echo(f"{in_one_line(sound.name)}: {clock(sound.seconds)}, {sound.container.format}, {_streams(sound)}")
    click.echo(f"  file    sha256 {sound.sha256}")
    click.echo(f"  samples sha256 {sound.pcm_sha256}")


def print_finding(finding: Finding) -> None:
    """A finding as a line of JSON, its body unfolded."""
    import msgspec

    print_json(msgspec.to_builtins(finding) | {"body": msgspec.json.decode(finding.body)})


def _streams(sound: Sound) -> str:
    return ", ".join(_stream(each) for each in sound.container.streams)


def _stream(stream: Stream) -> str:
    parts = [stream.kind, stream.codec or "unknown codec"]
    parts += [f"{stream.rate} Hz"] if stream.rate else []
    parts += [f"{stream.channels} channel{'s' * (stream.channels != 1)}"] if stream.channels else []
    parts += [f"{stream.bit_rate / 1000:.0f} kbit/s"] if stream.bit_rate else []
    return " ".join(parts)
