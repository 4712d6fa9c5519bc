"""Recordings at issue, against a careful reader's answers (the examples' format).

    python benchmarks/recordings.py examples/recording examples/ferry [--dated] [--weights DIR] [--misses]

An answer has one recording a report, with its medium, and earlier ones of its series. It is found if the report's record has one whose
medium is not another (of an answer that names no kind, a tape or recording, any but a text will do); the first such is it. Of those found:
``speaker`` and ``duration`` are right where they are the answer's, ``nothing`` where it has none; ``hedge`` where the words touch words in
which the answers see doubt. ``released`` is right where the interval contains the true day and is a week wide at most; ``released wrong``
where it shuts that out. ``not before`` is right where it is the day that the answers draw from the text, or none where they draw none;
``shut out`` counts bounds that leave out days which the answers leave open, ``missing`` those that they have and the record has not.
``mentions`` and ``omits`` are found where half of the answer's words are covered, and spurious where they share no word with any.
``others`` are all further recordings of the record, ``earlier`` the earlier ones of the answers that are among them. With ``--dated`` the
reports are read with their true day, without it with what their collector knew.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import reports
from purport.analyse import analyse
from purport.ingest import read_document
from purport.lexicon import rows
from purport.reader import Reader
from purport.reader.reader import WEIGHTS
from purport.records import Analysis, Interval, Recording, Span
from scoring import letters

GENERAL = frozenset({"recording", "tape", "message"})
TEXTS = frozenset({"letter", "statement"})
WEEK = 6
"""Days between the first and last day of a week."""


def media() -> dict[str, str]:
    """The medium of each noun that the lexicon has."""
    return {noun: medium for nouns, medium, *_ in rows("recordings.tsv") for noun in nouns.split()}


def is_medium(wanted: str, made: str) -> bool:
    """Whether a medium is that of an answer's words."""
    named = {media().get(word, word) for word in wanted.split()}
    return made in named if named - GENERAL else made not in TEXTS


def same_name(wanted: str | None, made: str | None) -> bool:
    """Whether two names are one person's: all words of the shorter are in the longer, titles aside; or neither is there."""
    if wanted is None or made is None:
        return wanted is made
    one, other = ({word for word in re.findall(r"\w+", name.casefold()) if word != "mr"} for name in (wanted, made))
    return one <= other or other <= one


def days(value: str) -> tuple[str, str]:
    """The first and last day of a year, month or day, as far as they compare as words."""
    return (value + "-01-01"[len(value) - 4 :], value + "-12-31"[len(value) - 4 :])


def found_in(gold: dict, analysis: Analysis) -> Recording | None:
    """The recording of the record that is the answer's."""
    return next((each for each in analysis.recordings if is_medium(gold["medium"], each.medium)), None)


def places(text: str, words: str) -> frozenset[int]:
    """The offsets of the first place where a text has some words, blanks aside."""
    at = re.search(r"\s+".join(map(re.escape, words.split())), text)
    return frozenset() if at is None else frozenset(range(*at.span()))


def spans(text: str, wanted: Sequence[str], made: Sequence[Span]) -> Counter[str]:
    """How many of some words are found by spans, and how many spans touch none."""
    asked = [places(text, words) for words in wanted]
    have = letters(made)
    found = sum(bool(each) and len(each & have) >= len(each) / 2 for each in asked)
    spurious = sum(not any(letters([span]) & each for each in asked) for span in made)
    return Counter({"wanted": len(asked), "found": found, "spurious": spurious})


