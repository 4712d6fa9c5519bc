"""What reports have as the words of a recording: those in quotation marks, or given as somebody's own, that are said in it.

Said in it is what the recording, its voice ("the speaker says") or whoever it is said to be from is quoted with, where the report does not
tell another day; and what the record has the recording mention. Of words that a report gives in part as its own only those in quotation
marks count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from purport.dossier.acts import act_of
from purport.dossier.recordings import speaker_of
from purport.extract.ascribed import VOICES
from purport.extract.media import kinds
from purport.findings import Words
from purport.lexicon import words as listed
from purport.records import Analysis, Attribution, Form, MentionForm, Recording, Span, SpeechAct
from purport.resolve.stems import forms

_INSIDE = re.compile(r"[“\"„«]([^“”\"„«»]+)[”\"»]?")
PRONOUNS = frozenset(listed("personal.tsv").keys() | listed("third_persons.tsv").keys())
_EDGES = ' ,;:–—\n\r\t"“”„«»'
SPEAKING = frozenset({"speaker", "voice", "narrator"})
"""Who is heard in a recording wherever a report that has one speaks of them."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that a report quotes from a recording, where they stand, by whom the report has them, and what is done by saying them."""

    words: str
    at: Words
    by: str | None
    speech_act: SpeechAct
    recording: str


def quotations(analysis: Analysis) -> Iterator[Quotation]:
    """What a report quotes from its recordings, in the order of its text."""
    text = analysis.report.text
    said = _Said(analysis)
    for each in sorted(analysis.attributions, key=lambda each: (each.cue or each.content[0]).start):
        recording = said.within(each)
        if recording is not None and each.form is not Form.INDIRECT:
            by = " ".join(each.source.words(text).split()) if each.source else None
            for span in each.content:
                for at in _quoted(text, span, each.form):
                    words = " ".join(at.words(text).split())
                    yield Quotation(words, Words(analysis.report.path, at.start, at.end), by, act_of(each, text), recording.id)


def _quoted(text: str, span: Span, form: Form) -> Iterable[Span]:
    """The stretches of a content that are given as somebody's own words, without their marks."""
    words = span.words(text)
    marked = [Span(*match.span(1)) for match in _INSIDE.finditer(words)]
    for each in marked or ([Span(0, len(words))] if form is Form.DIRECT else []):
        inner = each.words(words)
        first = each.start + len(inner) - len(inner.lstrip(_EDGES))
        last = each.start + len(inner.rstrip(_EDGES))
        if first < last:
            yield Span(span.start + first, span.start + last)


class _Said:
    """Who is heard in which recording of a report; a pronoun that stands for nobody named goes by who was spoken of last."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._text = analysis.report.text
        self._speaker = speaker_of(analysis, analysis.recordings[0]) if analysis.recordings else None
        self._named = {each.entity for each in analysis.mentions if each.form is MentionForm.NAME}
        self._last: Recording | None = None

    def within(self, each: Attribution) -> Recording | None:
        """The recording in which something is said, if it is said in one."""
        if not self._analysis.recordings:
            return None
        source = frozenset(forms(each.source.words(self._text))) if each.source else frozenset[str]()
        if source and source <= PRONOUNS and each.source_entity not in self._named:
            return self._last
        found = next((own for own in self._analysis.recordings if _meet(own.mentions, each.content)), None)
        if found is None and self._is_heard(each, source):
            found = self._analysis.recordings[0]
        if source:
            self._last = found
        return found

    def _is_heard(self, each: Attribution, source: frozenset[str]) -> bool:
        """Whether a source is the foremost recording, its voice, or who it is said to be from."""
        foremost = self._analysis.recordings[0]
        if not source.isdisjoint(SPEAKING | _media(foremost)):
            return True
        if each.source_entity is not None and each.source_entity == self._speaker:
            return each.said is None
        return not source.isdisjoint(VOICES) and foremost.speaker is not None and not source.isdisjoint(forms(foremost.speaker))


def _media(of: Recording) -> frozenset[str]:
    """The nouns that a recording can be spoken of by: those for what can be heard or seen, and those of its own medium."""
    return frozenset(noun for noun, kind in kinds().items() if not kind.hedged or kind.medium == of.medium)


def _meet(spans: Iterable[Span], others: Iterable[Span]) -> bool:
    return any(one.start < other.end and other.start < one.end for one in spans for other in others)
