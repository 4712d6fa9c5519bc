"""A C2PA manifest is told as what its signer states, with what the library says of trust; absence, and no library, are told apart."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from purport.audio.manifest import manifest_fact

STATED: dict[str, Any] = {
    "active_manifest": "urn:1",
    "manifests": {
        "urn:1": {
            "claim_generator_info": [{"name": "karst", "version": "1"}],
            "signature_info": {"common_name": "Karst Recorder", "issuer": "Karst Press"},
            "assertions": [
                {
                    "label": "c2pa.actions.v2",
                    "data": {"actions": [{"action": "c2pa.created", "digitalSourceType": "http://x/digitalCapture"}]},
                }
            ],
        }
    },
}
RESULTS = {"activeManifest": {"success": [], "failure": [{"code": "signingCredential.untrusted"}, {"code": "assertion.dataHash.mismatch"}]}}


class Reader:
    """As the library's, with a manifest."""

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_error: object) -> None: ...

    def __init__(self, assertions: object = None) -> None:
        self._active = STATED["manifests"]["urn:1"] | ({} if assertions is None else {"assertions": assertions})

    def json(self) -> str:
        return json.dumps(STATED | {"manifests": {"urn:1": self._active}})

    def get_validation_state(self) -> str:
        return "Invalid"

    def get_validation_results(self) -> Any:
        return RESULTS


class C2paError(Exception):
    """As the library's."""


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[..., Any]], list[Any]]:
    """Put a library in place of the one that may be installed; gives the settings that it is asked to read with."""

    def put(reading: Callable[..., Any]) -> list[Any]:
        asked: list[Any] = []
        settings = SimpleNamespace(from_dict=lambda found: asked.append(found) or found)
        reader = SimpleNamespace(try_create=reading)
        monkeypatch.setitem(
            sys.modules, "c2pa", SimpleNamespace(Reader=reader, Settings=settings, Context=lambda each: each, C2paError=C2paError)
        )
        return asked

    return put


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "a.wav").write_bytes(b"RIFF")
    return tmp_path / "a.wav"


def test_without_the_library_none_is_looked_for(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setitem(sys.modules, "c2pa", None)
    fact = manifest_fact(path)
    assert fact.value == "not looked for: the library is not installed (pip install c2pa-python)"
    assert "Absence of one would mean nothing." in fact.explanations[0]


def test_absence_means_nothing(library: Callable[..., list[Any]], path: Path) -> None:
    library(lambda *_asked: None)
    fact = manifest_fact(path)
    assert fact.value == "no C2PA manifest"
    assert fact.explanations[0].startswith("Absence of a manifest means nothing")


def test_what_is_stated_stands_with_its_trust(library: Callable[..., list[Any]], path: Path) -> None:
    asked = library(lambda *_asked: Reader())
    fact = manifest_fact(path)
    assert fact.value.split("; ") == [
        "a C2PA manifest that states to be made by karst 1",
        "signed with a certificate of Karst Recorder, issued to Karst Press",
        "the library calls it Invalid",
        "trust: signingCredential.untrusted",
        "what does not fit: assertion.dataHash.mismatch",
        "it states c2pa.created (digitalCapture)",
    ]
    assert asked == [{"verify": {"remote_manifest_fetch": False, "ocsp_fetch": False}}]


@pytest.mark.parametrize(
    ("message", "explanation"), [("NotSupported: type is unsupported", "reads no manifests"), ("bad box", "cut or torn")]
)
def test_what_cannot_be_read(library: Callable[..., list[Any]], path: Path, message: str, explanation: str) -> None:
    def fail(*_asked: object) -> None:
        raise C2paError(message)

    library(fail)
    fact = manifest_fact(path)
    assert fact.value == f"none can be read: {message}"
    assert explanation in fact.explanations[0]


@pytest.mark.parametrize("data", ["text", {"actions": "text"}, {"actions": ["text"]}, {"actions": None}, ["text"]])
def test_actions_that_are_none_are_passed_over(library: Callable[..., list[Any]], path: Path, data: object) -> None:
    library(lambda *_asked: Reader([{"label": "c2pa.actions", "data": data}, "text"]))
    assert "it states" not in manifest_fact(path).value


def test_of_thousands_of_actions_the_first_are_told(library: Callable[..., list[Any]], path: Path) -> None:
    library(lambda *_asked: Reader([{"label": "c2pa.actions", "data": {"actions": [{"action": "c2pa.edited"}] * 5_000}}]))
    value = manifest_fact(path).value
    assert value.endswith("it states 4980 actions more")
    assert value.count("c2pa.edited") == 20
