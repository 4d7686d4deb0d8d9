"""The JSON shapes that people script against (docs/interfaces.md), from typed values and back.

Numbers are numbers in JSON and `Decimal` in code; dates are ISO 8601.
"""

from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from kb.model.act import Act, ActType
from kb.model.answer import Answer
from kb.model.evidence import Evidence
from kb.model.language import Language
from kb.model.service import Card, Gap, Service, SurveyRow
from kb.model.service_shapes import service_reference, service_to_json
from kb.model.source import SourceKind
from kb.model.statement import Attribute, Scope, ScopeField, Standing, Statement
from kb.model.value import (
    ActReference,
    Bound,
    Channel,
    ChannelCode,
    Deadline,
    DocumentForm,
    Fee,
    FeeKind,
    PaymentWay,
    Purpose,
    RequiredDocument,
    StartEvent,
    Text,
    Unit,
    Value,
)

Json = dict[str, Any]


def number_to_json(number: Decimal | None) -> int | float | None:
    """A JSON number: an int where the value is whole."""
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def _decimal(number: object) -> Decimal | None:
    return None if number is None else Decimal(str(number))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def value_to_json(value: Value) -> Json:
    """The `value` object of a statement."""
    match value:
        case Deadline():
            return {
                "value": number_to_json(value.value),
                "unit": value.unit.value,
                "bound": value.bound.value,
                "purpose": value.purpose.value,
                "starts": value.starts.value if value.starts else None,
                "least": number_to_json(value.least),
            }
        case Fee():
            return {
                "kind": value.kind.value,
                "amount": number_to_json(value.amount),
                "cap_mrp": number_to_json(value.cap_mrp),
                "of": value.of,
                "per": value.per,
                "least": number_to_json(value.least),
                "ways": [way.value for way in value.ways],
            }
        case Channel():
            return {"code": value.code.value, "offered": value.offered, "only": value.only}
        case ActReference():
            return act_reference_to_json(value)
        case RequiredDocument():
            return {
                "text": value.text,
                "code": value.code,
                "forms": [form.value for form in value.forms],
                "obtained_by_state": value.obtained_by_state,
                "system": value.system,
                "only_if_changed": value.only_if_changed,
                "original_shown": value.original_shown,
            }
        case Text():
            return {"text": value.text, "code": value.code}


def value_from_json(attribute: Attribute, data: Json) -> Value:
    """The typed value of a statement's `value` object; raises KeyError or ValueError when the shape is wrong.

    Fields that came later are taken as not told: a base that an earlier version built can be read.
    """
    match attribute:
        case Attribute.DEADLINE:
            return Deadline(
                value=_decimal(data["value"]),
                unit=Unit(data["unit"]),
                bound=Bound(data["bound"]),
                purpose=Purpose(data["purpose"]),
                starts=StartEvent(data["starts"]) if data.get("starts") else None,
                least=_decimal(data.get("least")),
            )
        case Attribute.FEE:
            return Fee(
                kind=FeeKind(data["kind"]),
                amount=_decimal(data["amount"]),
                cap_mrp=_decimal(data["cap_mrp"]),
                of=data["of"],
                per=data["per"],
                least=_decimal(data.get("least")),
                ways=tuple(PaymentWay(way) for way in data.get("ways", ())),
            )
        case Attribute.CHANNEL:
            return Channel(code=ChannelCode(data["code"]), offered=data["offered"], only=data.get("only", False))
        case Attribute.LEGAL_ACT:
            return act_reference_from_json(data)
        case Attribute.DOCUMENT:
            return RequiredDocument(**{**data, "forms": tuple(DocumentForm(form) for form in data.get("forms", ()))})
        case _:
            return Text(text=data["text"], code=data["code"])


def act_reference_to_json(reference: ActReference) -> Json:
    """The value object of a named act."""
    return {
        "type": reference.type.value,
        "number": reference.number,
        "date": _iso(reference.date),
        "title": reference.title,
    }


def act_reference_from_json(data: Json) -> ActReference:
    """The typed reference of a named act's object."""
    return ActReference(type=ActType(data["type"]), number=data["number"], date=_day(data["date"]), title=data["title"])


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
        "edition": _iso(evidence.edition),
        "language": evidence.language.value,
        "clause": evidence.clause,
        "start": evidence.start,
        "end": evidence.end,
        "line": evidence.line,
        "quote": evidence.quote,
    }


def evidence_from_json(data: Json) -> Evidence:
    """The typed evidence of an `evidence` object."""
    return Evidence(**{**data, "edition": _day(data["edition"]), "language": Language(data["language"])})


def act_to_json(act: Act) -> Json:
    """An act with all its codes."""
    return {
        "id": act.id,
        "ids": list(act.ids),
        "type": act.type.value if act.type else None,
        "number": act.number,
        "date": _iso(act.date),
        "title_kk": act.title_kk,
        "title_ru": act.title_ru,
        "status": act.status.value,
        "repealed_on": _iso(act.repealed_on),
        "repealed_by": act.repealed_by,
        "issuers": list(act.issuers),
        "in_force_on": _iso(act.in_force_on),
        "registered_number": act.registered_number,
        "registered_on": _iso(act.registered_on),
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
        "valid_from": _iso(statement.valid_from),
        "valid_to": _iso(statement.valid_to),
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
        valid_from=_day(data["valid_from"]),
        valid_to=_day(data["valid_to"]),
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


def answer_to_json(answer: Answer) -> Json:
    """`kb ask --json` and `/v1/ask`."""
    return {
        "id": answer.id,
        "q": answer.q,
        "lang": answer.lang.value,
        "state": answer.state.value,
        "intent": answer.intent.value,
        "service": service_reference(answer.service) if answer.service else None,
        "answer": answer.answer,
        "read_aloud": answer.read_aloud,
        "values": [
            {
                "attribute": value.statement.attribute.value,
                "value": value_to_json(value.statement.value),
                "scope": scope_to_json(value.statement.scope),
                "source_kind": value.statement.source_kind.value,
                "effective": value.effective,
                "overridden_by": value.overridden_by,
                "tenge": number_to_json(value.tenge),
            }
            for value in answer.values
        ],
        "citations": [evidence_to_json(evidence) for evidence in answer.citations],
        "alternatives": [service_reference(service) for service in answer.alternatives],
        "as_of": answer.as_of.isoformat(),
        "took_ms": answer.took_ms,
    }
