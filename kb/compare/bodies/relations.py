"""Whether two bodies can both be meant as the provider of one service."""

from collections.abc import Collection, Iterable

from kb.norms.bodies import ancestors, body, same_body

LOCAL = "local-body"
CENTRAL = ("ministry", "agency", "office", "government", "court")

PARTS_OF_CENTRE = ("committee", "department", "service")


def apart(ones: Collection[str], others: Collection[str]) -> bool:
    """Whether no body of one side is one of the other side's, before or after it in time, above or below it, or beside
    it under one body; False where a side names none."""
    return bool(ones and others) and not any(_related(one, other) for one in ones for other in others)


def is_local(code: str) -> bool:
    """Whether the body is a local executive body or a part of one."""
    return code == LOCAL or LOCAL in ancestors(code)


def central(codes: Iterable[str]) -> tuple[str, ...]:
    """The ministries and other bodies of the centre among these, without committees and organisations."""
    return tuple(code for code in codes if body(code).kind in CENTRAL)


def of_centre(code: str) -> bool:
    """Whether the body is of the centre, or a part of one that is (a committee of a ministry): a school or a clinic may
    be of either."""
    return body(code).kind in (*CENTRAL, *PARTS_OF_CENTRE)


def organisations(codes: Iterable[str]) -> tuple[str, ...]:
    """The organisations (academies, centres, funds) among these."""
    return tuple(code for code in codes if body(code).kind == "organisation")


def _related(one: str, other: str) -> bool:
    return any(same_body(upper, lower) for upper in _line(one) for lower in _line(other))


def _line(code: str) -> set[str]:
    """The body and those above it; the Government stands above all ministries and joins none."""
    return {code, *(above for above in ancestors(code) if body(above).kind != "government")}
