"""Findings by HTTP: lists, counts, exports, reports."""

import csv
import json
from io import BytesIO, StringIO

import pytest
from docx import Document
from starlette.testclient import TestClient

from kb.api import create_application
from kb.pipeline import Registry
from tests.api.staff import HERE, guard_of
from tests.many_findings import many, many_folder

__all__ = ["many", "many_folder"]


@pytest.fixture
def registry(many):
    registry = Registry(many)
    yield registry
    registry.close()


@pytest.fixture
def client(registry):
    application = create_application(registry, guard=guard_of(registry))
    return TestClient(application, base_url=HERE, raise_server_exceptions=False)


def planted(client):
    """The finding between the Kazakh and the Russian term."""
    items = client.get("/v1/findings?limit=100").json()["items"]
    return next(one for one in items if "12" in one["a"]["evidence"]["quote"] + one["b"]["evidence"]["quote"])


def test_a_finding_has_both_sides_with_words_that_stand_in_their_texts(client):
    finding = client.get(f"/v1/findings/{planted(client)['id']}").json()
    assert {side["evidence"]["language"] for side in (finding["a"], finding["b"])} == {"kk", "ru"}
    for side in (finding["a"], finding["b"]):
        evidence = side["evidence"]
        text = client.get(f"/v1/snapshots/{evidence['snapshot']}/text").text
        assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
    assert set(finding["why"]) == {"kk", "ru", "en"}
    assert (finding["verdict"], finding["returned"], finding["history"]) == ("open", False, [])


def test_the_list_is_narrowed_by_each_filter_and_counted(client):
    finding = planted(client)
    everything = client.get("/v1/findings?limit=100").json()
    counts = everything["counts"]
    assert counts["found"] == len(everything["items"]) == sum(counts["classes"].values())
    assert counts["verdicts"]["open"] == counts["found"]
    service, body = finding["service"]["id"], next(iter(counts["bodies"]))
    for query, expected in {
        f"class={finding['class']}": counts["classes"][finding["class"]],
        f"class={finding['class']}&class=fee": counts["classes"][finding["class"]] + counts["classes"].get("fee", 0),
        f"severity={finding['severity']}": counts["severities"][finding["severity"]],
        f"service={service}": counts["services"][service],
        f"body={body}": counts["bodies"][body],
        "verdict=open": counts["found"],
        "verdict=confirmed": 0,
        "class=pasted_text&verdict=open": counts["classes"].get("pasted_text", 0),
    }.items():
        found = client.get("/v1/findings", params=f"limit=100&{query}").json()
        assert (len(found["items"]), found["counts"]["found"]) == (expected, expected), query


def test_pages_follow_each_other(client):
    ids = [one["id"] for one in client.get("/v1/findings?limit=100").json()["items"]]
    seen, cursor = [], ""
    while cursor is not None:
        page = client.get(f"/v1/findings?limit=1{cursor and f'&cursor={cursor}'}").json()
        seen += [one["id"] for one in page["items"]]
        cursor = page["next"]
    assert seen == ids
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/v1/findings?class=weather", 422), ("/v1/findings?severity=huge", 422), ("/v1/findings?verdict=maybe", 422),
        ("/v1/findings?service=nobody", 422), ("/v1/findings?body=nobody", 422), ("/v1/findings?limit=0", 422),
        ("/v1/findings?class=fee&class=weather", 422), ("/v1/findings.csv?class=weather", 422),
        ("/v1/findings.jsonl?service=nobody", 422), ("/v1/findings/report?format=pdf", 422),
        ("/v1/findings/report?lang=xx", 422), ("/v1/findings?cursor=" + "0" * 20, 400), ("/v1/findings/x", 422),
        ("/v1/findings/" + "0" * 20, 404), ("/v1/findings/" + "0" * 20 + "/verdicts", 404),
        ("/v1/verdicts?format=xml", 422),
    ],
)  # fmt: skip
def test_wrong_questions_get_a_problem(client, path, status):
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_a_wrong_parameter_is_named(client):
    errors = client.get("/v1/findings?service=nobody").json()["errors"]
    assert [(one["in"], one["field"]) for one in errors] == [("query", "service.0")]
    assert "nobody" in errors[0]["message"]


@pytest.mark.parametrize("path", ["/v1/findings", "/v1/findings.csv", "/v1/findings.jsonl", "/v1/findings/report"])
def test_where_nothing_was_built_it_is_told_and_no_answer_breaks_off(home, path):
    registry = Registry(home)
    client = TestClient(create_application(registry), base_url=HERE, raise_server_exceptions=False)
    answer = client.get(path)
    registry.close()
    assert (answer.status_code, answer.json()["type"]) == (503, "urn:anyq:problem:not-built")


def test_exports_hold_the_same_findings_as_the_list(client):
    items = client.get("/v1/findings?limit=100&class=deadline").json()["items"]
    lines = client.get("/v1/findings.jsonl?class=deadline")
    assert [json.loads(line) for line in lines.text.splitlines()] == items
    assert lines.headers["content-disposition"] == 'attachment; filename="findings.jsonl"'
    table = client.get("/v1/findings.csv?class=deadline")
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(StringIO(table.text)))
    assert [row["id"] for row in rows] == [one["id"] for one in items]
    for row, one in zip(rows, items, strict=True):
        assert row["a.evidence.quote"].removeprefix("'") == one["a"]["evidence"]["quote"]
        assert (row["why.ru"], row["b.evidence.start"]) == (one["why"]["ru"], str(one["b"]["evidence"]["start"]))
        assert None not in row.values()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_report_quotes_both_clauses_side_by_side(client, language):
    finding = planted(client)
    query = f"/v1/findings/report?lang={language}&class={finding['class']}"
    page = client.get(query)
    assert page.headers["content-language"] == language
    assert page.headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert finding["why"][language] in page.text
    file = Document(BytesIO(client.get(f"{query}&format=docx").content))
    cells = [[cell.text for cell in table.rows[0].cells] for table in file.tables]
    assert len(cells) == client.get(f"/v1/findings?class={finding['class']}").json()["counts"]["found"]
    quotes = {side["evidence"]["quote"] for side in (finding["a"], finding["b"])}
    assert any(all(any(quote in cell for cell in row) for quote in quotes) for row in cells)
    assert finding["why"][language] in [paragraph.text for paragraph in file.paragraphs]


def test_the_report_takes_the_language_of_the_request(client):
    answer = client.get("/v1/findings/report", headers={"accept-language": "ru"})
    assert answer.headers["content-language"] == "ru"
    assert '<html lang="ru">' in answer.text
