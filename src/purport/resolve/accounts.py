"""A claim with all that it is compared by: who says it and when, of whom, what happens in it and how sure that is.

Drawn from the record of its report alone, so it is made once. Who is meant is looked up in the entities of the case when two are compared
(``identified``), so that one name in two reports is one party; what an account is found by are the names, which do not change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from purport.records import (
    Factuality,
    MentionType,
    Span,
    SpeechAct,
)

Who = Callable[[str, str], tuple[str, str] | None]
"""Report id and entity id -> the entity of the case that it is, and what that is called."""

SURE = frozenset({Factuality.CERTAIN, Factuality.PROBABLE, Factuality.POSSIBLE})
DENIED = frozenset({Factuality.CERTAINLY_NOT, Factuality.PROBABLY_NOT, Factuality.POSSIBLY_NOT})


@dataclass(frozen=True, slots=True)
class Days:
    """The days within which something lies; ``None`` for an open end."""

    first: date | None = None
    last: date | None = None

    @property
    def known(self) -> bool:
        """Whether both ends are."""
        return self.first is not None and self.last is not None

    def apart(self, other: Days) -> bool:
        """Whether the two have no day in common."""
        return bool((self.last and other.first and self.last < other.first) or (other.last and self.first and other.last < self.first))

    def before(self, other: Days) -> bool:
        """Whether all days of this one lie before all of the other."""
        return bool(self.last and other.first and self.last < other.first)


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something spoken of, in these words.

    ``key`` is the entity of the case that it is, and ``called`` what that is called; of the report until they are looked up. ``names`` are
    what it is found by, ``stems`` those of the words, ``proper`` the words with a capital ("Sorvian" of "Sorvian commandos").
    """

    key: str | None
    names: frozenset[str]
    words: str
    type: MentionType
    stems: frozenset[str]
    proper: frozenset[str]
    called: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """A happening as a claim tells it: the stem of its word, how sure the claim is of it, who takes part in which role, where, when."""

    event: str
    word: str
    stem: str
    factuality: Factuality
    parties: tuple[tuple[str, Party], ...] = ()
    place: Party | None = None
    days: Days = Days()

    def of(self, *roles: str) -> Iterator[Party]:
        """The parties in some roles; of none in all."""
        return (party for role, party in self.parties if not roles or role in roles)


@dataclass(frozen=True, slots=True)
class Count:
    """How many of what an account tells, as a closed range; ``said_of`` are the stems of what is said to have become of them.

    ``is_former`` is for a number that is told as replaced: "risen to 17 *from 14*".
    """

    low: float | None
    high: float | None
    unit: str | None
    of: str
    said_of: frozenset[str]
    is_former: bool


@dataclass(frozen=True, slots=True)
class Message:
    """A recording that an account speaks of: whose it is said to be, and when it was released; ``called`` is what its speaker is."""

    speaker: str
    names: frozenset[str]
    medium: str
    released: Days
    called: str = ""


class Verdict(StrEnum):
    """What somebody answers to whether a recording is genuine; ``NOT_TAKEN`` is for who does not hold it to be so."""

    YES = "yes"
    PROBABLY = "probably"
    OPEN = "left open"
    NOT_TAKEN = "not taken as genuine"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Judged:
    """What an account says of whether a recording of its report is genuine; without a named speaker ``message.speaker`` is empty."""

    recording: str
    message: Message
    verdict: Verdict


class Act(StrEnum):
    """What somebody is told to do with a place or an office: ``CLEARS`` is of fighters, ``CONTESTS`` any fight for it.

    ``STAYS`` is only to be there, and ``DECLARES`` to proclaim a state or region of one's own.
    """

    TAKES = "takes"
    HOLDS = "holds"
    LOSES = "loses"
    LEAVES = "leaves"
    CLEARS = "clears"
    BESIEGES = "besieges"
    CONTESTS = "contests"
    STAYS = "stays"
    DECLARES = "declares"


@dataclass(frozen=True, slots=True)
class Holding:
    """Who is told to take, hold, lose or leave a place, or an office of something, and from when to when.

    ``place`` is what is held or whose office it is, ``part`` the words for the part of it that alone is meant, ``is_whole`` where words
    say that all of it is. ``against`` is from whom it is taken, or to whom it is lost. ``begun`` are the days within which the holding
    began, ``ended`` those within which it ended; what is not told is open. ``is_actual`` is false for what is only called for, promised or
    to come.
    ``claim`` is the innermost in which it stands, or ``None``; ``spans`` are the exact words.
    """

    event: str
    claim: str | None
    act: Act
    place: Party
    party: Party | None
    against: Party | None
    factuality: Factuality
    spans: tuple[Span, ...]
    begun: Days = Days()
    ended: Days = Days()
    part: str | None = None
    is_whole: bool = False
    office: str | None = None
    is_actual: bool = True

    @property
    def parties(self) -> Iterator[Party]:
        """All whom it speaks of."""
        return (each for each in (self.place, self.party, self.against) if each is not None)


