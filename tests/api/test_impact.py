"""What an edition of an act changes, over HTTP."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from kb.api import create_application
from kb.pipeline import Home, Registry, build_base, import_paths
from tests.finding_base import contradicting, contradicting_folder, write_later

__all__ = ["contradicting", "contradicting_folder"]


@pytest.fixture
def amended(contradicting: Home, tmp_path: Path) -> Iterator[TestClient]:
    """The API over a base with two editions of the act, the later of which mends the contradiction."""
    folder = tmp_path / "acts"
    write_later(folder)
    import_paths(contradicting, [folder], sample=True)
    assert build_base(contradicting).failures == ()
    registry = Registry(contradicting)
    with TestClient(create_application(registry)) as client:
        yield client
    registry.close()


def test_the_impact_lists_clauses_values_and_findings(amended: TestClient) -> None:
    answer = amended.get("/v1/acts/zan:990001/impact")
    assert answer.status_code == 200
    told = answer.json()
    assert (told["before"], told["after"]) == ("2019-06-30", "2019-07-01")
    assert [change["kind"] for part in told["clauses"]["ru"] for change in part["changes"]] == ["reworded"]
    assert any(change["attribute"] == "deadline" for one in told["services"] for change in one["changes"])
    assert told["findings"]["vanished"]
    assert not told["findings"]["appeared"]
    on_services = [one["service"] for one in told["findings"]["vanished"]]
    assert on_services
    assert all(one["name_kk"] and one["id"] for one in on_services)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/v1/acts/zan:1/impact", 404),
        ("/v1/acts/zan:990001/impact?edition=2018-01-01", 404),
        ("/v1/acts/zan:990001/impact?edition=2016-04-01", 404),  # nothing stands before the first
        ("/v1/acts/zan:990001/impact?edition=soon", 422),
    ],
)
def test_what_is_not_there_is_told(amended: TestClient, address: str, status: int) -> None:
    answer = amended.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
