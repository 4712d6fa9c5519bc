"""What is done by saying something: a call, a threat, an offer, as the record has it or as the word for it tells."""

from __future__ import annotations

from purport.folds import FOLDED
from purport.lexicon import words as listed
from purport.records import Attribution, SpeechAct
from purport.resolve.stems import forms

CALLS = frozenset(FOLDED)
"""Speech acts whose words are folded."""
THAT = "that "
ACTS = CALLS | {SpeechAct.PROMISE}


def act_of(attribution: Attribution, text: str) -> SpeechAct:
    """What kind of speech it is; a statement by a word that calls for something ("implored") is a call: not "proposed that birds ran"."""
    if attribution.speech_act is not SpeechAct.STATEMENT or attribution.cue is None:
        return attribution.speech_act
    found = listed("cues.tsv").get("_".join(forms(attribution.cue.words(text))))
    told = any(span.words(text).startswith(THAT) for span in attribution.content[:1])
    return SpeechAct(found[1]) if found and found[1] in ACTS and not told else SpeechAct.STATEMENT
