"""What the endpoints give back, checked against their declared shapes."""

import pytest
from pydantic import BaseModel

from kb.api.schemas.answer import AnswerShape
from kb.api.schemas.archive import ActShape, ReadyShape, SnapshotShape, SourceShape
from kb.api.schemas.calculators import ServiceDueDatesShape, ServiceFeesShape
from kb.api.schemas.card_views import CardDifferenceShape, HistoryShape, SidesShape
from kb.api.schemas.evidence import IssueShape
from kb.api.schemas.registry import CountersShape, SelectionShape
from kb.api.schemas.search import SearchShape, SuggestionsShape
from kb.api.schemas.shape import Listing
from kb.api.schemas.statement import CardShape, StatementShape
from kb.model.answer_shapes import answer_to_json
from kb.model.service_shapes import service_to_json
from kb.model.shapes import statement_to_json
from tests.web.memory_base import MemoryRegistry
from tests.web.memory_texts import KK_ACT, NEST, STATEMENTS, TODAY

SHAPES = {
    "/v1/services": SelectionShape,
    "/v1/services?paid=true&year=2026": SelectionShape,
    "/v1/registry/counters": CountersShape,
    "/v1/services/nest-1": CardShape,
    "/v1/services/mon2026-01": CardShape,
    "/v1/services/kite/2": CardShape,
    "/v1/services/nest-1/history": HistoryShape,
    "/v1/services/kite/2/history?attribute=fee": HistoryShape,
    "/v1/services/nest-1/difference?from=2025-01-01&to=2026-11-25": CardDifferenceShape,
    "/v1/services/nest-1/sides": SidesShape,
    "/v1/services/nest-1/fee?as_of=2026-11-25&copies=2": ServiceFeesShape,
    "/v1/services/nest-1/fee?as_of=2022-07-01&case=балапан": ServiceFeesShape,
    "/v1/services/kite/2/fee": ServiceFeesShape,
    "/v1/services/nest-1/due-date?filed=2026-11-21&extended=true": ServiceDueDatesShape,
    "/v1/services/nest-1/due-date?filed=2026-12-30": ServiceDueDatesShape,
    "/v1/services/nest-1/statements": Listing[StatementShape],
    "/v1/search?q=ұя": SearchShape,
    "/v1/suggest?q=құс": SuggestionsShape,
    "/v1/ask?q=мерзімі қандай": AnswerShape,
    "/v1/acts/X2600000001": ActShape,
    f"/v1/snapshots/{KK_ACT.digest}": SnapshotShape,
    "/v1/sources": Listing[SourceShape],
    "/v1/issues": Listing[IssueShape],
    "/readyz": ReadyShape,
}


def undeclared(value: object, path: str = "") -> list[str]:
    if isinstance(value, BaseModel):
        extra = [f"{path}.{name}" for name in value.model_extra or {}]
        return extra + [
            found for name in type(value).model_fields for found in undeclared(getattr(value, name), f"{path}.{name}")
        ]
    if isinstance(value, dict):
        return [found for name, one in value.items() for found in undeclared(one, f"{path}.{name}")]
    if isinstance(value, (list, tuple)):
        return [found for one in value for found in undeclared(one, f"{path}[]")]
    return []


@pytest.mark.parametrize(("path", "shape"), SHAPES.items(), ids=list(SHAPES))
def test_declared_shape_is_what_leaves(client, path, shape):
    response = client.get(path)
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    assert undeclared(shape.model_validate(response.json())) == []


def test_statements_equal_the_exported_lines(client):
    items = client.get("/v1/services/nest-1/statements?limit=100").json()["items"]
    assert items == [statement_to_json(statement, NEST) for statement in STATEMENTS]


def test_services_equal_the_exported_lines(client):
    assert client.get("/v1/services").json()["items"][0] == service_to_json(NEST)


def test_pages_of_statements_follow_their_cursor_to_the_end(client):
    seen, cursor = [], ""
    while cursor is not None:
        page = client.get(f"/v1/services/nest-1/statements?limit=5{cursor and '&cursor=' + cursor}").json()
        assert len(page["items"]) <= 5
        seen += [one["id"] for one in page["items"]]
        cursor = page["next"]
    assert seen == [statement.id for statement in STATEMENTS]


