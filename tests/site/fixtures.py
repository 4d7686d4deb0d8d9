"""Running sites, as fixtures."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.site import Site

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture
def bare_site() -> Iterator[Site]:
    """A running site without any page."""
    with Site() as running:
        yield running


@pytest.fixture
def site(bare_site: Site) -> Site:
    """A running site with the examples of all sources."""
    for found in sorted(EXAMPLES.glob("*/site.yaml")):
        bare_site.load(found.parent)
    return bare_site
