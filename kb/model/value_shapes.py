"""The JSON shapes of a statement's values (docs/interfaces.md), from typed values and back."""

from decimal import Decimal

from kb.model.act import ActType
from kb.model.plain_json import Json, day_from_json, day_to_json, number_to_json
from kb.model.statement import Attribute
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


def _decimal(number: object) -> Decimal | None:
    return None if number is None else Decimal(str(number))


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
        "date": day_to_json(reference.date),
        "title": reference.title,
    }


def act_reference_from_json(data: Json) -> ActReference:
    """The typed reference of a named act's object."""
    return ActReference(
        type=ActType(data["type"]), number=data["number"], date=day_from_json(data["date"]), title=data["title"]
    )
