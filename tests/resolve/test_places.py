"""What is generally known of places."""

import pytest

from purport.lexicon import rows
from purport.resolve.places import places_called


@pytest.mark.parametrize(
    ("name", "own", "country"),
    [("Mosul", "Mosul", "IQ"), ("Raqqa", "Ar Raqqah", "SY"), ("Kiev", "Kyiv", "UA"), ("Al Riyadh", "Riyadh", "SA"), ("iraq", "Iraq", "IQ")],
)
def test_a_place_by_any_of_its_names(name: str, own: str, country: str) -> None:
    assert (own, country) in {(place.name, place.country) for place in places_called(name)}


def test_what_is_not_known() -> None:
    assert places_called("New Karesh") == ()


def test_several_of_one_name() -> None:
    assert {place.kind for place in places_called("Georgia")} == {"country", "state"}


def test_the_table_is_whole() -> None:
    table = rows("gazetteer.tsv")
    assert {row[0] for row in table} == {"country", "state", "city"}
    assert all(len(row) == 3 or (row[0] == "city" and len(row) > 3) for row in table)
    assert all(len(row[2]) == 2 and row[2].isupper() for row in table)


def test_how_far() -> None:
    kirkuk, riyadh, iraq = (places_called(name)[0] for name in ("Kirkuk", "Riyadh", "Iraq"))
    assert 1100 < (kirkuk.kilometres(riyadh) or 0) < 1300
    assert kirkuk.kilometres(iraq) is None
