"""Whom a mention of a report means, as a party of what is told: a name where a pronoun has one, the group where its fighters are named.

"The group", of which no more is known, is the body with a name that its sentence tells of last before it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace

from purport.folding import fold
from purport.records import Analysis, Mention, MentionForm, MentionType
from purport.resolve.accounts import Party
from purport.resolve.holders import FURTHER, is_armed
from purport.resolve.stems import forms, proper, stem, stems

THEY = "they"
ARTICLES = ("the ", "a ", "an ")
GROUPS = frozenset({"group", "organisation", "organization", "movement"})
BODIES = frozenset({MentionType.ORGANISATION, MentionType.OTHER})
COMPOUND = "-"
OFFICIALS = frozenset(map(stem, ("official", "commander", "authority", "general", "leader", "officer")))
SERVING = frozenset({"army", "government", "military", "defence", "defense", "security", "police", "rebel", "militia"})
"""Words before such a noun that tell that it speaks of those who fight for somebody, as a nation's does: "Sorvian officials"."""
Names = Mapping[str, frozenset[str]]
"""What each entity of a report is found by."""


class Parties:
    """The parties of a report."""

    def __init__(self, analysis: Analysis, names: Names) -> None:
        self.text = analysis.report.text
        self.names = names
        self.ordered = sorted(analysis.mentions, key=lambda each: (each.start, -each.end))
        self.sentences = [each.start for each in analysis.sentences]
        self.own: dict[str, list[Mention]] = {}
        for each in self.ordered:
            if each.entity is not None and each.form is not MentionForm.PRONOUN:
                self.own.setdefault(each.entity, []).append(each)
        armed = {each.entity for each in self.ordered if each.entity is not None and is_armed(self._words(each))}
        named = (each for each in self.ordered if each.form is MentionForm.NAME and each.type is not MentionType.PERSON)
        called = {self._bare(each) for each in named if each.entity in armed}
        self.fighting = called | {"".join(word[0] for word in name.split()) for name in called if " " in name}

    def fights(self, mention: Mention) -> bool:
        """Whether any words for who is meant call him one who fights, or name such a one: "a branch of the Front"."""
        if is_armed(self._words(mention)) or any(is_armed(self._words(each)) for each in self.own.get(mention.entity or "", ())):
            return True
        return any(self._bare(each) in self.fighting for each in self._named_in(mention))

    def acts_for_fighters(self, mention: Mention) -> bool:
        """Whether a pronoun stands for officials of a nation, or of those who fight: "Sorvian officials said they had taken"."""
        own = self.own.get(mention.entity or "", ()) if mention.form is MentionForm.PRONOUN else ()
        return any(self._serves(each) for each in own)

    def _serves(self, mention: Mention) -> bool:
        *before, noun = forms(self._words(mention)) or [""]
        nations = (each for each in self._named_in(mention) if each.type is not MentionType.PERSON)
        return stem(noun) in OFFICIALS and (not SERVING.isdisjoint(before) or next(nations, None) is not None)

    def name_of(self, mention: Mention) -> Mention | None:
        """The first name of who is meant, if he has one."""
        if mention.form is MentionForm.NAME:
            return mention
        return next((each for each in self.own.get(mention.entity or "", ()) if each.form is MentionForm.NAME), None)

    def meant(self, mention: Mention) -> Mention | None:
        """Who a pronoun of which no more is known stands for: those who were named last, in its sentence, as fighting; else nobody.

        "They" are not one army where several fighters are spoken of beside it. Any other mention is itself.
        """
        if mention.form is not MentionForm.PRONOUN:
            return mention
        own = self.own.get(mention.entity or "", ())
        if not own:
            return next(self._fighters_before(mention, 0), None)
        if self._words(mention).lower() != THEY or any(self._is_several(each) for each in own):
            return mention
        others = (each for each in self._fighters_before(mention, 1) if each.entity != mention.entity)
        return next(filter(self._is_several, others), mention)

    def _fighters_before(self, mention: Mention, sentences: int) -> Iterator[Mention]:
        """Those who fight, named before a mention in its sentence and some before it, the last first."""
        number = max(0, bisect_right(self.sentences, mention.start) - 1 - sentences)
        first = self.sentences[number] if self.sentences else 0
        near = (each for each in reversed(self.ordered) if first <= each.start and each.end <= mention.start)
        return (each for each in near if each.form is not MentionForm.PRONOUN and each.type is not MentionType.PERSON and self.fights(each))

    def _is_several(self, mention: Mention) -> bool:
        return fold(self._words(mention)).endswith(("s", "police"))

    def party(self, mention: Mention) -> Party:
        """Who is meant, in the words of the mention; a pronoun in those of the name that it stands for, else of the first noun."""
        if mention.form is MentionForm.PRONOUN:
            mention = self.name_of(mention) or next(iter(self.own.get(mention.entity or "", ())), mention)
        mention = self._group(mention) or self._apposed(mention) or mention
        words = " ".join(self._words(mention).split())
        entity, names = mention.entity, self.names.get(mention.entity or "", frozenset())
        if mention.form is MentionForm.NOMINAL and proper(words) and self.name_of(mention) is None:
            names = frozenset()
        if not names and is_armed(words) and (group := next(self._groups_in(mention), None)) is not None:
            entity, names = group.entity, self.names.get(group.entity or "", frozenset())
        return Party(entity, names, words, mention.type, frozenset(stems(words)), proper(words))

    def _groups_in(self, mention: Mention) -> Iterator[Mention]:
        """The organisations that words name: "the Front's last fighters"."""
        named = (each for each in self.ordered if each.form is MentionForm.NAME and each.type is MentionType.ORGANISATION)
        return (each for each in named if mention.start <= each.start and each.end <= mention.end)

    def _apposed(self, mention: Mention) -> Mention | None:
        """The name of a body between commas at once after a noun of one that has no name: "a rival gang, the Red Hand, took"."""
        if mention.form is not MentionForm.NOMINAL or self.name_of(mention) is not None or proper(self._words(mention)):
            return None
        after = next((each for each in self.ordered if each.start > mention.end), None)
        if after is None or after.form is not MentionForm.NAME or after.type not in BODIES or self.text[after.end : after.end + 1] != ",":
            return None
        if self.text[mention.end : after.start] not in (", ", ", the "):
            return None
        return after if FURTHER.isdisjoint(forms(self._words(mention))) else replace(after, start=mention.start)

    def _group(self, mention: Mention) -> Mention | None:
        """The body that "the group" stands for where nothing else in the report names it: the last that its sentence names before it."""
        words = self._words(mention).lower().split()
        if len(words) != len(("the", "group")) or words[0] != "the" or words[1] not in GROUPS or self.name_of(mention) is not None:
            return None
        first = max((each for each in self.sentences if each <= mention.start), default=0)
        near = [each for each in self.ordered if first <= each.start and each.end <= mention.start]
        alone = (
            each for each in near if not any(other.start <= each.start and each.end <= other.end and other is not each for other in near)
        )
        named = [each for each in alone if each.form is MentionForm.NAME and each.type in BODIES and COMPOUND not in self._words(each)]
        return named[-1] if named else None

    def _named_in(self, mention: Mention) -> Iterator[Mention]:
        named = (each for each in self.ordered if each.form is MentionForm.NAME)
        return (each for each in named if mention.start <= each.start and each.end <= mention.end)

    def _bare(self, mention: Mention) -> str:
        """A name without its article."""
        words = fold(" ".join(self._words(mention).split()))
        return next((words.removeprefix(each) for each in ARTICLES if words.startswith(each)), words)

    def _words(self, mention: Mention) -> str:
        return self.text[mention.start : mention.end]
