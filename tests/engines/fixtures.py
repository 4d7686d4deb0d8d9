"""The one Elasticsearch and the one PostgreSQL of a test run, as fixtures."""

import atexit
from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy.engine import make_url

from tests.engines.elastic_server import running_elasticsearch
from tests.engines.postgres_server import running_postgres

_stack = ExitStack()


@cache
def shared_server() -> str:
    """The address of the run's server: started at the first call, stopped when the run ends."""
    atexit.register(_stack.close)
    return _stack.enter_context(running_elasticsearch())


@pytest.fixture(scope="session")
def elastic_url() -> str:
    """The address of a real Elasticsearch; the test errors where it cannot be started."""
    return shared_server()


@cache
def shared_postgres() -> str:
    """The URL of the run's PostgreSQL: started at the first call, stopped when the run ends."""
    atexit.register(_stack.close)
    return _stack.enter_context(running_postgres())


@pytest.fixture
def postgres_url() -> Iterator[str]:
    """A fresh database of a real PostgreSQL; the test errors where that cannot be started."""
    server = make_url(shared_postgres())
    name = f"test_{uuid4().hex[:12]}"
    plain = server.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        yield server.set(database=name).render_as_string(hide_password=False)
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
