"""Endpoints of the texts of acts: what changed, both languages, references."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from kb.api.parameters import Name
from kb.api.schemas.acts import ActLinkShape, PartDifferenceShape, PartPairsShape
from kb.api.schemas.impact import ImpactShape
from kb.api.schemas.shape import Listing
from kb.model import Language
from kb.model.plain_json import Json
from kb.pipeline import Registry
from kb.pipeline.act_json import difference_to_json, link_to_json, pairs_to_json
from kb.pipeline.impact import impact_to_json

ActDay = Annotated[date | None, Query(description="The edition in force on this day; today when left out")]
ActLanguage = Annotated[Language, Query(description="Language of the text: kk or ru")]
ImpactEdition = Annotated[date | None, Query(description="Day of the edition; the newest one when left out")]
FromDay = Annotated[date, Query(alias="from", description="The edition in force on this day")]
ToDay = Annotated[date, Query(alias="to", description="The edition in force on this day")]


def create_acts_router(registry: Registry) -> APIRouter:
    """`difference`, `parallel` and `links` of `/acts/{id}`."""
    router = APIRouter()

    @router.get(
        "/acts/{id:path}/difference",
        response_model=Listing[PartDifferenceShape],
        summary="What changed in an act between two days, clause by clause",
    )
    def show_difference(id: Name, before: FromDay, after: ToDay, language: ActLanguage = Language.KK) -> Json:  # noqa: A002
        parts = registry.acts.difference(id, before, after, language=language)
        return {"items": [difference_to_json(part) for part in parts], "next": None}

    @router.get(
        "/acts/{id:path}/parallel",
        response_model=Listing[PartPairsShape],
        summary="Which Kazakh clause of an act is which Russian one",
    )
    def show_parallel(id: Name, as_of: ActDay = None) -> Json:  # noqa: A002
        parts = registry.acts.parallel(id, as_of=as_of)
        return {"items": [pairs_to_json(part) for part in parts], "next": None}

    @router.get(
        "/acts/{id:path}/links",
        response_model=Listing[ActLinkShape],
        summary="The references of an act and where they lead",
    )
    def show_links(id: Name, as_of: ActDay = None, language: ActLanguage = Language.KK) -> Json:  # noqa: A002
        links = registry.acts.links(id, language=language, as_of=as_of)
        return {"items": [link_to_json(link) for link in links], "next": None}

    @router.get(
        "/acts/{id:path}/impact",
        response_model=ImpactShape,
        summary="What an edition of an act changes: clauses, values of services, contradictions",
    )
    def show_impact(id: Name, edition: ImpactEdition = None) -> Json:  # noqa: A002
        return impact_to_json(registry.impacts.of_edition(id, edition=edition))

    return router
