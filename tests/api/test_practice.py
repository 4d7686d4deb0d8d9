"""Promise, practice and burden by HTTP."""

import pytest
from starlette.testclient import TestClient

from kb.api import create_application
from kb.pipeline import Registry
from tests.api.staff import ELSEWHERE, guard_of
from tests.api.test_access import is_problem
from tests.monitored_base import bring_wave, head_of
from tests.practice_base import practised, practised_folder
from tests.unit.pipeline.test_service_practice import service_of

__all__ = ["practised", "practised_folder"]
BURDEN = "/v1/monitoring/burden"


@pytest.fixture
def registry(practised):
    registry = Registry(practised)
    yield registry
    registry.close()


@pytest.fixture
def client(registry):
    application = create_application(registry, guard=guard_of(registry))
    with TestClient(application, base_url=ELSEWHERE, raise_server_exceptions=False) as opened:
        yield opened


def test_each_figure_has_its_wave_or_its_line(client, registry, practised):
    service = service_of(registry)
    bring_wave(
        practised,
        head_of(services=[]),
        [f"{service},agriculture-ministry,KZ-11,provider_office,term,0,0,1,3,6,0"],
        services=(service,),
    )
    told = client.get(f"/v1/services/{service}/practice").json()
    topics = {one["topic"]: one for one in told["topics"]}
    assert list(topics) == ["term", "waiting", "fee", "documents", "complaints", "refusals"]
    (term,) = topics["term"]["measured"]
    assert (term["wave"]["id"], term["rated"], term["small_n"], term["share"]) == ("ulgi-2025", 10, True, 60.0)
    assert term["counts"] == {"3": 1, "4": 3, "5": 6}
    for topic in told["topics"]:
        for one in (*topic["promise"], *topic["told"], *topic["figures"], *topic["met"]):
            assert one["evidence"]["line"] >= 1
    assert topics["refusals"]["known"] is False
    assert is_problem(client.get("/v1/services/x-0/practice"), 404, "not-found")
    assert is_problem(client.get(f"/v1/services/{service}/practice", params={"as_of": "soon"}), 422, "invalid-request")


def test_services_stand_by_their_burden_page_after_page(client, registry):
    whole = client.get(BURDEN, params={"limit": 100}).json()
    indexes = [one["index"] for one in whole["items"]]
    assert indexes == sorted(indexes, reverse=True)
    assert len(indexes) == whole["total"] > 1
    first = client.get(BURDEN, params={"limit": 1}).json()
    second = client.get(BURDEN, params={"limit": 1, "cursor": first["next"]}).json()
    assert [*first["items"], *second["items"]] == whole["items"][:2]
    one = whole["items"][0]["service"]["id"]
    (with_papers,) = client.get(BURDEN, params={"service": one}).json()["items"]
    assert len(with_papers["papers"]) == with_papers["listed"]
    for paper in with_papers["papers"]:
        assert paper["evidence"]["quote"]
    by_state = sum(paper["standing"] == "by_state" for paper in with_papers["papers"])
    assert with_papers["brought"] == with_papers["listed"] - by_state
    assert client.get(BURDEN, params={"as_of": "1995-01-01"}).json()["items"] == []
    assert is_problem(client.get(BURDEN, params={"cursor": "x"}), 400, "bad-query")
    assert is_problem(client.get(BURDEN, params={"service": "x-0"}), 404, "not-found")
