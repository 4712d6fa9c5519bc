"""Where accounts part and what they answer, as pages show it: the pairs and questions of a case, found once and held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from purport.folds import fold_plainly
from purport.ids import digest
from purport.listings.sides import Sides
from purport.listings.verdicts import Verdict, find_verdicts
from purport.records import Relation
from purport.resolve.accounts import Account
from purport.resolve.changes import Change, Told, ask, changes
from purport.resolve.choosing import Compared, chosen
from purport.resolve.compare import Asking
from purport.resolving import REJECT, every_compared
from purport.store import Case
from purport.web.desk import Desk
from purport.web.page import Gone

PARTING = (Relation.CONTRADICTS, Relation.SUPERSEDES, Relation.DOUBTS)
"""How accounts stand to each other that part, the plainest first."""


@dataclass(frozen=True, slots=True)
class Named:
    """An entity of the case, and what that calls it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A question that reports of the case answer; ``pairs`` are those of its accounts that part.

    ``heading`` is its wording as pages show it: calls, threats and offers in it are folded, and they are not in ``unfolded`` alone.
    """

    id: str
    heading: str
    unfolded: str
    about: tuple[Named, ...]
    change: Change
    pairs: tuple[Compared, ...]

    @property
    def contradictions(self) -> int:
        """How many of its pairs contradict each other."""
        return sum(each[0].relation is Relation.CONTRADICTS for each in self.pairs)

    @property
    def latest(self) -> str:
        """The last day on which an answer came out; empty where none is known."""
        return max((str(told.account.out.last or "") for told in self.change.answers), default="")


def every_pair(desk: Desk) -> Mapping[str, Compared]:
    """All comparisons with both accounts, by id, whatever people judge of them."""
    return desk.held_compared("pairs", lambda: {each[0].id: each for each in every_compared(desk.case)})


def find_pair(desk: Desk, id_: str) -> Compared:
    """One of them; ``Gone`` where there is none."""
    found = every_pair(desk).get(id_)
    if found is None:
        raise Gone(f"{id_}: the case has no such comparison")
    return found


def askings(desk: Desk) -> Mapping[str, Asking]:
    """What the accounts of each comparison answer, by its id."""
    return desk.held_compared("askings", lambda: {id_: ask(each) for id_, each in every_pair(desk).items()})


def verdicts(desk: Desk) -> Mapping[str, Verdict]:
    """The last that a person has judged of each comparison, by its id."""
    return desk.held("verdicts", lambda: find_verdicts(desk.case))


def rejected(desk: Desk) -> frozenset[str]:
    """The ids of the comparisons that a person has rejected last."""
    return frozenset(id_ for id_, each in verdicts(desk).items() if each.decision == REJECT)


def topics(desk: Desk) -> tuple[Topic, ...]:
    """The questions of the case, those first whose answers part most."""
    return desk.held("topics", lambda: tuple(sorted(_topics(desk), key=_most_parted)))


def find_topic(desk: Desk, id_: str) -> Topic:
    """One question; ``Gone`` where there is none."""
    found = desk.held("topics by id", lambda: {each.id: each for each in topics(desk)}).get(id_)
    if found is None:
        raise Gone(f"{id_}: the case has no such question")
    return found


def topics_of(desk: Desk) -> Mapping[str, Topic]:
    """The question that each comparison which is shown answers, by the comparison's id."""
    return desk.held("topics of", lambda: {stands.comparison: each for each in topics(desk) for stands in each.change.stands})


def questions_of(desk: Desk) -> Mapping[str, tuple[str | None, str]]:
    """The question of every comparison, by the comparison's id: the question's own id, where it still stands, and its words as shown."""
    return desk.held("questions of", lambda: dict(_questions_of(desk)))


def _questions_of(desk: Desk) -> Iterator[tuple[str, tuple[str | None, str]]]:
    known, shown = topics_of(desk), _shown_headings(desk)
    for id_, asked in askings(desk).items():
        topic = known.get(id_)
        yield id_, (topic.id, topic.heading) if topic else (None, shown.get(asked.question, asked.question))


