"""Recommendations as their page shows them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from kb.model import Language, Service
from kb.model.recommendation import NEXT_STATES, KeptRecommendation, RecommendationState, RecommendationStep
from kb.pipeline.today import KAZAKHSTAN
from kb.web.service_address import service_address
from kb.web.source_link import SourceLink, source_link
from kb.web.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """One step; `actor` is shown to staff alone."""

    day: str
    state: str
    note: str
    owner: str | None
    due: str | None
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationRow:
    """A recommendation in the list: what it follows from (`ground`, `finding`), where it stands, and which states may
    come next, each with the words of its button."""

    id: str
    day: str
    words: str
    language: Language
    ground: SourceLink | None
    finding: str | None
    service: tuple[str, str] | None
    state: str
    state_words: str
    owner: str | None
    due: str | None
    due_iso: str
    overdue: bool
    steps: tuple[StepLine, ...]
    next: tuple[tuple[str, str], ...]


def recommendation_row(
    kept: KeptRecommendation, words: Words, *, today: date, service: Callable[[str], Service | None]
) -> RecommendationRow:
    """A recommendation in one row."""
    told = kept.recommendation
    return RecommendationRow(
        id=kept.id,
        day=words.day(kept.made_at.astimezone(KAZAKHSTAN).date()),
        words=told.words,
        language=told.language,
        ground=source_link(told.place, words) if told.place else None,
        finding=f"/findings/{quote(told.finding)}" if told.finding else None,
        service=_service(told.service, service, words) if told.service else None,
        state=kept.state.value,
        state_words=state_words(kept.state, words),
        owner=kept.owner,
        due=words.day(kept.due) if kept.due else None,
        due_iso=kept.due.isoformat() if kept.due else "",
        overdue=kept.overdue(today),
        steps=tuple(_step(step, words) for step in kept.steps),
        next=tuple((state.value, words(f"recommendations.to.{state.value}")) for state in NEXT_STATES[kept.state]),
    )


def state_words(state: RecommendationState, words: Words) -> str:
    """A state in words."""
    return words(f"recommendations.state.{state.value}")


def _service(name: str, find: Callable[[str], Service | None], words: Words) -> tuple[str, str]:
    found = find(name)
    if found is None:
        return name, ""
    shown = found.name_ru if words.language is Language.RU and found.name_ru else found.name_kk
    return shown or found.name_ru or name, service_address(found.id)


def _step(step: RecommendationStep, words: Words) -> StepLine:
    return StepLine(
        day=words.day(step.at.astimezone(KAZAKHSTAN).date()),
        state=state_words(step.state, words),
        note=step.note,
        owner=step.owner,
        due=words.day(step.due) if step.due else None,
        actor=step.actor,
    )
