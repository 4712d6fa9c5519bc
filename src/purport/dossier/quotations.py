"""What people are quoted as saying, in their own words; what calls to violence is folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from purport.dossier.lines import Entry, Section
from purport.dossier.who import Person, Who
from purport.folds import FOLDED
from purport.lexicon import words as listed
from purport.records import Attribution, Factuality, Form, MentionType, Recording, Span
from purport.resolve.accounts import Account, Party
from purport.resolve.stems import forms, proper, stem, stems

if TYPE_CHECKING:
    from purport.dossier.entries import Told

QUOTATIONS, PURPORTED = "quotations", "words of a message said to be theirs"
OPENING, CLOSING = '“"«„', '”"»“'
FEWEST = 2
"""Words of a quotation: one alone in quotation marks is more often held at a distance than quoted."""


def tell_quotations(told: Told, who: Who) -> Iterator[Entry]:
    """The direct words of named people; where a message is only said to be somebody's, his words are told as that message's."""
    text = told.analysis.report.text
    accounts = {who_said.id: account for account in told.accounts if (who_said := who.attribution(account.claim)) is not None}
    calls = [span for each in told.analysis.attributions if each.speech_act in FOLDED for span in each.content]
    for each in told.analysis.attributions:
        account = accounts.get(each.id)
        if account is None or each.source is None or each.form is Form.INDIRECT or each.negated:
            continue
        spans = _quoted(text, each)
        person = _speaker(text, each, who)
        if person is not None and sum(len(forms(span.words(text))) for span in spans) >= FEWEST:
            at_issue = _is_at_issue(person, who, told.analysis.recordings)
            is_folded = each.speech_act in FOLDED or _calls(text, spans, calls) or (at_issue and _is_of_fighting(text, spans))
            yield _entry(who, person, spans, account, at_issue=at_issue, is_folded=is_folded)


def _entry(who: Who, of: Person, spans: tuple[Span, ...], account: Account, *, at_issue: bool, is_folded: bool) -> Entry:
    """A quotation: for certain said, unless the message in which it stands may not be his."""
    value = " … ".join(" ".join(who.words(span).split()) for span in spans).rstrip(",")
    field, factuality = (PURPORTED, Factuality.UNCOMMITTED) if at_issue else (QUOTATIONS, Factuality.CERTAIN)
    made = Entry(Section.PERSON, of.key, of.words, field, value, spans, factuality, claim=account.claim)
    return replace(made, by=who.outlet, said=account.said, is_folded=is_folded)


def _speaker(text: str, each: Attribution, who: Who) -> Person | None:
    """The person named who says it, if it is one."""
    if each.source is None or each.source_entity is None:
        return None
    if not who.is_surely_one(each.source_entity):
        return None
    words = each.source.words(text)
    party = Party(each.source_entity, frozenset(), words, MentionType.PERSON, frozenset(stems(words)), proper(words))
    found = who.meant(party, each.source.start, "")
    return found if found is not None and found.is_named else None


def _quoted(text: str, each: Attribution) -> tuple[Span, ...]:
    """What stands between quotation marks; all of a direct quotation without any."""
    found = tuple(part for span in each.content for part in _between(text, span))
    return found or (each.content if each.form is Form.DIRECT else ())


def _between(text: str, span: Span) -> Iterator[Span]:
    at = span.start
    while at < span.end:
        if text[at] not in OPENING:
            at += 1
            continue
        end = next((here for here in range(at + 1, span.end) if text[here] in CLOSING), span.end)
        yield Span(at + 1, end)
        at = end + 1


def _is_at_issue(person: Person, who: Who, recordings: Sequence[Recording]) -> bool:
    """Whether the report has a message that it only says to be this person's."""
    return any(each.hedge is not None and each.speaker is not None and each.speaker in who.names(person.key) for each in recordings)


def _calls(text: str, spans: Sequence[Span], calls: Sequence[Span]) -> bool:
    """Whether what is quoted has a call of the record in it, or words at the beginning of a clause that call to fight."""
    if any(span.start < call.end and call.start < span.end for span in spans for call in calls):
        return True
    return any(_fights(clause) for span in spans for clause in _clauses(span.words(text)))


def _is_of_fighting(text: str, spans: Sequence[Span]) -> bool:
    """Whether a message has a word for fighting: what it is in a call seldom can be told from what it is in a boast."""
    told = {each for span in spans for each in stems(span.words(text))}
    return not told.isdisjoint(stem(form) for form, (kind,) in listed("calls.tsv").items() if kind == "object")


def _clauses(words: str) -> Iterator[list[str]]:
    for stop in ",.;:!?\n":
        words = words.replace(stop, "|")
    for clause in words.replace(" and ", "|").split("|"):
        yield clause.lower().split()


def _fights(clause: Sequence[str]) -> bool:
    call = listed("calls.tsv").get(clause[0], ("",)) if clause else ("",)
    return call == ("object",) and len(clause) > 1 and clause[1] in listed("objects.tsv")
