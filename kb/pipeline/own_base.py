"""The base of this machine as it answers mystery calls; nothing of them reaches the query log."""

from collections.abc import Sequence

from kb.answer import AnswerError, Asked
from kb.model.answer_shapes import answer_to_json
from kb.model.mystery import MysteryQuestion
from kb.model.plain_json import Json
from kb.pipeline.errors import UnknownName
from kb.pipeline.mystery import told_state
from kb.pipeline.registry import Registry
from kb.search import BadQuery


class OwnBase:
    """Answers from an open registry."""

    target = "base"

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def ask(self, question: MysteryQuestion, before: Sequence[Asked]) -> Json:
        """The answer; one that no search takes is refused."""
        try:
            answer = self._registry.ask(
                question.q, language=question.language, as_of=question.as_of, before=tuple(before)
            )
        except (BadQuery, AnswerError) as problem:
            return {"state": "refused", "answer": str(problem)}
        return answer_to_json(answer)

    def service_ids(self, name: str) -> frozenset[str]:
        """All ids of a service; empty where there is none by this name."""
        try:
            found = self._registry.service(name)
        except UnknownName:
            return frozenset()
        return frozenset((found.id, *found.ids))

    def state(self) -> str:
        """When the base was built, and how many services and statements it holds."""
        status = self._registry.status()
        return told_state(status.built_at.isoformat() if status.built_at else None, status.counts)
