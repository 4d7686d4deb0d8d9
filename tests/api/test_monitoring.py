"""Public monitoring over HTTP: waves, ratings, tables, exports, printed figures computed anew."""

import csv
import json
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from fastapi.testclient import TestClient

from kb.api import create_application
from kb.pipeline import Registry
from tests.monitored_base import EARLIER, REPORT, SAMPLE, WAVE, monitored, monitored_folder, several_ids

__all__ = ["monitored", "monitored_folder"]
RATING = f"/v1/monitoring/waves/{WAVE}/rating"


@pytest.fixture
def http(monitored: Registry) -> Iterator[TestClient]:
    with TestClient(create_application(monitored), raise_server_exceptions=False) as client:
        yield client


def told(http: TestClient, address: str, **headers: str) -> Any:
    answer = http.get(address, headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.json()


def sample_counts(question: str, **own: str) -> list[int]:
    with (SAMPLE / "marks.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["question"] == question]
    rows = [row for row in rows if all(row[column] == value for column, value in own.items())]
    return [sum(int(row[str(mark)]) for row in rows) for mark in range(1, 6)]


def test_waves_come_newest_first_and_page_by_page(http: TestClient) -> None:
    waves = told(http, "/v1/monitoring/waves")
    assert [one["id"] for one in waves["items"]] == [WAVE, EARLIER]
    first = told(http, "/v1/monitoring/waves?limit=1")
    second = told(http, f"/v1/monitoring/waves?limit=1&cursor={first['next']}")
    assert [*first["items"], *second["items"]] == waves["items"]
    assert second["next"] is None


def test_a_wave_tells_what_it_asked_in_the_language_of_the_request(http: TestClient) -> None:
    wave = told(http, f"/v1/monitoring/waves/{WAVE}", **{"accept-language": "ru"})
    asked = {one["code"]: one for one in wave["questions"]}
    assert asked["satisfaction"]["asked"] == sum(sample_counts("satisfaction")) + 11
    assert asked["trust"]["words"] == "доверие к услугодателю"
    assert asked["wait_submission"]["kind"] == "minutes"
    assert wave["keys"]["region"] == ["KZ-11", "KZ-75"]


def test_a_rating_can_be_computed_again_from_its_counts(http: TestClient) -> None:
    rating = told(http, RATING, **{"accept-language": "en"})
    assert [row["rank"] for row in rating["items"]] == [1, 2, 3]
    for row in rating["items"]:
        assert row["counts"] == sample_counts("satisfaction", service=row["key"])
        assert abs(row["satisfaction"] - 100 * row["counts"][4] / sum(row["counts"])) <= 0.05
        marks = sum(mark * count for mark, count in enumerate(row["counts"], start=1))
        assert abs(row["mean"] - marks / sum(row["counts"])) <= 0.005
        assert row["name_kk"] != row["key"] != row["name_ru"]
    assert rating["formulas"][0]["formula"] == "n(5) / n(1…5)"
    assert "2017" in rating["formulas"][0]["source"]


def test_a_rating_is_narrowed_and_cut_by_the_stated_rule(http: TestClient) -> None:
    in_one = told(http, f"{RATING}?region=KZ-11&channel=provider_office&by=service")
    by_key = {row["key"]: row["counts"] for row in in_one["items"]}
    assert by_key["ulgi-02"] == sample_counts(
        "satisfaction", service="ulgi-02", region="Ақмола облысы", channel="provider_office"
    )
    cut = told(http, f"{RATING}?least=180")
    assert cut["excluded"] == ["ulgi-01"]
    assert {row["key"] for row in cut["items"]} == {"ulgi-02", "ulgi-03"}
    fours = told(http, f"{RATING}?best_two=true&service=ulgi-01")["items"][0]
    assert abs(fours["satisfaction"] - 100 * sum(fours["counts"][3:]) / sum(fours["counts"])) <= 0.05
    first = told(http, f"{RATING}?limit=2")
    rest = told(http, f"{RATING}?limit=2&cursor={first['next']}")
    assert [row["rank"] for row in (*first["items"], *rest["items"])] == [1, 2, 3]


def test_former_ids_of_a_service_are_the_service_of_today(http: TestClient, monitored: Registry) -> None:
    current, former = several_ids(monitored)
    address = f"/v1/monitoring/waves/{EARLIER}/rating"
    row = next(row for row in told(http, address)["items"] if row["key"] == current)
    assert row["counts"] == [1, 1, 2, 8, 28]
    assert row["name_kk"] == monitored.service(current).name_kk
    for name in (current, former):
        assert told(http, f"{address}?service={name}")["items"][0]["counts"] == row["counts"]
        assert told(http, f"/v1/monitoring/trend?key={name}")["items"][0]["counts"] == row["counts"]
    body = told(http, f"{address}?by=body")["items"][0]
    assert (body["services"], body["flags"]) == (3, [])


def test_aspects_that_were_not_asked_are_named(http: TestClient) -> None:
    table = told(http, f"/v1/monitoring/waves/{WAVE}/aspects")
    assert table["aspects"] == ["term", "trust"]
    assert len(table["missing"]) == 6
    cell = next(row for row in table["items"] if row["key"] == "ecology-ministry")["cells"]["term"]
    assert cell["counts"] == sample_counts("term", body="Экология және табиғи ресурстар министрлігі")


def test_channels_and_regions_have_the_difference_of_unrounded_shares(http: TestClient) -> None:
    for address in ("channels?by=region", "regions"):
        table = told(http, f"/v1/monitoring/waves/{WAVE}/{address}")
        for row in table["items"]:
            one, other = (row["cells"][channel]["counts"] for channel in ("state_corporation", "provider_office"))
            expected = 100 * (one[4] / sum(one) - other[4] / sum(other))
            assert abs(row["difference"] - expected) <= 0.05
            if "overall" in row:
                assert row["overall"]["counts"] == [a + b for a, b in zip(one, other, strict=True)]


def test_tension_shows_the_five_counts_that_it_is_the_mean_of(http: TestClient) -> None:
    for row in told(http, f"/v1/monitoring/waves/{WAVE}/tension?by=service")["items"]:
        parts = [one["met"] / one["rated"] for one in row["indicators"].values()]
        assert len(parts) == 5
        assert abs(row["index"] - 100 * sum(parts) / 5) <= 0.005


def test_a_trend_says_why_years_cannot_be_compared(http: TestClient) -> None:
    one = told(http, "/v1/monitoring/trend?key=ulgi-01")["items"]
    assert [point["wave"] for point in one] == [EARLIER, WAVE]
    assert (one[0]["notes"], one[1]["notes"]) == ([], ["other_method"])
    body = told(http, "/v1/monitoring/trend?key=agriculture-ministry&by=body&measure=mean")["items"]
    assert body[1]["notes"] == ["other_services", "other_method"]
    assert body[1]["compared"] == {"common": 2, "gone": 1, "new": 0}
    assert told(http, "/v1/monitoring/trend?key=no-such")["items"] == []


def test_exports_hold_every_count_once_and_nobody(http: TestClient) -> None:
    lines = [json.loads(line) for line in http.get(f"/v1/monitoring/waves/{WAVE}/marks.jsonl").text.splitlines()]
    counted: Counter[tuple[str, Any]] = Counter()
    for line in lines:
        assert "respondent" not in line
        counted[line["question"], line["value"]] += line["count"]
    assert [counted["trust", mark] for mark in range(1, 6)] == sample_counts("trust")
    assert counted["visit_score", 7.5] == 1
    answer = http.get(f"/v1/monitoring/waves/{WAVE}/marks.csv")
    assert answer.headers["content-disposition"] == f'attachment; filename="{WAVE}-marks.csv"'
    rows = list(csv.DictReader(StringIO(answer.text)))
    assert sum(int(row["count"]) for row in rows) == sum(line["count"] for line in lines)
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_a_report_is_computed_anew(http: TestClient) -> None:
    address = f"/v1/monitoring/recomputed/{REPORT.name}"
    every = told(http, f"{address}?limit=100")
    assert sum(every["counts"].values()) >= len(every["items"]) > 0
    differs = told(http, f"{address}?standing=differs&limit=100", **{"accept-language": "ru"})
    assert len(differs["items"]) == differs["counts"]["differs"] > 0
    figure = differs["items"][0]
    for place in (figure["evidence"], *figure["ground"]):
        text = http.get(f"/v1/snapshots/{place['snapshot']}/text").text
        assert text[place["start"] : place["end"]] == place["quote"]
    assert figure["words"] != figure["reason"]


@pytest.mark.parametrize(
    ("address", "status", "field"),
    [
        ("/v1/monitoring/waves/no-such", 404, None),
        ("/v1/monitoring/waves/no-such/rating", 404, None),
        ("/v1/monitoring/waves/no-such/marks.csv", 404, None),
        ("/v1/monitoring/waves/..%2Fulgi-2025", 404, None),
        (f"{RATING}?by=planet", 422, "by"),
        (f"{RATING}?measure=luck", 422, "measure"),
        (f"{RATING}?question=complaints", 422, "question"),
        (f"{RATING}?question=luck", 422, "question"),
        (f"{RATING}?body=no-ministry", 422, "body"),
        (f"{RATING}?region=KZ-99", 422, "region"),
        (f"{RATING}?channel=post", 422, "channel"),
        (f"{RATING}?service=no-such", 422, "service"),
        (f"{RATING}?least=-1", 422, "least"),
        (f"{RATING}?cursor=third", 400, None),
        (f"{RATING}?cursor=99", 400, None),
        (f"{RATING}?question=courtesy", 422, None),
        (f"/v1/monitoring/waves/{EARLIER}/tension", 422, None),
        ("/v1/monitoring/trend", 422, "key"),
        ("/v1/monitoring/waves?cursor=-1", 400, None),
        ("/v1/monitoring/recomputed/nothing.txt", 404, None),
        (f"/v1/monitoring/recomputed/{REPORT}", 404, None),
        ("/v1/monitoring/recomputed/%2Fetc%2Fpasswd", 404, None),
    ],
)
def test_a_wrong_question_is_a_problem(http: TestClient, address: str, status: int, field: str | None) -> None:
    answer = http.get(address, headers={"accept-language": "ru"})
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["content-language"] == "ru"
    if field:
        assert field in [error["field"] for error in answer.json()["errors"]]


def test_a_wave_that_cannot_be_read_is_told_as_a_failure(built: Any) -> None:
    (built.folder / "monitoring").mkdir()
    (built.folder / "monitoring" / "broken.parquet").write_bytes(b"PAR1 nothing PAR1")
    registry = Registry(built)
    try:
        with TestClient(create_application(registry), raise_server_exceptions=False) as client:
            answer = client.get("/v1/monitoring/waves/broken/rating")
            assert (answer.status_code, answer.json()["type"]) == (503, "urn:anyq:problem:answers-away")
    finally:
        registry.close()


@pytest.mark.parametrize(
    ("form", "media_type", "magic"),
    [
        ("html", "text/html; charset=utf-8", b"<!doctype html>"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK"),
    ],
)
def test_the_report_comes_in_each_form_and_language(http: TestClient, form: str, media_type: str, magic: bytes) -> None:
    address = f"/v1/monitoring/waves/{WAVE}/report.{form}"
    answer = http.get(address, headers={"accept-language": "ru"})
    assert (answer.status_code, answer.headers["content-type"]) == (200, media_type)
    assert answer.headers["content-language"] == "ru"
    assert answer.content.startswith(magic)
    assert http.get(f"{address}?lang=en").headers["content-language"] == "en"
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    if form != "html":
        assert answer.headers["content-disposition"] == f'attachment; filename="{WAVE}.{form}"'
    for wrong, status in (("/v1/monitoring/waves/no-such/report." + form, 404), (f"{address}?lang=xx", 422)):
        problem = http.get(wrong)
        assert (problem.status_code, problem.headers["content-type"]) == (status, "application/problem+json")