@dataclass(frozen=True, slots=True)
class Account:
    """A claim, ready to be compared.

    ``shown`` is the content with the words that make it hearsay, where no source is named and they stand at once before it ("*reports*
    that he had died"). ``own`` are its words without those of the
    claims within it. ``said`` is when its source said it, as far as is known; else when the report came
    out, which is ``out``. ``about`` are the named
    things it speaks of; where it names none, those of the sentences before it, or those that its report begins with. ``where`` are the
    places and things without a will among those of its sentence and the ones before. ``stems`` are those of its own words.
    ``hearsay`` are the words that tell that somebody says it, where it is not told who: "reports", "is believed".
    ``in_passing`` is for what stands in no claim of the record, which ``claim`` is then no id of.
    """

    path: str
    report: str
    claim: str
    content: tuple[Span, ...]
    shown: tuple[Span, ...]
    words: str
    own: str
    factuality: Factuality
    speech_act: SpeechAct
    source: Party | None
    outlet: str | None
    said: Days
    out: Days
    frames: tuple[Frame, ...]
    counts: tuple[Count, ...]
    parties: tuple[Party, ...]
    about: frozenset[str]
    about_names: frozenset[str]
    stems: frozenset[str]
    messages: tuple[Message, ...] = ()
    holdings: tuple[Holding, ...] = ()
    judged: tuple[Judged, ...] = ()
    in_passing: bool = False
    hearsay: str | None = None

    @property
    def stated(self) -> str | None:
        """The claim of the record that it is, if it is one."""
        return None if self.in_passing else self.claim

    @property
    def entities(self) -> frozenset[str]:
        """All whom it speaks of, or who says it, by their keys."""
        parties = (*self.parties, *(party for frame in self.frames for party in frame.of()), *([self.source] if self.source else ()))
        held = (party for each in self.holdings for party in each.parties)
        places = (frame.place for frame in self.frames if frame.place)
        spoken = {party.key for party in (*parties, *places, *held) if party.key is not None}
        return self.about | spoken | {each.speaker for each in self._recorded if each.speaker}

    @property
    def _recorded(self) -> tuple[Message, ...]:
        return (*self.messages, *(each.message for each in self.judged))

    @property
    def denied(self) -> bool:
        """Whether the source says that it is not so, or that there was none of it."""
        return self.factuality in DENIED or (self.factuality in SURE and any(count.high == 0 for count in self.counts))

    @property
    def speaker(self) -> str:
        """Who says it, as a reader would call them: by the words of the report, or by name where these are a pronoun."""
        if self.source is None:
            outlet = self.outlet or self.path
            return outlet if self.hearsay is None else f"“{self.hearsay}” in {outlet}"
        return self.source.words.rstrip(",;: ") if self.source.stems else self.source.called or self.source.words


def identified(account: Account, who: Who) -> Account:
    """The account with the entities of the case for those of the report; one that is none of the case's stays the report's own."""

    def key(entity: str) -> str:
        found = who(account.report, entity)
        return found[0] if found else f"{account.report} {entity}"

    def party(one: Party) -> Party:
        found = who(account.report, one.key) if one.key is not None else None
        called = found[1] if found else one.called or one.words
        return replace(one, key=None if one.key is None else key(one.key), called=called)

    def frame(one: Frame) -> Frame:
        place = None if one.place is None else party(one.place)
        return replace(one, parties=tuple((role, party(each)) for role, each in one.parties), place=place)

    def message(one: Message) -> Message:
        found = who(account.report, one.speaker)
        return replace(one, speaker=key(one.speaker), called=found[1] if found else one.called)

    def holding(one: Holding) -> Holding:
        taking, losing = (None if each is None else party(each) for each in (one.party, one.against))
        return replace(one, place=party(one.place), party=taking, against=losing)

    return replace(
        account,
        source=None if account.source is None else party(account.source),
        frames=tuple(map(frame, account.frames)),
        parties=tuple(map(party, account.parties)),
        about=frozenset(map(key, account.about)),
        messages=tuple(map(message, account.messages)),
        judged=tuple(replace(each, message=message(each.message)) for each in account.judged),
        holdings=tuple(map(holding, account.holdings)),
    )
