"""Check the answers of an example case against the texts they were made on.

    python examples/check.py FOLDER...

A folder holds reports, one answer file a report (`NAME.json`, with `claims`), and the case's own
(`cluster-*.json`, with `pairs`). Prints every fault, then `bad N`; exit status 1 where N is not 0.
Checked: exact words are raw substrings and stand at their span; ids are unique; claims lie inside
the claim they are nested in; sentences cover every character but blanks once; intervals are in
order and true dates inside them; the words, ids and citations of the case are there.

Offsets count Unicode code points of the decoded text, line ends kept, a byte order mark not
counted. Answers that carry `text` (for HTML and the like) are checked against that text.
"""

from __future__ import annotations

import codecs
import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

Record = dict[str, Any]

# Keys that hold exact words, and the key beside each that holds their offsets.
SPANNED = {"text": "span", "words": "span", "cite": "cite_span", "citing": "citing_span"}
# Keys whose strings, or lists of strings, must be substrings of the text wherever they stand.
WORDS = {"text", "words", "headline", "speaker", "channel", "duration", "as_printed", "gap_words"}
WORDS |= {"also_cued_by", "quoted_fragment", "time_words", "print_words", "outlet_evidence"}
WORDS |= {"speaker_hedge", "released_words", "released_by", "recorded_words", "dateline_place"}
WORD_LISTS = {"also_citing", "authenticity_words", "abbreviations", "byline", "content_parts"}
# Patterns that a label must match in full.
LABELS = {
    "stance": "asserts|denies|probable|possible|cannot confirm|unconfirmed",
    "form": "direct|indirect|mixed",
    "source_type": "named (person|org)|anon.* (official|other)|eyewitness|document|media|.* itself",
    "factuality": "CT[+-]|PR[+-]|PS[+-]|UU|Uu",
    "relation": "agree|contradict|supersede|same-series",
}


def decode(data: bytes) -> str:
    """The text of a file: by byte order mark, else UTF-8, else windows-1252; line ends are kept."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def edge(value: Any, *, last: bool) -> date | None:
    """The first or last day of an ISO year, month, day or interval; None where that is no date."""
    iso = str(value).split("/")[-1 if last else 0]
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", iso)
    if not found:
        return None
    year, month = int(found[1]), int(found[2] or (12 if last else 1))
    month_end = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
    return date(year, month, int(found[3] or (month_end.day if last else 1)))


def disordered(low: Any, high: Any) -> bool:
    """Whether both are dates and the low one begins after the high one ends."""
    first, final = edge(low, last=False), edge(high, last=True)
    return bool(first and final and first > final)


def walk(value: Any, path: str = "") -> Iterator[tuple[str, Record]]:
    """Every object inside a JSON value, with the path to it."""
    if isinstance(value, dict):
        yield path, value
    items: list[Any] = list(value.items()) if isinstance(value, dict) else []
    for key, inner in items + (list(enumerate(value)) if isinstance(value, list) else []):
        yield from walk(inner, f"{path}.{key}".lstrip("."))


def word_faults(path: str, item: Record, text: str) -> Iterator[str]:
    """Words of one object that the text does not hold, or does not hold at their span."""
    lists = [(key, words) for key in sorted(WORD_LISTS & item.keys()) for words in item[key]]
    for key, words in [(key, item[key]) for key in sorted(WORDS & item.keys())] + lists:
        iso = key == "duration" and path.startswith("times.")
        if isinstance(words, str) and words not in text and not iso:
            yield f"{path}.{key} is not in the text: {words!r}"
    placed = [(key, item[key], item[at]) for key, at in SPANNED.items() if {key, at} <= item.keys()]
    placed += [(key, item.get(key), at) for key, at in item.get("spans", {}).items()]
    parts = zip(item.get("content_parts", []), item.get("content_part_spans", []), strict=True)
    for key, words, at in placed + [("part", words, at) for words, at in parts]:
        if (words is None) != (at is None) or (at and text[at[0] : at[1]] != words):
            yield f"{path}.{key} {words!r} is not at {at}"


def shape_faults(path: str, item: Record) -> Iterator[str]:
    """Labels outside their sets, and intervals out of order, in one object."""
    for key in sorted(LABELS.keys() & item.keys()):
        if isinstance(item[key], str) and not re.fullmatch(LABELS[key], item[key]):
            yield f"{path}.{key} is {item[key]!r}"
    low, high, value = item.get("not_before"), item.get("not_after"), item.get("value")
    true = item.get("true") or item.get("true_date")
    if any(disordered(*two) for two in ((low, high), (value, value), (low, true), (true, high))):
        yield f"{path}: {low} {high} {value} {true} are out of order"


def claim_faults(claim: Record, claims: dict[str, Record]) -> Iterator[str]:
    """A claim or its parts outside what should hold them; a chain of the wrong length."""
    (start, end), parent = claim["spans"]["content"], claims.get(claim["nested_in"])
    outer = parent["spans"]["content"] if parent else (start, end)
    if (parent is None) != (claim["nested_in"] is None) or not outer[0] <= start < end <= outer[1]:
        yield f"{claim['id']} is not inside {claim['nested_in']}"
    if any(a < start or b > end for a, b in claim.get("content_part_spans", [])):
        yield f"{claim['id']} has a part outside it"
    if claim["depth"] != len(claim["chain"]) - 1:
        yield f"{claim['id']} has depth {claim['depth']}, chain {claim['chain']}"
    if claim["source"] is None and claim["source_type"] != "the outlet itself":
        yield f"{claim['id']} has no source, but source type {claim['source_type']}"


def report_faults(answers: Record, text: str) -> Iterator[str]:
    """All faults of one report's answers."""
    for path, item in walk({key: value for key, value in answers.items() if key != "text"}):
        yield from (*word_faults(path, item, text), *shape_faults(path, item))
    claims = {claim["id"]: claim for claim in answers["claims"]}
    for claim in claims.values():
        yield from claim_faults(claim, claims)
    cover = Counter(i for sentence in answers["sentences"] for i in range(*sentence["span"]))
    wrong = [i for i, char in enumerate(text) if cover[i] > 1 or not (cover[i] or char.isspace())]
    if wrong:
        yield f"sentences: {cover[wrong[0]]} at {wrong[0]}: {text[wrong[0] : wrong[0] + 30]!r}"
    names = [name for group in answers["entities"] + answers["not_same"] for name in group]
    yield from (f"entities: not in the text: {name!r}" for name in names if name not in text)
    named = [item["claim"] for _, item in walk(answers) if "claim" in item]
    named += [claim for time in answers["times"] for claim in time.get("dates", [])]
    named += answers["noise"].get("lost_quotation_marks", [])
    yield from (f"no claim {name}" for name in named if name not in claims)


