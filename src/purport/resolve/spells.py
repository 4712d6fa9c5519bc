"""How long somebody had held a place that he lost: "took it back from the Front on Jan. 29 after almost 32 months".

A few days or weeks are how long the fight for it was, so only a length of some months counts, and none that is told to be of something.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from purport.records import Event, Span, Timex
from purport.resolve.accounts import Act, Days, Holding
from purport.resolve.held import Held
from purport.time.grammar import read
from purport.time.lengths import Length

DURATION = "DURATION"
AFTER, OF = "after", "of"
SHORTEST = 60
"""Days that such a length has, at least."""
GONE = frozenset({Act.LOSES, Act.LEAVES})


def find_spells(held: Held) -> Iterator[Holding]:
    """That who lost a place had held it since so long before; the days are as wide as the length can be meant."""
    events = {each.id: each for each in held.analysis.events}
    for each in held.holdings():
        loser, ended = (each.against, each.begun) if each.act is Act.TAKES else (each.party, each.ended)
        timex = _length_after(held, events[each.event]) if each.act is Act.TAKES or each.act in GONE else None
        begun = None if timex is None or loser is None or not each.is_actual else _begun(held.text[timex.start : timex.end], ended)
        if timex is not None and begun is not None:
            spans = tuple(sorted({*each.spans, Span(timex.start, timex.end)}))
            yield replace(each, act=Act.HOLDS, party=loser, against=None, begun=begun, ended=Days(last=ended.last), spans=spans)


def _length_after(held: Held, event: Event) -> Timex | None:
    """The length that the sentence of an event has after "after"."""
    end = next((each.end for each in held.analysis.sentences if each.start <= event.start < each.end), event.end)
    near = (each for each in held.analysis.timexes if each.type == DURATION and event.end <= each.start < end)
    lengths = (each for each in near if held.text[: each.start].split()[-1:] == [AFTER])
    return next((each for each in lengths if held.text[each.end :].split()[:1] != [OF]), None)


def _begun(words: str, ended: Days) -> Days | None:
    meaning = read(words, DURATION)
    if not isinstance(meaning, Length) or ended.first is None or ended.last is None:
        return None
    least, most = meaning.days()
    earliest = ended.first.toordinal() - math.ceil(most)
    if least < SHORTEST or earliest < date.min.toordinal():
        return None
    return Days(date.fromordinal(earliest), ended.last - timedelta(days=math.floor(least)))
