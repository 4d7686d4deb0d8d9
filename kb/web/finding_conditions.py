"""Which findings a page is asked for, and the same as parameters of an address."""

from dataclasses import replace
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from kb.model import FindingClass, FindingSeverity, FindingVerdict
from kb.pipeline import FindingConditions

CLASS, BODY, SERVICE, SEVERITY, VERDICT, EDITION = FACETS = (
    "class", "body", "service", "severity", "verdict", "edition",
)  # fmt: skip
ALL = "all"  # the choice of findings whatever people decided, or of whichever editions
CURRENT, PAST = EDITIONS = ("current", "past")
UNASKED = FindingConditions(verdict=FindingVerdict.OPEN, current=True)  # what an address without a choice shows
_KNOWN: dict[str, set[str]] = {
    CLASS: set(FindingClass),
    SEVERITY: set(FindingSeverity),
    VERDICT: {*FindingVerdict, ALL},
    EDITION: {*EDITIONS, ALL},
}
_LONGEST = 300
_MOST = 20


def _asked(request: Request) -> FindingConditions:
    """A form sends an empty choice for all; without a word on verdicts it is what nobody decided on yet,
    without one on editions what stands.

    A choice that no form offers is a wrong request.
    """
    given = {name: _values(request, name) for name in FACETS}
    for name, known in _KNOWN.items():
        if not known.issuperset(given[name]):
            raise HTTPException(422, f"no such {name}")
    verdict = given[VERDICT][0] if given[VERDICT] else FindingVerdict.OPEN.value
    edition = given[EDITION][0] if given[EDITION] else CURRENT
    return FindingConditions(
        kinds=given[CLASS],
        bodies=given[BODY],
        services=given[SERVICE],
        severities=given[SEVERITY],
        verdict=None if verdict == ALL else FindingVerdict(verdict),
        current=None if edition == ALL else edition == CURRENT,
    )


Asked = Annotated[FindingConditions, Depends(_asked)]


def chosen(conditions: FindingConditions, facet: str) -> tuple[str, ...]:
    """The codes that a condition asks for."""
    return {
        CLASS: conditions.kinds,
        BODY: conditions.bodies,
        SERVICE: conditions.services,
        SEVERITY: conditions.severities,
        VERDICT: (conditions.verdict.value,) if conditions.verdict else (),
        EDITION: () if conditions.current is None else (CURRENT if conditions.current else PAST,),
    }[facet]


def without(conditions: FindingConditions, facet: str) -> FindingConditions:
    """The other conditions."""
    match facet:
        case "class":
            return replace(conditions, kinds=())
        case "body":
            return replace(conditions, bodies=())
        case "service":
            return replace(conditions, services=())
        case "severity":
            return replace(conditions, severities=())
        case "edition":
            return replace(conditions, current=None)
        case _:
            return replace(conditions, verdict=None)


def query_of(conditions: FindingConditions, **more: str | None) -> str:
    """The conditions as they stand in an address of the pages, with further parameters (None = left out)."""
    parts = [
        (name, code)
        for name in FACETS
        for code in chosen(conditions, name) or ((ALL,) if name in (VERDICT, EDITION) else ())
    ]
    return urlencode([*parts, *((name, text) for name, text in more.items() if text)])


def api_query_of(conditions: FindingConditions, **more: str) -> str:
    """The conditions as the API takes them."""
    parts = [(name, code) for name in FACETS if name != EDITION for code in chosen(conditions, name)]
    if conditions.current is not None:
        parts.append(("current", "true" if conditions.current else "false"))
    return urlencode([*parts, *more.items()])


def _values(request: Request, name: str) -> tuple[str, ...]:
    values = tuple(text for one in request.query_params.getlist(name) if (text := one.strip()))
    if len(values) > _MOST or any(len(one) > _LONGEST for one in values):
        raise HTTPException(422, f"too much is asked for by {name}")
    return values
