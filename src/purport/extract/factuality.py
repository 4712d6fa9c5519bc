"""How sure a source is of a content, from the cue, its negation, and the modality of the content's first clause.

A first reading by word lists (``lexicon/cues.tsv``, ``hedges.tsv``, ``negations.tsv``, ``confirming.tsv``). It knows no syntax: a
hedge or a negation counts where it stands before the content's first break, which in news text is mostly its main verb's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from purport.extract.words import is_negation, lexicon, words_of
from purport.records import Factuality, Span, SpeechAct


class Stance(StrEnum):
    """What a cue says of how sure its source is."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    DENIED = "denied"
    DOUBTED = "doubted"
    UNCOMMITTED = "uncommitted"


@dataclass(frozen=True, slots=True)
class CueReading:
    """A cue's stance and speech act, and whether the attribution itself is negated ("did not refer to")."""

    stance: Stance
    act: SpeechAct
    negated: bool


MAIN_CLAUSE = 14
"""Words of a content in which its main verb is looked for. In the worked reports the furthest hedge stands at word 4."""
_BREAK = re.compile(r"[,;:.!?\n]|\b(?:that|which|who|because|after|before|when|while|although|if)\b", re.IGNORECASE)


def read_cue(text: str, cue: Span | None) -> CueReading:
    """What the words of a cue tell; a bare quotation is a statement its source is certain of."""
    cue_words = words_of(text, cue)
    known = _known(cue_words)
    strongest = max(known, key=lambda row: _WEIGHT[Stance(row[0])], default=(Stance.CERTAIN, SpeechAct.STATEMENT))
    act = next((SpeechAct(row[1]) for row in known if row[1] != SpeechAct.STATEMENT), SpeechAct.STATEMENT)
    stance = Stance(strongest[0])
    hedge = _hedge(cue_words)
    if any(map(is_negation, cue_words)):
        if any(word in lexicon("confirming.tsv") for word in cue_words):
            return CueReading(Stance.UNCOMMITTED, act, "say" in cue_words or "comment" in cue_words)
        return CueReading(Stance.UNCOMMITTED, act, True)
    if hedge is not None and stance == Stance.CERTAIN:
        stance = hedge
    return CueReading(stance, act, False)


def _known(found: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The rows of the words of a cue; two that belong together ("called for") count as one."""
    cues, rows, i = lexicon("cues.tsv"), [], 0
    while i < len(found):
        pair = "_".join(found[i : i + 2])
        step = 2 if pair in cues and "_" in pair else 1
        word = pair if step == 2 else found[i]
        if word in cues:
            rows.append(cues[word])
        i += step
    return rows


_WEIGHT = {stance: i for i, stance in enumerate(Stance)}
"""Where several words of a cue are known, the one furthest from certainty decides: "is thought to have said"."""


def _hedge(found: tuple[str, ...]) -> Stance | None:
    """The first hedge among words, as a stance."""
    return next((Stance(lexicon("hedges.tsv")[word][0]) for word in found if word in lexicon("hedges.tsv")), None)


def factuality(text: str, cue: CueReading, content: tuple[Span, ...]) -> Factuality:
    """FactBank's value for a content with its negation removed, as its source commits to it. A call is meant as it stands."""
    if cue.stance == Stance.UNCOMMITTED:
        return Factuality.UNCOMMITTED
    clause = _main_clause(text, content[0])
    negated = cue.act != SpeechAct.EXHORTATION and any(map(is_negation, clause))
    if negated and any(word in lexicon("confirming.tsv") for word in clause):
        return Factuality.UNCOMMITTED
    if cue.stance in (Stance.DENIED, Stance.DOUBTED):
        flipped = _SURE[Stance.CERTAIN if cue.stance == Stance.DENIED else Stance.PROBABLE]
        return flipped[0] if negated else flipped[1]
    hedge = _hedge(clause) if cue.act == SpeechAct.STATEMENT else None
    if hedge == Stance.UNCOMMITTED:
        return Factuality.UNCOMMITTED
    stance = cue.stance if hedge is None or _WEIGHT[hedge] < _WEIGHT[cue.stance] else hedge
    return _SURE[stance][negated]


_SURE = {
    Stance.CERTAIN: (Factuality.CERTAIN, Factuality.CERTAINLY_NOT),
    Stance.PROBABLE: (Factuality.PROBABLE, Factuality.PROBABLY_NOT),
    Stance.POSSIBLE: (Factuality.POSSIBLE, Factuality.POSSIBLY_NOT),
}
"""A stance towards what is asserted and towards what is negated."""


def is_call(text: str, content: tuple[Span, ...]) -> bool:
    """Whether a content in the source's own words begins one of its pieces like a call ("Do not ...", "Rise up")."""
    openers = lexicon("calls.tsv")
    for span in content:
        opening = words_of(text, span)[:2]
        if opening and (opening[0] in openers or "_".join(opening) in openers):
            return True
    return False


def _main_clause(text: str, content: Span) -> tuple[str, ...]:
    """The content's words up to its first break, but at least five and at most ``MAIN_CLAUSE``."""
    found = words_of(text, content)
    stop = _BREAK.search(text, content.start + 1, content.end)
    before = len(words_of(text, Span(content.start, stop.start()))) if stop else len(found)
    return found[: min(MAIN_CLAUSE, max(5, before))]
