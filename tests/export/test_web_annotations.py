"""Claims as web annotations, held against the model's own terms and against the texts that they point into."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from exported import CALL, exported, row
from purport.export import web_annotations
from purport.export.case import Exported

IRI = {"type": "string", "pattern": '^[^\\s<>"{}|\\\\^`]+$'}
TEXTUAL_BODY = {
    "type": "object",
    "properties": {
        "type": {"const": "TextualBody"},
        "purpose": {"enum": ["describing", "tagging"]},
        "format": {"const": "text/plain"},
        "value": {"type": "string", "minLength": 1},
    },
    "required": ["type", "purpose", "value"],
    "additionalProperties": False,
}
QUOTE = {
    "type": "object",
    "properties": {"type": {"const": "TextQuoteSelector"}, **{name: {"type": "string"} for name in ("exact", "prefix", "suffix")}},
    "required": ["type", "exact"],
    "additionalProperties": False,
}
POSITION = {
    "type": "object",
    "properties": {"type": {"const": "TextPositionSelector"}, **{name: {"type": "integer", "minimum": 0} for name in ("start", "end")}},
    "required": ["type", "start", "end"],
    "additionalProperties": False,
}
SOURCE = {
    "type": "object",
    "properties": {
        "id": IRI,
        "via": IRI,
        "type": {"const": "Text"},
        "format": {"const": "text/plain"},
        "language": {"type": "string"},
    },
    "required": ["id", "type"],
    "additionalProperties": False,
}
TARGET = {
    "type": "object",
    "properties": {
        "type": {"const": "SpecificResource"},
        "source": SOURCE,
        "selector": {"type": "array", "items": {"anyOf": [QUOTE, POSITION]}, "minItems": 1},
    },
    "required": ["source", "selector"],
    "additionalProperties": False,
}
ANNOTATION = {
    "type": "object",
    "properties": {
        "id": IRI,
        "type": {"const": "Annotation"},
        "motivation": {"const": "describing"},
        "body": {"type": "array", "items": TEXTUAL_BODY},
        "target": {"type": "array", "items": TARGET, "minItems": 1},
    },
    "required": ["id", "type", "target"],
    "additionalProperties": False,
}
COLLECTION = {
    "type": "object",
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": IRI,
        "type": {"const": "AnnotationCollection"},
        "label": {"type": "string"},
        "total": {"type": "integer"},
        "first": {
            "type": "object",
            "properties": {
                "id": IRI,
                "type": {"const": "AnnotationPage"},
                "startIndex": {"const": 0},
                "items": {"type": "array", "items": ANNOTATION},
            },
            "required": ["id", "type", "items"],
            "additionalProperties": False,
        },
    },
    "required": ["@context", "id", "type", "total", "first"],
    "additionalProperties": False,
}
"""What the recommendation's model says of collections, pages, annotations, bodies, targets and selectors, as far as it is used here."""


def written(made: Exported, folder: Path) -> dict[str, Any]:
    (path,) = web_annotations.write(made, folder)
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def targets(collection: dict[str, Any]) -> list[dict[str, Any]]:
    return [target for item in collection["first"]["items"] for target in item["target"]]


def of(target: dict[str, Any], kind: str) -> dict[str, Any] | None:
    return next((each for each in target["selector"] if each["type"] == kind), None)


def text_of(target: dict[str, Any]) -> str:
    """The text that the target's source is."""
    id_ = target["source"]["id"]
    return next(each.text for each in exported().reports if id_ in (each.path, f"urn:x-purport:text:{each.id}"))


def test_the_file_is_as_the_model_has_it(tmp_path: Path) -> None:
    collection = written(exported(), tmp_path)
    Draft202012Validator(COLLECTION).validate(collection)
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == len(exported().claims)
    assert len({each["id"] for each in items}) == len(items)


def test_positions_are_code_points_and_agree_with_the_quoted_words(tmp_path: Path) -> None:
    for target in targets(written(exported(), tmp_path)):
        quote, position = of(target, "TextQuoteSelector"), of(target, "TextPositionSelector")
        text = text_of(target)
        assert position is not None
        if quote is not None:
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert text[: position["start"]].endswith(quote["prefix"])
            assert text[position["end"] :].startswith(quote["suffix"])


def test_a_call_is_pointed_at_and_quoted_nowhere(tmp_path: Path) -> None:
    collection = written(exported(), tmp_path)
    assert CALL not in json.dumps(collection)
    folded = [target for target in targets(collection) if of(target, "TextQuoteSelector") is None]
    places = [of(target, "TextPositionSelector") for target in folded]
    assert [text_of(target)[at["start"] : at["end"]] for target, at in zip(folded, places, strict=True) if at] == [CALL]


def test_a_call_is_quoted_where_that_is_asked_for(tmp_path: Path) -> None:
    assert CALL in json.dumps(written(exported(unfold=True), tmp_path))


@pytest.mark.parametrize(
    ("path", "id_", "via"),
    [("wire.txt", "wire.txt", None), ("pages/gate.html", "urn:x-purport:text:{}", "https://gate.example/a?b=1&c")],
)
def test_positions_count_in_the_file_or_in_what_was_taken_out_of_the_page(tmp_path: Path, path: str, id_: str, via: str | None) -> None:
    wanted = id_.format(row(exported(), path).id)
    found = next(each["source"] for each in targets(written(exported(), tmp_path)) if each["source"]["id"] == wanted)
    assert found.get("via") == via


def test_whose_claim_it_is_stands_in_the_body(tmp_path: Path) -> None:
    bodies = [each["body"] for each in written(exported(), tmp_path)["first"]["items"]]
    said = [[body["value"] for body in each] for each in bodies]
    assert ["Claimed by the guard: possible PS+", "PS+", "statement", "named_organisation"] in said
