"""Reports of what happened, for the tests, by what they tell of it: all who take part are named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import factory
from purport.ids import item_id
from purport.records import Analysis, Basis, Factuality, Interval, Mention, MentionForm, MentionType, Participant, Published
from purport.resolve.aliases import keys
from purport.resolve.happened import happened
from purport.resolve.profiles import profiles
from purport.resolve.told import ANY_DAY, Told, identified

ROLES = {"agent": MentionType.ORGANISATION, "patient": MentionType.PERSON, "place": MentionType.PLACE}


def day(first: str, last: str | None = None) -> Interval:
    """A day, or the days from one to another."""
    return Interval(first, last or first)


@dataclass(frozen=True)
class Happens:
    """An event by its word, with the names in its roles; words in small letters are no names."""

    word: str
    agent: str = ""
    patient: str = ""
    place: str = ""
    days: Interval = ANY_DAY
    factuality: Factuality = Factuality.CERTAIN
    type: str = "occurrence"


def report(text: str, *happen: Happens, path: str, out: str | None = None, also: tuple[str, ...] = ()) -> Analysis:
    """A report of some events that came out on a day; ``also`` are the names of persons who take no part."""
    published = Published(out, out, Basis.GIVEN) if out else Published()
    one = factory.report(text, path=path, published=published)
    named = dict.fromkeys(also, MentionType.PERSON)
    named |= {name: kind for each in happen for role, kind in ROLES.items() if (name := getattr(each, role))}
    mentions = {name: _mention(one.id, text, name, kind) for name, kind in named.items()}
    events = tuple(
        factory.event(
            one,
            each.word,
            type=each.type,
            factuality=each.factuality,
            participants=tuple(
                Participant(role, mentions[name].id) for role, name in (("agent", each.agent), ("patient", each.patient)) if name
            ),
            place=mentions[each.place].id if each.place else None,
            not_before=each.days.not_before,
            not_after=each.days.not_after,
        )
        for each in happen
    )
    sentences = tuple(factory.span(text, f"{each.strip()}.") for each in text.split(".") if each.strip())
    ordered = tuple(sorted(mentions.values(), key=lambda each: each.start))
    return factory.analysis(one, sentences=sentences, mentions=ordered, events=tuple(sorted(events, key=lambda each: each.start)))


def _mention(report: str, text: str, name: str, kind: MentionType) -> Mention:
    at = factory.span(text, name)
    form = MentionForm.NAME if name[0].isupper() else MentionForm.NOMINAL
    return Mention(item_id(report, "mention", (at,)), at.start, at.end, kind, form, item_id(report, "entity", (at,)))


def tellings(analysis: Analysis, names: Mapping[str, str] | None = None) -> tuple[Told, ...]:
    """What a report tells of as having happened; whoever has one name is one across reports, or one of those that ``names`` give."""
    own = profiles(analysis)
    called = {each.entity: (names or {}).get(each.names[0].words, each.names[0].words) for each in own if each.names}
    told = happened(analysis, {each.entity: keys(each) for each in own})
    return tuple(identified(each, lambda _, entity: called.get(entity)) for each in told)


STRUCK = Happens("struck", "Northern Guard", "Orla Vashan", "Karst", day("2031-03-02"))


def strikes() -> dict[str, Analysis]:
    """Four reports of a strike and one of another, three months later, on the same woman, by their names."""
    return {
        "wire": report(
            "Jets of the Northern Guard struck the car of Orla Vashan near Karst on Sunday. Two of her guards were killed.",
            STRUCK,
            Happens("killed", patient="guards"),
            path="wire.txt",
            out="2031-03-03",
        ),
        "brief": report(
            "Vashan was struck near Karst on Sunday by the Northern Guard.",
            replace(STRUCK, patient="Vashan"),
            path="brief.txt",
            out="2031-03-04",
        ),
        "herald": report(
            "The strike on Orla Vashan by the Northern Guard near Karst came after weeks of fighting.",
            replace(STRUCK, word="strike", days=ANY_DAY),
            path="herald.txt",
            out="2031-03-05",
        ),
        "radio": report(
            "Orla Vashan was struck near Karst by the Northern Guard on Sunday.",
            STRUCK,
            path="radio.txt",
            out="2031-03-06",
        ),
        "post": report(
            "Orla Vashan was struck again near Karst in June by drones of the Northern Guard.",
            replace(STRUCK, days=day("2031-06-01", "2031-06-30")),
            path="post.txt",
            out="2031-06-28",
        ),
    }
