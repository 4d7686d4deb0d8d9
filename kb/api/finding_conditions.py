"""Query parameters by which findings are selected."""

from collections.abc import Callable
from typing import Annotated

from fastapi import Query
from fastapi.exceptions import RequestValidationError
from pydantic import Field

from kb.model import FindingClass, FindingSeverity, FindingVerdict
from kb.pipeline import FindingConditions, Registry, UnknownName

MOST_VALUES = 20

Value = Annotated[str, Field(max_length=300)]
Classes = Annotated[list[FindingClass], Query(alias="class", default_factory=list, description="Any of these classes")]
Bodies = Annotated[
    list[Value], Query(max_length=MOST_VALUES, default_factory=list, description="Any of these, as in `counts.bodies`")
]
Services = Annotated[
    list[Value], Query(max_length=MOST_VALUES, default_factory=list, description="Any ids of services")
]
Severities = Annotated[list[FindingSeverity], Query(default_factory=list, description="Any of these severities")]
Decided = Annotated[FindingVerdict | None, Query(description="What people decided; `open` where nobody did")]


def conditions_of(registry: Registry) -> Callable[..., FindingConditions]:
    """A dependency that reads the conditions; a service or body that no finding can have is a wrong parameter."""

    def read(
        *,
        kind: Classes,
        body: Bodies,
        service: Services,
        severity: Severities,
        verdict: Decided = None,
    ) -> FindingConditions:
        for place, name in enumerate(service):
            try:
                registry.service(name)
            except UnknownName as problem:
                raise _wrong("service", place, str(problem)) from problem
        if body:
            known = registry.findings.counts().bodies
            for place, code in enumerate(body):
                if code not in known:
                    raise _wrong("body", place, f"no finding of this body; there are {', '.join(known) or 'none'}")
        return FindingConditions(
            kinds=tuple(one.value for one in kind),
            services=tuple(service),
            bodies=tuple(body),
            severities=tuple(one.value for one in severity),
            verdict=verdict,
        )

    return read


def _wrong(name: str, place: int, message: str) -> RequestValidationError:
    return RequestValidationError([{"type": "value_error", "loc": ("query", name, place), "msg": message}])
