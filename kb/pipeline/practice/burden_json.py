"""Burdens as JSON."""

from kb.model.plain_json import Json
from kb.model.service_shapes import service_reference
from kb.model.shapes import evidence_to_json
from kb.pipeline.practice.burden import Burden, Paper


def burden_to_json(one: Burden, *, papers: bool) -> Json:
    """The counts of a service, with `papers` also what was counted."""
    told: Json = {
        "service": service_reference(one.service),
        "index": one.index,
        "listed": one.listed,
        "brought": one.brought,
        "obtainable": one.obtainable,
        "repeated": one.repeated,
        "steps": list(one.steps),
        "channel": one.channel,
        "language": one.language.value,
    }
    return {**told, "papers": [_paper_to_json(paper) for paper in one.papers]} if papers else told


def _paper_to_json(paper: Paper) -> Json:
    statement = paper.statement
    return {
        "standing": paper.standing.value,
        "text": getattr(statement.value, "text", ""),
        "code": getattr(statement.value, "code", None),
        "beside": list(paper.beside),
        "statement": statement.id,
        "evidence": evidence_to_json(statement.evidence),
    }
