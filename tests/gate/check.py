"""Check the annotated reports beside this file and count what they hold.

    python tests/gate/check.py [FILE.conllu ...]

Prints every fault as `file: place: what is wrong`, then one line of counts a layer; exit status 1 where there is a fault.
Checked: ten columns; ids that run 1, 2, 3; one root a sentence and no cycle; tags and relations that the reader has;
`# text` equal to the forms with the blanks that SpaceAfter leaves; spans that begin with B and go on in kind; classes and values
that the reader and the record have; the participants of an event are words of its sentence; each mention's number stands at least
twice in its report; each attribution has a cue or a content; what a time dates is an attribution with a cue; every time has a value that
TIMEX3 allows for its type, and every report a day on which it was written. Whether the annotation is right, no program here can tell.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from purport.reader.layers import ATTRIBUTION_TAGS, ENTITY_TAGS, EVENTS, FINE_TAGS, RELATIONS, TAGS, TIMEX_TAGS
from purport.records import Factuality

FOLDER = Path(__file__).parent
TEXT = "# text = "
WRITTEN = re.compile(r"# written = (\d{4}-\d\d-\d\d)")


def _kinds(tags: tuple[str, ...]) -> frozenset[str]:
    return frozenset(tag[2:] for tag in tags if tag != "O")


SPANS = {"Entity": _kinds(ENTITY_TAGS), "Timex": _kinds(TIMEX_TAGS)}
CLASSES = frozenset(EVENTS) - {"none"}
VALUES = frozenset(Factuality)
PARTICIPANTS = ("Who", "Whom", "Where")
ROLES = _kinds(ATTRIBUTION_TAGS)
_DAY = r"(\d{4}|XXXX)(-(\d\d|XX)(-(\d\d|XX))?|-W(\d\d|XX)(-([1-7]|WE))?|-(SP|SU|FA|WI)|-[QH]\d)?"
_LENGTH = r"P((\d+|X)[YMWDEC])*(T((\d+|X)[HMS])+)?(?<!P)"
SHAPES = {
    "DATE": re.compile(rf"{_DAY}|\d{{2,3}}|(PAST|PRESENT|FUTURE)_REF"),
    "TIME": re.compile(rf"{_DAY}T(\d\d:\d\d|MO|MI|AF|EV|NI)"),
    "DURATION": re.compile(_LENGTH),
    "SET": re.compile(rf"{_LENGTH}|{_DAY}(T(MO|MI|AF|EV|NI))?"),
}
"""The values of TIMEX3 by type, as far as the reports have any."""
KEYS = frozenset({"SpaceAfter", *SPANS, "Value", "Event", "Factuality", *PARTICIPANTS, "Mention", "Attr", "Said"})


@dataclass(frozen=True, slots=True)
class Token:
    """One line of ten columns; `notes` is its last column, taken apart."""

    id: str
    form: str
    lemma: str
    upos: str
    xpos: str
    head: str
    relation: str
    notes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens between two empty lines, with the comment lines before them."""

    place: str
    comments: tuple[str, ...]
    tokens: tuple[Token, ...]


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Every sentence of a CoNLL-U file in order; raises ValueError where a line has not ten columns."""
    for block in path.read_text(encoding="utf-8").strip("\n").split("\n\n"):
        lines = block.split("\n")
        comments = tuple(line for line in lines if line.startswith("#"))
        place = next((line.partition("= ")[2] for line in comments if line.startswith("# sent_id = ")), "no sent_id")
        yield Sentence(place, comments, tuple(_token(line) for line in lines if not line.startswith("#")))


def _token(line: str) -> Token:
    columns = line.split("\t")
    if len(columns) != 10 or "" in columns:
        raise ValueError(f"expected ten filled columns, got {line!r}")
    number, form, lemma, upos, xpos, _, head, relation, _, notes = columns
    return Token(number, form, lemma, upos, xpos, head, relation, {} if notes == "_" else _notes(notes))


def _notes(column: str) -> dict[str, str]:
    notes: dict[str, str] = {}
    for note in column.split("|"):
        key, _, value = note.partition("=")
        if not value or key in notes:
            raise ValueError(f"expected Key=Value, each key once, got {column!r}")
        notes[key] = value
    return notes


def report_faults(path: Path, sentences: list[Sentence]) -> Iterator[str]:
    """Everything wrong in one report, as `file: place: what`."""
    if f"# newdoc id = {path.stem}" not in sentences[0].comments or "# newpar" not in sentences[0].comments:
        yield f"{path.name}: the first sentence needs `# newdoc id = {path.stem}` and `# newpar`"
    days = [match[1] for line in sentences[0].comments if (match := WRITTEN.fullmatch(line))]
    if len(days) != 1 or not _is_day(days[0]):
        yield f"{path.name}: the first sentence needs `# written = ` and one day, got {days}"
    for number, sentence in enumerate(sentences, 1):
        if sentence.place != f"{path.stem}-{number}":
            yield f"{path.name}: expected sent_id {path.stem}-{number}, got {sentence.place}"
        for fault in (
            *tree_faults(sentence),
            *text_faults(sentence),
            *note_faults(sentence),
            *span_faults(sentence),
            *value_faults(sentence),
        ):
            yield f"{path.name}: {sentence.place}: {fault}"
    for fault in (*mention_faults(sentences), *attribution_faults(sentences)):
        yield f"{path.name}: {fault}"


def _is_day(words: str) -> bool:
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True


def tree_faults(sentence: Sentence) -> Iterator[str]:
    """Faults of ids, tags, relations and of the tree itself."""
    if [token.id for token in sentence.tokens] != [str(i) for i in range(1, len(sentence.tokens) + 1)]:
        yield "ids do not run 1, 2, 3"
        return
    heads = {token.id: token.head for token in sentence.tokens}
    for token in sentence.tokens:
        if token.upos not in TAGS or token.xpos not in FINE_TAGS or token.relation not in RELATIONS:
            yield f"unknown tag or relation at {token.id} {token.form}: {token.upos} {token.xpos} {token.relation}"
        if token.head not in heads and token.head != "0":
            yield f"no head {token.head} for {token.id} {token.form}"
        if (token.head == "0") != (token.relation == "root"):
            yield f"head 0 and relation root belong together: {token.id} {token.form}"
    if list(heads.values()).count("0") != 1:
        yield "expected one root"
    for start in heads:
        if not _reaches_root(start, heads):
            yield f"{start} hangs on a cycle"


def _reaches_root(start: str, heads: dict[str, str]) -> bool:
    at = start
    for _ in heads:
        at = heads.get(at, "0")
        if at == "0":
            return True
    return False


def text_faults(sentence: Sentence) -> Iterator[str]:
    """A `# text` that is not the forms, with a blank after each but where SpaceAfter=No, less the blank at the end."""
    blanks = ["" if token.notes.get("SpaceAfter") == "No" else " " for token in sentence.tokens]
    joined = "".join(token.form + blank for token, blank in zip(sentence.tokens, blanks, strict=True)).strip()
    texts = [line.removeprefix(TEXT) for line in sentence.comments if line.startswith(TEXT)]
    if texts != [joined]:
        yield f"# text is {texts}, the forms give {joined!r}"


def note_faults(sentence: Sentence) -> Iterator[str]:
    """Keys, classes, factuality and participants outside what is allowed."""
    ids = {token.id for token in sentence.tokens}
    for token in sentence.tokens:
        notes, where = token.notes, f"{token.id} {token.form}"
        if unknown := notes.keys() - KEYS:
            yield f"unknown key at {where}: {sorted(unknown)}"
        if notes.get("SpaceAfter", "No") != "No":
            yield f"SpaceAfter can only be No at {where}"
        if ("Event" in notes) != ("Factuality" in notes):
            yield f"an event and its factuality belong together: {where}"
        if notes.get("Event", "state") not in CLASSES or notes.get("Factuality", "Uu") not in VALUES:
            yield f"unknown class or value at {where}"
        for key in PARTICIPANTS:
            if key in notes and "Event" not in notes:
                yield f"{key} without an event at {where}"
            if missing := set(notes.get(key, token.id).split(",")) - ids:
                yield f"{key} of {where} names no token: {sorted(missing)}"


def span_faults(sentence: Sentence) -> Iterator[str]:
    """Spans that do not begin with B, that change kind inside, or whose kind is unknown."""
    for key, kinds in SPANS.items():
        before = "O"
        for token in sentence.tokens:
            tag = token.notes.get(key, "O")
            prefix, _, kind = tag.partition("-")
            if tag != "O" and (prefix not in ("B", "I") or kind not in kinds):
                yield f"unknown {key} {tag} at {token.id} {token.form}"
            if prefix == "I" and before not in (f"B-{kind}", f"I-{kind}"):
                yield f"{key} {tag} goes on from {before} at {token.id} {token.form}"
            before = tag


def value_faults(sentence: Sentence) -> Iterator[str]:
    """Times without a value, values without a time, and values that the time's type has not."""
    for token in sentence.tokens:
        prefix, _, kind = token.notes.get("Timex", "O").partition("-")
        value = token.notes.get("Value")
        if (prefix == "B") != (value is not None):
            yield f"a time and its value belong together: {token.id} {token.form}"
        elif value and kind in SHAPES and not SHAPES[kind].fullmatch(value):
            yield f"{value} is no value of a {kind}: {token.id} {token.form}"


