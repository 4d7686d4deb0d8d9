"""Endpoints of the register of services as a whole."""

from fastapi import APIRouter

from kb.api.schemas.registry import CountersShape
from kb.pipeline import Registry
from kb.pipeline.catalogue_json import Json, counters_to_json


def create_registry_router(registry: Registry) -> APIRouter:
    """`/v1/registry`."""
    router = APIRouter(prefix="/v1/registry", tags=["registry"])

    @router.get("/counters", response_model=CountersShape, summary="The register in numbers, year by year")
    def count_years() -> Json:
        return {"items": counters_to_json(registry.catalogue.counters())}

    return router