def test_pages_of_issues_follow_their_cursor_to_the_end(client):
    first = client.get("/v1/issues?limit=2").json()
    second = client.get("/v1/issues", params={"limit": 2, "cursor": first["next"]}).json()
    assert [one["line"] for one in first["items"] + second["items"]] == [1, 2, 3]
    assert second["next"] is None


def test_card_is_looked_at_on_the_asked_day(client):
    today = client.get("/v1/services/nest-1").json()
    assert today["as_of"] == TODAY.isoformat()
    assert today["statements"]["fee"][0]["tenge"] == 2162.5
    earlier = client.get("/v1/services/nest-1?as_of=2017-10-01").json()
    assert earlier["statements"]["fee"][0]["tenge"] == 1134.5
    assert client.get("/v1/services/nest-1?as_of=1995-01-01").json()["statements"]["fee"][0]["tenge"] is None


def test_card_tells_what_holds_and_by_which_rule_the_rest_does_not(client):
    card = client.get("/v1/services/nest-1").json()
    terms = [one for one in card["statements"]["deadline"] if one["value"]["purpose"] == "service"]
    assert [(one["value"]["value"], one["effective"]) for one in terms] == [(5, True), (5, True), (7, False)]
    overridden = terms[-1]
    assert (overridden["day_standing"], overridden["overridden_since"]) == ("overridden", "2026-01-10")
    assert overridden["overridden_by"] == overridden["superseded_by"]
    assert overridden["overridden_by"] in {one["id"] for one in terms[:2]}
    rule = card["rules"][overridden["rule"]]
    assert set(rule["title"]) == {"kk", "ru", "en"}
    assert rule["source"]


def test_views_of_a_card_agree_with_it(client):
    card = client.get("/v1/services/nest-1").json()
    ids = {one["id"] for group in card["statements"].values() for one in group}
    entries = client.get("/v1/services/nest-1/history").json()["entries"]
    assert {name for one in entries for name in one["statements"]} == ids
    sides = client.get("/v1/services/nest-1/sides").json()
    assert [one["source_kind"] for one in sides["speakers"]] == ["act", "portal_card"]
    assert all(len(row["cells"]) == 2 for row in sides["rows"])
    differing = [row["attribute"] for row in sides["rows"] if row["differs"]]
    assert differing == ["deadline"]


def test_difference_of_a_card_needs_two_days(client):
    assert client.get("/v1/services/nest-1/difference?from=2026-01-01").status_code == 422
    same = client.get("/v1/services/nest-1/difference?from=2026-11-25&to=2026-11-25").json()
    assert same["changes"] == []
    assert client.get("/v1/services/nobody/history").status_code == 404


def test_question_in_the_address_and_in_the_body_get_one_answer(client):
    asked = {"q": "мерзімі қандай", "as_of": "2017-10-01"}
    by_get = client.get("/v1/ask", params=asked).json()
    by_post = client.post("/v1/ask", json=asked).json()
    assert by_get == by_post
    assert by_get["as_of"] == "2017-10-01"
    registry = MemoryRegistry()
    assert by_get["citations"] == answer_to_json(registry.ask("мерзімі қандай"))["citations"]


def test_quote_equals_its_slice_of_the_served_text(client):
    for statement in client.get("/v1/services/nest-1/statements?limit=100").json()["items"]:
        evidence = statement["evidence"]
        text = client.get(f"/v1/snapshots/{evidence['snapshot']}/text")
        assert text.headers["content-type"] == "text/plain; charset=utf-8"
        assert text.text[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_search_passes_the_date_on(client, registry):
    client.get("/v1/search", params={"q": "ұя", "as_of": "2020-02-03"})
    text, day = registry.asked[-1]
    assert (text, day.isoformat()) == ("ұя", "2020-02-03")


def test_counters_tell_requests_by_route_not_by_address(client):
    client.get("/v1/services/nest-1")
    client.get("/v1/services/never-heard-of")
    client.get("/anything/at/all")
    text = client.get("/metrics").text
    assert 'anyq_requests_total{method="GET",route="/v1/services/{id:path}",status="200"} 1.0' in text
    assert 'route="unmatched",status="404"' in text
    assert "never-heard-of" not in text
    assert "anything" not in text
