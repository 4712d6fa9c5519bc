"""The lines of a case against a careful reader's answers: of its recordings, people, places, and of what happened when.

    python benchmarks/dossiers.py FOLDER [FOLDER...] [--weights DIR] [--misses]

Reads the reports of each folder into a case of its own. An answer is found where a line of its section cites its words: one of its
citations and the answer's words share 0.7 of the shorter, and the citation has at most 300 characters. Of a recording the field must be
the answer's too, or the speaker's for words that leave open whose voice it is. A line of the chronology is right where its days meet the
answer's besides. A fault is a line of the timeline, told as having happened, of whose citation the words of something that only was
called for, feared or hypothetical are half or more. Where a folder's cluster has a ``dossier``, its lines are looked for as well; of
those found, how many have its number of origins.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from comparisons import read_case
from purport.dossier import Line, Section
from purport.reader import Reader
from purport.reader.reader import WEIGHTS
from purport.records import Factuality
from purport.store import Case
from purport.viewing import lines
from scoring import Figure

SHARED, LONGEST = 0.7, 300
SECTIONS = {str(section): section for section in Section} | {"persons": Section.PERSON}
"""The sections by what the answers call them."""
WORDS = {
    "speaker_hedge": "speaker",
    "duration": "duration",
    "channel": "channel",
    "released_words": "released",
    "recorded_words": "recorded",
    "authenticity_words": "authenticity",
    "mentions": "mentions",
    "does_not_mention": "does not mention",
    "previous_recordings": "earlier in series",
}
"""The fields of an answer's recording that hold words of the report, and the fields of lines."""
ALSO = {"authenticity": "speaker"}
"""Where else an answer of a field may stand: words that leave open whose voice it is."""
HAPPENED = frozenset({Factuality.CERTAIN, Factuality.PROBABLE, Factuality.POSSIBLE})

