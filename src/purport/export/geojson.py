"""Places of a case as GeoJSON (RFC 7946): a feature for each place that reports name, and one for each line of the ledger.

The case says what is told of a place, a table of cities where it is: a feature has a point only where one city alone has the place's name
there, and one place alone has it in the case. All others have no geometry, as the format lets them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from purport.dossier import Section
from purport.export.case import EntityRow, Exported, LineRow
from purport.export.objects import write_json
from purport.records import MentionType
from purport.resolve.places import places_called

NAME = "places.geojson"
TABLE = "Points are of cities in GeoNames (geonames.org, CC BY 4.0), to a tenth of a degree, found by name alone."
Point = dict[str, Any]


def write(exported: Exported, folder: Path) -> list[Path]:
    """Writes one collection: the places first, then the lines of the ledger."""
    places = [each for each in exported.entities if each.type is MentionType.PLACE]
    points = _points(places)
    lines = [each for each in exported.lines if each.section is Section.LEDGER]
    features = [*(_place(each, points) for each in places), *(_line(each, points) for each in lines)]
    about = {"title": exported.title, "attribution": TABLE} | ({"note": exported.note} if exported.note else {})
    return [write_json(folder / NAME, {"type": "FeatureCollection", **about, "features": features})]


def _points(places: list[EntityRow]) -> Mapping[str, Point]:
    """Where the places are that are known, each by what the case calls it."""
    count = Counter(each.name for each in places)
    return {name: point for name in sorted(count) if count[name] == 1 for point in _point(name)}


def _point(name: str) -> Iterator[Point]:
    known = places_called(name)
    if len(known) == 1 and known[0].at is not None:
        north, east = known[0].at
        yield {"type": "Point", "coordinates": [east, north]}


def _place(place: EntityRow, points: Mapping[str, Point]) -> dict[str, Any]:
    told = {
        "kind": "place",
        "name": place.name,
        "names": list(place.names),
        "reports": len({each.report for each in place.cited}),
        "cited": [f"{each.path}:{each.quote.start}-{each.quote.end}" for each in place.cited],
    }
    return _feature(place.id, points.get(place.name), told)


def _line(line: LineRow, points: Mapping[str, Point]) -> dict[str, Any]:
    told = {
        "kind": "ledger",
        "name": line.subject,
        "field": line.field,
        "value": line.shown,
        "not_before": line.not_before,
        "not_after": line.not_after,
        "how_sure": str(line.factuality),
        "by": list(line.by),
        "origins": line.origins,
        "words": [each.quote.shown for each in line.cited],
        "cited": [f"{each.path}:{each.quote.start}-{each.quote.end}" for each in line.cited],
    }
    return _feature(None, points.get(line.subject), told)


def _feature(id_: str | None, point: Point | None, told: dict[str, Any]) -> dict[str, Any]:
    own = {} if id_ is None else {"id": id_}
    return {"type": "Feature", **own, "geometry": point, "properties": told}
