"""The endpoint of the documents that a person's case needs."""

from collections.abc import Callable
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from kb.api.calculators import Person
from kb.api.parameters import AsOf, Name
from kb.api.schemas.checklists import ChecklistShape
from kb.model import Language
from kb.model.plain_json import Json
from kb.pipeline import Registry
from kb.pipeline.checklists import checklist_to_json

Representative = Annotated[bool | None, Query(description="Whether a representative brings them")]
ListLanguage = Annotated[Language, Query(description="The text that is read where there are two")]


def add_checklists(router: APIRouter, registry: Registry, *, today: Callable[[], date]) -> None:
    """Puts `documents` below `/v1/services/{id}`."""

    @router.get("/{id:path}/documents", response_model=ChecklistShape, summary="The documents that a case needs")
    def show_documents(
        id: Name,  # noqa: A002 - the path names it so
        person: Person,
        as_of: AsOf = None,
        representative: Representative = None,
        language: ListLanguage = Language.KK,
    ) -> Json:
        found = registry.checklists.of_service(
            id, day=as_of or today(), person=person, representative=representative, language=language
        )
        return checklist_to_json(found)
