"""On which side of the writing events lie, by tense: what is told as having been before it, what is to come after it.

- A verb's own form tells ("fell", "has fallen", "will fall"). In somebody's own words it is to come after they were spoken, which bounds
  nothing; in words that the report gives as a source's, "will" is still to come when it is written.
- Who "says" has said it.
- Who "is believed to have fallen", or "claims to have seen it", did so before that is said.
- What has no tense has that of what it hangs on: a participle beside a verb of the past ("fled, leaving all behind"; "the letter sent to
  her was read"), an event that a noun names ("the raid shook the town"), if the author is certain of it and the verb is none of asking,
  planning or hoping.
"""

from __future__ import annotations

from purport.extract.story import Days, Story
from purport.extract.tenses import AUXILIARY, PAST_FORMS, PRESENT, has_been
from purport.lexicon import words as listed

OPEN = Days()
REPORTING = "reporting"
BARE = frozenset({"VB", "VBN"})
"""Forms that a helping verb tells the tense of, for those joined to them too."""
PARTICIPLES = frozenset({"VBN", "VBG"})
BESIDE = frozenset({"acl", "advcl", "case"})
"""Relations of participles to what they are told beside."""
NAMED = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "nmod", "appos", "conj"})
"""Relations of nouns to it."""
LOOKING = frozenset({"i_action", "i_state"})
"""Classes of verbs whose events may be still to come: "invited them to a meeting", "hoped for a truce"."""
SAYING = "statement"
"""The speech act of the words under which "to have fallen" tells of what was."""
AHEAD = frozenset({"hope", "expect"})
"""Words of that act under which it does not: who "hopes to have finished" has not."""
CLIMB = 6


def bound(story: Story, word: int) -> Days:
    """The days that the tense of an event's word leaves; open where it tells nothing."""
    if story.written is None:
        return OPEN
    been = _been(story, word)
    if been is None and (_is_saying(story, word) or _is_beside_past(story, word)):
        been = True
    if been is None or (word in story.quoted and not been):
        return OPEN
    return Days(None, story.written[1]) if been else Days(story.written[0])


def _been(story: Story, word: int) -> bool | None:
    """Whether a verb tells of what has been or is to come, by its own form, the one it is joined to, or what plans it."""
    words, head, relation = story.tree.words, story.tree.words.heads[word], story.tree.words.relations[word]
    been = has_been(story.tree, word)
    if been is not None or head < 0:
        return been
    if relation == "xcomp" and _is_done(story, word):
        above = words.lemmas[head].lower()
        return True if above not in AHEAD and listed("cues.tsv").get(above, ("", ""))[1] == SAYING else None
    helped = any(words.relations[each] in (*AUXILIARY, "mark") for each in story.tree.children[word])
    if relation == "conj" and not helped and words.fine_tags[word] == words.fine_tags[head] and words.fine_tags[word] in BARE:
        return has_been(story.tree, head)
    if relation == "xcomp" and words.lemmas[head].lower() in listed("scheduling.tsv") and _is_present(story, head):
        return False
    return None


def _is_done(story: Story, word: int) -> bool:
    """Whether it is "to have" been done."""
    words = story.tree.words
    own = {
        words.relations[each]: words.lemmas[each].lower() for each in story.tree.children[word] if words.relations[each] in ("aux", "mark")
    }
    return own.get("mark") == "to" and own.get("aux") == "have"


def _is_present(story: Story, word: int) -> bool:
    words = story.tree.words
    forms = {words.fine_tags[word], *(words.fine_tags[each] for each in story.tree.children[word] if words.relations[each] in AUXILIARY)}
    return not forms.isdisjoint(PRESENT) and forms.isdisjoint({"MD", *PAST_FORMS})


def _is_saying(story: Story, word: int) -> bool:
    words = story.tree.words
    return story.kinds.get(word) == REPORTING and words.fine_tags[word] in PRESENT and words.tags[word] == "VERB"


def _is_beside_past(story: Story, word: int) -> bool:
    words = story.tree.words
    if not story.is_told(word) or words.relations[word] not in (NAMED if words.tags[word] == "NOUN" else BESIDE):
        return False
    if words.tags[word] != "NOUN" and words.fine_tags[word] not in PARTICIPLES:
        return False
    for _ in range(CLIMB):
        word = words.heads[word]
        if word < 0 or story.kinds.get(word) in LOOKING or words.lemmas[word].lower() in listed("scheduling.tsv"):
            return False
        if (been := has_been(story.tree, word)) is not None:
            return been
    return False
