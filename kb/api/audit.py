"""The endpoint of the audit trail."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from kb.api.access import REFUSED, require
from kb.api.parameters import Cursor, Limit
from kb.api.schemas.audit import AuditShape
from kb.api.schemas.shape import Listing
from kb.api.staff_guard import StaffGuard
from kb.model.access import Work
from kb.model.plain_json import Json
from kb.pipeline import Registry
from kb.pipeline.audit_trail import audit_entry_to_json

By = Annotated[str | None, Query(max_length=100, description="Only what was done under this name")]
Action = Annotated[str | None, Query(max_length=100, description="Only this action: key.add, review.decide, ...")]


def create_audit_router(registry: Registry, guard: StaffGuard) -> APIRouter:
    """`/v1/audit`: read only, there is no way to change the trail."""
    router = APIRouter(
        prefix="/v1", tags=["audit"], responses=REFUSED, dependencies=[Depends(require(guard, Work.AUDIT))]
    )

    @router.get(
        "/audit",
        response_model=Listing[AuditShape],
        summary="What people changed, the newest first; needs the role administrator",
    )
    def list_audit(actor: By = None, action: Action = None, limit: Limit = 50, cursor: Cursor = None) -> Json:
        page = registry.access.trail.listed(after=cursor, actor=actor, action=action, limit=limit)
        return {"items": [audit_entry_to_json(one) for one in page.items], "next": page.next}

    return router
