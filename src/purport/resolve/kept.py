"""Who is told to hold a place by no verb: "the rebel-held town of Karst", "the town is in rebel hands", "25 villages under its control".

Only in the statements of a report, and only of those who fight or have a name that is no person's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from purport.records import Analysis, Factuality, Mention, MentionForm, MentionType, Quantity, Span, SpeechAct
from purport.resolve.accounts import Act, Days, Holding
from purport.resolve.holders import STATE, is_armed, side
from purport.resolve.innermost import Innermost
from purport.resolve.lasting import Lasting
from purport.resolve.parties import Names, Parties
from purport.resolve.placed import ARTICLES, OF, Places, Where, buildings, kinds
from purport.resolve.stems import stem, stems

ENDINGS = ("-held", "-controlled", "-occupied")
NOUNS = frozenset({"hands", "control"})
BARE_SEATS = frozenset({"stronghold", "bastion", "redoubt"})
"""What those who hold a place have there, and only they: "Karst, a stronghold", "a rebel redoubt in a factory"."""
SEATS = BARE_SEATS | {"seat", "headquarters"}
"""What those who hold a place have there: "Karst, the Front's seat", "the rebel stronghold of Karst"."""
LANDS = frozenset({"territory", "area", "areas", "ground", "land"})
INSIDE = frozenset({"in", "at", "inside", "on"})
SINGLE = frozenset({"a", "an", "the", "one"})
FORMER = frozenset({"former", "onetime", "one-time", "erstwhile", "ex"})
LONGEST = 3
"""Words from "in" to a building without a name, at least; its noun is the third or the fourth."""
GOVERNING = frozenset({"in", "under"})
FAR = 5
"""Words from the place to "in" or "under", and from there to the noun, at most."""
FEW = 2
"""Words before the place, at most, that tell that it is not told as being so: "if the town is"."""
NEAR = 60
"""Characters in which such words stand."""
IS = frozenset({"is", "are", "as", "be", "been", "remain", "remains", "stay", "stays"})
WAS = frozenset({"was", "were", "remained", "stayed"})
STILL = "still"
UNTOLD = frozenset({"no", "not", "never", "without", "if", "whether", "will", "would", "could", "can", "may", "might", "should", "must"})
MARKS = ".,;:“”\"'()’"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence and where it stands."""

    form: str
    start: int
    end: int


def find_kept(analysis: Analysis, names: Names) -> tuple[Holding, ...]:
    """What a report tells so of who holds places, and how many, each with its innermost claim; of no event."""
    return tuple(_Report(analysis, names).kept())


