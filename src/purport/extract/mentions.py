"""References -> the record's mentions: names, and the nouns and pronouns that refer to the same or take part in an event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from purport.extract.arguments import noun_before
from purport.extract.clear import Page
from purport.extract.clusters import Expression
from purport.extract.coreference import References
from purport.extract.syntax import Tree, core_span, head_of, words_in
from purport.ids import item_id
from purport.records import Mention, MentionForm, MentionType, Report, Span

TYPES = {each.value: each for each in MentionType}
"""What the network's labels are in the record; the others, events and times, are of no type of their own."""


def find_mentions(report: Report, references: References, tree: Tree, needed: Collection[int], *, page: Page) -> dict[int, Mention]:
    """The mentions of a report in text order, by the index of the expression each is.

    Names are mentions; other expressions are where something else in the report refers to the same, or an event ``needed`` them. Every
    mention has an entity: the id of the first mention of it.
    """
    sizes = Counter(references.clusters)
    spans = {
        i: _span(tree, each, page)
        for i, (each, cluster) in enumerate(zip(references.expressions, references.clusters, strict=True))
        if each.name is not None or sizes[cluster] > 1 or i in needed
    }
    first: dict[int, str] = {}
    found = {}
    for i in sorted(spans, key=spans.__getitem__):
        each, cluster, span = references.expressions[i], references.clusters[i], spans[i]
        entity = first.get(cluster) or first.setdefault(cluster, item_id(report.id, "entity", (span,)))
        kind = TYPES.get(each.label, MentionType.OTHER)
        found[i] = Mention(item_id(report.id, "mention", (span,)), span.start, span.end, kind, each.form, entity)
    return found


def _span(tree: Tree, each: Expression, page: Page) -> Span:
    """A name as found; the phrase of a noun, unless page text has got into it; else the word."""
    if each.name is not None:
        return each.name
    word = each.word or 0
    if each.form != MentionForm.PRONOUN and page.leaves((span := core_span(tree, word)).start, span.end):
        return span
    return Span(tree.words.starts[word], tree.words.ends[word])


def entity_of(span: Span, references: References, tree: Tree, mentions: Mapping[int, Mention]) -> str | None:
    """The entity that the head of a span refers to, if a mention has it; without words, that of the name the span is.

    A relative pronoun refers to the noun that its clause is about.
    A span that joins two things ("Russia and Iran") has none: it is not the first one's alone.
    """
    if not len(tree.words):
        return next((each.entity for each in mentions.values() if (each.start, each.end) == (span.start, span.end)), None)
    within = words_in(tree.words, span)
    head = head_of(tree.words, within)
    head = None if head is None else noun_before(tree, head)
    found = None if head is None else references.at.get(head)
    if found is None or found not in mentions or _is_joint(references, tree, within, found):
        return None
    return mentions[found].entity


def _is_joint(references: References, tree: Tree, within: range, found: int) -> bool:
    """Whether an expression has a conjunct, within some words, that refers elsewhere."""
    return any(
        tree.words.relations[word] == "conj"
        and references.at.get(tree.words.heads[word]) == found
        and (other := references.at.get(word)) is not None
        and references.clusters[other] != references.clusters[found]
        for word in within
    )
