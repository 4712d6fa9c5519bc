"""Whether a clause tells of what was or of what is to come."""

from __future__ import annotations

from purport.extract.syntax import Tree, preposition_of
from purport.lexicon import words as listed

FUTURE = frozenset({"will", "shall", "wo", "'ll", "’ll", "ll", "would"})
WILL = frozenset({"will", "shall", "wo", "'ll", "’ll"})
AUXILIARY = frozenset({"aux", "aux:pass", "cop"})
PAST_FORMS = frozenset({"VBD"})
PRESENT = frozenset({"VBZ", "VBP"})
OPEN = frozenset({"to", "until", "till", "by", "through", "for", "before"})
"""Prepositions of what a past deed may be done for: "extended to Nov. 16"."""
LASTING = frozenset({"until", "till"})
"""Those of what goes on: what "has been given until Friday" is not over."""
SINCE = "since"
CLIMB = 8
"""Words up from a time expression within which its clause is looked for."""


def is_past(tree: Tree, word: int) -> bool | None:
    """Whether the clause that a word stands in tells of what was (``True``) or is to come (``False``); ``None`` where neither is told.

    "The May 3 *meeting* was announced" leaves open when the meeting is, and so does "recalls the truce of May 3": what only names a noun
    has its clause's tense no more, unless that is to come: but "tries to sell under a June accord" leaves it open too.
    """
    words, preposition = tree.words, preposition_of(tree, word)
    if preposition == SINCE:
        return True
    named, time = False, word
    attribute = words.relations[word] == "compound"
    for _ in range(CLIMB):
        if words.lemmas[word].lower() in listed("scheduling.tsv"):
            return _planned(tree, word, time)
        if words.tags[word] in ("VERB", "AUX") or any(words.relations[each] == "cop" for each in tree.children[word]):
            told = _told(tree, word)
            if told is not None:
                if told and preposition in LASTING and _is_perfect(tree, word):
                    return False
                loose = words.fine_tags[word] in PRESENT or (attribute and _is_infinitive(tree, word))
                unsure = named or preposition in OPEN if told else named and loose
                return None if unsure else told
        elif words.tags[word] in ("NOUN", "PROPN") and words.relations[word] not in ("obl:unmarked", "nmod:unmarked"):
            named = named or words.relations[word] not in ("obl", "root")
        if words.heads[word] < 0:
            return None
        word = words.heads[word]
    return None


def has_been(tree: Tree, verb: int) -> bool | None:
    """Whether a verb's own form tells of what has been, or, with "will", is to come; a noun's or an infinitive's tells neither."""
    words = tree.words
    if words.tags[verb] not in ("VERB", "AUX") and not any(words.relations[each] == "cop" for each in tree.children[verb]):
        return None
    helpers = [each for each in tree.children[verb] if words.relations[each] in AUXILIARY]
    forms, lemmas = {words.fine_tags[each] for each in helpers}, {words.lemmas[each].lower() for each in helpers}
    if "MD" in forms:
        return False if lemmas & WILL and "have" not in lemmas else None
    if "to" in {words.lemmas[each].lower() for each in tree.children[verb] if words.relations[each] == "mark"}:
        return None
    return True if words.fine_tags[verb] in PAST_FORMS or forms & PAST_FORMS or "have" in lemmas else None


def _planned(tree: Tree, plan: int, time: int) -> bool | None:
    """What is planned is to come; of what "was due on Friday", or had been, that is not told, nor of plans made "on Friday"."""
    words = tree.words
    helpers = {words.relations[each] for each in tree.children[plan]} & {"aux:pass", "cop"}
    undone = any(words.fine_tags[each] in PAST_FORMS for each in tree.children[plan] if words.relations[each] in AUXILIARY)
    active = words.fine_tags[plan] in PAST_FORMS or _is_perfect(tree, plan)
    return False if not _told(tree, plan) or (active and not helpers and not undone and plan < time) else None


def _is_infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.words.relations[each] == "mark" and tree.words.lemmas[each].lower() == "to" for each in tree.children[verb])


def _is_perfect(tree: Tree, verb: int) -> bool:
    """Whether it is told with "has" or "have"."""
    helpers = [each for each in tree.children[verb] if tree.words.relations[each] in AUXILIARY]
    return any(tree.words.lemmas[each].lower() == "have" and tree.words.fine_tags[each] in PRESENT for each in helpers)


def _told(tree: Tree, verb: int) -> bool | None:
    words = tree.words
    helpers = [each for each in tree.children[verb] if words.relations[each] in AUXILIARY]
    lemmas = {words.lemmas[each].lower() for each in helpers}
    forms = {words.fine_tags[each] for each in helpers}
    tag = words.fine_tags[verb]
    if lemmas & FUTURE and "have" not in lemmas:
        return False
    if "MD" in forms:
        return "have" in lemmas
    if _is_infinitive(tree, verb):
        return "have" in lemmas
    if "have" in lemmas or forms & PAST_FORMS or tag in PAST_FORMS:
        return True
    if tag == "VBN":
        return None if forms & {*PRESENT, "VB"} else True
    if tag in PRESENT or (forms & PRESENT and tag in ("VBG", "VBN")):
        return None if words.lemmas[verb].lower() in listed("cues.tsv") else False
    return None