def parting_pairs(desk: Desk) -> tuple[Compared, ...]:
    """The pairs that part and that nobody has rejected, by question; of one question the surest first."""
    return desk.held("parting", lambda: tuple(pair for each in topics(desk) for pair in each.pairs))


def rejected_pairs(desk: Desk) -> tuple[Compared, ...]:
    """The pairs that would part but that a person has rejected."""
    out = rejected(desk)
    return tuple(each for id_, each in every_pair(desk).items() if id_ in out and each[0].relation in PARTING)


def waiting_pairs(desk: Desk) -> tuple[Compared, ...]:
    """The pairs that part and that nobody has judged."""
    judged = verdicts(desk)
    return tuple(each for each in parting_pairs(desk) if each[0].id not in judged)


def sides_of(case: Case, accounts: Collection[Account], *, unfold: bool) -> Sides:
    """The words of accounts as pages show them."""
    return Sides(case, accounts, unfold=unfold, fold=fold_plainly)


def _topics(desk: Desk) -> Iterator[Topic]:
    asked, out = askings(desk), rejected(desk)
    shown = list(chosen(each for id_, each in every_pair(desk).items() if id_ not in out))
    found = changes(shown, lambda each: asked[each[0].id])
    headings = _shown_headings(desk)
    with desk.case.derived() as shelf:
        names = shelf.called({entity for each in found for entity in each.about})
    by_id = {each[0].id: each for each in shown}
    for each in found:
        pairs = [by_id[stands.comparison] for stands in each.stands if stands.relation in PARTING]
        about = tuple(Named(entity, names[entity]) for entity in each.about if entity in names)
        heading = headings.get(each.question, each.question)
        yield Topic(_id_of(each), heading, each.question, about, each, tuple(sorted(pairs, key=_plainest)))


def _id_of(change: Change) -> str:
    """A question by its words and the first of its answers to come out."""
    first = min(change.answers, key=_came_out).account
    return digest(("question", change.question, first.report, first.claim))


def _came_out(told: Told) -> tuple[str, str, str]:
    out = told.account.out
    return str(out.last or out.first or "9999"), told.account.path, told.account.claim


def _shown_headings(desk: Desk) -> Mapping[str, str]:
    return desk.held_compared("headings", partial(_headings, desk))


def _headings(desk: Desk) -> Mapping[str, str]:
    """The questions that are shown in other words than they have, since some of these are folded."""
    accounts: dict[str, list[Account]] = defaultdict(list)
    pairs = every_pair(desk)
    for id_, each in askings(desk).items():
        accounts[each.question] += pairs[id_][1:]
    sides = sides_of(desk.case, [account for each in accounts.values() for account in each], unfold=False)
    shown = ((question, sides.heading(question, each)) for question, each in accounts.items())
    return {question: heading for question, heading in shown if question != heading}


def _most_parted(topic: Topic) -> tuple[int, int, int, str, str]:
    return -topic.contradictions, -len(topic.pairs), -len(topic.change.answers), topic.heading, topic.id


def _plainest(compared: Compared) -> tuple[int, float, str, str]:
    """Contradictions first, the surest first; of these the one that could be seen first."""
    one, *accounts = compared
    out = max(str(each.out.last or each.out.first or "9999") for each in accounts)
    return PARTING.index(one.relation), -one.score, out, one.id


def of_each_kind(found: Sequence[Topic], most: int) -> tuple[Topic, ...]:
    """Of some questions the first of each kind (numbers, places, who took part), then the second of each, and so on."""
    seen: dict[str | None, int] = defaultdict(int)
    ranked = []
    for number, each in enumerate(found):
        ranked.append((seen[each.change.type], number, each))
        seen[each.change.type] += 1
    return tuple(each for _, _, each in sorted(ranked, key=lambda one: one[:2])[:most])
