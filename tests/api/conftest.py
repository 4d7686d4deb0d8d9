import pytest
from starlette.testclient import TestClient

from kb.api import create_application
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
