"""The one Elasticsearch of a test run, as a fixture."""

import atexit
from contextlib import ExitStack
from functools import cache

import pytest

from tests.engines.elastic_server import running_elasticsearch

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
