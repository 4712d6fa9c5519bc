"""Claims as schema.org has them: its types and properties, and no verdict among them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from exported import CALL, exported, row
from purport.export import schema_org
from purport.export.case import Exported

TEXT = {"type": "string", "minLength": 1}
DAY = {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$"}


def thing(*kinds: str) -> dict[str, Any]:
    """Somebody or something of one of these types, with a name."""
    named = {"@type": {"enum": kinds}, "name": TEXT}
    return {"type": "object", "properties": named, "required": ["@type", "name"], "additionalProperties": False}


def node(kind: str, *required: str, **properties: Any) -> dict[str, Any]:
    """A node of a type, with those of the type's properties that are used."""
    own = {"@id": TEXT, "@type": {"const": kind}, **properties}
    return {"type": "object", "properties": own, "required": ["@id", "@type", *required], "additionalProperties": False}


DATASET = node("Dataset", "name", name=TEXT, description=TEXT)
ARTICLE = node(
    "NewsArticle",
    headline=TEXT,
    identifier=TEXT,
    url=TEXT,
    archivedAt=TEXT,
    inLanguage=TEXT,
    datePublished=DAY,
    description=TEXT,
    locationCreated=thing("Place"),
    author={"type": "array", "items": thing("Person")},
    publisher=thing("Organization"),
)
REFERENCE = {"type": "object", "properties": {"@id": TEXT}, "required": ["@id"], "additionalProperties": False}
CLAIM = node(
    "Claim",
    "text",
    "appearance",
    text=TEXT,
    description=TEXT,
    creditText=TEXT,
    author=thing("Person", "Organization"),
    appearance=REFERENCE,
)
GRAPH = {
    "type": "object",
    "properties": {"@context": {"const": "https://schema.org"}, "@graph": {"type": "array", "items": {"oneOf": [DATASET, ARTICLE, CLAIM]}}},
    "required": ["@context", "@graph"],
    "additionalProperties": False,
}
"""What schema.org says of the three types: their properties and the types of their values, as far as they are used here."""


def graph(made: Exported, folder: Path) -> list[dict[str, Any]]:
    (path,) = schema_org.write(made, folder)
    found = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator(GRAPH).validate(found)
    nodes: list[dict[str, Any]] = found["@graph"]
    return nodes


def test_every_claim_appears_in_an_article_of_the_file(tmp_path: Path) -> None:
    nodes = graph(exported(), tmp_path)
    ids = [each["@id"] for each in nodes]
    assert len(set(ids)) == len(ids)
    assert {each["appearance"]["@id"] for each in nodes if each["@type"] == "Claim"} <= set(ids)


def test_a_claim_has_its_words_its_source_and_how_sure_that_is(tmp_path: Path) -> None:
    (claim,) = [each for each in graph(exported(), tmp_path) if each.get("text") == "Nobody from the town came"]
    assert claim["creditText"] == "the guard"
    assert claim["description"] == "How sure the source is: possible PS+"
    assert claim["appearance"] == {"@id": f"urn:x-purport:report:{row(exported(), 'pages/gate.html').id}"}


def test_calls_and_promises_are_no_claims(tmp_path: Path) -> None:
    for unfold in (False, True):
        texts = [each["text"] for each in graph(exported(unfold=unfold), tmp_path) if each["@type"] == "Claim"]
        assert CALL not in texts
        assert "to open it" not in texts


def test_there_is_no_verdict(tmp_path: Path) -> None:
    words = json.dumps(graph(exported(), tmp_path))
    assert not any(each in words for each in ("ClaimReview", "Rating", "truth"))
