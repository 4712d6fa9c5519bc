"""What a report counts: how many, of what, by whose word and when that was said.

A bound is said as one ("at least 27"), and so is a number of those known by then. Numbers of people of whom no more is told are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from purport.dossier.lines import Entry, Section, Thing
from purport.records import Claim, MentionForm, MentionType, Quantity, Span, SpeechAct
from purport.resolve.accounts import Account, Count, Days
from purport.resolve.counts import counted, is_whole

if TYPE_CHECKING:
    from purport.dossier.entries import Told

LONGEST = 200
"""Characters of a claim, at most, that are cited whole for a number in it."""


def tell(told: Told) -> Iterator[Entry]:
    """What is counted in the statements of a report, number by number."""
    quantities = {each.id: each for each in told.analysis.quantities}
    claims = {each.id: each for each in told.analysis.claims}
    often = Counter(each.entity for each in told.analysis.mentions)
    for account in told.accounts:
        claim = claims.get(account.claim)
        if claim is not None and account.speech_act is SpeechAct.STATEMENT and (about := _about(told, account, often)):
            for quantity in map(quantities.__getitem__, claim.quantities):
                count = _count(account, quantity)
                if count is not None and counted(count) and is_whole(account, count):
                    yield _entry(told, account, claim, quantity, count, about)


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
        Days(None, account.said.last) if count.is_former else account.said,
        account.stated,
        account.source.words if account.source else None,
        account.source.key if account.source else None,
        account.said,
        f"{counted(count)} {count.low} {count.high}",
        who=about,
    )


def _about(told: Told, account: Account, often: Counter[str | None]) -> tuple[Thing, ...]:
    """What an account is about, with a name: no people first, of them what it names itself, and of those what the report names most."""
    people: dict[str, bool] = {}
    words: dict[str, str] = {}
    for each in told.analysis.mentions:
        if each.entity in account.about and each.form is MentionForm.NAME:
            words.setdefault(each.entity or "", " ".join(told.analysis.report.text[each.start : each.end].split()))
            people[each.entity or ""] = people.get(each.entity or "", False) or each.type is MentionType.PERSON
    own = {each.key for each in account.parties}
    ranked = sorted(words, key=lambda entity: (people[entity], entity not in own, -often[entity]))
    return tuple(Thing(entity, words[entity]) for entity in ranked)


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
