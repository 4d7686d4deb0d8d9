"""Putting the parts together."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from kb.app.settings import Settings
from kb.app.warming import warm_up
from kb.pipeline import Registry

if TYPE_CHECKING:
    from fastapi import FastAPI


def open_registry(settings: Settings) -> Registry:
    """The base of the settings' home, opened for reading."""
    return Registry(settings.open_home(), log_days=settings.query_log_days)


def build_application(settings: Settings, *, warm: bool = False) -> "FastAPI":
    """API and pages over one registry, which is closed when the application stops. `warm` readies the consultant before
    the first caller comes."""
    # API and pages take half a second to load; commands that do not serve do without them.
    from kb.api import StaffGuard, create_application, is_loopback  # noqa: PLC0415
    from kb.web import create_router, page_error  # noqa: PLC0415

    registry = open_registry(settings)

    @asynccontextmanager
    async def life(_application: "FastAPI") -> AsyncIterator[None]:
        registry.queries.begin()
        if warm:
            await asyncio.to_thread(warm_up, registry)
        yield
        registry.close()

    guard = StaffGuard(access=registry.access, loopback=settings.local_staff and is_loopback(settings.host))
    application = create_application(registry, page_error=page_error, guard=guard)
    application.include_router(create_router(registry, door=guard, address=settings.public_address))
    application.router.lifespan_context = life
    return application
