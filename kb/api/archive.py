"""Endpoints of the record: acts, snapshots, sources, issues."""

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse

from kb.api.acts import create_acts_router
from kb.api.archive_json import act_record_to_json, issue_to_json, snapshot_to_json
from kb.api.paging import page_of
from kb.api.parameters import Cursor, Digest, Limit, Name
from kb.api.schemas.archive import ActShape, SnapshotShape, SourceShape
from kb.api.schemas.evidence import IssueShape
from kb.api.schemas.shape import Listing
from kb.model.plain_json import Json
from kb.pipeline import Registry, source_to_json


def create_archive_router(registry: Registry) -> APIRouter:
    """`/v1/acts`, `/v1/snapshots`, `/v1/sources` and `/v1/issues`."""
    router = APIRouter(prefix="/v1", tags=["record"])

    # The longer paths go first: the code of an act may hold slashes.
    router.include_router(create_acts_router(registry))

    @router.get("/acts/{id:path}", response_model=ActShape, summary="An act by any of its codes, with its texts")
    def show_act(id: Name) -> Json:  # noqa: A002 - the path names it so
        return act_record_to_json(registry.act(id))

    @router.get("/snapshots/{digest}", response_model=SnapshotShape, summary="An archived body, described")
    def show_snapshot(digest: Digest) -> Json:
        return snapshot_to_json(registry.snapshot(digest))

    @router.get(
        "/snapshots/{digest}/text",
        response_class=PlainTextResponse,
        summary="The readable text that evidence offsets point into",
    )
    def show_text(digest: Digest) -> PlainTextResponse:
        return PlainTextResponse(registry.text(digest))

    @router.get(
        "/sources",
        response_model=Listing[SourceShape],
        summary="Sources, their freshness and how much of each there is",
    )
    def list_sources() -> Json:
        return {"items": [source_to_json(state) for state in registry.sources()], "next": None}

    @router.get("/issues", response_model=Listing[IssueShape], summary="What could not be read or did not fit")
    def list_issues(limit: Limit = 50, cursor: Cursor = None) -> Json:
        issues, following = page_of(registry.issues(), cursor=cursor, limit=limit, name="/v1/issues")
        return {"items": [issue_to_json(issue) for issue in issues], "next": following}

    return router
