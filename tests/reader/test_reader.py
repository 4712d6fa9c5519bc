"""The reader with its real weights: whole, exact, and the same whatever it reads beside."""

from collections import Counter
from collections.abc import Iterator
from math import ceil

import numpy as np
import pytest

from purport.reader import Reader, Reading
from purport.reader.reader import PART
from purport.reader.syntax import LONGEST

TEXTS = [
    'The harbour master, Orla Vane, said on Friday that the crane had failed twice. "Nobody listened," she said.\n',
    "Officials in Vesk said they believed the captain had left the country. The shipyard denied it.\n\nA spokesman declined to comment.",
    "",
    "\n\n",
    "x" * 5000,
    "According to two witnesses, the doors were locked." * 40,
]


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as opened:
        yield opened


def words(text: str, reading: Reading) -> list[tuple[str | None, str | None, list[str]]]:
    return [
        (
            each.source and each.source.words(text),
            each.cue and each.cue.words(text),
            [content.words(text) for content in each.contents],
        )
        for each in reading.attributions
        if each.parent is None
    ]


def test_plain_attributions_are_found_to_the_letter(reader: Reader) -> None:
    (reading,) = reader.read(TEXTS[:1])
    assert words(TEXTS[0], reading) == [
        ("The harbour master, Orla Vane,", "said", ["that the crane had failed twice"]),
        ("she", "said", ['"Nobody listened,"']),
    ]
    assert [TEXTS[0][s.start : s.end][:12] for s in reading.sentences] == ["The harbour ", '"Nobody list']
    assert [(TEXTS[0][e.span.start : e.span.end], e.label) for e in reading.entities] == [("Orla Vane", "person")]


def test_words_tags_and_heads(reader: Reader) -> None:
    text = "The minister didn't say that two men were killed in Vesk."
    (reading,) = reader.read([text])
    found = reading.words
    forms = [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)]
    assert forms == ["The", "minister", "did", "n't", "say", "that", "two", "men", "were", "killed", "in", "Vesk", "."]
    assert found.tags[:5] == ("DET", "NOUN", "AUX", "PART", "VERB")
    assert found.lemmas[4:9] == ("say", "that", "two", "man", "be")
    heads = {
        form: (forms[head] if head >= 0 else None, relation)
        for form, head, relation in zip(forms, found.heads, found.relations, strict=True)
    }
    assert heads["minister"] == ("say", "nsubj")
    assert heads["men"] == ("killed", "nsubj:pass")
    assert heads["say"] == (None, "root")
    assert heads["killed"] == ("say", "ccomp")


def test_times_and_events(reader: Reader) -> None:
    text = "The bridge collapsed on Friday, and two months later the mayor resigned."
    (reading,) = reader.read([text])
    assert [each.span.words(text).split()[0] for each in reading.timexes] == ["Friday", "two"]
    assert reading.timexes[0].label == "DATE"
    sure = {text[reading.words.starts[h.word] : reading.words.ends[h.word]]: h.factuality for h in reading.happenings}
    assert sure.keys() >= {"collapsed", "resigned"}
    assert min(sure["collapsed"], sure["resigned"]) > 2


def test_what_did_not_happen_is_told_from_what_did(reader: Reader) -> None:
    text = "The company did not pay the fine. The company paid the fine."
    (reading,) = reader.read([text])
    pay = {text[reading.words.starts[h.word] :][:4]: h.factuality for h in reading.happenings}
    assert pay["pay "] < -1 < 1 < pay["paid"]


def test_a_pronoun_refers_back(reader: Reader) -> None:
    text = "Orla Vane left the harbour on Friday. She did not return."
    (reading,) = reader.read([text])
    said = {text[reading.words.starts[r.word] : reading.words.ends[r.word]]: i for i, r in enumerate(reading.referring)}
    at, seen = said["She"], []
    while (back := reading.referring[at].antecedent) is not None:
        at = back
        seen.append(text[reading.words.starts[reading.referring[at].word] : reading.words.ends[reading.referring[at].word]])
    assert seen[-1:] in (["Orla"], ["Vane"])


