"""Endpoints of services, their cards and statements."""

from collections.abc import Callable
from datetime import date

from fastapi import APIRouter

from kb.api.calculators import add_calculators
from kb.api.card_views import add_card_views
from kb.api.checklists import add_checklists
from kb.api.parameters import AsOf, Cursor, Limit, Name
from kb.api.practice import add_practice
from kb.api.schemas.registry import SelectionShape
from kb.api.schemas.shape import Listing
from kb.api.schemas.statement import CardShape, StatementShape
from kb.api.service_conditions import Conditions, RegisterDay, Year
from kb.model.plain_json import Json
from kb.model.shapes import statement_to_json
from kb.pipeline import Registry, dated_card
from kb.pipeline.catalogue_json import selection_to_json


def create_services_router(registry: Registry, *, today: Callable[[], date]) -> APIRouter:
    """`/v1/services` and what stands below it."""
    # An id may hold a slash (`zan:…/annex-2`), so the longer path is declared before the shorter.
    router = APIRouter(prefix="/v1/services", tags=["services"])

    @router.get("", response_model=SelectionShape, summary="Services of the registry, all or by conditions")
    def list_services(
        conditions: Conditions,
        as_of: RegisterDay = None,
        year: Year = None,
        limit: Limit = 50,
        cursor: Cursor = None,
    ) -> Json:
        found = registry.catalogue.select(conditions, as_of=as_of, year=year, after=cursor, limit=limit)
        return selection_to_json(found)

    @router.get("/{id:path}/statements", response_model=Listing[StatementShape], summary="Statements of a service")
    def list_statements(id: Name, limit: Limit = 50, cursor: Cursor = None) -> Json:  # noqa: A002
        service = registry.service(id)
        page = registry.statements(id, after=cursor, limit=limit)
        return {"items": [statement_to_json(statement, service) for statement in page.items], "next": page.next}

    add_card_views(router, registry, today=today)
    add_calculators(router, registry, today=today)
    add_checklists(router, registry, today=today)
    add_practice(router, registry, today=today)

    @router.get("/{id:path}", response_model=CardShape, summary="The card of a service, found by any of its ids")
    def show_card(id: Name, as_of: AsOf = None) -> Json:  # noqa: A002 - the path names it so
        card = registry.card(id)
        return dated_card(card, as_of or today(), acts=registry.acts.of_card(card))

    return router
