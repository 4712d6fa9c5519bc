"""What a message that is only said to be somebody's tells of whether they live: if it is theirs, and was made since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from purport.dossier.conditions import IMPLIED, STATUS, Condition, entry, is_lately
from purport.dossier.lines import Entry, Section
from purport.dossier.who import Person, Who
from purport.lexicon import words as listed
from purport.records import Attribution, Factuality, MentionForm, Recording, Span
from purport.resolve.accounts import Account, Days, Verdict
from purport.resolve.stems import forms

if TYPE_CHECKING:
    from purport.dossier.entries import Told

IF_HIS = "alive, if the message is theirs and was made since"
IF_RECENT = "alive when what the message speaks of happened, if it is theirs"
IF_SPEAKS = "alive: speaking now, if the message is theirs"
OPEN = "left open: it could not be told whether the message is theirs"
IF = "if"
SOON = 3
"""Words after "if" among which it is said that the message is genuine."""
LONGEST = 240
"""Characters from who speaks to the end of what of, at most; of more, up to its first comma."""


def tell_purported(told: Told, doomed: Mapping[str, Condition], who: Who) -> Iterator[Entry]:
    """Of those of ``doomed``, told of as dead or hurt, of whom the report has a message that came out about then, or later."""
    for each in told.analysis.recordings:
        for profile in who.people():
            if profile.entity in doomed and each.speaker in who.names(profile.entity) and _can_be_since(each, doomed[profile.entity]):
                of = doomed[profile.entity].of
                yield _if_his(each, of, who)
                yield from _on_condition(told, each, of, who)
                yield from _speaks(told, each, of, who)
                yield from _left_open(told, each, of, who)


def _can_be_since(recording: Recording, death: Condition) -> bool:
    """Whether a message that is only said to be somebody's came out about when his death is told of, or later."""
    released = _released(recording)
    if recording.hedge is None or released.last is None:
        return False
    return not released.before(death.days) if death.days.known else is_lately(released, death.account.out)


def _released(recording: Recording) -> Days:
    first, last = (date.fromisoformat(day) if day else None for day in (recording.released.not_before, recording.released.not_after))
    return Days(first, last)


def _if_his(recording: Recording, of: Person, who: Who) -> Entry:
    hedge = recording.hedge or Span(recording.start, recording.end)
    return _open(recording, of, STATUS, IF_HIS, who.with_name(hedge, of.key), who)


def _on_condition(told: Told, recording: Recording, of: Person, who: Who) -> Iterator[Entry]:
    """The first words of the outlet that tell what it would be "if genuine"."""
    for each in told.analysis.sentences:
        spoken = forms(who.words(each))
        at = spoken.index(IF) if IF in spoken else len(spoken)
        found = f" {who.words(each).lower()}".find(f" {IF} ")
        if found >= 0 and any(listed("genuine.tsv").get(form) == ("yes",) for form in spoken[at + 1 : at + 1 + SOON]):
            start = each.start + found
            end = min(each.end, start + LONGEST)
            length = len(who.words(Span(start, end)).rstrip(" .\n"))
            yield _open(recording, of, STATUS, IF_HIS, Span(start, start + length), who)
            return


def _speaks(told: Told, recording: Recording, of: Person, who: Who) -> Iterator[Entry]:
    """What the outlet tells the speaker to say: that he does, where it first names him so; and what of, where that was not long ago."""
    text = told.analysis.report.text
    own = [each for each in told.analysis.attributions if each.source_entity == of.key and each.nested_in is None and not each.negated]
    named = next((each for each in own if _is_by_name(told, each)), None)
    if named is not None and named.source is not None and named.cue is not None:
        span = Span(min(named.source.start, named.cue.start), max(named.source.end, named.cue.end))
        yield _open(recording, of, IMPLIED, IF_SPEAKS, span, who)
    for each in own:
        spoken = _shortly(text, each)
        if spoken is not None and each is not named and _is_of_late(text, each, recording):
            yield _open(recording, of, IMPLIED, IF_RECENT, spoken, who)


def _is_by_name(told: Told, each: Attribution) -> bool:
    names = (mention for mention in told.analysis.mentions if mention.form is MentionForm.NAME and mention.entity == each.source_entity)
    return each.source is not None and any(each.source.start <= name.start and name.end <= each.source.end for name in names)


def _is_of_late(text: str, each: Attribution, recording: Recording) -> bool:
    """Whether somebody speaks of what was not long ago, by the words for it, or of what the record dates the message by."""
    if each.cue is None or not any(form in listed("speaking_of.tsv") for form in forms(each.cue.words(text))):
        return False
    dated = [one for one in recording.recorded.reasons if one.start is not None and one.end is not None]
    inside = (span.start <= one.start < span.end for one in dated for span in each.content if one.start is not None)
    return any(form in listed("recent.tsv") for span in each.content for form in forms(span.words(text))) or any(inside)


def _shortly(text: str, each: Attribution) -> Span | None:
    """From who speaks to the end of what of, where that is short; else up to its first comma."""
    if each.source is None or not each.content or each.source.start > each.content[0].start:
        return None
    start, end = each.source.start, each.content[-1].end
    comma = text.find(",", each.content[0].start, end)
    return Span(start, end if end - start <= LONGEST or comma < 0 else comma)


def _left_open(told: Told, recording: Recording, of: Person, who: Who) -> Iterator[Entry]:
    """Accounts of those who could not tell whose voice it is: with that it is open what the message tells."""
    for account in told.accounts:
        if any(each.recording == recording.id and each.verdict is Verdict.OPEN for each in account.judged):
            spans = (_whole(account, who),)
            yield entry(who, account, of, field=IMPLIED, value=OPEN, factuality=Factuality.UNCOMMITTED, spans=spans)


def _whole(account: Account, who: Who) -> Span:
    """An account with the words by which it is left open, and whoever does."""
    found = who.attribution(account.claim)
    parts = [*account.content, *([found.source] if found and found.source else []), *([found.cue] if found and found.cue else [])]
    whole = Span(min(part.start for part in parts), max(part.end for part in parts))
    return whole if whole.end - whole.start <= LONGEST else account.content[0]


def _open(recording: Recording, of: Person, field: str, value: str, span: Span, who: Who) -> Entry:
    days = Days(None, _released(recording).last)
    return Entry(Section.PERSON, of.key, of.words, field, value, (span,), Factuality.UNCOMMITTED, days, by=who.outlet, said=who.out)
