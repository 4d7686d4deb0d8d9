"""The JSON of calculated fees and due dates; words by language, numbers as numbers, days as ISO 8601."""

from collections.abc import Sequence

from kb.answer.calculators.calculated_fee import CalculatedFee
from kb.answer.calculators.day_list import SkippedDay
from kb.answer.calculators.telling import Told
from kb.model import Language, Statement
from kb.model.plain_json import Json, day_to_json, number_to_json
from kb.model.service_shapes import service_reference
from kb.model.shapes import evidence_to_json, scope_to_json
from kb.model.value_shapes import act_reference_to_json, value_to_json
from kb.norms import Mrp
from kb.pipeline.calculated import DueRow, FeeRow, ServiceDueDates, ServiceFees
from kb.pipeline.fitting_values import PersonalCase
from kb.pipeline.ruled_values import RuledValue


def fees_to_json(found: ServiceFees) -> Json:
    """`/v1/services/{id}/fee` and `kb calculate fee --json`."""
    own = {"as_of": found.day.isoformat(), "copies": found.copies}
    return _answer(found, own, [_fee_row(row) for row in found.rows])


def due_dates_to_json(found: ServiceDueDates) -> Json:
    """`/v1/services/{id}/due-date` and `kb calculate due --json`."""
    own = {"filed": found.filed.isoformat(), "extended": found.extended}
    return _answer(found, own, [_due_row(row) for row in found.rows])


def _answer(found: ServiceFees | ServiceDueDates, own: Json, items: list[Json]) -> Json:
    return {
        "service": service_reference(found.service),
        **own,
        "asked": _person(found.person),
        "items": items,
        "left_out": found.left_out,
        "warnings": _told(found.warnings),
    }


def _fee_row(row: FeeRow) -> Json:
    fee = row.fee
    return {
        **_value(row.value),
        "outcome": fee.outcome.value,
        "amount": number_to_json(fee.amount),
        "rounded": number_to_json(fee.rounded),
        "lowest": number_to_json(fee.lowest),
        "bound": fee.bound.value,
        "copies": fee.copies,
        "payer": _words(row.payer),
        "formula": _words(fee.formula),
        "steps": _told(fee.steps),
        "warnings": _told(fee.warnings),
        "alternatives": _alternatives(fee),
        "index": _index(fee.index),
        "base": _other(row.base),
    }


def _alternatives(fee: CalculatedFee) -> list[Json]:
    return [
        {
            "index": number_to_json(one.index),
            "amount": number_to_json(one.amount),
            "steps": _told(one.steps),
        }
        for one in fee.alternatives
    ]


def _due_row(row: DueRow) -> Json:
    due = row.due
    return {
        **_value(row.value),
        "outcome": due.outcome.value,
        "day": day_to_json(due.day),
        "accepted": day_to_json(due.accepted),
        "first_counted": day_to_json(due.first_counted),
        "bound": due.bound.value,
        "earliest": day_to_json(due.earliest),
        "handed_over": day_to_json(due.handed_over),
        "steps": _told(due.steps),
        "warnings": _told(due.warnings),
        "alternatives": [{"day": one.day.isoformat(), "why": _words(one.why)} for one in due.alternatives],
        "skipped": [_skipped(one) for one in due.skipped],
        "worked": [day.isoformat() for day in due.worked],
        "cited": [evidence_to_json(one) for one in due.cited],
        "extension": _other(row.extension),
    }


def _value(value: RuledValue) -> Json:
    first = value.statements[0]
    return {
        "part": value.part.value,
        "value": value_to_json(first.value),
        "scope": scope_to_json(first.scope),
        "disputed": value.disputed,
        "unconfirmed_since": value.unconfirmed,
        "statements": [one.id for one in value.statements],
        "evidence": [evidence_to_json(one.evidence) for one in value.statements],
    }


def _skipped(one: SkippedDay) -> Json:
    return {
        "day": one.day.isoformat(),
        "rest": one.off.rest.value,
        "reason": {language.value: one.off.words(language) for language in Language},
        "citation": one.off.citation,
        "verified": one.off.verified,
    }


def _index(row: Mrp | None) -> Json | None:
    if row is None:
        return None
    return {
        "value": number_to_json(row.value),
        "from": row.valid_from.isoformat(),
        "act": act_reference_to_json(row.act),
        "citation": row.citation,
    }


def _other(statement: Statement | None) -> Json | None:
    if statement is None:
        return None
    return {
        "statement": statement.id,
        "value": value_to_json(statement.value),
        "scope": scope_to_json(statement.scope),
        "evidence": evidence_to_json(statement.evidence),
    }


def _person(person: PersonalCase) -> Json:
    return {
        "case": person.case,
        "recipient": person.recipient,
        "channel": person.channel.value if person.channel else None,
    }


def _told(told: Sequence[Told]) -> list[Json]:
    return [{"code": one.code, "words": _words(one)} for one in told]


def _words(told: Told) -> Json:
    return {language.value: words for language, words in told.words.items()}
