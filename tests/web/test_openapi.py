"""The OpenAPI document is one, and says of every page what it answers."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator, validate
from starlette.testclient import TestClient

from purport.web.openapi import document
from purport.web.routes import ACTIONS, PAGES
from web.addresses import FILES, HIDDEN, find_addresses
from web.serving import Served

Json = dict[str, Any]


@pytest.fixture(scope="module")
def described() -> Json:
    return document(PAGES, ACTIONS)


def test_it_is_an_openapi_document(described: Json) -> None:
    validate(described, cls=OpenAPIV31SpecValidator)


def test_it_is_served(client: TestClient, described: Json) -> None:
    assert client.get("/openapi.json").json() == described


def test_every_page_and_action_has_its_entry(described: Json) -> None:
    entries = {each["operationId"] for path in described["paths"].values() for each in path.values()}
    assert entries == {each.name for each in PAGES} | {each.name for each in ACTIONS}


@pytest.mark.parametrize("action", ACTIONS, ids=lambda each: each.name)
def test_every_action_says_what_its_form_has(action: Any) -> None:
    assert action.fields
    assert all(each.about for each in action.fields)


@pytest.mark.parametrize("page", PAGES, ids=lambda each: each.name)
def test_what_is_asked_in_the_path_is_told(page: Any, described: Json) -> None:
    path = page.path.replace(":path}", "}")
    given = {each["name"] for each in described["paths"][path]["get"]["parameters"] if each["in"] == "path"}
    assert given == set(re.findall(r"\{(\w+)\}", path))


def test_every_record_says_what_it_is(described: Json) -> None:
    silent = [name for name, each in described["components"]["schemas"].items() if not each.get("description")]
    assert silent == [] or all("enum" in described["components"]["schemas"][name] for name in silent)


def test_every_page_of_the_small_case_answers_as_described(client: TestClient, described: Json) -> None:
    _check(lambda address, **headers: client.get(address, headers=headers), described)


def test_every_page_of_the_example_answers_as_described(server: Served, described: Json) -> None:
    with httpx.Client(base_url=server.url, timeout=60) as asking:
        found = _check(lambda address, **headers: asking.get(address, headers=headers), described)
    assert set(found) == {each.name for each in PAGES} - HIDDEN


def _check(get: Callable[..., Any], described: Json) -> dict[str, list[str]]:
    """Every page that is come to, held against its schema: no field too many, none too few."""
    found = find_addresses(lambda address: str(get(address, Accept="text/html").text))
    for name, addresses in found.items():
        for address in addresses:
            if name in FILES:
                continue
            answer = get(address, Accept="application/json")
            assert answer.status_code == 200, (address, answer.text)
            faults = [f"{error.json_path}: {error.message[:200]}" for error in _validator(name, described).iter_errors(answer.json())]
            assert faults == [], address
    return found


def _validator(name: str, described: Json) -> Draft202012Validator:
    """What holds what a page answers against the document, which it must have nothing beside."""
    path = next(each.path for each in PAGES if each.name == name).replace(":path}", "}")
    schema = described["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    strict = {
        key: each | {"additionalProperties": False} if "properties" in each else each
        for key, each in described["components"]["schemas"].items()
    }
    return Draft202012Validator({**schema, "components": {"schemas": strict}})
