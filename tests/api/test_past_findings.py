"""Findings of past editions by HTTP."""

import csv
from io import StringIO

import pytest
from starlette.testclient import TestClient

from kb.api import create_application
from kb.pipeline import Registry, build_base, import_paths
from tests.api.staff import HERE, guard_of
from tests.finding_base import LATER_DAY, contradicting, contradicting_folder, write_later

__all__ = ["contradicting", "contradicting_folder"]


@pytest.fixture
def client(contradicting, tmp_path):
    write_later(tmp_path / "later")
    import_paths(contradicting, [tmp_path / "later"], sample=True)
    build_base(contradicting)
    registry = Registry(contradicting)
    yield TestClient(create_application(registry, guard=guard_of(registry)), base_url=HERE)
    registry.close()


def test_the_list_tells_past_from_current_and_is_narrowed_to_either(client):
    everything = client.get("/v1/findings?limit=100").json()
    until = [one["until"] for one in everything["items"]]
    assert set(until) <= {None, LATER_DAY}
    assert until.count(LATER_DAY) > 0
    counts = everything["counts"]
    assert (counts["current"], counts["past"]) == (until.count(None), until.count(LATER_DAY))
    for value, expected in (("true", None), ("false", LATER_DAY)):
        found = client.get(f"/v1/findings?limit=100&current={value}").json()
        assert len(found["items"]) == found["counts"]["found"] == until.count(expected)
        assert {one["until"] for one in found["items"]} <= {expected}
        assert (found["counts"]["current"], found["counts"]["past"]) == (counts["current"], counts["past"])
    assert client.get("/v1/findings?current=maybe").status_code == 422


def test_exports_and_the_report_tell_until_when(client):
    rows = list(csv.DictReader(StringIO(client.get("/v1/findings.csv").text.lstrip("\ufeff"))))
    assert LATER_DAY in {row["until"] for row in rows}
    assert f'"until":"{LATER_DAY}"' in client.get("/v1/findings.jsonl").text.replace(": ", ":")
    report = client.get("/v1/findings/report?lang=ru").text
    assert "в редакции, действовавшей до 01.07.2019" in report
    assert "действовавшей до" not in client.get("/v1/findings/report?lang=ru&current=true").text
    assert client.get("/v1/findings/report?format=docx&lang=kk").status_code == 200


def test_impact_names_what_it_leaves_out(client):
    told = client.get("/v1/acts/zan:990001/impact").json()["findings"]
    assert told["vanished"]
    assert "pasted_text" in told["left_out"]
    assert "deadline" not in told["left_out"]