def meanings(reader: Reader) -> list[np.ndarray]:
    """The vectors of three contents, the first two of which are alike."""
    told = ("Police said the bank was robbed.", "Officers said robbers had raided the bank.", "Farmers said the rain had come too late.")
    return [np.array(reading.meanings[0]) for reading in reader.read(told)]


def test_every_content_has_a_meaning_of_length_one(reader: Reader) -> None:
    assert [float(np.linalg.norm(each)) for each in meanings(reader)] == pytest.approx([1, 1, 1], abs=1e-5)


def test_alike_contents_have_alike_meanings(reader: Reader) -> None:
    one, other, third = meanings(reader)
    assert one @ other > one @ third + 0.2


@pytest.mark.parametrize("text", TEXTS)
def test_words_are_the_texts_and_every_sentence_has_one_root(reader: Reader, text: str) -> None:
    (reading,) = reader.read([text])
    found = reading.words
    assert "".join(text[a:b] for a, b in zip(found.starts, found.ends, strict=True)) == "".join(text.split())
    lengths = Counter(found.sentences)
    assert sorted(lengths) == list(range(len(reading.sentences)))
    roots = Counter(found.sentences[i] for i, head in enumerate(found.heads) if head < 0)
    assert roots == {sentence: ceil(length / LONGEST) for sentence, length in lengths.items()}  # a long one is parsed in parts
    assert all(found.sentences[head] == found.sentences[i] for i, head in enumerate(found.heads) if head >= 0)


def nested_cues(reader: Reader, text: str) -> list[tuple[str, str]]:
    """Each nested attribution's cue, with the cue of the one in whose content it lies."""
    (reading,) = reader.read([text])
    found = [(each, reading.attributions[each.parent]) for each in reading.attributions if each.parent is not None]
    return [(inner.cue.words(text), outer.cue.words(text)) for inner, outer in found if inner.cue and outer.cue]


def test_one_attribution_within_another(reader: Reader) -> None:
    text = "The governor announced that Ms. Vane said the bridge would be rebuilt by the end of the year."
    assert nested_cues(reader, text) == [("said", "announced")]


def test_what_a_source_says_it_believes(reader: Reader) -> None:
    assert nested_cues(reader, TEXTS[1]) == [("believed", "said")]


def test_a_quotation_without_its_marks_is_found(reader: Reader) -> None:
    text = "We will not leave the yard until we are paid, the shop steward said. The company s lawyers said they could not comment."
    (reading,) = reader.read([text])
    first = reading.attributions[0]
    assert [content.words(text) for content in first.contents] == ["We will not leave the yard until we are paid,"]
    assert first.direct > 0.5


def test_alone_together_or_backwards_is_the_same(reader: Reader) -> None:
    together = list(reader.read(TEXTS))
    assert together == [reading for text in TEXTS for reading in reader.read([text])]
    assert together[::-1] == list(reader.read(TEXTS[::-1]))


def test_threads_change_nothing() -> None:
    with Reader(threads=1) as one, Reader(threads=4) as four:
        assert list(one.read(TEXTS)) == list(four.read(TEXTS))


def test_a_text_of_blanks_reads_as_nothing(reader: Reader) -> None:
    assert [reading.attributions for reading in reader.read(["", " \n"])] == [(), ()]


def test_a_long_text_is_read_whole(reader: Reader) -> None:
    sentence = 'The mayor of Vesk said the bridge was safe. "It will stand," he added. Nobody else spoke.\n'
    text = sentence * (2 * PART // len(sentence) + 3)
    (reading,) = reader.read([text])
    cues = [each.cue for each in reading.attributions if each.cue]
    assert {cue.words(text) for cue in cues} == {"said", "added"}
    assert max(cue.end for cue in cues) > len(text) - len(sentence)
    assert [span.start for span in reading.sentences] == sorted({span.start for span in reading.sentences})


@pytest.mark.parametrize("text", ['"' * 20_000, "said " * 5000, "\u202e\u0000\ufffd" * 2000, "A" * 60_000])
def test_odd_texts_end_in_a_reading(reader: Reader, text: str) -> None:
    (reading,) = reader.read([text])
    assert all(0 <= span.start < span.end <= len(text) for span in reading.sentences)
