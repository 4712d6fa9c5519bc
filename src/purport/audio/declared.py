"""What a file says of itself, as facts: its container, tags and streams, its length, the times of its packets. It can say anything."""

from __future__ import annotations

from collections.abc import Iterator

from purport.audio.blocks import Source
from purport.audio.explained import explained, kind_of_tag
from purport.audio.opening import stated_seconds
from purport.findings import Container, Fact, Stream, Stretch
from purport.wording import counted

LONG_TAG = 200
"""Characters of a tag that are told; some hold whole pages."""
LENGTH = 0.1
"""Seconds by which a declared length may part from what is decoded: encoders fill their last frame up."""
LISTED = 50
"""Jumps and changes whose places are told."""


def declared_facts(container: Container, track: int) -> Iterator[Fact]:
    """The container, its tags kind by kind, its streams."""
    rate = f", {container.bit_rate / 1000:.0f} kbit/s" if container.bit_rate else ""
    yield Fact("container", f"{container.format}, {container.size} bytes{rate}", explained("container", "observed"))
    owners = (("the file", container.tags), *((f"stream {each.number}", each.tags) for each in container.streams))
    tags = [(kind_of_tag(name), owner, name, text) for owner, found in owners for name, text in found]
    for kind in ("encoder", "device", "date", "place", "tag"):
        for _, owner, name, text in (each for each in tags if each[0] == kind):
            yield Fact(kind, f"{owner} declares {name}: {_short(text)}", explained(kind, "observed"))
    for stream in container.streams:
        several = len(container.streams) > 1
        used = " (this one is examined)" if several and stream.number == track else ""
        yield Fact("stream", f"stream {stream.number}: {_stream(stream)}{used}", explained("stream", "several" if several else "observed"))


def decoded_facts(source: Source, seconds: float) -> Iterator[Fact]:
    """What decoding to the end came across: how long it is against what is declared, jumps of times, what is lost."""
    yield _length(source, seconds)
    yield from _times(source)
    told = source.told
    if told.lost:
        at = (Stretch(told.first_lost, told.first_lost),) if told.first_lost is not None else ()
        value = f"{counted(told.lost, 'packet')} cannot be decoded; the place is that of the first"
        yield Fact("damage", value, explained("damage", "observed"), at)
    if told.no_numbers:
        yield Fact("damage", f"{counted(told.no_numbers, 'sample')} that are no numbers, taken as silence", explained("damage", "observed"))


def _length(source: Source, seconds: float) -> Fact:
    stated = stated_seconds(source.container, source.track)
    if stated is None:
        return Fact("length", f"declares no length, and {seconds:.2f} seconds are decoded", explained("length", "unknown"))
    value = f"declares {stated:.2f} seconds, and {seconds:.2f} are decoded"
    if source.promised is not None:
        return Fact("length", f"{value}; its header promises {source.promised} bytes beyond its end", explained("length", "shorter"))
    if abs(stated - seconds) <= LENGTH:
        return Fact("length", value, explained("length", "agrees"))
    return Fact("length", value, explained("length", "shorter" if seconds < stated else "longer"))


def _times(source: Source) -> Iterator[Fact]:
    told = source.told
    if told.began is not None and told.began > 0:
        yield Fact("times", f"its first sound is declared to begin {told.began:.3f} seconds on", explained("times", "delay"))
    if told.jumps:
        on = sum(each.by for each in told.jumps if each.by > 0)
        value = f"{counted(len(told.jumps), 'jump')} of the declared times, {on:.2f} seconds left out by them together"
        at = tuple(Stretch(each.seconds, each.seconds) for each in told.jumps[:LISTED])
        yield Fact("times", value + _first(len(told.jumps)), explained("times", "observed"), at)
    elif told.began is None:
        yield Fact("times", "no times of packets are declared", explained("times", "undeclared"))
    else:
        yield Fact("times", "the declared times follow one another without a jump", explained("times", "none"))
    if source.changes:
        value = f"rate, format or channels of the stream itself change {counted(len(source.changes), 'time')}{_first(len(source.changes))}"
        yield Fact("times", value, explained("times", "changes"), tuple(Stretch(each, each) for each in source.changes[:LISTED]))


def _first(many: int) -> str:
    return f"; the first {LISTED} are listed" if many > LISTED else ""


def _stream(stream: Stream) -> str:
    parts = [stream.kind, stream.codec or "in an unknown codec"]
    parts += [f"({stream.profile})"] if stream.profile else []
    parts += [f"{stream.rate} Hz"] if stream.rate else []
    parts += [counted(stream.channels, "channel")] if stream.channels else []
    parts += [f"{stream.bit_rate / 1000:.0f} kbit/s"] if stream.bit_rate else []
    parts += [f"language {stream.language}"] if stream.language else []
    return " ".join(parts)


def _short(text: str) -> str:
    return text if len(text) <= LONG_TAG else f"{text[:LONG_TAG]}... ({len(text)} characters)"
