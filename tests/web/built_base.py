"""A base of its own for a test, served, opened from elsewhere, and read directly."""

import pytest
from starlette.testclient import TestClient

from kb.app import Settings, build_application
from kb.pipeline import Registry
from tests.web.conftest import serve


@pytest.fixture
def served(built):
    with serve(build_application(Settings(home=built.folder))) as address:
        yield address


@pytest.fixture
def elsewhere(built):
    """A reader who is not at this machine."""
    application = build_application(Settings(home=built.folder))
    with TestClient(application, base_url="http://anyq.invalid", follow_redirects=False) as opened:
        yield opened


@pytest.fixture
def base(built):
    base = Registry(built)
    yield base
    base.close()
