"""Keeping recommendations and their steps."""

from sqlalchemy import func, insert, select, update

from kb.model.recommendation import KeptRecommendation, RecommendationStep
from kb.model.shapes import evidence_to_json
from kb.store.practice_tables import RecommendationRow, RecommendationStepRow
from kb.store.recommendation_reader import RecommendationReader
from kb.store.search_reader import moment_text


class RecommendationWriter(RecommendationReader):
    """Changes the recommendations; a step is only added."""

    def add_recommendation(self, kept: KeptRecommendation) -> None:
        """Keeps a recommendation with its first step."""
        told = kept.recommendation
        row = {
            "id": kept.id,
            "key": told.key,
            "made_at": moment_text(kept.made_at),
            "language": told.language.value,
            "words": told.words,
            "service": told.service,
            "finding": told.finding,
            "place": evidence_to_json(told.place) if told.place else None,
            "owner": kept.owner,
            "due": kept.due.isoformat() if kept.due else None,
            "state": kept.state.value,
        }
        self._connection.execute(insert(RecommendationRow), row)
        for step in kept.steps:
            self._add_step(kept.id, step)

    def change_recommendation(self, name: str, step: RecommendationStep) -> None:
        """Adds a step to the recommendation of this id and lets it stand as the step says."""
        due = step.due.isoformat() if step.due else None
        here = update(RecommendationRow).where(RecommendationRow.id == name)
        self._connection.execute(here.values(state=step.state.value, owner=step.owner, due=due))
        self._add_step(name, step)

    def _add_step(self, name: str, step: RecommendationStep) -> None:
        steps = select(func.count()).where(RecommendationStepRow.recommendation == name)
        row = {
            "recommendation": name,
            "position": self._connection.execute(steps).scalar_one(),
            "at": moment_text(step.at),
            "actor": step.actor,
            "state": step.state.value,
            "owner": step.owner,
            "due": step.due.isoformat() if step.due else None,
            "note": step.note,
        }
        self._connection.execute(insert(RecommendationStepRow), row)
