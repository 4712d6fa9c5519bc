"""The terms of the ACLED codebook (sub-event types) for what is told of a place, where the words tell that one fits.

Which side is a state's is told by words alone (``resolve/holders.py``): where they do not, no term is given. A withdrawal is no transfer of
territory unless it is told who takes it over.
"""

from __future__ import annotations

from functools import cache

from purport.lexicon import rows
from purport.resolve.accounts import Act, Party
from purport.resolve.holders import REBELS, STATE, side
from purport.resolve.stems import stem

REGAINS = "Government regains territory"
OVERTAKES = "Non-state actor overtakes territory"
CLASH = "Armed clash"
AGAIN, HANDED = "again", "handed"
TRANSFER = "Non-violent transfer of territory"


def term(act: Act, party: Party | None, against: Party | None, word: str) -> str | None:
    """The term for an act told by a word (its stem), of those who do it and those it is done to; nothing where none fits for certain."""
    kind = _kinds().get(word, "")
    mine, theirs = ("" if each is None else side(each) for each in (party, against))
    if act is Act.TAKES:
        if mine == STATE and (kind == AGAIN or theirs == REBELS):
            return REGAINS
        return OVERTAKES if mine == REBELS else None
    if act is Act.CONTESTS:
        return kind or CLASH
    return TRANSFER if act is Act.LOSES and kind == HANDED and against is not None else None


def is_again(word: str) -> bool:
    """Whether a word (its stem) tells that a place was taken back."""
    return _kinds().get(word) == AGAIN


@cache
def _kinds() -> dict[str, str]:
    return {stem(form): kind for forms, kind in rows("acled.tsv") for form in forms.split()}
