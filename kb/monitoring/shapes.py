"""Ratings and recomputed figures as JSON."""

from typing import Any

from kb.model.monitoring import Recomputed
from kb.model.shapes import evidence_to_json
from kb.monitoring.ratings import RatedRow
from kb.monitoring.report.printed import LostRow


def rated_to_json(row: RatedRow) -> dict[str, Any]:
    """A row of a rating; shares are per cent, numbers have the decimals they are shown with."""
    return {
        "rank": row.rank,
        "key": row.key,
        "asked": row.asked,
        "rated": row.rated,
        "satisfaction": float(row.satisfaction),
        "low": float(row.low),
        "high": float(row.high),
        "mean": float(row.mean),
        "ten_point": float(row.ten_point),
        "counts": list(row.counts),
        "services": row.services,
        "flags": [flag.value for flag in row.flags],
    }


def recomputed_to_json(one: Recomputed) -> dict[str, Any]:
    """A printed figure with what was computed for it; figures are texts, with the digits printed."""
    return {
        "rule": one.rule,
        "subject": one.subject,
        "printed": str(one.printed),
        "standing": one.standing.value,
        "low": None if one.low is None else str(one.low),
        "high": None if one.high is None else str(one.high),
        "reason": one.reason,
        "evidence": evidence_to_json(one.evidence),
        "ground": [evidence_to_json(place) for place in one.ground],
    }


def lost_to_json(row: LostRow) -> dict[str, Any]:
    """A row whose numbers could not be told apart."""
    return {
        "table": row.table,
        "subject": row.subject.words,
        "values": [str(value) for value in row.values],
        "columns": row.columns,
        "evidence": evidence_to_json(row.evidence),
    }
