"""Places of a case, held against RFC 7946 by the library of its author."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import geojson as library

from exported import cite, exported, line, with_lines
from purport.dossier import Section
from purport.export import geojson
from purport.export.case import Exported
from purport.records import MentionType


def written(made: Exported, folder: Path) -> Any:
    (path,) = geojson.write(made, folder)
    found = library.loads(path.read_text(encoding="utf-8"))
    assert isinstance(found, library.FeatureCollection)
    assert found.errors() in ([], None)
    assert all(isinstance(each, library.Feature) for each in found["features"])
    return found


def points(found: Any) -> dict[str, Any]:
    return {each["properties"]["name"]: each["geometry"] for each in found["features"]}


def test_a_place_stands_where_the_table_has_the_one_city_of_its_name(tmp_path: Path) -> None:
    found = points(written(exported(), tmp_path))
    assert found == {"Karst": None, "Tashkent": {"type": "Point", "coordinates": [69.2, 41.3]}, "Vesk": None}


def test_two_places_of_one_name_stand_nowhere(tmp_path: Path) -> None:
    made = exported()
    city = next(each for each in made.entities if each.name == "Tashkent")
    found = written(replace(made, entities=(*made.entities, replace(city, id="other"))), tmp_path)
    assert points(found)["Tashkent"] is None


def test_a_line_of_the_ledger_stands_at_its_place(tmp_path: Path) -> None:
    quoted = cite("pages/gate.html", "The gate 🌉 of Tashkent is <shut>")
    held = line(Section.LEDGER, "Tashkent", "the gate, shut", quoted, days=(None, "2031-03-09"), by=("Mira Dahl",))
    found = written(with_lines(held, line(Section.PERSON, "Tashkent", "dead")), tmp_path)
    (feature,) = [each for each in found["features"] if each["properties"]["kind"] == "ledger"]
    assert feature["geometry"]["coordinates"] == [69.2, 41.3]
    told = feature["properties"]
    assert (told["value"], told["not_before"], told["not_after"], told["by"]) == ("the gate, shut", None, "2031-03-09", ["Mira Dahl"])
    assert (told["words"], told["cited"]) == ([quoted.quote.words], ["pages/gate.html:0-32"])


def test_only_places_are_features(tmp_path: Path) -> None:
    made = exported()
    features = written(made, tmp_path)["features"]
    assert len(features) == sum(each.type is MentionType.PLACE for each in made.entities)
