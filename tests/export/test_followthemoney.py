"""Entities of FollowTheMoney, held against what its schemata say, and by the library itself where it is installed.

The library is no dependency of the tests: with all that it needs it takes 60 MB, and a compiler to install.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from exported import CALL, TEXT, cite, exported, line, row, with_lines
from purport.dossier import Section
from purport.export import followthemoney
from purport.export.case import Exported, LineRow
from purport.records import Factuality

Entity = dict[str, Any]
ROWS = [
    each.split("\t") for each in (Path(__file__).parent / "followthemoney.tsv").read_text(encoding="utf-8").splitlines() if each[0] != "#"
]
PROPERTIES = {(schema, name): (kind, range_) for schema, name, kind, range_, _ in ROWS}
REQUIRED = {(schema, name) for schema, name, _, _, required in ROWS if required}
IS_A = {"Document": {"Article"}, "LegalEntity": {"Person", "Organization"}, "Thing": {"Article", "Person", "Organization", "Note", "Event"}}
"""Which of the schemata that are written can stand where a more general one is asked for."""
STRIKE = ("2031-03-01", "2031-03-02")


def is_day(text: str) -> bool:
    """Whether a text is a date, or the first of its parts."""
    return date.fromisoformat(f"{text}-01-01"[:10]) is not None


FITS: dict[str, Callable[[str], bool]] = {
    "date": is_day,
    "language": lambda text: len(text) == 3,
    "mimetype": lambda text: text.count("/") == 1,
    "url": lambda text: urlsplit(text).scheme in ("http", "https"),
}


def written(made: Exported, folder: Path) -> list[Entity]:
    (path,) = followthemoney.write(made, folder)
    return [json.loads(each) for each in path.read_text(encoding="utf-8").splitlines()]


def happened(*lines: LineRow) -> Exported:
    return with_lines(*lines, line(Section.PERSON, "Orla Vashan", "dead"))


def strike(**given: Any) -> LineRow:
    return line(Section.TIMELINE, "Karst", "a strike", cite("wire.txt", "the strike on Karst"), days=STRIKE, **given)


def test_every_value_is_what_its_property_takes(tmp_path: Path) -> None:
    entities = written(happened(strike()), tmp_path)
    schemata = {each["id"]: each["schema"] for each in entities}
    assert len(schemata) == len(entities)
    assert {schema for schema, _ in PROPERTIES} == set(schemata.values())
    for entity in entities:
        own = {name for schema, name in REQUIRED if schema == entity["schema"]}
        assert own <= set(entity["properties"])
        for name, values in entity["properties"].items():
            kind, range_ = PROPERTIES[entity["schema"], name]
            assert all(isinstance(each, str) and FITS.get(kind, bool)(each) for each in values)
            assert kind != "entity" or all(schemata[each] in IS_A[range_] for each in values)


def test_the_library_takes_every_entity_as_it_is(tmp_path: Path) -> None:
    library = pytest.importorskip("followthemoney")
    for schema, name, kind, range_, required in ROWS:
        known = library.model.get(schema)
        stated = known.properties[name]
        assert (stated.type.name, stated.range.name if stated.range else "", name in known.required) == (kind, range_, bool(required))
    for entity in written(happened(strike()), tmp_path):
        library.model.get(entity["schema"]).validate(entity)
        taken = library.model.get_proxy(entity, cleaned=False).to_dict()["properties"]
        assert {name: sorted(values) for name, values in taken.items()} == {n: sorted(v) for n, v in entity["properties"].items()}


def test_names_are_mentioned_in_their_articles(tmp_path: Path) -> None:
    entities = written(exported(), tmp_path)
    orla = next(each for each in entities if each["properties"].get("name") == ["Orla Vashan"])
    assert (orla["schema"], orla["properties"]["alias"]) == ("Person", ["Orlah Vashan"])
    mentions = [each["properties"] for each in entities if each["schema"] == "Mention" and each["properties"]["resolved"] == [orla["id"]]]
    wire = f"purport-report-{row(exported(), 'wire.txt').id}"
    assert {"document": [wire], "resolved": [orla["id"]], "name": ["Orla Vashan"], "detectedSchema": ["Person"]} in mentions


def test_claims_are_notes_with_their_source(tmp_path: Path) -> None:
    notes = [each["properties"] for each in written(exported(), tmp_path) if each["schema"] == "Note"]
    (guard,) = [each for each in notes if each["description"] == ["the guard: Nobody from the town came"]]
    assert guard["summary"] == ["possible PS+; statement"]
    assert len(notes) == len(exported().claims)


@pytest.mark.parametrize("factuality", [each for each in Factuality if each is not Factuality.CERTAIN])
def test_what_nobody_is_certain_of_is_no_event(tmp_path: Path, factuality: Factuality) -> None:
    entities = written(happened(strike(factuality=factuality)), tmp_path)
    assert Counter(each["schema"] for each in entities)["Event"] == 0


def test_an_event_has_its_days_its_sources_and_its_articles(tmp_path: Path) -> None:
    (event,) = [each["properties"] for each in written(happened(strike(by=("the army",))), tmp_path) if each["schema"] == "Event"]
    assert event["name"] == ["Karst: a strike (according to the army)"]
    assert event["summary"] == ["between 2031-03-01 and 2031-03-02; 1 origin"]
    assert (event["startDate"], event["endDate"]) == (["2031-03-01"], ["2031-03-02"])
    assert event["proof"] == [f"purport-report-{row(exported(), 'wire.txt').id}"]


def test_texts_and_calls_are_left_out(tmp_path: Path) -> None:
    words = json.dumps(written(exported(), tmp_path), ensure_ascii=False)
    assert TEXT not in words
    assert CALL not in words


@pytest.mark.parametrize(
    ("days", "within"),
    [
        (("2031-03-04", "2031-03-04"), "2031-03-04"),
        (("2031-03-04", "2031-03-09"), "2031-03"),
        (("2031-03-04", "2031-05-09"), "2031"),
        (("2030-12-31", "2031-01-01"), None),
        ((None, "2031-03-04"), None),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(days: tuple[str | None, str | None], within: str | None) -> None:
    assert followthemoney.common_part(*days) == within


@pytest.mark.parametrize(("given", "day"), [("2031-03-05T08:00:00Z", ["2031-03-05"]), ("on Tuesday", None), (None, None)])
def test_when_a_report_was_taken_is_a_day(tmp_path: Path, given: str | None, day: list[str] | None) -> None:
    made = exported()
    reports = tuple(replace(each, retrieved=given) for each in made.reports)
    articles = [each for each in written(replace(made, reports=reports), tmp_path) if each["schema"] == "Article"]
    assert [each["properties"].get("retrievedAt") for each in articles] == [day] * len(reports)
