"""The C2PA manifest of a file, where the library of that is installed: what it states, who signed it, what the library says of both.

Nothing is fetched: manifests that lie elsewhere are not asked for, nor whether a certificate was withdrawn.
"""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from typing import Any

from purport.audio.explained import explained
from purport.audio.opening import open_file
from purport.findings import Fact

OFFLINE = {"verify": {"remote_manifest_fetch": False, "ocsp_fetch": False}}
"""Settings of the library."""
STATED = 20
"""Actions that are told; a manifest can state any number."""


def manifest_fact(path: str | os.PathLike[str]) -> Fact:
    """The one fact: a manifest and what holds of it, none, or that none was looked for."""
    try:
        library: Any = import_module("c2pa")
    except ImportError:
        value = "not looked for: the library is not installed (pip install c2pa-python)"
        return Fact("manifest", value, explained("manifest", "not_looked_for"))
    with open_file(Path(path)) as file:
        try:
            reader = library.Reader.try_create(None, file, None, library.Context(library.Settings.from_dict(OFFLINE)))
        except library.C2paError as error:
            kind = "unread" if "NotSupported" in str(error) else "damaged"
            return Fact("manifest", f"none can be read: {error}", explained("manifest", kind))
        if reader is None:
            return Fact("manifest", "no C2PA manifest", explained("manifest", "absent"))
        with reader:
            return Fact("manifest", "; ".join(_told(reader)), explained("manifest", "present"))


def _told(reader: Any) -> list[str]:
    """What a manifest states and the library says of it, in clauses."""
    import json

    whole = json.loads(reader.json())
    active = _table(_table(whole.get("manifests")).get(whole.get("active_manifest")))
    results = _table(_table(reader.get_validation_results()).get("activeManifest"))
    makers = ", ".join(f"{each.get('name', '?')} {each.get('version', '')}".strip() for each in _tables(active.get("claim_generator_info")))
    signed = _table(active.get("signature_info"))
    codes = [each.get("code", "") for each in _tables(results.get("success")) if each.get("code", "").startswith("signingCredential")]
    failures = [each.get("code", "") for each in _tables(results.get("failure"))]
    return [
        f"a C2PA manifest that states to be made by {makers or 'no program'}",
        f"signed with a certificate of {signed.get('common_name') or 'nobody named'}, issued to {signed.get('issuer') or 'nobody named'}",
        f"the library calls it {reader.get_validation_state() or 'not validated'}",
        f"trust: {', '.join(codes or [each for each in failures if each.startswith('signingCredential')]) or 'not told'}",
        f"what does not fit: {', '.join(each for each in failures if not each.startswith('signingCredential')) or 'nothing'}",
        *_stated(active),
    ]


def _stated(active: dict[str, Any]) -> list[str]:
    """Actions and kinds of source that it states, in its own words, the first ``STATED`` of them."""
    actions = [
        action
        for assertion in _tables(active.get("assertions"))
        if str(assertion.get("label", "")).startswith("c2pa.actions")
        for action in _tables(_table(assertion.get("data")).get("actions"))
    ]
    told = [f"it states {_words(each)}" for each in actions[:STATED]]
    return [*told, f"it states {len(actions) - STATED} actions more"] if len(actions) > STATED else told


def _words(action: dict[str, Any]) -> str:
    kind = str(action.get("digitalSourceType", "")).rsplit("/", 1)[-1]
    return f"{action.get('action', 'an action')}{f' ({kind})' if kind else ''}"


def _table(found: object) -> dict[str, Any]:
    """What is a table, as whoever signs can put anything in its place."""
    return found if isinstance(found, dict) else {}


def _tables(found: object) -> list[dict[str, Any]]:
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
