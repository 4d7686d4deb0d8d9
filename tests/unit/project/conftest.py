"""The base of the samples, built once for the tests of this folder."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kb.pipeline import Home, Registry, build_base, import_paths
from tests.unit.project.tracked import ROOT


@pytest.fixture(scope="package")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Registry]:
    """The samples, read as on a day of 2026."""
    home = Home(folder=tmp_path_factory.mktemp("samples") / "home")
    imported = import_paths(home, [Path(ROOT / "examples" / "pages")], sample=True)
    assert imported.failures == ()
    built = build_base(home)
    assert built.failures == ()
    registry = Registry(home, today=lambda: date(2026, 3, 2))
    yield registry
    registry.close()