def mention_faults(sentences: list[Sentence]) -> Iterator[str]:
    """Mentions that are no small number, and numbers that stand only once."""
    numbers = Counter(token.notes["Mention"] for token in _tokens(sentences) if "Mention" in token.notes)
    for number, times in numbers.items():
        if not number.isdigit():
            yield f"expected a number, got mention {number!r}"
        if times == 1:
            yield f"mention {number} corefers with nothing"


def attribution_faults(sentences: list[Sentence]) -> Iterator[str]:
    """Labels that are not `A<number>:role`, and attributions with neither cue nor content."""
    for token in _tokens(sentences):
        for label in token.notes.get("Attr", "A0:cue").split(","):
            name, _, role = label.partition(":")
            if not (name.startswith("A") and name[1:].isdigit() and role in ROLES):
                yield f"unknown attribution label {label!r} at {token.form}"
    for name, roles in _attributions(sentences).items():
        if not roles & {"cue", "content"}:
            yield f"attribution {name} has neither cue nor content"
    for token in _tokens(sentences):
        said = token.notes.get("Said")
        if said and not (token.notes.get("Timex", "").startswith("B-") and "cue" in _attributions(sentences).get(said, ())):
            yield f"Said={said} at {token.form} is not on the first word of a time, or {said} has no cue"


