"""What others answer to a death or an escape that a report has told of just before: they cannot confirm it, call it a lie, or doubt it.

Such answers seldom say what they answer: "officials were unable to corroborate either account".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from purport.dossier.conditions import DEAD, STATUS, Condition, entry
from purport.dossier.lines import Entry, Section
from purport.dossier.who import Who
from purport.lexicon import words as listed
from purport.records import Attribution, Factuality, Span, SpeechAct
from purport.resolve.accounts import DENIED, SURE, Account
from purport.resolve.rejections import NEAR, rejects
from purport.resolve.stems import forms

if TYPE_CHECKING:
    from purport.dossier.entries import Told

COPULAS = frozenset({"is", "are", "was", "were", "remain", "remained", "remains"})
"""Words that join those who doubt to what they are."""
STOPS = (",", ";", ":", "\n\n", ". ", " and ", " but ", " while ")
"""What a clause begins after."""
ADVERBS = 2
"""Words between a copula and what somebody is: "were deeply sceptical"."""


def tell_replies(told: Told, found: Sequence[Condition], who: Who) -> Iterator[Entry]:
    """What is answered, as states of whom the answers are about, for whom the report names."""
    lives = [each for each in found if each.is_of_life and each.of.is_named]
    open_ = [account for account in told.accounts if _leaves_open(account)]
    for account in open_:
        if (answered := _answered(account, lives)) is not None and not any(_is_in(account, other) for other in open_):
            spans = _whole(account, who.attribution(account.claim))
            value, factuality = answered.value, Factuality.UNCOMMITTED
            yield entry(who, account, answered.of, field=STATUS, value=value, factuality=factuality, spans=spans)
    for account in told.accounts:
        for each in {one.of.key: one for one in lives if one.factuality in SURE and rejects(account, one.account)}.values():
            yield entry(who, account, each.of, field=STATUS, value=each.value, factuality=Factuality.CERTAINLY_NOT)
    yield from _doubts(told, lives)


def _leaves_open(account: Account) -> bool:
    return account.factuality is Factuality.UNCOMMITTED and account.speech_act is SpeechAct.STATEMENT and not account.in_passing


def _answered(account: Account, lives: Sequence[Condition]) -> Condition | None:
    """What an account leaves open that has been told just before: a death, where it says so, and else what was told last, if not denied."""
    kinds = {listed("replying.tsv").get(form, ("",))[0] for form in forms(account.words)}
    if not kinds & {"dead", "any"} and kinds != {"whole"}:
        return None
    told = [each for each in lives if 0 < account.content[0].start - each.account.content[-1].end <= NEAR]
    fitting = [each for each in told if each.factuality not in DENIED and (each.value == DEAD or "dead" not in kinds)]
    return max(fitting, key=lambda each: each.account.content[0].start, default=None)


def _is_in(account: Account, other: Account) -> bool:
    """Whether an account is within another's content."""
    first, last = other.content[0].start, other.content[-1].end
    return other is not account and first <= account.content[0].start and account.content[-1].end <= last


def _whole(account: Account, attribution: Attribution | None) -> tuple[Span, ...]:
    """The words of an account that tells of nothing happening, with those who say it: "either account" says too little."""
    if account.frames or attribution is None or attribution.cue is None or len(account.content) > 1:
        return account.shown
    starts = [attribution.cue.start, account.content[0].start] + ([attribution.source.start] if attribution.source else [])
    return (Span(min(starts), max(attribution.cue.end, account.content[0].end)),)


def _doubts(told: Told, lives: Sequence[Condition]) -> Iterator[Entry]:
    """Those of whom the report says that they do not believe a death that it has told of just before."""
    text = told.analysis.report.text
    for sentence in told.analysis.sentences:
        for at, word in _words(text, sentence):
            if word not in COPULAS:
                continue
            after = list(_words(text, Span(at, sentence.end)))[1 : 2 + ADVERBS]
            doubting = next((start + len(form) for start, form in after if form in listed("doubting.tsv")), None)
            deaths = [each for each in lives if each.value == DEAD and 0 < at - each.account.content[0].start <= NEAR]
            if doubting is not None and deaths:
                yield _doubt(text, Span(_clause(text, sentence.start, at), doubting), at, deaths[-1])


def _doubt(text: str, span: Span, copula: int, death: Condition) -> Entry:
    by = " ".join(text[span.start : copula].split())
    account = death.account
    return Entry(Section.PERSON, death.of.key, death.of.words, STATUS, DEAD, (span,), Factuality.PROBABLY_NOT, by=by, said=account.out)


def _clause(text: str, first: int, at: int) -> int:
    """Where the clause begins that stands before a place in a sentence."""
    starts = [found + len(stop) for stop in STOPS if (found := text.rfind(stop, first, at)) >= 0]
    start = max(starts, default=first)
    return start + len(text[start:at]) - len(text[start:at].lstrip())


def _words(text: str, span: Span) -> Iterator[tuple[int, str]]:
    """The words of a stretch in small letters, and where each begins."""
    at = span.start
    for word in text[span.start : span.end].split():
        at = text.index(word, at)
        yield at, word.strip(",.;:").lower()
        at += len(word)
