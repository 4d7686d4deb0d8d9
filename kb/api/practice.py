"""The endpoint of a service's promise beside its practice."""

from collections.abc import Callable
from datetime import date

from fastapi import APIRouter

from kb.api.parameters import AsOf, Name
from kb.api.schemas.practice import PracticeShape
from kb.model.plain_json import Json
from kb.pipeline import Registry
from kb.pipeline.dating import rule_card
from kb.pipeline.practice.practice_json import practice_to_json


def add_practice(router: APIRouter, registry: Registry, *, today: Callable[[], date]) -> None:
    """Puts `practice` below `/v1/services/{id}`."""

    @router.get(
        "/{id:path}/practice", response_model=PracticeShape, summary="What is promised, beside what people reported"
    )
    def show_practice(id: Name, as_of: AsOf = None) -> Json:  # noqa: A002 - the path names it so
        card, day = registry.card(id), as_of or today()
        rulings = rule_card(card, day, acts=registry.acts.of_card(card))
        return practice_to_json(registry.practice.of_service(card, rulings, day=day))
