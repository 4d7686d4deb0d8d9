"""What the endpoints give back, checked against their declared shapes."""

import pytest
from pydantic import BaseModel

from kb.api.schemas.answer import AnswerShape
from kb.api.schemas.archive import ActShape, ReadyShape, SnapshotShape, SourceShape
from kb.api.schemas.evidence import IssueShape
from kb.api.schemas.search import SearchShape, SuggestionsShape
from kb.api.schemas.service import ServiceShape
from kb.api.schemas.shape import Listing
from kb.api.schemas.statement import CardShape, StatementShape
from kb.model.shapes import answer_to_json, service_to_json, statement_to_json
from tests.web.memory_base import MemoryRegistry
from tests.web.memory_texts import KK_ACT, NEST, STATEMENTS, TODAY

SHAPES = {
    "/v1/services": Listing[ServiceShape],
    "/v1/services/nest-1": CardShape,
    "/v1/services/mon2026-01": CardShape,
    "/v1/services/kite/2": CardShape,
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
