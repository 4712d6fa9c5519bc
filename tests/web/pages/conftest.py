"""A client of the example case, for pages that need much of a record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from purport.store import Case
from web.serving import client_of


@pytest.fixture(scope="session")
def example(example_case: Path) -> Iterator[TestClient]:
    """The example case as the packaged reader reads it; nothing is to be written to it."""
    with Case.open(str(example_case)) as case, client_of(case) as made:
        yield made


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[TestClient]:
    """A case without a report."""
    with Case.open(str(tmp_path / "empty.case"), create=True) as case, client_of(case) as made:
        yield made
