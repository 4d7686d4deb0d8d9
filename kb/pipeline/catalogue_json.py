"""The register in numbers as JSON, for the command line and the API."""

from typing import Any

from kb.model.service_shapes import life_situation_to_json, service_to_json
from kb.pipeline.catalogue import Selection
from kb.pipeline.counters import Share, YearCounters

Json = dict[str, Any]


def selection_to_json(found: Selection) -> Json:
    """`/v1/services` and `kb services --json`."""
    return {
        "items": [service_to_json(service) for service in found.items],
        "next": found.next,
        "total": found.total,
        "facets": {name: dict(counts) for name, counts in found.facets.items()},
        "life_situations": [life_situation_to_json(one) for one in found.life_situations],
        "edition": found.edition.isoformat() if found.edition else None,
    }


def counters_to_json(years: tuple[YearCounters, ...]) -> list[Json]:
    """`/v1/registry/counters` and `kb services --counters --json`: a year each, null where it has no edition."""
    return [
        {
            "year": one.year,
            "edition": one.edition.isoformat() if one.edition else None,
            "services": one.services,
            "sample": one.sample,
            "shares": {name: _share(share) for name, share in one.shares.items()} if one.shares else None,
        }
        for one in years
    ]


def _share(share: Share) -> Json:
    return {"count": share.count, "known": share.known, "percent": share.percent}
