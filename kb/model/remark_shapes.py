"""Remarks as JSON, and back."""

from decimal import Decimal

from kb.model.plain_json import Json
from kb.model.remark import Remark, RemarkKind
from kb.model.service import SurveyChannel
from kb.model.shapes import evidence_from_json, evidence_to_json
from kb.model.source import SourceKind

_WORDS = ("subject", "measure", "group", "table", "row", "column", "relation", "other")


def remark_to_json(remark: Remark) -> Json:
    """A remark without its service."""
    return {
        "kind": remark.kind.value,
        "source_kind": remark.source_kind.value,
        "value": None if remark.value is None else str(remark.value),
        "channel": remark.channel.value if remark.channel else None,
        "evidence": evidence_to_json(remark.evidence),
        **{name: getattr(remark, name) for name in _WORDS},
    }


def remark_from_json(data: Json, mention: str) -> Remark:
    """The typed remark of a stored one, read under the mention of that key."""
    return Remark(
        service=mention,
        kind=RemarkKind(data["kind"]),
        source_kind=SourceKind(data["source_kind"]),
        value=None if data["value"] is None else Decimal(data["value"]),
        channel=SurveyChannel(data["channel"]) if data["channel"] else None,
        evidence=evidence_from_json(data["evidence"]),
        **{name: data[name] for name in _WORDS},
    )
