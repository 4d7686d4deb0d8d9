"""Endpoints of a card over time, between two days, and speaker by speaker."""

from collections.abc import Callable
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from kb.api.parameters import AsOf, Name
from kb.api.schemas.card_views import CardDifferenceShape, HistoryShape, SidesShape
from kb.model import Attribute, Language
from kb.model.plain_json import Json
from kb.model.service_shapes import service_reference
from kb.pipeline import Registry
from kb.pipeline.card_difference import card_difference, change_to_json
from kb.pipeline.card_history import card_history, history_to_json
from kb.pipeline.side_by_side import compare_sides, sides_to_json

FromDay = Annotated[date, Query(alias="from", description="The earlier day")]
ToDay = Annotated[date, Query(alias="to", description="The later day")]
OneAttribute = Annotated[Attribute | None, Query(description="One attribute; all of them when left out")]
TextLanguage = Annotated[
    Language | None, Query(description="Texts of another language speak only where their speaker is silent in this one")
]


def add_card_views(router: APIRouter, registry: Registry, *, today: Callable[[], date]) -> None:
    """Puts `history`, `difference` and `sides` below `/v1/services/{id}`."""

    @router.get("/{id:path}/history", response_model=HistoryShape, summary="The values of a service over time")
    def show_history(id: Name, attribute: OneAttribute = None) -> Json:  # noqa: A002 - the path names it so
        card = registry.card(id)
        entries = card_history(card, today=today(), acts=registry.acts.of_card(card), attribute=attribute)
        return {"service": service_reference(card.service), "entries": [history_to_json(one) for one in entries]}

    @router.get("/{id:path}/difference", response_model=CardDifferenceShape, summary="What changed between two days")
    def show_difference(id: Name, start: FromDay, end: ToDay) -> Json:  # noqa: A002
        card = registry.card(id)
        changes = card_difference(card, start, end, acts=registry.acts.of_card(card))
        return {
            "service": service_reference(card.service),
            "from": start.isoformat(),
            "to": end.isoformat(),
            "changes": [change_to_json(one) for one in changes],
        }

    @router.get("/{id:path}/sides", response_model=SidesShape, summary="What each speaker says, side by side")
    def show_sides(id: Name, as_of: AsOf = None, language: TextLanguage = None) -> Json:  # noqa: A002
        card, day = registry.card(id), as_of or today()
        sides = compare_sides(card, day, acts=registry.acts.of_card(card), language=language)
        return {"service": service_reference(card.service), "as_of": day.isoformat(), **sides_to_json(sides)}
