"""Query parameters by which findings are selected."""

from collections.abc import Callable
from typing import Annotated

from fastapi import Query
from pydantic import Field

from kb.api.parameters import wrong_value
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
Current = Annotated[
    bool | None, Query(description="`true`: those that stand; `false`: those of past editions of acts alone")
]


def conditions_of(registry: Registry) -> Callable[..., FindingConditions]:
    """A dependency that reads the conditions; a service or body that no finding can have is a wrong parameter."""

    def read(
        *,
        kind: Classes,
        body: Bodies,
        service: Services,
        severity: Severities,
        verdict: Decided = None,
        current: Current = None,
    ) -> FindingConditions:
        for place, name in enumerate(service):
            try:
                registry.service(name)
            except UnknownName as problem:
                raise wrong_value("service", str(problem), place=place) from problem
        if body:
            known = registry.findings.counts().bodies
            for place, code in enumerate(body):
                if code not in known:
                    raise wrong_value(
                        "body", f"no finding of this body; there are {', '.join(known) or 'none'}", place=place
                    )
        return FindingConditions(
            kinds=tuple(one.value for one in kind),
            services=tuple(service),
            bodies=tuple(body),
            severities=tuple(one.value for one in severity),
            verdict=verdict,
            current=current,
        )

    return read
