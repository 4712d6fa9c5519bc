"""Why two claims that say the same have one origin, if they have."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from purport.records import Citation, Span
from purport.resolve.chains import Chain, Voice
from purport.resolve.folded import Folded
from purport.resolve.outlets import plain_name
from purport.resolve.passages import Shared, same_words

WITHIN = 0.6
"""Share of the shorter claim's words that stand as the other's in a shared passage, at least."""


class TieKind(IntEnum):
    """What ties two claims, the strongest first."""

    SOURCE = 1
    RELAY = 2
    HOUSE = 3
    PASSAGE = 4
    COPY = 5


@dataclass(frozen=True, slots=True)
class Tie:
    """``name`` is the origin by it, ``outlets`` whose reports it ties; ``words`` is how many words of a passage are the same.

    ``is_dated`` is whether the dates tell that the one with the name came out first.
    """

    kind: TieKind
    name: str
    outlets: tuple[str, ...]
    citations: tuple[Citation, ...]
    words: int = 0
    is_dated: bool = False


Passages = Mapping[tuple[str, str], Shared]
Texts = Callable[[str], Folded]
"""The words of a report, by its id: asked for only where it shares a passage."""


def listed(names: Sequence[str]) -> str:
    """Names as a reader lists them: "A, B and C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else "none"


def find_tie(left: Chain, right: Chain, passages: Passages, texts: Texts) -> Tie | None:
    """The strongest tie between two claims; ``None`` where nothing says that they have one origin."""
    ids = (left.report.id, right.report.id)
    shared = passages.get(ids) or passages.get(ids[::-1])
    tie = _source(left, right) or _relay(left, right) or _relay(right, left) or _house(left, right)
    return _passage(left, right, shared, texts) if tie is None and shared else tie


def _source(left: Chain, right: Chain) -> Tie | None:
    """One source stands in both chains, as the innermost or on the way."""
    here = left.report.id == right.report.id
    for mine in left.voices:
        for theirs in right.voices:
            if (here and mine.here == theirs.here) or mine.keys & theirs.keys or _one_body(mine, theirs):
                name = max(mine.name, theirs.name, key=lambda each: (len(each), each))
                return Tie(TieKind.SOURCE, name, (left.house, right.house), (_cite(left, mine.source), _cite(right, theirs.source)))
    return None


def _one_body(mine: Voice, theirs: Voice) -> bool:
    """Whether bodies without names can be one: one noun, and nothing beside it in the shorter that the longer has not."""
    pairs = ((one, other) for one in mine.bodies for other in theirs.bodies if one[-1] == other[-1])
    return any(set(one) <= set(other) or set(other) <= set(one) for one, other in pairs)


def _relay(one: Chain, other: Chain) -> Tie | None:
    """One came through the other's outlet, or through what the other came through, and not both name a source of their own."""
    if _vouched(one) and _vouched(other):
        return None
    for voice in one.voices:
        if voice.keys & other.houses:
            return Tie(TieKind.RELAY, other.house, (one.house, other.house), (_cite(one, voice.source), _content(other)))
    for relay in one.relays:
        plain = plain_name(relay.name)
        if f"name {plain}" in other.houses:
            return Tie(TieKind.RELAY, relay.name, (_outlet(one), _outlet(other)), (_cite(one, relay.words), _content(other)))
        for through in other.relays:
            if plain == plain_name(through.name):
                words = (_cite(one, relay.words), _cite(other, through.words))
                return Tie(TieKind.RELAY, relay.name, (_outlet(one), _outlet(other)), words)
    return None


def _vouched(chain: Chain) -> bool:
    """Whether somebody else than an outlet stands for the claim, who could be known again."""
    relays = {plain_name(relay.name) for relay in chain.relays}
    return any(voice.is_known and plain_name(voice.name) not in relays for voice in chain.voices)


def _house(left: Chain, right: Chain) -> Tie | None:
    """Both are one outlet's own, or of the same unnamed people in its reports."""
    if not left.houses & right.houses or [voice.here for voice in left.voices] != [voice.here for voice in right.voices]:
        return None
    name = left.voices[0].name if left.voices else left.house
    return Tie(TieKind.HOUSE, name, (_outlet(left), _outlet(right)), (_content(left), _content(right)))


def _passage(left: Chain, right: Chain, shared: Shared, texts: Texts) -> Tie | None:
    """Both stand in a shared passage, or one report is little but the other's copy and both tell it as their own."""
    one, other = (left, right) if left.report.id == shared.left else (right, left)
    first, copy = (other, one) if shared.earlier == other.report.id else (one, other)
    credited = [credit.name for chain in (first, copy) for credit in chain.credits]
    name = credited[0] if credited else first.house
    folded = [texts(chain.report.id) for chain in (one, other)]
    words = same_words(shared.passages, folded[0], folded[1], (one.claim.content, other.claim.content))
    sizes = [len({i for span in chain.claim.content for i in text.within(span)}) for chain, text in zip((one, other), folded, strict=True)]
    kind = TieKind.PASSAGE if words and words >= WITHIN * min(sizes) else TieKind.COPY
    if kind is TieKind.COPY and (not shared.is_copy or left.voices or right.voices):
        return None
    return Tie(kind, name, (_outlet(first), _outlet(copy)), (_content(first), _content(copy)), words, shared.earlier is not None)


def _outlet(chain: Chain) -> str:
    return chain.report.outlet or chain.house


def _content(chain: Chain) -> Citation:
    return _cite(chain, chain.claim.content[0])


def _cite(chain: Chain, words: Span) -> Citation:
    return Citation(chain.report.path, words.start, words.end)
