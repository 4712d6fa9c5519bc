"""A case opens in Datasette as it is: its tables, its views, and the search in its claims."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

import factory
from purport.store import Case, views


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "karst.case"
    record = factory.rich()
    with Case.open(str(path), create=True) as case:
        case.add(record, factory.original(record.report), reader="reader 1")
    return path


def answers(path: Path, *pages: str) -> list[Any]:
    """What Datasette answers for some pages of a case."""

    async def ask() -> list[Any]:
        datasette = Datasette(immutables=[str(path)])
        await datasette.invoke_startup()
        found = [await datasette.client.get(f"/{path.stem}{page}") for page in pages]
        assert [each.status_code for each in found] == [200] * len(pages)
        return [each.json() if ".json" in page else each.text for page, each in zip(pages, found, strict=True)]

    return asyncio.run(ask())


def test_every_view_is_offered_and_opens(path: Path) -> None:
    (about, *pages) = answers(path, ".json", *(f"/{name}" for name in views.NAMES))
    assert sorted(view["name"] for view in about["views"]) == sorted(views.NAMES)
    assert all(name in page for name, page in zip(views.NAMES, pages, strict=True))


def test_claims_are_searched(path: Path) -> None:
    found, missing = answers(path, "/claims.json?_shape=objects&_search=gone", "/claims.json?_shape=objects&_search=harbour")
    assert "The bridge … is gone" in [row["content"] for row in found["rows"]]
    assert missing["rows"] == []
