"""Recommendations as JSON."""

from datetime import date

from kb.model.plain_json import Json
from kb.model.recommendation import KeptRecommendation, RecommendationStep
from kb.model.shapes import evidence_to_json


def recommendation_to_json(kept: KeptRecommendation, *, today: date, actors: bool) -> Json:
    """A recommendation as it stands on a day; `actors` False leaves out who entered the steps."""
    told = kept.recommendation
    return {
        "id": kept.id,
        "made_at": kept.made_at.isoformat(timespec="seconds"),
        "words": told.words,
        "language": told.language.value,
        "service": told.service,
        "finding": told.finding,
        "place": evidence_to_json(told.place) if told.place else None,
        "state": kept.state.value,
        "owner": kept.owner,
        "due": kept.due.isoformat() if kept.due else None,
        "overdue": kept.overdue(today),
        "steps": [_step_to_json(step, actors=actors) for step in kept.steps],
    }


def _step_to_json(step: RecommendationStep, *, actors: bool) -> Json:
    return {
        "at": step.at.isoformat(timespec="seconds"),
        "actor": step.actor if actors else None,
        "state": step.state.value,
        "owner": step.owner,
        "due": step.due.isoformat() if step.due else None,
        "note": step.note,
    }