def _attributions(sentences: list[Sentence]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for token in _tokens(sentences):
        for label in filter(None, token.notes.get("Attr", "").split(",")):
            name, _, role = label.partition(":")
            found.setdefault(name, set()).add(role)
    return found


def _tokens(sentences: list[Sentence]) -> Iterator[Token]:
    for sentence in sentences:
        yield from sentence.tokens


def layer_counts(sentences: list[Sentence]) -> Counter[str]:
    """How much of each layer one report holds."""
    notes = [token.notes for token in _tokens(sentences)]
    return Counter(
        reports=1,
        sentences=len(sentences),
        tokens=len(notes),
        entities=sum(note.get("Entity", "").startswith("B-") for note in notes),
        timexes=sum(note.get("Timex", "").startswith("B-") for note in notes),
        events=sum("Event" in note for note in notes),
        participants=sum(len(note[key].split(",")) for note in notes for key in PARTICIPANTS if key in note),
        mentions=sum("Mention" in note for note in notes),
        chains=len({note["Mention"] for note in notes if "Mention" in note}),
        attributions=len(_attributions(sentences)),
        dated=sum("Said" in note for note in notes),
    )


def main(paths: list[Path]) -> int:
    """Print the faults and the counts of `paths`; 1 where there is a fault, or nothing to check."""
    totals: Counter[str] = Counter()
    faults: list[str] = []
    for path in paths:
        try:
            sentences = list(read_sentences(path))
        except ValueError as error:
            faults.append(f"{path.name}: {error}")
            continue
        faults += report_faults(path, sentences)
        totals += layer_counts(sentences)
    print(*faults, sep="\n", end="\n" if faults else "")
    print(", ".join(f"{layer} {number}" for layer, number in totals.items()))
    return 1 if faults or not paths else 0


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]] or sorted(FOLDER.glob("*.conllu"))))
