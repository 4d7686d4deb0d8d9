"""JSON of a source: `/v1/sources` and `kb source`."""

import json
from dataclasses import asdict

from kb.model.plain_json import Json
from kb.pipeline.states import SourceState
from kb.store import Run


def source_to_json(state: SourceState) -> Json:
    """A source's passport, how much of it there is, how fresh it is, whose documents they are."""
    source, fresh = state.source, state.freshness
    return {
        "id": source.id,
        "publisher_kk": source.publisher_kk,
        "publisher_ru": source.publisher_ru,
        "urls": list(source.urls),
        "languages": [language.value for language in source.languages],
        "kind": source.kind.value,
        "layout": source.layout.value,
        "archived": state.archived,
        "documents": state.documents,
        "removed": state.removed,
        "statements": state.statements,
        "issues": state.issues,
        "samples": state.samples,
        "newest": state.newest.isoformat() if state.newest else None,
        "collected": state.collected,
        "state": fresh.state,
        "stale": fresh.stale,
        "next_due": fresh.next_due.isoformat() if fresh.next_due else None,
        "last_run": run_to_json(fresh.run) if fresh.run else None,
        "bodies": [
            {"name": one.name, "documents": one.documents, "newest": one.newest.isoformat()} for one in state.bodies
        ],
    }


def run_to_json(run: Run) -> Json:
    """A run of collection with its alarms; the figures are 0 while it is at work."""
    return {
        "source": run.source,
        "reach": json.loads(run.reach),
        "state": run.state.value,
        "started_at": run.started_at.isoformat(),
        "finished_at": run.finished_at.isoformat() if run.finished_at else None,
        **{key: run.counts.get(key, 0) for key in ("documents", "new", "changed", "gone")},
        "alarms": [asdict(alarm) for alarm in run.alarms],
    }
