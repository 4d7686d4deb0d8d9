"""A base with two surveys and a report: services of the base under former ids, and services of the waves' own."""

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from kb.monitoring import import_wave
from kb.pipeline import Home, Registry, build_base, import_paths
from kb.pipeline.monitored import open_waves

EXAMPLES = Path(__file__).parents[1] / "examples"
SAMPLE = EXAMPLES / "monitoring"
REPORT = EXAMPLES / "pages" / "monitoring" / "esep-2019.txt"
COUNTS = "service,body,region,channel,question,1,2,3,4,5,none"
YEAR = 2025
WAVE, EARLIER = "ulgi-2025", "ulgi-2024"


def several_ids(registry: Registry) -> tuple[str, str]:
    """The id of a service and one that it was known by before."""
    return next((one.id, former) for one in registry.all_services() for former in sorted(one.ids) if former != one.id)


def bring_wave(home: Home, head: dict[str, Any], rows: Sequence[str], services: Sequence[str] = ()) -> None:
    """Takes counts in as a wave."""
    file = home.folder.parent / f"{head['id']}.csv"
    file.write_text("\n".join((COUNTS, *rows, "")), encoding="utf-8")
    import_wave(open_waves(home), [file], services=services, head=head)


def head_of(**changed: Any) -> dict[str, Any]:
    """The head of the sample wave, changed."""
    return {**json.loads((SAMPLE / "wave.json").read_text(encoding="utf-8")), **changed}


@pytest.fixture(scope="session")
def monitored_folder(built_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the home; tests only read it."""
    folder = Path(shutil.copytree(built_folder, tmp_path_factory.mktemp("monitored") / "home"))
    home = Home(folder=folder)
    import_paths(home, [REPORT, EXAMPLES / "pages" / "registry"], sample=True)
    assert build_base(home).failures == ()
    files = [SAMPLE / name for name in ("marks.csv", "yes-no.csv", "visits.csv")]
    import_wave(open_waves(home), files, services=(), head=head_of())
    registry = Registry(home)
    current, former = several_ids(registry)
    registry.close()
    body, region = "agriculture-ministry", "KZ-11"
    bring_wave(
        home,
        head_of(id=EARLIER, year=YEAR - 1, since="2024-08-01", until="2024-10-01", method="phone_survey"),
        [
            f"ulgi-01,{body},{region},provider_office,satisfaction,0,0,3,5,12,0",
            f"ulgi-02,{body},{region},provider_office,satisfaction,1,2,4,10,30,2",
            f"{current},{body},{region},provider_office,satisfaction,0,1,2,3,4,0",
            f"{former},{body},{region},state_corporation,satisfaction,1,0,0,5,24,1",
        ],
        services=(current, former),
    )
    return folder


@pytest.fixture
def monitored(monitored_folder: Path) -> Iterator[Registry]:
    """The registry of that home."""
    registry = Registry(Home(folder=monitored_folder))
    yield registry
    registry.close()
