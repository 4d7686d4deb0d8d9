"""The JSON shape of an answer (docs/interfaces.md)."""

from kb.model.answer import Answer, AnswerDue
from kb.model.plain_json import Json, day_to_json, number_to_json
from kb.model.service_shapes import service_reference
from kb.model.shapes import evidence_to_json, scope_to_json
from kb.model.value_shapes import value_to_json


def answer_to_json(answer: Answer) -> Json:
    """`kb ask --json` and `/v1/ask`."""
    return {
        "id": answer.id,
        "q": answer.q,
        "lang": answer.lang.value,
        "state": answer.state.value,
        "intent": answer.intent.value,
        "intents": [intent.value for intent in answer.intents],
        "yes_no": answer.yes_no.value if answer.yes_no else None,
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
                "planned_from": value.planned_from.isoformat() if value.planned_from else None,
                "tenge": number_to_json(value.tenge),
            }
            for value in answer.values
        ],
        "citations": [evidence_to_json(evidence) for evidence in answer.citations],
        "alternatives": [service_reference(service) for service in answer.alternatives],
        "choices": [{"label": choice.label, "q": choice.q, "service": choice.service} for choice in answer.choices],
        "findings": list(answer.findings),
        "due": [_due_to_json(one) for one in answer.due],
        "quoted": answer.quoted,
        "as_of": answer.as_of.isoformat(),
        "took_ms": answer.took_ms,
    }


def _due_to_json(due: AnswerDue) -> Json:
    return {
        "term": value_to_json(due.term),
        "filed": due.filed.isoformat(),
        "day": day_to_json(due.day),
        "earliest": day_to_json(due.earliest),
        "others": [day.isoformat() for day in due.others],
        "channel": due.channel.value if due.channel else None,
    }