def case_faults(case: Record, texts: dict[str, str], owner: dict[str, str]) -> Iterator[str]:
    """Words, ids and citations of a case that its reports do not bear out."""
    for path, item in walk(case):
        yield from shape_faults(path, item)
        name = item.get("file") or item.get("path")
        if not name:
            continue
        words, text = item.get("text") or item.get("words") or "", texts.get(name, "")
        start, end = item.get("span") or (item.get("start", 0), item.get("end", 1))
        if words not in text or not 0 <= start < end <= len(text):
            yield f"{path}: not in {name}: {words!r} {start}..{end}"
        if "span" in item and text[start:end] != words:
            yield f"{path}: {words!r} is not at {start}..{end}"
        ids = [item[key] for key in ("claim", "event") if key in item]
        yield from (f"{path}: {name} has no {i}" for i in ids if owner.get(i) != name)
    for pair in case["pairs"]:
        if pair["trap"] != pair.get("note", "").startswith("apparent only"):
            yield f"{pair['id']}: trap and note do not agree"
    names, every = case.get("alias_groups_across", []), "\0".join(texts.values())
    yield from (f"alias in no text: {n!r}" for group in names for n in group if n not in every)
    order = case.get("merged_chronology", {}).get("order", [])
    yield from (f"merged_chronology: no event {event}" for event in order if event not in owner)


def folder_faults(folder: Path) -> Iterator[str]:
    """All faults of one folder of reports and answers."""
    answers = {p.name: json.loads(p.read_text("utf-8")) for p in sorted(folder.glob("*.json"))}
    texts, owner = {}, {}
    for name, one in answers.items():
        if "claims" in one:
            texts[one["file"]] = one.get("text") or decode((folder / one["file"]).read_bytes())
        for key in ("claims", "events", "town_ledger", "pairs"):
            for item in one.get(key, []):
                if item["id"] in owner:
                    yield f"{name}: id {item['id']} twice"
                owner[item["id"]] = one.get("file", name)
    for name, one in answers.items():
        if "claims" in one:
            yield from (f"{name}: {fault}" for fault in report_faults(one, texts[one["file"]]))
        elif "pairs" in one:
            yield from (f"{name}: {fault}" for fault in case_faults(one, texts, owner))
    for manifest in folder.glob("manifest.csv"):
        for row in csv.DictReader(manifest.read_text("utf-8").splitlines()):
            if not (folder / row["path"]).exists():
                yield f"manifest.csv: no file {row['path']}"
    yield from [] if texts else ["no answers here"]


def main(folders: list[str]) -> int:
    """Print the faults of the folders and their number; the exit status."""
    if not folders:
        sys.exit(__doc__)
    faults = [f"{folder}: {fault}" for folder in folders for fault in folder_faults(Path(folder))]
    print(*faults, f"bad {len(faults)}", sep="\n")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
