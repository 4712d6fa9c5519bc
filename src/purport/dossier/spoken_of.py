"""What a recording is said to speak of, or not to, and that happened, where no event of the report tells of it but a noun alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from purport.dossier.clauses import told_nouns
from purport.dossier.lines import Entry, Section
from purport.dossier.scene import Scene, days_of
from purport.lexicon import rows
from purport.lexicon import words as listed
from purport.records import Factuality, Recording, Span
from purport.resolve.accounts import Days
from purport.resolve.stems import forms, stem

AHEAD = "ahead"


def spoken_of(scene: Scene, field: str, told: Sequence[Entry]) -> Iterator[Entry]:
    """What happened before a recording came out, as it speaks of it: "the entry of the army into the war". What is ``told`` is left out."""
    around = [span for each in told for span in each.spans]
    for recording in scene.analysis.recordings:
        for span in sorted({*recording.mentions, *recording.omits}):
            head = _head(scene.clauses.words([span]))
            if (
                head is not None
                and _is_taken_as_so(scene, span)
                and not scene.has_call([span])
                and not any(_meet(span, each) for each in around)
            ):
                yield _entry(scene, recording, span, field, head)


def _head(words: str) -> str | None:
    """The stem of the noun that a phrase is about, if it tells what happened: the word before its first preposition."""
    found = forms(words)
    at = next((i for i, each in enumerate(found) if each in listed("noun_prepositions.tsv")), len(found))
    head = stem(found[at - 1]) if 0 < at < len(found) else ""
    return head if head in told_nouns() else None


def _is_taken_as_so(scene: Scene, span: Span) -> bool:
    """Whether a phrase is of something that has been: mentioned, not left open, and not "an attack" or "new raids"."""
    found = forms(scene.clauses.words([span]))
    ahead = any(listed("mentioning.tsv").get(each) == (AHEAD,) or each in listed("hedges.tsv") for each in found)
    around = [each.cue for each in scene.analysis.attributions if each.cue and any(_meet(part, span) for part in each.content)]
    cues = [{stem(form) for form in forms(each.words(scene.clauses.text))} for each in around]
    return not ahead and found[0] not in listed("not_given.tsv") and all(each & _mentioning() for each in cues[:1])


@cache
def _mentioning() -> frozenset[str]:
    return frozenset(stem(lemma) for lemmas, what in rows("mentioning.tsv") if what != AHEAD for lemma in lemmas.split())


def _entry(scene: Scene, recording: Recording, span: Span, field: str, head: str) -> Entry:
    inside = [each for each in scene.mentions.values() if span.start <= each.start and each.end <= span.end]
    who = tuple(dict.fromkeys(thing for each in inside if (thing := scene.thing(each.id))))
    speaker, released = scene.named(recording.speaker), days_of(recording.released.not_before, recording.released.not_after)
    events = [each for each in scene.analysis.events if each.not_before and span.start <= each.start and each.end <= span.end]
    dated = [*dict.fromkeys(days for each in events if (days := days_of(each.not_before, each.not_after)).known)]
    subject = next(iter(who), None)
    spoken = span in recording.mentions
    return Entry(
        Section.TIMELINE,
        subject.entity if subject else recording.id,
        subject.words if subject else scene.clauses.words([Span(recording.start, recording.end)]),
        field,
        scene.clauses.words([span]),
        (span,),
        Factuality.CERTAIN,
        dated[0] if len(dated) == 1 else Days(last=released.last or scene.out.last),
        by=recording.speaker if spoken else None,
        by_entity=speaker.entity if speaker and spoken else None,
        said=scene.out,
        same=head,
        who=who,
    )


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
