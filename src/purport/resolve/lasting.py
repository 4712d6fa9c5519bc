"""From when to when something is told to have lasted: "since May", "until 11 February", "from May to June", and the day that it happened.

Of a time after "since" or "until" the days of the time itself count, and not those up to the report. What the record gives no day is dated
by the next time after it, where no other event stands between.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from purport.records import Analysis, Event, Span, Timex
from purport.resolve.accounts import Days
from purport.time.calendar import SEASONS, Unit, period, season

SINCE, UNTIL = "since", "until"
EDGES = {SINCE: SINCE, "from": SINCE, UNTIL: UNTIL, "till": UNTIL, "to": UNTIL, "through": UNTIL}
LONGEST = 40
"""Characters before a verb in which its auxiliaries stand."""
AUXILIARIES = 3
"""Words before a verb among which its auxiliaries stand."""
LASTS, OVER = frozenset({"has", "have", "is", "are"}), frozenset({"had", "was", "were"})
PAST = ("ed", "held", "kept")
POINTS = frozenset({"DATE", "TIME"})


class Lasting:
    """The times of a report, asked for by its events.

    ``out`` is the last day on which it can have come out, ``over`` the days of what had ended by then: any where that is not known.
    """

    def __init__(self, analysis: Analysis) -> None:
        self.text = analysis.report.text
        self.out = _days(None, analysis.report.published.not_after).last
        self.over = Days(last=self.out or date.max)
        self.timexes = sorted((each for each in analysis.timexes if each.type in POINTS), key=lambda each: each.start)
        self.starts = [each.start for each in self.timexes]
        self.sentences = [each.start for each in analysis.sentences]
        self.events = [each.start for each in analysis.events]

    def happened(self, event: Event) -> tuple[Days, tuple[Span, ...]]:
        """The days on which an event happened, and the words that tell them where these were looked for here."""
        own = _days(event.not_before, event.not_after)
        if own.first is None:
            for timex in self._after(event):
                if not self._between(event, timex) and self._edge(timex) is None:
                    found = days_of(timex)
                    if found.known and not found.apart(own):
                        return Days(found.first, min(found.last or date.max, own.last or date.max)), (Span(timex.start, timex.end),)
        return own, tuple(Span(each.start, each.end) for each in self._after(event) if _days(each.not_before, each.not_after) == own)[:1]

    def edges(self, event: Event) -> tuple[Days, Days, tuple[Span, ...]]:
        """The days within which what lasts began and ended, as far as "since" and "until" tell, and their words."""
        begun, ended, spans = Days(), Days(), []
        for timex in self._after(event):
            edge = self._edge(timex)
            if edge == SINCE and begun == Days() and (self._word(timex) == SINCE or self._goes_on(timex)):
                begun = days_of(timex)
                spans.append(Span(timex.start, timex.end))
            elif edge == UNTIL and ended == Days() and (self._word(timex) != "to" or begun != Days()):
                ended = days_of(timex)
                spans.append(Span(timex.start, timex.end))
        return begun, ended, tuple(spans)

    def is_so(self, event: Event) -> bool:
        """Whether what lasts is told as lasting still: "holds", "has held", "is held", not "held", "had held" or "to hold"."""
        form = self.text[event.start : event.end].lower()
        before = self.text[max(0, event.start - LONGEST) : event.start].lower().split()[-AUXILIARIES:]
        if before[-1:] == ["to"]:
            return False
        return not form.endswith(PAST) or (not OVER & {*before} and bool(LASTS & {*before}))

    def _after(self, event: Event) -> Sequence[Timex]:
        """The times of an event's sentence that stand after it."""
        number = bisect_right(self.sentences, event.start)
        end = self.sentences[number] if number < len(self.sentences) else len(self.text)
        return self.timexes[bisect_left(self.starts, event.end) : bisect_left(self.starts, end)]

    def _between(self, event: Event, timex: Timex) -> bool:
        """Whether another event stands between an event and a time."""
        return bisect_right(self.events, timex.start) > bisect_right(self.events, event.start)

    def _word(self, timex: Timex) -> str:
        before = self.text[max(0, timex.start - len("through the ")) : timex.start].lower().split()
        if before and before[-1] == "the":
            before.pop()
        return before[-1] if before else ""

    def _edge(self, timex: Timex) -> str | None:
        return EDGES.get(self._word(timex))

    def _goes_on(self, timex: Timex) -> bool:
        """Whether "from" a time is followed by "to" another."""
        after = next(iter(self.timexes[bisect_right(self.starts, timex.start) :]), None)
        return after is not None and self._edge(after) == UNTIL and after.start - timex.end <= len(" through the ")


def days_of(timex: Timex) -> Days:
    """The days of a time itself, by its value; of one whose value is no date those that it can mean."""
    value = timex.value or ""
    with suppress(ValueError, OverflowError):
        if len(value) >= len("2031-03-02") and value[8:10].isdigit():
            day = date.fromisoformat(value[:10])
            return Days(day, day)
        if value[5:] in SEASONS and value[:4].isdigit():
            found = season(int(value[:4]), value[5:])
            return Days(found.first, found.last)
        if value[:4].isdigit() and len(value) in (len("2031"), len("2031-03")) and (value[5:] or "01").isdigit():
            found = period(Unit.MONTH if value[5:] else Unit.YEAR, date(int(value[:4]), int(value[5:] or "1"), 1))
            return Days(found.first, found.last)
    return _days(timex.not_before, timex.not_after)


def _days(first: str | None, last: str | None) -> Days:
    return Days(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)
