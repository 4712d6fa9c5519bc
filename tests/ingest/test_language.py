"""English is read; other languages are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from purport.errors import NotEnglish
from purport.ingest.language import require_english
from purport.ingest.words import word_values

FOREIGN = [line.split("\t") for line in Path(__file__).with_name("foreign.tsv").read_text("utf-8").splitlines()]
CLOSE = {"id": "ms", "ms": "id"}  # one language in two countries


@pytest.mark.parametrize(("code", "name", "text"), FOREIGN)
def test_other_languages_are_named(code: str, name: str, text: str) -> None:
    for part in (text, text[:60], text.upper(), text * 50):
        with pytest.raises(NotEnglish, match="English expected, it is in") as caught:
            require_english(part, "a.txt")
        assert f"({code})" in caught.value.reason or f"({CLOSE.get(code)})" in caught.value.reason
    with pytest.raises(NotEnglish, match=f"{name}"):
        require_english(text, "a.txt")


@pytest.mark.parametrize(
    "text",
    [
        "Wall falls.",
        "Oda Brisk, Teo Marra, Ines Holt",
        "HARBOUR WALL FALLS IN LESSA, TWO MEN MISSING, PORT AUTHORITY SAYS",
        "Banco de Lessa names Maria Dolores Ruiz Soto chief executive",
        "Shr 14 cts vs 11 cts. Net 430,364 vs 265,672. Revs 8.8 mln vs 7.1 mln.",
        "LESSA (Reuters) - Juan Pérez Gutiérrez beat Íñigo Martínez Berridi 6-4 7-5 in Torremolinos on Sunday.",
        "The mayor said: “El muro exterior del puerto cayó al mar la noche del domingo.” He did not say why, and he took no questions.",
        "1. Lessa 2. Port Holt 3. Quay Street 4. North Wall 5. South Wall 6. Old Harbour",
        '"' * 1000,
        "2031-03-02 10:15 12 14 16",
    ],
)
def test_english_is_accepted_short_loud_full_of_names_or_mixed(text: str) -> None:
    assert require_english(text, "a.txt") == "en"


def test_the_list_of_languages_is_known_to_the_identifier() -> None:
    assert word_values("languages")["en"] == "English"
    require_english("The identifier is loaded here, with each language of the list.", "a.txt")
