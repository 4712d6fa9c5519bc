"""The word lists, as data."""

from __future__ import annotations

from importlib.resources import files

import pytest

from purport.ingest.printed import DateRole
from purport.ingest.words import word_list, word_values

LISTS = sorted(file.name for file in files("purport").joinpath("lexicon").iterdir() if file.name.startswith("ingest_"))
VALUED = {"ingest_agencies.txt", "ingest_date_labels.txt", "ingest_languages.txt", "ingest_months.txt", "ingest_signatures.txt"}


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_explained_and_hold_each_entry_once(name: str) -> None:
    lines = files("purport").joinpath("lexicon", name).read_text("utf-8").splitlines()
    entries = [line for line in lines if not line.startswith("#")]
    assert lines[0].startswith("# ")
    assert all(entry == entry.strip() and entry for entry in entries)
    assert len({entry.split("\t")[0] for entry in entries}) == len(entries)
    assert all(entry.count("\t") == (name in VALUED) for entry in entries)


def test_entries_are_in_the_case_they_are_looked_up_in() -> None:
    assert all(word.isupper() for word in word_list("not_places"))
    for name in ("particles", "place_particles", "not_names", "roles", "credits", "page_phrases", "outlet_nouns", "weekdays"):
        assert all(word == word.lower() for word in word_list(name))
    assert all(word == word.lower() for word in word_values("agencies"))


def test_values() -> None:
    assert {int(month) for month in word_values("months").values()} == set(range(1, 13))
    assert {DateRole(role) for role in word_values("date_labels").values()} == {DateRole.PUBLISHED, DateRole.UPDATED}
    assert all(bytes.fromhex(signature) for signature in word_values("signatures"))
