"""Pictures at addresses of their own: SVG that needs nothing from elsewhere."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize("kind", ["timeline", "ledger", "sources"])
def test_a_picture_is_svg_without_scripts(example: TestClient, kind: str) -> None:
    answer = example.get(f"/pictures/{kind}.svg")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    root = fromstring(answer.text)
    assert root.tag.endswith("svg")
    assert not {"script", "foreignObject", "style", "a", "image", "use"} & {each.tag.rpartition("}")[2] for each in root.iter()}


def test_it_can_be_saved(example: TestClient) -> None:
    assert example.get("/pictures/ledger.svg?save=true").headers["content-disposition"] == 'attachment; filename="ledger.svg"'


def test_of_some_days_alone(example: TestClient) -> None:
    assert len(example.get("/pictures/timeline.svg?since=2028&until=2028").text) < len(example.get("/pictures/timeline.svg").text)


@pytest.mark.parametrize(("address", "status"), [("/pictures/person.svg", 400), ("/pictures/ledger.svg?about=nowhere", 404)])
def test_what_is_not_there_is_said(example: TestClient, address: str, status: int) -> None:
    assert example.get(address).status_code == status
