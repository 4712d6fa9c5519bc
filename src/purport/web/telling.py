"""Lines of a case as pages show them: each with the words that it rests on, and what calls for violence folded."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from purport.dossier.lines import Line, Section
from purport.folds import FOLDED, Fold
from purport.records import Factuality
from purport.resolving import rejected_comparisons
from purport.viewing import lines
from purport.web.desk import Desk
from purport.web.quoting import Quoted, Quoter, Unseen

SOME_CALL = "[call, threat or offer, folded]"
"""What stands for words that cannot be shown without those of a call."""
LABELS = frozenset({SOME_CALL, *(Fold(0, 0, what).plain_label for what in FOLDED.values())})
"""What stands alone where nothing of some words is shown."""
RUN = 4
"""Words in a row that a line and a call must share for the line to show some of it."""
AT_ONCE = 500
"""Lines whose words are looked up at once."""


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A line of a section as a page shows it: :class:`purport.dossier.Line` with its words in place of their offsets alone.

    ``value``, ``by`` and ``why`` show no words of a call to violence unless that is asked for; ``is_folded`` says that some are not
    shown.
    """

    section: Section
    subject: str
    field: str
    value: str
    not_before: str | None
    not_after: str | None
    factuality: Factuality
    by: tuple[str, ...]
    origins: int
    origin_names: tuple[str, ...]
    who: tuple[str, ...]
    where: str | None
    why: str | None
    term: str | None
    is_disputed: bool
    is_folded: bool
    cited: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """What is told of one thing of a subject, each value a line, those that part beside each other."""

    name: str
    lines: tuple[ToldLine, ...]


def section_lines(desk: Desk, section: Section, about: str = "") -> tuple[Line, ...]:
    """The lines of a section; ``about`` is an id or a name that the case has for somebody, none for all lines."""
    asked = about or None
    return desk.held(("lines", section, about), lambda: tuple(lines(desk.case, section, asked, rejected=_rejected(desk))))


def _rejected(desk: Desk) -> Collection[str]:
    return desk.held("rejected", lambda: frozenset(rejected_comparisons(desk.case)))


def tell_lines(desk: Desk, found: Sequence[Line], *, unfold: bool = False) -> tuple[ToldLine, ...]:
    """Lines with their words, in their order: as many as a page has, since the texts of their reports are looked up."""
    quoter = Quoter.of(desk, (each for line in found for each in line.citations), unfold=unfold)
    return tuple(_told(line, quoter, is_call=line.is_folded and not unfold) for line in found)


def fields(found: Sequence[ToldLine]) -> tuple[Field, ...]:
    """Lines by their fields, in the order in which these first come."""
    order = list(dict.fromkeys(each.field for each in found))
    ranked = sorted(found, key=lambda each: order.index(each.field))
    return tuple(Field(name, tuple(own)) for name, own in groupby(ranked, key=lambda each: each.field))


def without_calls(desk: Desk, found: Sequence[Line], enough: int) -> list[Line]:
    """Lines without those that show words of a call to violence; once ``enough`` are found, the others follow, not to be shown."""
    kept: list[Line] = []
    for first in range(0, len(found), AT_ONCE):
        if len(kept) >= enough:
            return [*kept, *found[first:]]
        some = found[first : first + AT_ONCE]
        kept += [line for line, shown in zip(some, tell_lines(desk, some), strict=True) if not shown.is_folded]
    return kept


def _told(line: Line, quoter: Quoter, *, is_call: bool) -> ToldLine:
    unseen = [each for at in line.citations for each in quoter.unseen(at)]
    value = SOME_CALL if is_call else _without(line.value, unseen)
    by = tuple(_without(each, unseen) for each in line.by)
    why = None if line.why is None else SOME_CALL if is_call else _without(line.why, unseen)
    cited = tuple(quoter.quote(each) for each in dict.fromkeys(line.citations))
    return ToldLine(
        line.section,
        line.subject,
        line.field,
        value,
        line.not_before,
        line.not_after,
        line.factuality,
        by,
        line.origins,
        line.origin_names,
        line.who,
        line.where,
        why,
        line.term,
        line.is_disputed,
        is_call or (value, by, why) != (line.value, line.by, line.why),
        tuple(replace(each, words=SOME_CALL, is_folded=True) for each in cited) if is_call else cited,
    )


def _without(words: str, unseen: Sequence[Unseen]) -> str:
    """Words with a label for each call in them; a label alone where they have some of it in another form."""
    for each in unseen:
        words = words.replace(each.words, each.label) if each.words else words
    return SOME_CALL if any(_share(words, each.words) for each in unseen) else words


def _share(words: str, others: str) -> bool:
    """Whether so many words of one stand in the other, one after the other."""
    runs = _runs(words)
    return bool(runs) and not runs.isdisjoint(_runs(others))


def _runs(words: str) -> frozenset[tuple[str, ...]]:
    each = ["".join(filter(str.isalnum, word)) for word in words.casefold().split()]
    return frozenset(tuple(each[at : at + RUN]) for at in range(len(each) - RUN + 1))
