"""What the words of a cue tell: how sure its source is, what it does by saying it, and whether it did not say it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from purport.extract.words import is_negation, phrased, raw_words
from purport.lexicon import words
from purport.records import Span, SpeechAct


class Stance(StrEnum):
    """How sure a cue says its source is."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    DENIED = "denied"
    DOUBTED = "doubted"
    UNCOMMITTED = "uncommitted"


@dataclass(frozen=True, slots=True)
class CueReading:
    """A cue's stance and speech act.

    ``flipped`` turns the content round ("does not believe"); ``negated`` says that the attribution itself was not made ("did not refer
    to"); ``directs`` that the cue can tell somebody to do something ("told them to").
    """

    stance: Stance
    act: SpeechAct = SpeechAct.STATEMENT
    flipped: bool = False
    negated: bool = False
    directs: bool = False


def read_cue(text: str, cue: Span | None) -> CueReading:
    """What a cue tells. Its head decides: the first word that attributes. A bare quotation is a statement its source is certain of."""
    found = phrased(raw_words(text, cue))
    cues, hedges = words("cues.tsv"), words("hedges.tsv")
    known = [i for i, word in enumerate(found) if word in cues]
    head = next((i for i in known if found[i] not in hedges), known[0] if known else None)
    if head is None:
        return CueReading(Stance.CERTAIN, negated=any(map(is_negation, found)))
    row = cues[found[head]]
    before = found[:head]
    stance = Stance(row[0])
    hedge = next((Stance(hedges[word][0]) for word in before if word in hedges), None)
    if hedge is not None and stance == Stance.CERTAIN:
        stance = hedge
    reading = CueReading(stance, SpeechAct(row[1]), directs=found[head] in words("directing.tsv"))
    return _negated(reading, found[head], before) if any(map(is_negation, before)) else reading


def _negated(reading: CueReading, head: str, before: tuple[str, ...]) -> CueReading:
    """A cue under a negation.

    Who could not, cannot or would not say has committed to nothing, and that is worth keeping; who did not say has not said it.
    """
    stance, act = reading.stance, reading.act
    if head in words("ruling_out.tsv"):
        return CueReading(Stance.POSSIBLE, act)
    if head in words("confirming.tsv") or stance in (Stance.DENIED, Stance.DOUBTED, Stance.UNCOMMITTED):
        return CueReading(Stance.UNCOMMITTED, act)
    if any(word in words("modals.tsv") for word in before):
        return CueReading(Stance.UNCOMMITTED, act)
    if stance in (Stance.PROBABLE, Stance.POSSIBLE):
        return CueReading(stance, act, flipped=True)
    return CueReading(Stance.UNCOMMITTED, act, negated=True)
