"""All pages of promise and practice."""

from collections.abc import Callable
from datetime import date

from fastapi import APIRouter

from kb.pipeline import Registry
from kb.web.practice.burden_pages import create_burden_router
from kb.web.practice.live_pages import create_live_router
from kb.web.practice.recommendation_pages import create_recommendation_router
from kb.web.staff_access import StaffDoor


def create_practice_router(registry: Registry, *, today: Callable[[], date], door: StaffDoor | None) -> APIRouter:
    """`/monitoring/recommendations`, `/monitoring/burden` and, where there is a `door`, `/live-marks`."""
    router = APIRouter(include_in_schema=False)
    router.include_router(create_recommendation_router(registry, today=today, door=door))
    router.include_router(create_burden_router(registry, today=today))
    if door is not None:
        router.include_router(create_live_router(registry, door))
    return router
