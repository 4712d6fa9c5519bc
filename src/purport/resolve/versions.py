"""Versions of one report: what stood at one address at different times, and which claims were altered, added or dropped.

Sentences are aligned first. What the reader makes of a sentence that has not changed is not compared, so that no claim is said to be
altered because the reader understood the same words otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise
from urllib.parse import parse_qsl, urlencode, urlsplit

from purport.records import Analysis, Claim, Report, Side, Span
from purport.resolve.folded import folded_words, is_number
from purport.resolve.notices import Notice, find_notices
from purport.resolve.sentences import KEPT, Sentence, aligned, likeness, sentences_of

TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid")
"""How parameters of an address begin that tell where a reader came from, not what is read."""
TELLING = 4
"""Letters of the shortest word, numbers aside, that tells one claim from another."""
HALF = 0.5
"""Share of the changed words that a notice has at least, if it speaks of a change."""


class Alteration(StrEnum):
    """What became of a claim."""

    ALTERED = "altered"
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Change:
    """A claim that the newer version has otherwise, with its words in both; one that was added or dropped has one side.

    ``Side.claim`` is ``None`` for a sentence in which the reader found no claim. ``what`` is one readable sentence. ``notice`` is where
    the newer version speaks of it; ``None`` where it was changed without notice.
    """

    kind: Alteration
    older: Side | None
    newer: Side | None
    what: str
    notice: Span | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """Two texts of one address, by their reports' ids: what changed from one to the other, and the notices that only the newer has.

    ``is_ordered`` is whether it is known which is the newer; else they stand in the order of their ids.
    """

    address: str
    older: str
    newer: str
    is_ordered: bool
    changes: tuple[Change, ...]
    notices: tuple[Notice, ...]


_Pair = tuple[Claim | None, Claim | None]


def address(report: Report) -> str:
    """Where a report was found: its address without what does not tell pages apart, else its path."""
    return address_of(report.path, report.url)


def address_of(path: str, url: str | None) -> str:
    """The same, by a report's path and its URL."""
    if not url:
        return path
    parts = urlsplit(url)
    told = sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not pair[0].startswith(TRACKING))
    return (parts.hostname or "").removeprefix("www.") + (parts.path.rstrip("/") or "/") + (f"?{urlencode(told)}" if told else "")


def find_versions(analyses: Iterable[Analysis]) -> tuple[Version, ...]:
    """Each version of a report with the next at its address, by address; the same in whatever order the reports come."""
    found: dict[str, list[Analysis]] = defaultdict(list)
    for analysis in analyses:
        found[address(analysis.report)].append(analysis)
    versions: list[Version] = []
    for place in sorted(found):
        distinct = {each.report.text: each for each in sorted(found[place], key=_order, reverse=True)}
        versions += [compare_versions(one, other) for one, other in pairwise(sorted(distinct.values(), key=_order))]
    return tuple(versions)


def compare_versions(older: Analysis, newer: Analysis) -> Version:
    """What changed from one version of a report to the next: in the order of the newer text, then what was dropped."""
    before = {folded_words(notice.span.words(older.report.text)) for notice in find_notices(older)}
    notices = tuple(notice for notice in find_notices(newer) if folded_words(notice.span.words(newer.report.text)) not in before)
    changes = tuple(_noticed(change, older, newer, notices) for change in _changes(sentences_of(older), sentences_of(newer)))
    return Version(address(newer.report), older.report.id, newer.report.id, _is_earlier(older, newer), changes, notices)


def _order(analysis: Analysis) -> tuple[str, str, str]:
    """When a report was taken and when it came out, as far as that is known, and its id."""
    return analysis.report.retrieved or "", analysis.report.published.not_before or "", analysis.report.id


def _is_earlier(older: Analysis, newer: Analysis) -> bool:
    """Whether it is known that one version is earlier: by when they were taken, else by when they came out."""
    times = zip(_order(older)[:2], _order(newer)[:2], strict=True)
    return next((one < other for one, other in times if one and other and one != other), False)


def _changes(before: Sequence[Sentence], after: Sequence[Sentence]) -> Iterator[Change]:
    kept = aligned(before, after)
    for j, sentence in enumerate(after):
        if j not in kept:
            yield from (_added(sentence, claim) for claim in sentence.claims or (None,))
        elif before[kept[j]].words != sentence.words:
            yield from _altered(before[kept[j]], sentence)
    for i in sorted(set(range(len(before))) - set(kept.values())):
        yield from (_dropped(before[i], claim) for claim in before[i].claims or (None,))


def _altered(before: Sentence, after: Sentence) -> Iterator[Change]:
    """What became of the claims of a sentence whose words were changed; of the sentence, where the change is in none of them."""
    changed = [(old, new) for old, new in _paired(before, after) if not (old and new) or _words(before, old) != _words(after, new)]
    for old, new in changed or [(None, None)]:
        if changed and not old:
            yield _added(after, new)
        elif changed and not new:
            yield _dropped(before, old)
        else:
            yield Change(Alteration.ALTERED, _side(before, old), _side(after, new), _difference(before, after, (old, new)))


