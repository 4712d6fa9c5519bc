"""The recordings of one report in a list: whose and in which words, when they came out, when they can have been made, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from purport.folds import Fold, fold_words
from purport.records import Recording, Span
from purport.visible import flat
from purport.wording import days


def recording_lines(text: str, one: Recording, folds: Sequence[Fold]) -> Iterator[Text]:
    """What is known of one recording, a line for each thing; what is called for in it is folded as in the text."""

    def words(span: Span) -> str:
        return flat(fold_words(span.words(text), span.start, folds))

    facts = [
        f'"{words(Span(one.start, one.end))}" ({one.medium})',
        f'"{words(one.hedge)}"' if one.hedge else "",
        flat(one.speaker) if one.speaker else "speaker not named",
        flat(one.duration) if one.duration else "",
    ]
    yield Text(" | ".join(fact for fact in facts if fact))
    channel = f" | through {flat(one.channel)}" if one.channel else ""
    yield Text(f"came out: {days(one.released.not_before, one.released.not_after)}{channel}")
    yield Text(f"made: {days(one.recorded.not_before, one.recorded.not_after)}")
    yield from (Text(f"  {flat(reason.why)}") for reason in one.recorded.reasons)
    yield from (Text(f"speaks of: {words(span)}") for span in one.mentions)
    yield from (Text(f"does not speak of: {words(span)}") for span in one.omits)
