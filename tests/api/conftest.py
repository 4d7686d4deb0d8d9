import pytest
from starlette.testclient import TestClient

from kb.api import create_application
from tests.api.staff import HERE, bearer, guard_of, key_of
from tests.web.memory_base import MemoryRegistry
from tests.web.memory_texts import TODAY


@pytest.fixture
def registry() -> MemoryRegistry:
    return MemoryRegistry()


@pytest.fixture
def client(registry):
    application = create_application(registry, today=lambda: TODAY)
    with TestClient(application, raise_server_exceptions=False) as opened:
        yield opened


@pytest.fixture
def opened(registry):
    """`opened(address, role)`: a client, with a key of the role where one is given."""

    def open_one(address=HERE, role=None):
        headers = bearer(key_of(registry, role)) if role else {}
        application = create_application(registry, guard=guard_of(registry))
        return TestClient(application, base_url=address, headers=headers, raise_server_exceptions=False)

    return open_one
