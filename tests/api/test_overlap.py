"""What repeats, over HTTP."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from kb.api import create_application
from kb.pipeline import Home, Registry
from tests.overlap_base import FIRST, SECOND, SHARED, overlapping_folder

__all__ = ["overlapping_folder"]


@pytest.fixture(scope="module")
def overlaps(overlapping_folder: Path) -> Iterator[TestClient]:
    registry = Registry(Home(folder=overlapping_folder))
    with TestClient(create_application(registry)) as client:
        yield client
    registry.close()


def test_the_summary_has_all_shares_and_names_the_services(overlaps: TestClient) -> None:
    told = overlaps.get("/v1/overlap").json()
    whole = told["overall"]
    assert whole["part"] == pytest.approx(whole["repeated"] / whole["characters"], abs=1e-3)
    assert told["services_total"] == len(told["services"]) == 2
    assert all(one["service"]["id"] == one["first"] and one["service"]["name_ru"] for one in told["services"])
    cut = overlaps.get("/v1/overlap?limit=1").json()
    assert len(cut["acts"]) == 1 < cut["acts_total"]


def test_repeats_come_page_by_page_with_their_words(overlaps: TestClient) -> None:
    address = f"/v1/overlap/repeats?act={FIRST}&with={SECOND}"
    every = overlaps.get(address).json()["items"]
    assert any(
        SHARED[:60] in "".join(one["words"] for one in repeat["words"] if one["kind"] != "added") for repeat in every
    )
    seen, page = [], overlaps.get(f"{address}&limit=1").json()
    while True:
        seen += page["items"]
        if page["next"] is None:
            break
        page = overlaps.get(f"{address}&limit=1&cursor={page['next']}").json()
    assert seen == every
    place = every[0]["a"]
    text = overlaps.get(f"/v1/snapshots/{place['snapshot']}/text").text
    assert text[place["start"] : place["end"]].strip()


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/v1/overlap/repeats?service=no-such", 404),
        ("/v1/overlap/repeats?cursor=third", 400),
        (f"/v1/overlap/repeats?act={FIRST}", 422),
        (f"/v1/overlap/repeats?with={FIRST}", 422),
        ("/v1/overlap?limit=0", 422),
    ],
)
def test_a_wrong_question_is_a_problem(overlaps: TestClient, address: str, status: int) -> None:
    answer = overlaps.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
