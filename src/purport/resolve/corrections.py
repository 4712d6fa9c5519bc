"""What people have judged of single claims, applied to the record of a report before anything is derived from it.

The record as it was read is never touched: a corrected one is made beside it. A judgement is on a claim by its id; where a report was
read anew and has no claim of that id, on the one whose content stands at the same place, or else on the only one with the same words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import msgspec

from purport.records import Analysis, Attribution, Claim, Factuality, Judgement, MentionForm, SourceType, Span

LAYER = "claims"
"""The layer of judgements on claims: ``target`` is one's id, ``correction`` a ``Correction`` as JSON where the decision is "correct"."""
CONFIRM, REJECT, CORRECT, NOTE = "confirm", "reject", "correct", "note"
DECISIONS = (CONFIRM, REJECT, CORRECT, NOTE)


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person reads otherwise than the machine; what is ``None`` is as the machine has it.

    ``source`` is where the words stand that name the source; ``has_source`` is false where the text names none.
    """

    factuality: Factuality | None = None
    source: Span | None = None
    source_type: SourceType | None = None
    has_source: bool = True
    content: tuple[Span, ...] = ()


NOTHING = Correction()


@dataclass(frozen=True, slots=True)
class Ruling:
    """What stands of all that people have judged of one claim: the corrections made one, and the judgements in their order."""

    is_rejected: bool = False
    is_confirmed: bool = False
    correction: Correction = NOTHING
    judgements: tuple[Judgement, ...] = ()


def rulings(analysis: Analysis, judgements: Iterable[Judgement]) -> Mapping[str, Ruling]:
    """What stands of judgements on the claims of a report, by the claims' ids; judgements are those that stand, in their order."""
    found: dict[str, list[Judgement]] = defaultdict(list)
    for each in judgements:
        if each.layer == LAYER and each.report in (analysis.report.id, None) and (claim := find_claim(analysis, each)) is not None:
            found[claim.id].append(each)
    return {claim: ruling(made) for claim, made in found.items()}


def ruling(made: Iterable[Judgement]) -> Ruling:
    """What stands of judgements on one claim: the last word on each thing."""
    now = Ruling()
    for each in made:
        now = replace(now, judgements=(*now.judgements, each))
        if each.decision in (CONFIRM, REJECT):
            now = replace(now, is_rejected=each.decision == REJECT, is_confirmed=each.decision == CONFIRM)
        elif each.decision == CORRECT and each.correction is not None:
            now = replace(now, is_rejected=False, correction=_over(now.correction, read_correction(each.correction)))
    return now


def find_claim(analysis: Analysis, judgement: Judgement) -> Claim | None:
    """The claim that a judgement is on."""
    by_id = next((each for each in analysis.claims if each.id == judgement.target), None)
    if by_id is not None:
        return by_id
    at_place = [each for each in analysis.claims if (each.content[0].start, each.content[-1].end) == (judgement.start, judgement.end)]
    same = at_place or [each for each in analysis.claims if words_of(analysis, each) == judgement.words]
    return same[0] if len(same) == 1 else None


def words_of(analysis: Analysis, claim: Claim) -> str:
    """The words of a claim's content."""
    return " ... ".join(span.words(analysis.report.text) for span in claim.content)


def corrected(analysis: Analysis, judgements: Iterable[Judgement]) -> Analysis:
    """The record as people have corrected it; the very same where nobody has. Claims that are rejected are not in it."""
    ruled = rulings(analysis, judgements)
    if not ruled:
        return analysis
    claims, attributions = [], {each.id: each for each in analysis.attributions}
    for claim in analysis.claims:
        rule = ruled.get(claim.id)
        if rule is None:
            claims.append(claim)
            continue
        if claim.attribution is not None:
            attribution = None if rule.is_rejected else _attribution(analysis, attributions[claim.attribution], rule.correction)
            attributions = _with(attributions, claim.attribution, attribution)
        if not rule.is_rejected:
            claims.append(_claim(claim, rule.correction))
    return replace(analysis, claims=tuple(claims), attributions=tuple(attributions.values()))


def read_correction(written: str) -> Correction:
    """A correction as a judgement keeps it."""
    return msgspec.json.decode(written, type=Correction)


def write_correction(correction: Correction) -> str:
    """A correction as a judgement keeps it: only what is another than the machine has it."""
    fields = msgspec.to_builtins(correction)
    kept = {name: value for name, value in fields.items() if value not in (None, ()) and not (name == "has_source" and value)}
    return msgspec.json.encode(kept, order="deterministic").decode()


def _over(before: Correction, after: Correction) -> Correction:
    """What both say, the later before the earlier."""
    speaks_of_source = after.source is not None or not after.has_source
    return Correction(
        after.factuality or before.factuality,
        after.source if speaks_of_source else before.source,
        after.source_type or before.source_type,
        after.has_source if speaks_of_source else before.has_source,
        after.content or before.content,
    )


def _claim(claim: Claim, correction: Correction) -> Claim:
    return replace(claim, factuality=correction.factuality or claim.factuality, content=correction.content or claim.content)


def _attribution(analysis: Analysis, attribution: Attribution, correction: Correction) -> Attribution:
    """An attribution corrected; its source is whoever the words of that name."""
    made = replace(
        attribution,
        factuality=correction.factuality or attribution.factuality,
        source_type=correction.source_type or attribution.source_type,
        content=correction.content or attribution.content,
    )
    if not correction.has_source:
        return replace(made, source=None, source_entity=None)
    if correction.source is None or correction.source == attribution.source:
        return made
    return replace(made, source=correction.source, source_entity=_entity_in(analysis, correction.source))


def _entity_in(analysis: Analysis, span: Span) -> str | None:
    """Whom words name: of what is mentioned in them, the longest, and names before all else."""
    inside = [each for each in analysis.mentions if span.start <= each.start and each.end <= span.end and each.entity is not None]
    best = max(inside, key=lambda each: (each.form is MentionForm.NAME, each.end - each.start, -each.start), default=None)
    return best.entity if best else None


def _with(attributions: dict[str, Attribution], id_: str, changed: Attribution | None) -> dict[str, Attribution]:
    """The attributions with one changed, or gone; what stood inside one that is gone stands by itself."""
    if changed is not None:
        return attributions | {id_: changed}
    left = {key: each for key, each in attributions.items() if key != id_}
    return {key: replace(each, nested_in=None) if each.nested_in == id_ else each for key, each in left.items()}
