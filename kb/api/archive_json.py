"""JSON of what the registry keeps: snapshots, acts, issues, its own state."""

from kb.model import Issue, Snapshot
from kb.model.plain_json import Json
from kb.model.shapes import act_to_json
from kb.pipeline import ActRecord, BaseStatus


def snapshot_to_json(snapshot: Snapshot) -> Json:
    """One archived body, with the address of its readable text."""
    return {
        "digest": snapshot.digest,
        "document": snapshot.document,
        "source": snapshot.source,
        "media_type": snapshot.media_type,
        "taken_at": snapshot.taken_at.isoformat(),
        "size": snapshot.size,
        "language": snapshot.language.value if snapshot.language else None,
        "sample": snapshot.sample,
        "text": f"/v1/snapshots/{snapshot.digest}/text",
    }


def act_record_to_json(record: ActRecord) -> Json:
    """An act with its texts."""
    return {
        **act_to_json(record.act),
        "editions": [
            {
                "date": text.edition.date.isoformat() if text.edition.date else None,
                "language": text.edition.language.value,
                "title": text.title,
                "snapshot": snapshot_to_json(text.snapshot),
            }
            for text in record.editions
        ],
    }


def issue_to_json(issue: Issue) -> Json:
    """Something in a document that could not be read or did not fit."""
    return {
        "code": issue.code,
        "severity": issue.severity.value,
        "document": issue.document,
        "message": issue.message,
        "line": issue.line,
    }


def status_to_json(status: BaseStatus) -> Json:
    """The base as it stands; the address of the database stays inside."""
    return {
        "status": "ok",
        "engine": status.engine,
        "engine_version": status.engine_version,
        "indexes": dict(status.indexes),
        "built_at": status.built_at.isoformat() if status.built_at else None,
        "counts": dict(status.counts),
        "sample": status.sample,
    }