def _paired(before: Sentence, after: Sentence) -> Iterator[_Pair]:
    """The claims of two versions of a sentence in pairs, the most alike first; those without another alone."""
    rated = [
        (-likeness(_words(before, old)[0], _words(after, new)[0]), i, j)
        for i, old in enumerate(before.claims)
        for j, new in enumerate(after.claims)
    ]
    pairs: dict[int, int] = {}
    for unlike, i, j in sorted(rated):
        if -unlike >= KEPT and i not in pairs and j not in pairs.values():
            pairs[i] = j
    yield from ((old, after.claims[pairs[i]] if i in pairs else None) for i, old in enumerate(before.claims))
    yield from ((None, new) for j, new in enumerate(after.claims) if j not in pairs.values())


def _words(sentence: Sentence, claim: Claim) -> tuple[tuple[str, ...], ...]:
    """The words of a claim's content, its source and its cue."""
    told, text = sentence.told(claim), sentence.analysis.report.text
    parts = (told.source, told.cue) if told else ()
    return (
        tuple(sentence.folded.words[i] for i in sentence.content(claim)),
        *(folded_words(part.words(text)) if part else () for part in parts),
    )


def _added(sentence: Sentence, claim: Claim | None) -> Change:
    side = _side(sentence, claim)
    return Change(Alteration.ADDED, None, side, f"“{_said(sentence.analysis, side)}” was added")


def _dropped(sentence: Sentence, claim: Claim | None) -> Change:
    side = _side(sentence, claim)
    return Change(Alteration.DROPPED, side, None, f"“{_said(sentence.analysis, side)}” was dropped")


def _side(sentence: Sentence, claim: Claim | None) -> Side:
    report = sentence.analysis.report
    return Side(report.path, report.id, claim.id if claim else None, claim.content if claim else (sentence.span,))


def _difference(before: Sentence, after: Sentence, claims: _Pair) -> str:
    """What is other in a claim, with the words of both: its source, else a number, else its words."""
    tolds = [sentence.told(claim) for sentence, claim in zip((before, after), claims, strict=True)]
    sources = [
        _once(told.source.words(each.analysis.report.text)) if told and told.source else None
        for told, each in zip(tolds, (before, after), strict=True)
    ]
    if sources[0] and sources[1] and folded_words(sources[0]) != folded_words(sources[1]):
        return f"the source was “{sources[0]}” and is “{sources[1]}”"
    mine, theirs = before.content(claims[0]), after.content(claims[1])
    texts = ([before.folded.words[i] for i in mine], [after.folded.words[i] for i in theirs])
    edits = [edit for edit in SequenceMatcher(None, texts[0], texts[1], autojunk=False).get_opcodes() if edit[0] != "equal"]
    if not edits:
        return f"“{_once(before.span.words(before.analysis.report.text))}” became “{_once(after.span.words(after.analysis.report.text))}”"
    told = ", ".join(f"{_printed(before, mine[a:b])} became {_printed(after, theirs[c:d])}" for _, a, b, c, d in edits)
    numbers = any(is_number(word) for _, a, b, c, d in edits for word in (*texts[0][a:b], *texts[1][c:d]))
    return f"a number changed: {told}" if numbers else told


def _printed(sentence: Sentence, chosen: Sequence[int]) -> str:
    """Words as printed, in quotation marks; "nothing" for none."""
    return f"“{_once(sentence.folded.span(chosen[0], chosen[-1]).words(sentence.analysis.report.text))}”" if chosen else "nothing"


def _said(analysis: Analysis, side: Side) -> str:
    return " … ".join(_once(span.words(analysis.report.text)) for span in side.content)


def _once(words: str) -> str:
    return " ".join(words.split())


def _noticed(change: Change, older: Analysis, newer: Analysis, notices: Sequence[Notice]) -> Change:
    """The change with the first notice that speaks of it: one with a number that was changed, or with half of the words that were."""
    mine, theirs = _told(older, change.older), _told(newer, change.newer)
    changed = {word for word in mine ^ theirs if len(word) >= TELLING or is_number(word)}
    numbers = {word for word in changed if is_number(word)} if change.kind is Alteration.ALTERED else set[str]()
    for notice in notices:
        said = set(folded_words(notice.span.words(newer.report.text)))
        if numbers & said or (changed and len(changed & said) >= HALF * len(changed)):
            return replace(change, notice=notice.span)
    return change


def _told(analysis: Analysis, side: Side | None) -> set[str]:
    """The words of a claim and its source."""
    if side is None:
        return set()
    held = next((claim.attribution for claim in analysis.claims if claim.id == side.claim), None)
    source = next((told.source for told in analysis.attributions if told.id == held), None)
    return {word for span in (*side.content, *([source] if source else [])) for word in folded_words(span.words(analysis.report.text))}