def add(gold: dict, analysis: Analysis, totals: Counter[str]) -> None:
    """Add one report to the totals."""
    wanted, text = gold.get("recording"), analysis.report.text
    if wanted is None:
        totals["invented"] += len(analysis.recordings)
        return
    totals["recordings"] += 1
    one = found_in(wanted, analysis)
    asked = {"mentions": [each["words"] for each in wanted["mentions"]], "omits": [each["words"] for each in wanted["does_not_mention"]]}
    made = {"mentions": () if one is None else one.mentions, "omits": () if one is None else one.omits}
    for layer, words in asked.items():
        totals.update({f"{layer} {name}": count for name, count in spans(text, words, made[layer]).items()})
    others = [each for each in analysis.recordings if each is not one]
    totals["others"] += len(others)
    totals["earlier wanted"] += len(wanted["previous_recordings"])
    totals["earlier"] += sum(any(_is_earlier(text, each, other) for other in others) for each in wanted["previous_recordings"])
    if one is None:
        return
    totals["found"] += 1
    totals["speaker"] += same_name(wanted["speaker"], one.speaker)
    totals["duration"] += one.duration == wanted["duration_iso"]
    doubt = [*wanted["authenticity_words"], *([wanted["speaker_hedge"]] if wanted["speaker_hedge"] else [])]
    totals["hedge"] += one.hedge is not None and any(places(text, words) & letters([one.hedge]) for words in doubt)
    totals["channel"] += (one.channel is None) == (wanted["channel"] is None) and (wanted["channel"] or "") in (one.channel or "")
    _add_days(wanted, one, totals)


def _is_earlier(text: str, wanted: dict, made: Recording) -> bool:
    """Whether an earlier recording of the answers is one of the record's: it stands in its words, or came out when it did."""
    if letters([Span(made.start, made.end)]) & places(text, wanted["text"]):
        return True
    first, last = days(wanted["when"])
    return bool(
        made.released.not_before and made.released.not_after and first <= made.released.not_before <= made.released.not_after <= last
    )


def _add_days(wanted: dict, one: Recording, totals: Counter[str]) -> None:
    released, true = one.released, wanted.get("released")
    if true is not None:
        totals["released wanted"] += 1
        inside = (released.not_before or "") <= true <= (released.not_after or "9999")
        totals["released"] += inside and _width(released.not_before, released.not_after) <= WEEK
        totals["released wrong"] += not inside
    bound, best = one.recorded.not_before, wanted.get("not_before")
    latest = max(filter(None, (best, wanted.get("not_before_true"), wanted.get("not_before_world_knowledge"))), default=None)
    totals["not before"] += bound == best
    totals["missing"] += bound is None and best is not None
    shut = bound is not None and (latest is None or bound > latest)
    late = wanted["not_after"]
    totals["shut out"] += shut or (one.recorded.not_after is not None and late is not None and one.recorded.not_after < late)
    totals["not after"] += one.recorded.not_after == late


def _width(first: str | None, last: str | None) -> float:
    return float("inf") if first is None or last is None else (date.fromisoformat(last) - date.fromisoformat(first)).days


def told(gold: dict, analysis: Analysis) -> Iterator[str]:
    """What a record has of its recordings, a line each, under the answer's."""
    text, wanted = analysis.report.text, gold.get("recording")
    yield gold["file"]
    if wanted is not None:
        keys = ("medium", "speaker", "speaker_hedge", "channel", "duration_iso", "released", "not_before", "not_after")
        yield "  wanted " + json.dumps({key: wanted.get(key) for key in keys}, ensure_ascii=False)
    for each in analysis.recordings:
        own = (each.medium, each.speaker, each.hedge and each.hedge.words(text), each.channel, each.duration, each.released, each.recorded)
        yield f"  {text[each.start : each.end]!r} {own}"
        yield from (f"    {name} {span.words(text)!r}" for name in ("mentions", "omits") for span in getattr(each, name))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--dated", action="store_true", help="read every report with its true day")
    parser.add_argument("--misses", action="store_true", help="print the recordings themselves too")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    totals: Counter[str] = Counter()
    wanted = [item for path in given.folders for item in reports.folder(path)]
    with Reader(given.weights) as reader:
        documents = (
            read_document(path, replace(known, published=Interval(*2 * [gold["publication_date"]["true_date"]])) if given.dated else known)
            for gold, path, known in wanted
        )
        for (gold, _, _), (_, analysis) in zip(wanted, analyse(documents, reader), strict=True):
            add(gold, analysis, totals)
            if given.misses:
                print("\n".join(told(gold, analysis)))
    print(json.dumps(totals, indent=1))


if __name__ == "__main__":
    main()
