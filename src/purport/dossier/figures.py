"""What a report counts: how many, of what, by whose word and when that was said.

A bound is said as one ("at least 27"), and so is a number of those known by then. Numbers of people of whom no more is told are left out.
What is paid is of the day that stands with it, and what the outlet tells of a thing long past of when that was. What a correction takes
back is told as denied.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import chain
from typing import TYPE_CHECKING

from purport.dossier.dating import beside
from purport.dossier.lines import Entry, Section, Thing
from purport.dossier.scene import has
from purport.dossier.uncited import is_outlet, uncited
from purport.records import Claim, Factuality, Mention, MentionForm, MentionType, Quantity, Span, SpeechAct
from purport.resolve.accounts import Account, Count, Days
from purport.resolve.counts import counted, is_whole
from purport.resolve.notices import find_notices

if TYPE_CHECKING:
    from purport.dossier.entries import Told

LONGEST = 200
"""Characters of a claim, at most, that are cited whole for a number in it."""


PAST = timedelta(60)
"""Days before a report since when a thing is past and its count no news: the dead of a wreck of last year are of then."""


def tell(told: Told) -> Iterator[Entry]:
    """What is counted in the statements of a report, number by number."""
    quantities = {each.id: each for each in told.analysis.quantities}
    loose = uncited(told)
    claims = {each.id: each for each in (*told.analysis.claims, *(each.claim for each in loose))}
    notices = [each.span for each in find_notices(told.analysis)]
    often = Counter(each.entity for each in told.analysis.mentions)
    for account in chain(told.accounts, (each.account for each in loose)):
        claim = claims.get(account.claim)
        if claim is not None and account.speech_act is SpeechAct.STATEMENT and (about := _about(told, account, often)):
            for quantity in map(quantities.__getitem__, claim.quantities):
                count = _count(account, quantity)
                if count is not None and counted(count) and is_whole(account, count):
                    entry = _entry(told, account, claim, quantity, count, about)
                    is_withdrawn = claim.attribution is not None and any(has(each, quantity.start, quantity.end) for each in notices)
                    yield _withdrawn(told, entry) if is_withdrawn else entry


def _withdrawn(told: Told, entry: Entry) -> Entry:
    """A count that a correction takes back: of the day on which that tells that it was said, and no longer held."""
    days = beside(told.analysis, entry.spans[0], None, before=True) or entry.days
    return replace(entry, days=days, said=days, factuality=Factuality.CERTAINLY_NOT)


def _count(account: Account, quantity: Quantity) -> Count | None:
    """The count of an account that a quantity is; nothing where it stands in a claim within the account's."""
    alike = (each for each in account.counts if each.of == quantity.of and each.unit == quantity.unit and each.low == quantity.low)
    return next((each for each in alike if each.high in (quantity.high, None)), None)


def _entry(told: Told, account: Account, claim: Claim, quantity: Quantity, count: Count, about: tuple[Thing, ...]) -> Entry:
    text = told.analysis.report.text
    return Entry(
        Section.FIGURES,
        about[0].entity,
        about[0].words,
        count.of if count.unit is None else f"{count.of}, {count.unit}",
        _value(count, " ".join(text[quantity.start : quantity.end].split()).lower()),
        (_cited(claim, quantity),),
        account.factuality,
        _days(told, account, quantity, count),
        account.stated,
        account.source.words if account.source else None,
        account.source.key if account.source else None,
        account.said,
        f"{counted(count)} {count.low} {count.high}",
        who=about,
    )


def _days(told: Told, account: Account, quantity: Quantity, count: Count) -> Days:
    """Of which days a count is."""
    if count.is_former:
        return Days(None, account.said.last)
    if count.unit is not None and (day := beside(told.analysis, Span(quantity.start, quantity.end), count.unit)) is not None:
        return day
    past = {each.days for each in account.frames if each.days.known}
    then = next(iter(past)) if len(past) == 1 and account.source is None else Days()
    return then if then.last and account.out.first and then.last + PAST < account.out.first else account.said


def _about(told: Told, account: Account, often: Counter[str | None]) -> tuple[Thing, ...]:
    """What an account is about, with a name: no people first, of them what it names itself, and of those what the report names most.

    Who only says it, and the outlet, it is not about; where nothing else is left it is about what the report names most.
    """
    people: dict[str, bool] = {}
    words: dict[str, str] = {}
    for each in told.analysis.mentions:
        if each.entity in account.about and each.form is MentionForm.NAME and not _tells(told, account, each):
            words.setdefault(each.entity or "", " ".join(told.analysis.report.text[each.start : each.end].split()))
            people[each.entity or ""] = people.get(each.entity or "", False) or each.type is MentionType.PERSON
    if all(people.values()) and (main := _main(told, account, often)) is not None:
        words = {main.entity: main.words, **words}
        people[main.entity] = False
    own = {each.key for each in account.parties}
    ranked = sorted(words, key=lambda entity: (people[entity], entity not in own, -often[entity]))
    return tuple(Thing(entity, words[entity]) for entity in ranked)


def _tells(told: Told, account: Account, mention: Mention) -> bool:
    """Whether a name is the outlet's, or that of who says what an account holds."""
    source = account.source.key if account.source else None
    return mention.entity == source or is_outlet(told.analysis, mention)


def _main(told: Told, account: Account, often: Counter[str | None]) -> Thing | None:
    """What a report names most, but for people and who speaks."""
    named: dict[str, str] = {}
    for each in told.analysis.mentions:
        if each.form is MentionForm.NAME and each.type is not MentionType.PERSON and not _tells(told, account, each):
            named.setdefault(each.entity or "", " ".join(told.analysis.report.text[each.start : each.end].split()))
    return next((Thing(entity, named[entity]) for entity, _ in often.most_common() if entity in named), None)


def _value(count: Count, words: str) -> str:
    """How many: a number, or a bound as one; a range in the report's words."""
    low, high, unit = count.low, count.high, f" {count.unit}" if count.unit else ""
    if low is not None and high is not None:
        return words if low != high or (unit and not words[-1].isdigit()) else f"{_number(low)}{unit}"
    return f"at least {_number(low)}{unit}" if low is not None else f"at most {_number(high)}{unit}" if high is not None else words


def _number(many: float) -> str:
    return f"{many:,.0f}" if many == int(many) else f"{many:,g}"


def _cited(claim: Claim, quantity: Quantity) -> Span:
    """The words of a claim with the number in them, where they are few; else the number's own."""
    own = Span(quantity.start, quantity.end)
    whole = next((each for each in claim.content if each.start <= own.start and own.end <= each.end), own)
    return whole if whole.end - whole.start <= LONGEST else own
