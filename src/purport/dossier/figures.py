"""What a report counts: how many, of what, by whose word and when that was said.

A bound is said as one ("at least 27"), and so is a number of those known by then. Numbers of people of whom no more is told are left out.
What is paid is of the day that stands with it, and what the outlet tells of a thing long past of when that was. What a correction takes
back is told as denied.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import chain
from typing import TYPE_CHECKING

from purport.dossier.dating import beside
from purport.dossier.lines import Entry, Section, Thing
from purport.dossier.names import Names
from purport.dossier.scene import has
from purport.dossier.spoken_acts import SpokenAct, spoken_act
from purport.dossier.uncited import uncited
from purport.ingest.words import word_list
from purport.lexicon import words as listed
from purport.records import Claim, Factuality, Quantity, Span, SpeechAct
from purport.resolve.accounts import DENIED, Account, Count, Days
from purport.resolve.counts import counted, is_whole
from purport.resolve.notices import find_notices
from purport.resolve.stems import forms

if TYPE_CHECKING:
    from purport.dossier.entries import Told

LONGEST = 200
"""Characters of a claim, at most, that are cited whole for a number in it."""


FIRST = frozenset({"first", "initially", "originally", "earlier", "previously"})
"""Words by which somebody is told to have said a number before."""
OWN = frozenset({"we", "version", "report", "story", "article"})
"""Words by which a correction speaks of what the outlet told before."""
UPHELD = {
    Factuality.CERTAINLY_NOT: Factuality.CERTAIN,
    Factuality.PROBABLY_NOT: Factuality.PROBABLE,
    Factuality.POSSIBLY_NOT: Factuality.POSSIBLE,
}
"""How sure it is that so many were "not on the list" of whom it is denied that they were."""
PAST = timedelta(60)
"""Days before a report since when a thing is past and its count no news: the dead of a wreck of last year are of then."""


def tell(told: Told) -> Iterator[Entry]:
    """What is counted in the statements of a report, number by number."""
    quantities = {each.id: each for each in told.analysis.quantities}
    loose = uncited(told)
    claims = {each.id: each for each in (*told.analysis.claims, *(each.claim for each in loose))}
    notices = [each.span for each in find_notices(told.analysis)]
    names = Names(told.analysis)
    for account in chain(told.accounts, (each.account for each in loose)):
        claim = claims.get(account.claim)
        if claim is not None and account.speech_act is SpeechAct.STATEMENT:
            for quantity in map(quantities.__getitem__, claim.quantities):
                count = _count(account, quantity)
                if count is None or not counted(count) or not is_whole(account, count) or _is_negated(told, account, claim, count):
                    continue
                if about := _winner(told, quantity, count) or names.about(account, of_people=count.unit is None):
                    entry = _entry(told, account, claim, quantity, count, about)
                    notice = next((each for each in notices if has(each, quantity.start, quantity.end)), None)
                    is_withdrawn = notice is not None and _is_first(told, quantity, notice) and _is_former(told, claim)
                    yield _withdrawn(told, entry) if is_withdrawn else entry


def _is_negated(told: Told, account: Account, claim: Claim, count: Count) -> bool:
    """Whether something is said of so many that did not happen to them, which nobody denies: "admitted that 312 had not been counted"."""
    if account.factuality not in DENIED or count.low == 0 or count.of.startswith("not "):
        return False
    attribution = next((each for each in told.analysis.attributions if each.id == claim.attribution), None)
    if attribution is None or attribution.cue is None or spoken_act(told.analysis.report.text, attribution) is SpokenAct.ANSWER:
        return attribution is None
    return not any(listed("cues.tsv").get(each, ("",))[0] == "denied" for each in forms(attribution.cue.words(told.analysis.report.text)))


def _winner(told: Told, quantity: Quantity, count: Count) -> tuple[Thing, ...]:
    """Who, by name, takes or has so many votes or seats; nothing for what is not won."""
    if not any(listed("single_counts.tsv").get(each) == ("won",) for each in counted(count).split()):
        return ()
    mentions = {each.id: each for each in told.analysis.mentions}
    for event in told.analysis.events:
        parts = [(each.role, mentions[each.mention]) for each in event.participants]
        if not any(each.start <= quantity.start and quantity.end <= each.end for role, each in parts if role != "agent"):
            continue
        named = [each for role, each in parts if role == "agent" and each.entity in told.names and each.entity is not None]
        text = told.analysis.report.text
        return tuple(Thing(each.entity, " ".join(text[each.start : each.end].split())) for each in named if each.entity is not None)
    return ()


def _is_first(told: Told, quantity: Quantity, notice: Span) -> bool:
    """Whether a number is the first of a correction: what was wrong stands before what is right."""
    return not any(notice.start <= each.start < quantity.start and each.of == quantity.of for each in told.analysis.quantities)


def _is_former(told: Told, claim: Claim) -> bool:
    """Whether a claim of a correction is what was wrong: the outlet's own words of before, or a version's."""
    attribution = next((each for each in told.analysis.attributions if each.id == claim.attribution), None)
    if attribution is None or attribution.source is None:
        return attribution is not None
    words = forms(attribution.source.words(told.analysis.report.text))
    return (
        not word_list("weekdays").isdisjoint(words)
        or not OWN.isdisjoint(words)
        or words[-1:] == forms(told.analysis.report.outlet or "")[-1:]
    )


def _withdrawn(told: Told, entry: Entry) -> Entry:
    """A count that a correction takes back: of the day on which that tells that it was said, and no longer held."""
    days = beside(told.analysis, entry.spans[0], None, before=True) or entry.days
    return replace(entry, days=days, said=days, factuality=Factuality.CERTAINLY_NOT)


def _count(account: Account, quantity: Quantity) -> Count | None:
    """The count of an account that a quantity is; nothing where it stands in a claim within the account's, or is a rate ("18.9 dead")."""
    if quantity.unit is None and quantity.low is not None and not quantity.low.is_integer():
        return None
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
        _sureness(told, account, claim, count),
        _days(told, account, quantity, count),
        account.stated,
        account.source.words if account.source else None,
        account.source.key if account.source else None,
        account.said,
        f"{counted(count)} {count.low} {count.high}",
        who=about,
    )


