"""How sure a source is of a content: its cue's stance, and the modality and negation of the content's main clause.

A first reading by word lists; ``docs/quality.md`` says how often it is right.
"""

from __future__ import annotations

from purport.extract.clauses import main_clause
from purport.extract.cues import CueReading, Stance
from purport.extract.words import is_negation, phrased, raw_words
from purport.lexicon import words
from purport.records import Factuality, Form, Span, SpeechAct

_SURE = {
    Stance.CERTAIN: (Factuality.CERTAIN, Factuality.CERTAINLY_NOT),
    Stance.PROBABLE: (Factuality.PROBABLE, Factuality.PROBABLY_NOT),
    Stance.POSSIBLE: (Factuality.POSSIBLE, Factuality.POSSIBLY_NOT),
    Stance.DENIED: (Factuality.CERTAINLY_NOT, Factuality.CERTAIN),
    Stance.DOUBTED: (Factuality.PROBABLY_NOT, Factuality.PROBABLE),
}
"""A stance towards what is asserted and towards what is negated."""
_STATING = (SpeechAct.STATEMENT, SpeechAct.QUESTION)
"""The kinds of speech that say how things are; who calls for something not to be done, or promises so, is sure of it."""
_WEAKER = {Stance.CERTAIN: 0, Stance.PROBABLE: 1, Stance.POSSIBLE: 2}


def read_factuality(text: str, cue: CueReading, content: tuple[Span, ...]) -> Factuality:
    """FactBank's value for a content with its negation removed, as its source commits to it."""
    clause = main_clause(text, content[0])
    if cue.stance == Stance.UNCOMMITTED or _is_open(clause):
        return Factuality.UNCOMMITTED
    negated = (cue.act in _STATING and any(map(is_negation, clause))) != cue.flipped
    hedge = _hedge(clause) if cue.act == SpeechAct.STATEMENT else None
    if hedge == Stance.UNCOMMITTED:
        return Factuality.UNCOMMITTED
    stance = cue.stance
    if hedge is not None and stance in _WEAKER and _WEAKER[hedge] > _WEAKER[stance]:
        stance = hedge
    return _SURE[stance][negated]


def _hedge(clause: tuple[str, ...]) -> Stance | None:
    """The first hedge of a clause, as a stance."""
    hedges = words("hedges.tsv")
    return next((Stance(hedges[word][0]) for word in clause if word in hedges), None)


def _is_open(clause: tuple[str, ...]) -> bool:
    """Whether a clause says that something could not be found out or is not known."""
    negated = False
    for word in clause:
        negated = negated or is_negation(word)
        if negated and words("confirming.tsv").get(word) == ("both",):
            return True
    return False


def is_call(text: str, cue: CueReading, content: tuple[Span, ...], form: Form) -> bool:
    """Whether a content calls on somebody to do something: told to, or in words that call ("Do not ...", "Burn their ...")."""
    if cue.directs and any(_is_told_to(phrased(raw_words(text, span))) for span in content[:1]):
        return True
    return form != Form.INDIRECT and any(_begins_like_a_call(phrased(raw_words(text, span))) for span in content)


REACH = 8
"""Words within which "to" follows whom somebody is told to do something."""


def _is_told_to(found: tuple[str, ...]) -> bool:
    return "to" in found[:REACH] and not any(word in words("subordinators.tsv") for word in found[: found.index("to")])


def _begins_like_a_call(found: tuple[str, ...]) -> bool:
    calls = words("calls.tsv")
    if not found or found[0] not in calls:
        return False
    return calls[found[0]] == ("alone",) or (len(found) > 1 and found[1] in words("objects.tsv"))
