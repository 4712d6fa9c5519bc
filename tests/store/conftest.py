"""Each test of the contract runs on each database."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from purport.store import Case

Sql = Callable[..., None]


@pytest.fixture
def case(address: str) -> Iterator[Case]:
    with Case.open(address, create=True) as opened:
        yield opened


@pytest.fixture
def sql(address: str) -> Sql:
    """Change the database behind the case's back, its foreign keys asleep."""
    url = f"sqlite:///{address}" if "://" not in address else address.replace("postgresql:", "postgresql+psycopg:")

    def run(*statements: str, **parameters: object) -> None:
        engine = create_engine(url, poolclass=NullPool)
        with engine.begin() as connection:
            if engine.dialect.name == "postgresql":
                connection.execute(text("SET LOCAL session_replication_role = replica"))
            for statement in statements:
                connection.execute(text(statement), parameters)
        engine.dispose()

    return run
