"""Damage moves annotations along with their words."""

import random
from dataclasses import replace

import pytest

from damage import apply, damage, glue_sentences, lose_apostrophes, lose_quotes, page_texts, shout_headline, speak, with_page_text, wrap
from example import Example, Marked

TEXT = 'Mayor quits\n\n"I am done," Mayor Ilse Brandt said on Monday. The council\'s clerk said he "did not know." Nobody else spoke.\n'


def example() -> Example:
    def role(words: str, label: str) -> Marked:
        start = TEXT.index(words)
        return Marked(start, start + len(words), label)

    return Example(
        "mayor",
        TEXT,
        sentences=(0, TEXT.index('"I am'), TEXT.index("The"), TEXT.index("Nobody")),
        roles=(role('"I am done,"', "content"), role("Mayor Ilse Brandt", "source"), role("said", "cue")),
    )


def words(found: Example) -> list[str]:
    return [found.text[role.start : role.end] for role in found.roles or ()]


def test_lost_quotation_marks_leave_the_words() -> None:
    found = apply(example(), lose_quotes(TEXT, random.Random(1)))
    assert '"' not in found.text
    assert [w.strip() for w in words(found)] == ["I am done,", "Mayor Ilse Brandt", "said"]


def test_lost_apostrophes() -> None:
    assert "'" not in apply(example(), lose_apostrophes(TEXT, random.Random(1))).text


def test_glued_sentences_still_begin_where_they_did() -> None:
    found = apply(example(), glue_sentences(TEXT, random.Random(4)))
    assert [found.text[start : start + 3] for start in found.sentences or ()] == ["May", '"I ', "The", "Nob"]


def test_a_headline_in_capitals_keeps_its_places() -> None:
    found = apply(example(), shout_headline(TEXT, random.Random(1)))
    assert found.text.startswith("MAYOR QUITS\n")
    assert words(found) == words(example())


def test_wrapping_changes_blanks_only() -> None:
    found = apply(example(), wrap(TEXT, random.Random(1)))
    assert found.text.split() == TEXT.split()


def test_a_transcript_has_neither_capitals_nor_punctuation() -> None:
    found = apply(example(), speak(TEXT, random.Random(1)))
    spoken = "mayor quits i am done mayor ilse brandt said on monday the council's clerk said he did not know nobody else spoke"
    assert " ".join(found.text.split()) == spoken
    assert [w.strip() for w in words(found)] == ["i am done", "mayor ilse brandt", "said"]


@pytest.mark.parametrize("seed", range(40))
def test_whatever_happens_the_letters_of_a_role_stay_together(seed: int) -> None:
    def letters(text: str) -> str:
        return "".join(c for c in text.lower() if c.isalpha())

    found = damage(example(), random.Random(seed))
    kept = [letters(w) for w in words(found)]
    assert [letters(w) in k for w, k in zip(words(example()), kept, strict=True)] == [True] * 3


@pytest.mark.parametrize("seed", range(8))
def test_page_text_put_in_is_told_and_takes_nothing_away(seed: int) -> None:
    found = with_page_text(example(), random.Random(seed))
    page = [found.text[span.start : span.end] for span in found.page or ()]
    assert page
    assert all(any(known in stretch for known in page_texts()) for stretch in page)
    left = found.text
    for stretch in page:
        left = left.replace(stretch, "", 1)
    assert "".join(left.split()) == "".join(TEXT.split())
    assert [w.split()[-1] for w in words(found)][1:] == ["Brandt", "said"]


def test_page_text_joins_what_was_known() -> None:
    known = Marked(0, len("Mayor quits"), "page")
    found = with_page_text(replace(example(), page=(known,)), random.Random(3))
    assert found.page is not None
    assert "Mayor quits" in [found.text[span.start : span.end] for span in found.page]
    assert len(found.page) > 1
