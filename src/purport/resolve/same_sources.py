"""Which sources of some reports are one: by what they are known by themselves, by whom they speak for, or as one body without a name.

"The army" of one report is that of another, unless the reports tell of two ("the Kesmari army", "the Sorvian army"). A spokesman is not
whom he speaks for. A source without any of these is one within its report alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from purport.resolve.chains import Voice
from purport.resolve.outlets import plain_name

Body = tuple[str, ...]


class Source(NamedTuple):
    """A source, by its report, by what it is known by there, and by the words for it: two that a report takes for one may be told apart."""

    report: str
    here: str
    name: str


def same_sources(told: Iterable[tuple[str, Voice]]) -> tuple[dict[Source, str], dict[str, str]]:
    """For each source of a report, by the report's id, what is the same for all that are one; and the names of bodies of several names."""
    voices: dict[Source, list[Voice]] = defaultdict(list)
    within: dict[tuple[str, str], list[Voice]] = defaultdict(list)
    for report, voice in told:
        voices[Source(report, voice.here, voice.name)].append(voice)
        within[report, voice.here].append(voice)
    bodies = {body for each in voices.values() for voice in each if not voice.is_named for body in voice.bodies}
    ids = {}
    for source, each in voices.items():
        known = _known_by(each, bodies) or _known_by(within[source.report, source.here], bodies)
        ids[source] = known or f"report {source.report} {source.here}"
    return ids, _names(ids)


def _known_by(voices: Collection[Voice], bodies: Collection[Body]) -> str | None:
    """What a source is known by in other reports too; ``None`` where that is nothing."""
    itself = sorted({voice.itself for voice in voices if voice.itself})
    if itself:
        return f"known {itself[0]}"
    keys = sorted({key for voice in voices for key in voice.keys})
    if keys:
        return f"speaks for {'; '.join(keys)}"
    own = max((body for voice in voices for body in voice.bodies), key=lambda body: (len(body), body), default=())
    return f"body {' '.join(own)}" if len(own) > 1 or (own and _is_alone(own, bodies)) else None


def _is_alone(body: Body, bodies: Collection[Body]) -> bool:
    """Whether the reports tell of one body by this noun at the most."""
    return len({other for other in bodies if len(other) > 1 and other[-1] == body[-1]}) <= 1


def _names(ids: Mapping[Source, str]) -> dict[str, str]:
    """What bodies by one noun are called where their reports call them differently: "the army" for "The army" and "The army in Kesmar"."""
    found: dict[str, set[str]] = defaultdict(set)
    for source, id_ in ids.items():
        if id_.startswith("body ") and len(id_.split()) == 2:
            found[id_].add(plain_name(source.name))
    nouns = {id_: id_.split()[1] for id_ in found}
    return {id_: f"the {noun}" for id_, noun in nouns.items() if len(found[id_]) > 1 or found[id_] == {noun}}