class _Report:
    """One report's record with what is looked up in it again and again."""

    def __init__(self, analysis: Analysis, names: Names) -> None:
        self.analysis = analysis
        self.text = analysis.report.text
        self.ordered = sorted(analysis.mentions, key=lambda each: (each.start, -each.end))
        self.places, self.parties = Places(analysis), Parties(analysis, names)
        self.acts = {each.id: each.speech_act for each in analysis.attributions}
        self.claims = Innermost(analysis)
        self.over = Lasting(analysis).over

    def kept(self) -> Iterator[Holding]:
        for each in self.analysis.sentences:
            words = [*self._words(each)]
            for at, word in enumerate(words):
                if word.form.endswith(ENDINGS):
                    yield from self._by_adjective(word)
                elif word.form in NOUNS:
                    yield from self._by_noun(words, at)
                elif word.form in SEATS:
                    found = [*self._by_seat(words, at)]
                    yield from found or (self._by_bare_seat(words, at) if word.form in BARE_SEATS else ())

    def _by_adjective(self, word: Word) -> Iterator[Holding]:
        """The place of the first name, or noun, that the adjective stands in or at once before; of land, where that is told to be."""
        end = word.start + word.form.rindex("-")
        holder = self._compound(word, end) or self._holder(word.start, end)
        begun = [each for each in self.ordered if each.start <= word.start < each.end or 0 <= each.start - word.end <= 1]
        places = (where for each in begun if each.end > word.end for where in self.places.meant(each))
        where = next((each for each in places if self.places.is_place(each.name)), None) or self._of_land(word, begun)
        if holder is not None and where is not None:
            yield from self._presupposed(where, holder, Span(holder.start, max(word.end, (where.said or where.name).end)))

    def _compound(self, word: Word, end: int) -> Mention | None:
        """The name that "Red Front-held" begins with, where the report has it elsewhere as one of those who can hold a place."""
        whole = next((each for each in self.ordered if each.start <= word.start and each.end in (word.end, end)), None)
        if whole is None or whole.start == word.start:
            return None
        named = (each for each in self.ordered if self.text[each.start : each.end] == self.text[whole.start : end])
        found = next((meant for each in named if (meant := self._meant(each)) is not None), None)
        return None if found is None else replace(found, start=whole.start, end=end)

    def _of_land(self, word: Word, begun: Sequence[Mention]) -> Where | None:
        """Where land is told to be, in its sentence's own words: "ground south of Orrin, in Karst"."""
        land = next((each for each in begun if self.text[each.start : each.end].lower().split()[-1] in LANDS), None)
        if land is None or land.end <= word.end:
            return None
        far = min(land.end + NEAR, next(each.end for each in self.analysis.sentences if each.start <= word.start < each.end))
        for mention in (each for each in self.ordered if land.end < each.start < far):
            before = self.text[land.end : mention.start].split()
            if before[-1:] and before[-1] in INSIDE and (len(before) == 1 or self.text[: mention.start].split()[-2].endswith(",")):
                where = next((one for one in self.places.meant(mention) if not self.places.is_country(one.name)), None)
                if where is not None:
                    return replace(where, said=replace(mention, end=max(mention.end, where.name.end)))
        return None

    def _by_noun(self, words: list[Word], at: int) -> Iterator[Holding]:
        governing = next((one for one in range(at - 1, max(-1, at - FAR), -1) if words[one].form in GOVERNING), None)
        if governing is None:
            return
        between = [each for each in words[governing + 1 : at] if each.form not in ARTICLES]
        follows = words[at + 1 : at + 3]
        holder = self._holder(between[0].start, between[-1].end) if between else None
        end = words[at].end
        if not between and follows and follows[0].form == "of":
            after = next((each for each in self.ordered if 0 <= each.start - follows[0].end <= len(" the ")), None)
            holder, end = (self._meant(after), after.end) if after else (None, end)
        where = self._before(words[governing].start)
        if holder is None or where is None:
            return
        told = (where.said or where.name).end
        link = [each.form for each in words[:governing] if each.start >= told]
        leads = [each.form for each in words[:governing] if each.end <= (where.said or where.name).start][-FEW:]
        if len(link) > FAR or UNTOLD & {*link, *leads} or (link and not (IS | WAS) & {*link}):
            return
        is_over = bool(WAS & {*link}) and STILL not in link
        span = Span((where.said or where.name).start, end)
        claim = self.claims.around(span)
        ended = self.over if is_over and claim is not None and claim.attribution is None else Days()
        yield from self._holding(where, holder, span, ended)

    def _by_seat(self, words: list[Word], at: int) -> Iterator[Holding]:
        """The place that stands before such a noun, after a comma, or after it and "of"; with whose it is before the noun."""
        seat, before = words[at], words[max(0, at - FAR) : at]
        after = words[at + 1] if at + 1 < len(words) else seat
        owners = [each for each in self.ordered if before and before[0].start <= each.start and each.end <= seat.start]
        named = next((each for each in sorted(owners, key=lambda each: (-each.end, each.start)) if self._meant(each)), None)
        beside = self._holder(before[-1].start, before[-1].end) if before and (named is None or is_armed(before[-1].form)) else None
        holder = beside or named
        if holder is None:
            return
        head = self.text[: holder.start].rstrip()
        head = next((head[: -len(each)].rstrip() for each in ARTICLES if head.endswith(f", {each}")), head)
        follows = (each for each in self.ordered if after.form == "of" and 0 <= each.start - after.end <= len(" the "))
        stands = (each for each in reversed(self.ordered) if head.endswith(",") and each.end == len(head) - 1)
        for mention in (*stands, *follows):
            where = next((one for one in self.places.meant(mention) if self.places.is_place(one.name)), None)
            if where is not None and where.name.entity != holder.entity:
                start, end = min(holder.start, mention.start), max(seat.end, mention.end)
                yield from self._presupposed(where, holder, Span(start, end))
                return
        where = self._seated(words, at) if seat.form in BARE_SEATS and holder.end == before[-1].end else None
        if where is not None:
            yield from self._presupposed(where, holder, Span(holder.start, (where.said or where.name).end))

    def _by_bare_seat(self, words: list[Word], at: int) -> Iterator[Holding]:
        """The place before "a stronghold" and a comma: of whom is told after it, with "of"; else of those the sentence fights before it."""
        seat, (of, *_) = words[at], [*words[at + 1 : at + 2], words[at]]
        comma = self.text.rfind(",", max(0, seat.start - NEAR), seat.start)
        place = next((each for each in reversed(self.ordered) if each.end == comma), None)
        between = self.text[comma + 1 : seat.start].lower().split()
        where = None if place is None else next((one for one in self.places.meant(place) if self.places.is_place(one.name)), None)
        if where is None or place is None or not between or between[0] not in SINGLE or len(between) > FEW or is_armed(between[-1]):
            return
        if not FORMER.isdisjoint(between):
            return
        if of.form in ("of", "for"):
            follows = (each for each in self.ordered if 0 <= each.start - of.end <= len(" the "))
            holder = next((one for each in follows if (one := self._meant(each)) is not None and not self.places.is_place(each)), None)
        else:
            holder = self._rebels_before(place) if seat.form == of.form else None
        if holder is not None and holder.entity != where.name.entity:
            yield from self._presupposed(where, holder, Span(place.start, max(seat.end, holder.end)))

    def _rebels_before(self, place: Mention) -> Mention | None:
        """Those who fight, and for no state, whom the sentence of a place tells of last before it."""
        first = max((each.start for each in self.analysis.sentences if each.start <= place.start), default=0)
        near = [each for each in self.ordered if first <= each.start and each.end <= place.start]
        outer = (each for each in reversed(near) if not any(_holds(other, each) for other in near))
        named = (each for each in outer if each.form is not MentionForm.PRONOUN and not self.places.is_place(each))
        return next((each for each in named if self.parties.fights(each) and side(self.parties.party(each)) != STATE), None)

    def _seated(self, words: list[Word], at: int) -> Where | None:
        """The place after such a noun and "in": one with a name, else a building of the place that its sentence speaks of before."""
        follows = words[at + 1 : at + 2 + LONGEST]
        if not follows or follows[0].form not in INSIDE:
            return None
        mention = next((each for each in self.ordered if 0 <= each.start - follows[0].end <= len(" the ")), None)
        where = None if mention is None else next((one for one in self.places.meant(mention) if self.places.is_place(one.name)), None)
        if where is not None or len(follows) < LONGEST or follows[1].form not in SINGLE:
            return None if where is None else replace(where, said=mention)
        for last in follows[2:]:
            if last.form.partition(".")[0] in buildings():
                end = last.start + len(last.form.partition(".")[0])
                first = max(each.start for each in self.analysis.sentences if each.start <= words[at].start)
                near = (each for each in reversed(self.ordered) if first <= each.start and each.end <= words[at].start)
                grounds = (one for each in near for one in self.places.meant(each) if self.places.is_place(one.name))
                ground = next((one for one in grounds if not self.places.is_country(one.name)), None)
                said = Mention("", follows[1].start, end, MentionType.PLACE, MentionForm.NOMINAL)
                return None if ground is None else Where(ground.name, self.text[follows[2].start : end], said=said)
        return None

    def _holder(self, start: int, end: int) -> Mention | None:
        """Whom words mean, with or without a possessive: one of the report's, else those who fight."""
        near = (each for each in self.ordered if each.end <= end <= each.end + len("’s") and start - NEAR <= each.start)
        found = next((each for each in near if each.start <= start or each.form is MentionForm.NAME), None)
        return self._meant(found or Mention("", start, end, MentionType.ORGANISATION, MentionForm.NOMINAL))

    def _meant(self, holder: Mention) -> Mention | None:
        """Who can hold a place: those who fight, or have a name that is no person's."""
        meant = self.parties.meant(holder)
        if meant is None or not (self.parties.fights(meant) or self._is_named(meant)):
            return None
        return meant

    def _is_named(self, mention: Mention) -> bool:
        name = self.parties.name_of(mention)
        return name is not None and name.type is not MentionType.PERSON

    def _before(self, end: int) -> Where | None:
        """The place, or the number of places, that is told last before "in" or "under" in the same words."""
        near = (each for each in self.ordered if each.end <= end and end - each.end <= NEAR)
        seen = end + 1
        for each in sorted(near, key=lambda each: (-each.end, each.start)):
            if each.start >= seen:
                continue
            seen = each.start
            if (counted := self._counted(each)) is not None:
                at = Mention("", counted.start, each.end, MentionType.PLACE, MentionForm.NOMINAL)
                return Where(at, self.text[counted.start : counted.end], said=at)
            where = next((one for one in self.places.meant(each) if self.places.is_place(one.name)), None)
            if where is not None:
                return replace(where, said=each)
        return None

    def _counted(self, mention: Mention) -> Quantity | None:
        """The first number of places in a mention, or before it: 25 of "25 of the 40 villages"."""
        start = next((each.start for each in self.analysis.quantities if self.text[each.end : mention.start] == OF), mention.start)
        inside = (each for each in self.analysis.quantities if start <= each.start and each.end <= mention.end)
        return next((each for each in inside if each.of is not None and stem(each.of) in kinds()), None)

    def _holding(self, where: Where, holder: Mention, span: Span, ended: Days) -> Iterator[Holding]:
        claim = self.claims.around(span)
        if claim is None or self.acts.get(claim.attribution or "", SpeechAct.STATEMENT) is not SpeechAct.STATEMENT:
            return
        place, party = self.parties.party(where.name), self.parties.party(holder)
        if not where.name.id:
            noun = self.text[where.name.start : where.name.end].split()[-1]
            place = replace(place, words=noun, stems=frozenset(stems(noun)), proper=frozenset())
        yield Holding("", claim.id, Act.HOLDS, place, party, None, claim.factuality, (span,), Days(), ended, where.part, where.is_whole)

    def _presupposed(self, where: Where, holder: Mention, span: Span) -> Iterator[Holding]:
        """What is told beside the point is so whether or not the claim is, and of no day: "denied having shelled rebel-held Karst"."""
        for each in self._holding(where, holder, span, self.over):
            yield replace(each, factuality=Factuality.CERTAIN)

    def _words(self, sentence: Span) -> Iterator[Word]:
        at = sentence.start
        for word in self.text[sentence.start : sentence.end].split():
            at = self.text.index(word, at)
            bare = word.strip(MARKS)
            start = at + word.find(bare) if bare else at
            yield Word(bare.lower(), start, start + len(bare))
            at += len(word)


def _holds(outer: Mention, inner: Mention) -> bool:
    return outer is not inner and outer.start <= inner.start and inner.end <= outer.end
