"""Numbers that count nothing: years, days, ages, and those that name the word before them ("page 14")."""

from __future__ import annotations

from functools import cache

from purport.extract.amounts import Amount
from purport.extract.counted import listed_as, state_of
from purport.extract.figures import figure_of
from purport.extract.prose import Prose
from purport.extract.syntax import preposition_of
from purport.lexicon import rows

LABELLING = frozenset({"nummod", "flat", "dep", "nmod:unmarked", "list", "goeswith", "compound", "appos", "conj", "obl:unmarked", "nmod"})
"""Relations of a number behind the word that it belongs to as a name or an age does: "page 14", "Ada Brandt, 51"."""
STANDING = frozenset({"nsubj", "nsubj:pass", "obj", "conj", "ccomp", "xcomp", "root", "parataxis", "advcl", "obl", "nmod"})
"""Relations in which a number stands for what it counts."""
YEARS = range(1500, 2151)
NEAR_YEARS = range(1950, 2051)
ROUND = 50
AGES = frozenset({"age", "aged", "turn"})


def is_year(prose: Prose, one: Amount, *, plural: bool = False) -> bool:
    """Whether figures are a year; before a plural only where they are no round number."""
    form = prose.text[one.first : one.last]
    return form.isdecimal() and int(form) in (NEAR_YEARS if plural else YEARS) and not (plural and int(form) % ROUND == 0)


@cache
def _months() -> frozenset[str]:
    return frozenset(form for forms, category, _ in rows("time_words.tsv") if category == "month" for form in forms.split())


def is_day(prose: Prose, own: range) -> bool:
    """Whether a month stands beside a number."""
    beside = (at for at in (own[0] - 1, own[-1] + 1) if 0 <= at < len(prose.words))
    return any(prose.form(at) in _months() and prose.words.tags[at] == "PROPN" for at in beside)


def is_label(prose: Prose, one: Amount, own: range, head: int) -> bool:
    """Whether a number by itself is a year, an age, or names the word before it."""
    words = prose.words
    above, relation = words.heads[head], words.relations[head]
    if is_year(prose, one) or (one.low == one.high and one.low in (0, 1) and state_of(prose, head) is None):
        return True
    if _is_age(prose, own):
        return True
    if relation not in STANDING and relation not in LABELLING:
        return True
    if above < 0:
        return prose.tree.child(head, ("nsubj",)) is None and state_of(prose, head) is None
    shared = words.heads[above] if words.tags[above] == "NUM" and relation == "conj" else above
    if prose.lemma(max(shared, 0)) in AGES or (own[0] and prose.lemma(own[0] - 1) in AGES | listed_as("label") - listed_as("moving")):
        return True
    if relation not in LABELLING or above > own[0] or preposition_of(prose.tree, head):
        return False
    return words.tags[above] != "NUM" and figure_of(prose, head) is None and state_of(prose, head) is None


def _is_age(prose: Prose, own: range) -> bool:
    """Whether a number stands between marks behind a name."""
    words, last = prose.words, own[-1] + 1
    if own[0] < 2 or prose.form(own[0] - 1) != "," or words.tags[own[0] - 2] != "PROPN":
        return False
    return last < len(words) and words.tags[last] == "PUNCT"
