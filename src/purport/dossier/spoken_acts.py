"""What is done by saying something: warning, admitting, accusing, refusing an offer, finding, no longer claiming.

It is told as what its speaker did, never as what it speaks of (``lexicon/spoken_acts.tsv``).
"""

from __future__ import annotations

from enum import StrEnum

from purport.dossier.scene import Scene
from purport.lexicon import words as listed
from purport.records import Attribution, Event, SourceType
from purport.resolve.accounts import SURE
from purport.resolve.stems import forms


class SpokenAct(StrEnum):
    """What somebody does by saying something."""

    ACT = "act"
    CHARGE = "charge"
    ANSWER = "answer"
    FINDING = "finding"
    END = "end"


FINDERS = frozenset({SourceType.DOCUMENT})
"""Whose finding is news: a report's, not what somebody finds ("the directors found it mean")."""
PAIR = 2


def spoken_act(text: str, each: Attribution) -> SpokenAct | None:
    """What is done by what somebody says, where a timeline tells of it; ``None`` where it is only said."""
    if each.cue is None:
        return None
    words = forms(each.cue.words(text))
    runs = [*words, *("_".join(words[at : at + PAIR]) for at in range(len(words) - 1))]
    found = next((SpokenAct(what[0]) for run in reversed(runs) if (what := listed("spoken_acts.tsv").get(run))), None)
    return found if found is not None and _fits(text, each, found) else None


def _fits(text: str, each: Attribution, act: SpokenAct) -> bool:
    """Whether an act has what makes it one: somebody who does it, something asked for, a document that finds."""
    if each.negated and act is not SpokenAct.END:
        return False
    match act:
        case SpokenAct.ANSWER:
            return any(word in listed("asked_for.tsv") for span in each.content for word in forms(span.words(text)))
        case SpokenAct.FINDING:
            return each.source_type in FINDERS
        case SpokenAct.CHARGE:
            return True
    return each.source is not None


def is_done(scene: Scene, each: Attribution, act: SpokenAct) -> bool:
    """Whether the report tells that an act was done before it came out."""
    own = [event for event in scene.analysis.events if _has(each, event)]
    if act is SpokenAct.END:
        return scene.out.last is not None and each.source is not None
    return scene.out.last is not None and any(event.not_after is not None and event.factuality in SURE for event in own)


def _has(each: Attribution, event: Event) -> bool:
    return each.cue is not None and each.cue.start <= event.start and event.end <= each.cue.end
