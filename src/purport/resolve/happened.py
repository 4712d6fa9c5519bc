"""Which events of a report are told as having happened, and to whom or where: those that can be told of again elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from purport.lexicon import words as listed
from purport.records import Analysis, Attribution, Event, Factuality, SpeechAct
from purport.resolve.accounts import DENIED
from purport.resolve.stems import kind
from purport.resolve.told import Names, Party, Told, tell
from purport.resolve.weighing import weight

KINDS = frozenset({"occurrence", "i_action"})
"""The TimeML classes of what happens: who says, sees or believes something is told of by claims, and a state has no one time."""
TELLING, TELLING_ALONE = 1.5, 3.0
"""How rare a word is, at least, that tells what happened to whom ("made" and "took" tell nothing), and that tells it by itself."""
FOUND_BY = ("name ", "last ", "letters ", "also ")
"""The kinds of names' keys that a telling is found by: in whole, by the last, by an acronym, or by what all know it by."""
SURE = frozenset({Factuality.CERTAIN, Factuality.PROBABLE})


def happened(analysis: Analysis, names: Names) -> tuple[Told, ...]:
    """The tellings of a report that can be of one happening with another's, in text order.

    They have a party, a place or something beside them with a name, and the author or a source is sure that they happened: what may be,
    is called for, is denied, or is to come some day is never one with what was.
    """
    held = _by_event(analysis)
    events = tuple(each for each in analysis.events if each.type in KINDS and _is_sure(each, held.get(each.id)))
    found_by = {entity: frozenset(name for name in own if name.startswith(FOUND_BY)) for entity, own in names.items()}
    told = tell(replace(analysis, events=events), found_by)
    return tuple(each for each in told if is_telling(each) and keys(each) and not _is_to_come(each))


def named(told: Told) -> Iterator[Party]:
    """Who takes part, and where it happens."""
    yield from told.parties
    if told.place is not None:
        yield told.place


def is_telling(told: Told) -> bool:
    """Whether the word of a telling tells what happened; where nobody takes part who has a name and no day is told, by itself."""
    is_bare = not any(each.names for each in named(told)) and told.days.not_before is None
    return is_once(told) or weight([told.stem]) >= (TELLING_ALONE if is_bare else TELLING)


def is_once(told: Told) -> bool:
    """Whether it is what happens once to whom it happens to."""
    return told.form in listed("once.tsv")


def what(told: Told) -> str:
    """What kind of thing happened: what happens once by its name ("taking"), other things by their words."""
    once = listed("once.tsv").get(told.form)
    return once[0] if once else kind(told.stem)


def keys(told: Told) -> frozenset[str]:
    """What a telling is found by: its kind with the names of who takes part where it happens and what is named beside it."""
    return frozenset(f"{what(told)} {name}" for party in (*named(told), *told.beside) for name in party.names)


def _is_to_come(told: Told) -> bool:
    """Whether it is told of as to come, and not by when."""
    out = told.around.out.not_after
    return told.days.not_after is None and out is not None and (told.days.not_before or "") >= out


def _by_event(analysis: Analysis) -> dict[str, Attribution]:
    """For each event the innermost attribution that holds it."""
    found: dict[str, Attribution] = {}
    for each in analysis.attributions:
        for event in each.events:
            other = found.get(event)
            if other is None or len(each.events) <= len(other.events):
                found[event] = each
    return found


def _is_sure(event: Event, held: Attribution | None) -> bool:
    """Whether it is told as having happened, by the author, or where the author leaves it open by the source who speaks of it.

    What a source denies did not happen, as far as one can tell from which words the author takes as so.
    """
    if event.factuality in SURE:
        return held is None or held.factuality in SURE or (held.factuality not in DENIED and event.factuality is Factuality.CERTAIN)
    is_open = event.factuality is Factuality.UNCOMMITTED
    return is_open and held is not None and not held.negated and held.speech_act is SpeechAct.STATEMENT and held.factuality in SURE
