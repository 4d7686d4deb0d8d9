"""The JSON shapes that people script against (docs/interfaces.md), from typed values and back.

Numbers are numbers in JSON and `Decimal` in code; dates are ISO 8601.
"""

from dataclasses import fields

from kb.model.act import Act
from kb.model.evidence import Evidence
from kb.model.language import Language
from kb.model.plain_json import Json, day_from_json, day_to_json
from kb.model.service import Card, Gap, Service, SurveyRow
from kb.model.service_shapes import service_reference, service_to_json
from kb.model.source import SourceKind
from kb.model.statement import Attribute, Scope, ScopeField, Standing, Statement
from kb.model.value_shapes import act_reference_from_json, act_reference_to_json, value_from_json, value_to_json


def scope_to_json(scope: Scope) -> Json:
    """The `scope` object: each field `{"code", "text"}` or null."""
    return {
        field.name: None if condition is None else {"code": condition.code, "text": condition.text}
        for field in fields(Scope)
        for condition in (getattr(scope, field.name),)
    }


def scope_from_json(data: Json) -> Scope:
    """The typed scope of a `scope` object."""
    return Scope(**{name: ScopeField(code=part["code"], text=part["text"]) for name, part in data.items() if part})


def evidence_to_json(evidence: Evidence) -> Json:
    """The `evidence` object."""
    return {
        "document": evidence.document,
        "snapshot": evidence.snapshot,
        "act": evidence.act,
        "edition": day_to_json(evidence.edition),
        "language": evidence.language.value,
        "clause": evidence.clause,
        "start": evidence.start,
        "end": evidence.end,
        "line": evidence.line,
        "quote": evidence.quote,
    }


def evidence_from_json(data: Json) -> Evidence:
    """The typed evidence of an `evidence` object."""
    return Evidence(**{**data, "edition": day_from_json(data["edition"]), "language": Language(data["language"])})


def act_to_json(act: Act) -> Json:
    """An act with all its codes."""
    return {
        "id": act.id,
        "ids": list(act.ids),
        "type": act.type.value if act.type else None,
        "number": act.number,
        "date": day_to_json(act.date),
        "title_kk": act.title_kk,
        "title_ru": act.title_ru,
        "status": act.status.value,
        "repealed_on": day_to_json(act.repealed_on),
        "repealed_by": act.repealed_by,
        "issuers": list(act.issuers),
        "in_force_on": day_to_json(act.in_force_on),
        "registered_number": act.registered_number,
        "registered_on": day_to_json(act.registered_on),
    }


def statement_to_json(statement: Statement, service: Service | None) -> Json:
    """One line of `kb export statements`; without a service (kb extract) `service` is null."""
    return {
        "id": statement.id,
        "service": service_reference(service) if service else None,
        "attribute": statement.attribute.value,
        "value": value_to_json(statement.value),
        "scope": scope_to_json(statement.scope),
        "source_kind": statement.source_kind.value,
        "evidence": evidence_to_json(statement.evidence),
        "valid_from": day_to_json(statement.valid_from),
        "valid_to": day_to_json(statement.valid_to),
        "superseded_by": statement.superseded_by,
        "standing": statement.standing.value,
        "by": act_reference_to_json(statement.by) if statement.by else None,
    }


def statement_from_json(data: Json, mention: str) -> Statement:
    """The typed statement of a stored line, read under the mention of that key."""
    attribute = Attribute(data["attribute"])
    return Statement(
        service=mention,
        attribute=attribute,
        value=value_from_json(attribute, data["value"]),
        scope=scope_from_json(data["scope"]),
        source_kind=SourceKind(data["source_kind"]),
        evidence=evidence_from_json(data["evidence"]),
        valid_from=day_from_json(data["valid_from"]),
        valid_to=day_from_json(data["valid_to"]),
        superseded_by=data["superseded_by"],
        standing=Standing(data.get("standing", Standing.STATED)),
        by=act_reference_from_json(data["by"]) if data.get("by") else None,
    )


def survey_to_json(row: SurveyRow, service: Service) -> Json:
    """One line of `kb export survey`."""
    return {
        "service": service_reference(service),
        "channel": row.channel.value,
        "region": row.region,
        "n": row.n,
        "rated": row.rated,
        "counts": list(row.counts) if row.counts else None,
        "satisfaction_pct": row.satisfaction_pct,
        "mean": row.mean,
        "source": row.source.value,
        "evidence": evidence_to_json(row.evidence),
    }


def gap_to_json(gap: Gap) -> Json:
    """A value that its source leaves out."""
    return {"attribute": gap.attribute, "reason": gap.reason, "evidence": evidence_to_json(gap.evidence)}


def card_to_json(card: Card) -> Json:
    """`kb card --json` and `/v1/services/{id}`: the service and its statements by attribute."""
    grouped: dict[str, list[Json]] = {}
    for statement in card.statements:
        grouped.setdefault(statement.attribute.value, []).append(statement_to_json(statement, card.service))
    return {
        "service": service_to_json(card.service),
        "statements": grouped,
        "gaps": [gap_to_json(gap) for gap in card.gaps],
        "survey": [survey_to_json(row, card.service) for row in card.survey],
    }
