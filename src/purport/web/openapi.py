"""The addresses of the workbench for programs, as an OpenAPI 3.1 document: made from the pages' records, so that it cannot drift."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, fields
from importlib.metadata import version
from inspect import cleandoc
from typing import Any, get_type_hints

import msgspec
from starlette.responses import Response

from purport.web.action import Action, Field
from purport.web.page import Failure, Page

JSON = dict[str, Any]
AT = "/openapi.json"
REFERENCE = "#/components/schemas/{name}"
ABOUT = """\
One case: who claims what, how surely, on whose word. Every page of the workbench is a record, and has it as JSON at its own address,
under `Accept: application/json` or `?as=json`. Days are `YYYY-MM-DD`. Offsets are Unicode code points into a report's text.
Where words are calls to violence they are folded, and `fold` says what they are, unless `unfold=true` is asked.
Nothing here says what is true: it says what is purported, by whom, in which words."""
BEARER = "The key of the server, where it was started with one. Without a key only the machine itself is answered, and only for reading."


def document(pages: Sequence[Page[Any, Any]], actions: Sequence[Action]) -> JSON:
    """All pages and all that can be done, as one document."""
    shown = {page.name: page.record for page in pages if not _is_file(page)}
    asked = [kind for page in pages for kind in _kinds(page).values()]
    kinds = list(dict.fromkeys([*shown.values(), Failure, *asked]))
    schemas, components = msgspec.json.schema_components(kinds, ref_template=REFERENCE)
    found = dict(zip(kinds, schemas, strict=True))
    paths: JSON = {}
    for page in pages:
        answer = None if _is_file(page) else found[shown[page.name]]
        given = {name: found[kind] for name, kind in _kinds(page).items()}
        paths.setdefault(_path(page), {})["get"] = _looking(page, answer, given, found[Failure])
    for action in actions:
        paths.setdefault(action.path, {})["post"] = _doing(action, found[Failure])
    made = {
        "openapi": "3.1.0",
        "info": {"title": "Purport", "version": version("purport"), "summary": "The workbench of a case", "description": ABOUT},
        "servers": [{"url": "/"}],
        "security": [{}, {"key": []}],
        "paths": paths,
        "components": {
            "schemas": {name: _whole(schema) for name, schema in components.items()},
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer", "description": BEARER}},
        },
    }
    plain: JSON = msgspec.json.decode(msgspec.json.encode(made))
    return plain


def _is_file(page: Page[Any, Any]) -> bool:
    return issubclass(page.record, Response)


def _path(page: Page[Any, Any]) -> str:
    return page.path.replace(":path}", "}")


def _kinds(page: Page[Any, Any]) -> Mapping[str, Any]:
    """The types of what may be asked of a page, by name."""
    return get_type_hints(page.asked)


def _looking(page: Page[Any, Any], answer: JSON | None, kinds: Mapping[str, JSON], failure: JSON) -> JSON:
    about = cleandoc(page.asked.__doc__ or "").replace("``", "`")
    as_json = {"name": "as", "in": "query", "description": "`json` gives the record in place of the page.", "schema": {"enum": ["json"]}}
    given = [_parameter(page, each.name, kinds[each.name], each.default) for each in fields(page.asked)]
    seen: JSON = {"*/*": {}}
    if answer is not None:
        seen = {"application/json": {"schema": answer}, "text/html": {"schema": {"type": "string"}}}
    return {
        "operationId": page.name,
        "summary": page.about,
        "description": about,
        "parameters": given if answer is None else [*given, as_json],
        "responses": {
            "200": {"description": page.about, "content": seen},
            "304": {"description": "The answer is the one that the caller has, whose `ETag` came as `If-None-Match`."},
            **_failures({"400": "What is asked for cannot be asked.", "404": "The case has no such thing."}, failure),
        },
    }


def _parameter(page: Page[Any, Any], name: str, schema: JSON, default: object) -> JSON:
    in_path = f"{{{name}}}" in _path(page)
    bare = _without_null(schema)
    if default is not MISSING and default not in (None, "", (), frozenset()) and not in_path:
        bare = {"allOf": [bare], "default": default} if "$ref" in bare else bare | {"default": default}
    return {"name": name, "in": "path" if in_path else "query", "required": in_path, "schema": bare}


def _without_null(schema: JSON) -> JSON:
    """What can be written in an address: that something is left out is written by leaving it out."""
    if "anyOf" not in schema:
        return schema
    kept = [each for each in schema["anyOf"] if each != {"type": "null"}]
    return kept[0] if len(kept) == 1 else {"anyOf": kept}


def _doing(action: Action, failure: JSON) -> JSON:
    has_files = any(each.is_file for each in action.fields)
    sent = {
        "type": "object",
        "properties": {each.name: _sent(each) for each in action.fields},
        "required": [each.name for each in action.fields if each.is_required],
    }
    return {
        "operationId": action.name,
        "summary": action.about,
        "security": [{"key": []}],
        "requestBody": {
            "required": True,
            "content": {"multipart/form-data" if has_files else "application/x-www-form-urlencoded": {"schema": sent}},
        },
        "responses": {
            "303": {"description": "Done; `Location` is the page to go on to.", "headers": {"Location": {"schema": {"type": "string"}}}},
            **_failures(
                {
                    "400": "What was sent is not what was expected.",
                    "403": "No key, and no form of this session.",
                    "413": "Too much at once.",
                },
                failure,
            ),
        },
    }


def _sent(field: Field) -> JSON:
    one: JSON = {"type": "string", "contentMediaType": "application/octet-stream"} if field.is_file else {"type": "string"}
    return ({"type": "array", "items": one} if field.several else one) | {"description": field.about}


def _failures(why: Mapping[str, str], schema: JSON) -> JSON:
    return {status: {"description": words, "content": {"application/json": {"schema": schema}}} for status, words in why.items()}


def _whole(schema: JSON) -> JSON:
    """The schema of a record as it is sent: every field is always there. Its description is the record's docstring."""
    if "description" in schema:
        schema = schema | {"description": _plain(schema["description"].splitlines())}
    return schema | {"required": list(schema["properties"])} if schema.get("type") == "object" and "properties" in schema else schema


def _plain(lines: Iterable[str]) -> str:
    return cleandoc("\n".join(lines)).replace("``", "`")