def _sureness(told: Told, account: Account, claim: Claim, count: Count) -> Factuality:
    """How sure a count is: who refuses "an offer of 31" does not deny that it was 31, and "not on the list" is no denial."""
    attribution = next((each for each in told.analysis.attributions if each.id == claim.attribution), None)
    is_answer = attribution is not None and spoken_act(told.analysis.report.text, attribution) is SpokenAct.ANSWER
    return UPHELD.get(account.factuality, account.factuality) if is_answer or count.of.startswith("not ") else account.factuality


def _days(told: Told, account: Account, quantity: Quantity, count: Count) -> Days:
    """Of which days a count is."""
    if count.is_former or _was_first(told, account):
        return Days(None, account.said.last)
    if count.unit is not None and (day := beside(told.analysis, Span(quantity.start, quantity.end), count.unit)) is not None:
        return day
    past = {each.days for each in account.frames if each.days.known}
    then = next(iter(past)) if len(past) == 1 and account.source is None else Days()
    return then if then.last and account.out.first and then.last + PAST < account.out.first else account.said


def _was_first(told: Told, account: Account) -> bool:
    """Whether a source is told to have said it at first, on no day: "the agency had *first* said nine"."""
    claim = next((each for each in told.analysis.claims if each.id == account.claim), None)
    attribution = next((each for each in told.analysis.attributions if claim is not None and each.id == claim.attribution), None)
    if attribution is None or attribution.cue is None or account.said != account.out:
        return False
    return not FIRST.isdisjoint(forms(attribution.cue.words(told.analysis.report.text)))


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
