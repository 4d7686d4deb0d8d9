"""A running API as it answers mystery calls."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from kb.answer import Asked
from kb.collect.running_api import ApiError, RunningApi
from kb.model.mystery import MysteryQuestion
from kb.model.plain_json import Json
from kb.pipeline.mystery import told_state

MOST_BEFORE = 10  # earlier questions that a request may carry


class AskedApi:
    """Answers from an open `RunningApi`; what it refuses with 422 is an answer in the state refused."""

    def __init__(self, api: RunningApi) -> None:
        self.target = api.address
        self._api = api

    def ask(self, question: MysteryQuestion, before: Sequence[Asked]) -> Json:
        """The answer; raises ApiError for a failure of the API."""
        body: dict[str, Any] = {"q": question.q, "lang": question.language.value}
        if question.as_of:
            body["as_of"] = question.as_of.isoformat()
        if before:
            body["before"] = [{"q": one.text, "service": one.service} for one in before[-MOST_BEFORE:]]
        status, answer = self._api.post("/v1/ask", body)
        if status == 422 and isinstance(answer, dict):
            return {"state": "refused", "answer": str(answer.get("title") or "")}
        return self._known(status, answer, "/v1/ask")

    def service_ids(self, name: str) -> frozenset[str]:
        """All ids of a service; empty where there is none by this name."""
        path = f"/v1/services/{quote(name)}"
        status, answer = self._api.get(path)
        if status == 404:
            return frozenset()
        service = self._known(status, answer, path)
        service = service.get("service", service)
        return frozenset((service["id"], *service.get("ids", ())))

    def state(self) -> str:
        """When the base was built, and how many services and statements it holds."""
        status, answer = self._api.get("/readyz")
        ready = self._known(status, answer, "/readyz")
        return told_state(ready.get("built_at"), ready.get("counts") or {})

    def _known(self, status: int, answer: Any, path: str) -> Json:
        if status != 200 or not isinstance(answer, dict):
            raise ApiError(f"{self.target}{path} answers {status}; look at its log")
        return answer
