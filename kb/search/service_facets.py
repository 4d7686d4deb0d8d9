"""The facets of a service: values that are counted beside results and chosen from."""

from collections.abc import Iterable, Sequence
from types import MappingProxyType

from kb.model import Fee, FeeKind, Service, Statement
from kb.resolve.service_values import values_of
from kb.resolve.services import NORMATIVE

UNKNOWN = "unknown"
# How far a service can be had electronically, by the highest of its forms.
_ELECTRONIC = MappingProxyType(
    {"electronic_full": "yes", "electronic": "yes", "electronic_partial": "partly", "paper": "no"}
)

ELECTRONIC_VALUES = (*dict.fromkeys(_ELECTRONIC.values()), UNKNOWN)
PAYMENT_VALUES = ("free", "paid", "both", UNKNOWN)


def service_facets(service: Service, statements: Sequence[Statement], *, status: str) -> dict[str, tuple[str, ...]]:
    """The values by facet; the codes of what /v1/services filters by, `unknown` where a facet always has a value."""
    values = values_of(service)
    return {
        "body": values["owner"] or values["provider"],
        "channel": values["channel"],
        "paid": (_payment(service, statements),),
        "electronic": (_ELECTRONIC.get(service.automation or "", UNKNOWN),),
        "recipient": values["recipient"],
        "life_situation": values["life_situation"],
        "region": _each(one.scope.region.code for one in statements if one.scope.region),
        "language": _languages(service, statements),
        "status": (status,),
    }


def _payment(service: Service, statements: Iterable[Statement]) -> str:
    """Whether people pay: `both` where some cases are free and others are not."""
    if service.paid is None:
        return UNKNOWN
    if not service.paid:
        return "free"
    fees = (one.value for one in statements if one.source_kind in NORMATIVE)
    return "both" if any(isinstance(fee, Fee) and fee.kind is FeeKind.FREE for fee in fees) else "paid"


def _languages(service: Service, statements: Iterable[Statement]) -> tuple[str, ...]:
    """The languages of the names and of what is quoted."""
    named = {"kk": service.name_kk, "ru": service.name_ru}
    return _each([*(code for code, name in named.items() if name), *(one.evidence.language for one in statements)])


def _each(codes: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({str(code) for code in codes if code}))
