"""Words held against a transcript: where they stand in it, word for word or with differences.

Letter case, accents, apostrophes, punctuation and how numbers are written make no difference. A translation of the same speech has other
words, so what is not found is only not found in these words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from purport.audio.transcripts import Transcript, spoken
from purport.extract.numerals import read_number
from purport.extract.tokens import cut, kind
from purport.findings import Change, Reworded, Stretch, Wording
from purport.lexicon import words as listed
from purport.records import Span
from purport.resolve.folded import fold
from purport.resolve.stems import stem
from purport.resolve.weighing import weight

NUMBERS = frozenset({"figures", "unit", "ten", "article"})
"""Kinds of tokens that a number begins with which can be written in another way."""
EMPTY = 0.5
"""What a word counts that carries no content; others as rare as they are in news, 1 to 8.5 (``lexicon/stem_rarity.tsv``)."""
LEAST = 4
"""Words that must agree for a passage to be the quotation with differences: fewer are found word for word or not at all."""
AGREED = 0.6
"""Share of a quotation's words, by what each counts, that a passage must have in their order.

Of 1,300 sentences of other speech held against 7,500 words one reaches it ("was met with nice applause"), the next 0.44. Of sentences in
which one word in ten is left out, put in or changed 99 % are found, one in five 97 %, two in five 85 %.
"""
DENSE = 0.5
"""Share of a passage's words that must be the quotation's."""
SPREAD = 2
"""Words that may part a run of words that are the same from the others, for each word of the run, for it to be of the passage."""
NEAR = 8
"""Passages that are looked at word by word: those that have most words in the order of the quotation."""


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a text, folded; the ``i``-th is ``text[starts[i]:ends[i]]``."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    places: Mapping[str, tuple[int, ...]] = field(init=False)

    def __post_init__(self) -> None:
        found: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self.words):
            found[word].append(place)
        object.__setattr__(self, "places", {word: tuple(places) for word, places in found.items()})

    def shown(self, first: int, behind: int) -> str:
        """The text from one word up to another; empty where there is none between."""
        return self.text[self.starts[first] : self.ends[behind - 1]] if first < behind else ""


@dataclass(frozen=True, slots=True)
class Heard:
    """A transcript with its words as ``hold`` compares them; ``cues`` is the cue that each word stands in, by its number."""

    transcript: Transcript
    said: Said
    cues: tuple[int, ...]

    def at(self, first: int, behind: int) -> Stretch:
        """The times of the cues that some words stand in."""
        cues = [self.transcript.cues[each].at for each in self.cues[first:behind]]
        return Stretch(min(each.start for each in cues), max(each.end for each in cues))


@dataclass(frozen=True, slots=True)
class Found:
    """How some words stand in a transcript: at which words ``[first, behind)`` of it, and where the two part."""

    wording: Wording
    places: tuple[tuple[int, int], ...] = ()
    changes: tuple[Reworded, ...] = ()


NOWHERE = Found(Wording.NOT_FOUND)


def fold_words(text: str) -> Said:
    """The words of a text, folded; numbers as figures."""
    tokens = cut(text, Span(0, len(text)))
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    i = 0
    while i < len(tokens):
        number = read_number(tokens, i) if kind(tokens, i) in NUMBERS else None
        exact = number is not None and number.low == number.high
        stop = number.stop if number is not None and exact else i + 1
        word = f"{number.low!r}" if number is not None and exact else fold(tokens[i].form)
        if any(letter.isalnum() for letter in word):
            words.append(word)
            starts.append(tokens[i].start)
            ends.append(tokens[stop - 1].end)
        i = stop
    return Said(text, tuple(words), tuple(starts), tuple(ends))


def hear(transcript: Transcript) -> Heard:
    """A transcript, made ready for words to be held against it."""
    whole = spoken(transcript)
    said = fold_words(whole.text)
    cues: list[int] = []
    at = 0
    for start in said.starts:
        while at + 1 < len(whole.starts) and whole.starts[at + 1] <= start:
            at += 1
        cues.append(at)
    return Heard(transcript, said, tuple(cues))


def hold(quoted: Said, said: Said) -> Found:
    """How the words of a quotation stand in a text: every place where they stand word for word, else the one that agrees most."""
    if not quoted.words:
        return NOWHERE
    same = tuple((at, at + len(quoted.words)) for at in _verbatim(quoted, said))
    if same:
        return Found(Wording.VERBATIM, same)
    return max(_alike(quoted, said), key=lambda each: each[0], default=(0.0, NOWHERE))[1]


def _verbatim(quoted: Said, said: Said) -> Iterator[int]:
    size = len(quoted.words)
    return (at for at in said.places.get(quoted.words[0], ()) if said.words[at : at + size] == quoted.words)


def _alike(quoted: Said, said: Said) -> Iterator[tuple[float, Found]]:
    """The passages that have enough of a quotation, each with how much; of those with as much the first is the one to take."""
    for number, begin in enumerate(_candidates(quoted, said)):
        blocks = _blocks(quoted, said, begin)
        if sum(size for *_, size in blocks) < LEAST:
            continue
        first, behind = blocks[0][1], blocks[-1][1] + blocks[-1][2]
        same = sum(_counts(quoted.words[i]) for own, _, size in blocks for i in range(own, own + size))
        share = same / sum(map(_counts, quoted.words))
        if share >= AGREED and sum(size for *_, size in blocks) >= DENSE * (behind - first):
            yield share - number * 1e-9, Found(Wording.DIFFERENT, ((first, behind),), tuple(_changes(quoted, said, blocks)))


def _candidates(quoted: Said, said: Said) -> list[int]:
    """Where passages would begin, those first in which most of a quotation's words lie about as far from there as in it."""
    reach = max(3, len(quoted.words) // 4)
    votes = Counter[int]()
    for own, word in enumerate(quoted.words):
        for at in said.places.get(word, ()):
            votes[(at - own) // reach] += 1
    both = {each: votes[each] + votes[each + 1] for each in votes}
    return [each * reach for each in sorted(both, key=lambda each: (-both[each], each))[:NEAR]]


def _blocks(quoted: Said, said: Said, begin: int) -> list[tuple[int, int, int]]:
    """Runs of words that are the same, as their places in quotation and text and their size."""
    size = len(quoted.words)
    reach = max(3, size // 4)
    start, stop = max(0, begin - reach), min(len(said.words), begin + size + 3 * reach)
    found = SequenceMatcher(None, quoted.words, said.words[start:stop], autojunk=False).get_matching_blocks()
    return _dense([(each.a, start + each.b, each.size) for each in found if each.size])


def _dense(blocks: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The blocks without those at either end that lie far from the next for their size: an "of" eight words before the passage."""
    kept = [*blocks]
    for end, other in ((0, 1), (-1, -2)):
        while len(kept) > 1:
            one, following = sorted((kept[end], kept[other]))
            gap = max(following[0] - one[0] - one[2], following[1] - one[1] - one[2])
            if gap <= SPREAD * kept[end][2]:
                break
            kept.pop(end)
    return kept


def _changes(quoted: Said, said: Said, blocks: Sequence[tuple[int, int, int]]) -> Iterator[Reworded]:
    """What lies between the runs that are the same, and of the quotation also what lies before and behind them."""
    own, at = 0, blocks[0][1]
    for start, there, size in (*blocks, (len(quoted.words), blocks[-1][1] + blocks[-1][2], 0)):
        words, heard = quoted.shown(own, start), said.shown(at, there)
        if words or heard:
            yield Reworded(Change.REPLACED if words and heard else Change.MISSING if words else Change.INSERTED, words, heard)
        own, at = start + size, there + size


def _counts(word: str) -> float:
    """How much a word counts."""
    return EMPTY if word in listed("empty_words.tsv") else weight([stem(word)])