Where = tuple[str, range]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a careful reader has in one section: the words that say it, its field if it has one, and its days."""

    group: str
    section: Section
    words: str
    places: tuple[Where, ...]
    field: str | None = None
    days: tuple[str | None, str | None] = (None, None)
    origins: int | None = None


def answers(folder: Path, text: dict[str, str]) -> Iterator[Answer]:
    """The answers of a folder's reports, and the lines of its dossier if it has one."""
    for path in sorted(folder.glob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        if path.name.startswith("cluster-"):
            yield from _dossier(told)
        elif told["file"] in text:
            yield from _report(told, text[told["file"]])


def _report(told: dict, text: str) -> Iterator[Answer]:  # type: ignore[type-arg]
    name = told["file"]
    recordings = told["recording"] if isinstance(told["recording"], list) else [told["recording"]]
    for recording in filter(None, recordings):
        for key, field in WORDS.items():
            held = recording.get(key) or []
            for each in held if isinstance(held, list) else [held]:
                words = each if isinstance(each, str) else each.get("words") or each.get("text") or ""
                if words and (at := text.find(words)) >= 0:
                    yield Answer("recording", Section.RECORDING, f"{field}: {words}", ((name, range(at, at + len(words))),), field)
    for each in told["person_status"]:
        if each.get("cite_span"):
            yield Answer("person", Section.PERSON, f"{each['person']}: {each['status']}", ((name, range(*each["cite_span"])),))
    for each in told["town_ledger"]:
        places = tuple((name, range(*cite["span"])) for cite in each["cites"])
        yield Answer("ledger", Section.LEDGER, f"{each['place']}: {each['holder']} {each['state']}", places)
    for each in told["events"]:
        if each.get("chronology_line") and each.get("citing_span"):
            also = [(at, words) for words in each.get("also_citing", ()) if (at := text.find(words)) >= 0]
            places = tuple((name, at) for at in (range(*each["citing_span"]), *(range(at, at + len(words)) for at, words in also)))
            days = (each["when"]["not_before"], each["when"]["not_after"]) if each["when"] else (None, None)
            yield Answer("chronology", Section.TIMELINE, each["what"], places, None, days)


def _dossier(told: dict) -> Iterator[Answer]:  # type: ignore[type-arg]
    for each in told.get("dossier", ()):
        places = tuple((Path(cite["path"]).name, range(cite["start"], cite["end"])) for cite in each["citations"])
        words = f"{each['subject']}: {each['field']}: {each['value']}"
        field = each["field"] if each["section"] == "recording" else None
        days = (each["not_before"], each["not_after"])
        yield Answer(f"dossier {each['section']}", SECTIONS[each["section"]], words, places, field, days, each["origins"])


def cites(line: Line, answer: Answer) -> bool:
    """Whether a line cites the words of an answer."""
    return any(
        Path(each.path).name == name and each.end - each.start <= LONGEST and _share(range(each.start, each.end), at) >= SHARED
        for each in line.citations
        for name, at in answer.places
    )


def _share(one: range, other: range) -> float:
    common = min(one.stop, other.stop) - max(one.start, other.start)
    return common / max(1, min(len(one), len(other)))


def meets(line: Line, answer: Answer) -> bool:
    """Whether the days of a line and of an answer can be the same."""
    first, last = (date.fromisoformat(day) if day else None for day in answer.days)
    begins, ends = (date.fromisoformat(day) if day else None for day in (line.not_before, line.not_after))
    return not ((ends and first and ends < first) or (begins and last and last < begins))


def measure(folder: Path, case: Case, *, misses: bool) -> dict[str, int]:
    """How many answers there are, are found and are right, by group; lines made, by section; faults."""
    texts = {Path(place.path).name: case.analysis(place.report).report.text for place in case.places()}
    made = {section: lines(case, section) for section in Section}
    counts: Counter[str] = Counter({f"{section} lines made": len(found) for section, found in made.items() if found})
    for answer in answers(folder, texts):
        found = [
            each
            for each in made[answer.section]
            if each.field in (answer.field or each.field, ALSO.get(answer.field or "")) and cites(each, answer)
        ]
        right = [each for each in found if meets(each, answer)]
        counts[f"{answer.group} wanted"] += 1
        counts[f"{answer.group} found"] += bool(found)
        counts[f"{answer.group} found, days right"] += bool(right)
        if answer.origins is not None:
            counts[f"{answer.group} found, origins right"] += any(each.origins == answer.origins for each in right)
        if misses and not right:
            print(f"{answer.group} {'days' if found else 'missed'}: {' '.join(answer.words.split())}")
    for name, at, words in _not_happened(folder):
        shown = [line for line in made[Section.TIMELINE] if line.factuality in HAPPENED and _shows(line, name, at)]
        counts["faults"] += bool(shown)
        if misses and shown:
            print(f"shown as having happened: {' '.join(words.split())}")
    return dict(sorted(counts.items()))


MANY = 10_000
"""Of so many things a figure has no band: one fault is one too many."""


def figures(counts: dict[str, int]) -> dict[str, Figure]:
    """The shares of answers found with the right days, by group, and of what did not happen that is not told as having happened."""
    wanted = {name.removesuffix(" wanted"): number for name, number in counts.items() if name.endswith(" wanted")}
    found = {group: Figure(_percent(counts[f"{group} found, days right"], number), number) for group, number in wanted.items()}
    return found | {"not told as having happened": Figure(100.0 if not counts["faults"] else 0.0, MANY)}


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1)


def _not_happened(folder: Path) -> Iterator[tuple[str, range, str]]:
    for path in sorted(folder.glob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        for each in told.get("non_events", ()) if not path.name.startswith("cluster-") else ():
            yield told["file"], range(*each["span"]), each["text"]


def _shows(line: Line, name: str, at: range) -> bool:
    """Whether half of what a line cites or more are these words."""
    for each in line.citations:
        common = min(each.end, at.stop) - max(each.start, at.start)
        if Path(each.path).name == name and common * 2 >= each.end - each.start:
            return True
    return False


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args(arguments)
    for folder in given.folders:
        print(json.dumps({folder.name: measure_folder(folder, given.weights, misses=given.misses)}, indent=1))


def measure_folder(folder: Path, weights: Path, *, misses: bool = False) -> dict[str, int]:
    """The same of a folder's reports, read into a case of their own."""
    with Reader(weights) as reader, tempfile.TemporaryDirectory() as kept, Case.open(str(Path(kept) / "case"), create=True) as case:
        read_case(folder, reader, case)
        return measure(folder, case, misses=misses)


if __name__ == "__main__":
    main()
