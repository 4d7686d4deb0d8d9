"""Query parameters that leave out results of a search."""

from typing import Annotated

from fastapi import Depends, Query
from pydantic import Field

from kb.api.parameters import wrong_value
from kb.search import Narrowing, tell_unknown

MOST_VALUES = 20
# Parameters that are not called as their facet, which services have too.
_PARAMETERS = {
    ("clauses", "body"): "act_body",
    ("clauses", "language"): "text_language",
    ("clauses", "status"): "act_status",
}

Value = Annotated[str, Field(max_length=100)]
Values = Annotated[
    list[Value],
    Query(max_length=MOST_VALUES, default_factory=list, description="Any of these values, as they stand in `facets`"),
]
ClauseValues = Annotated[
    list[Value],
    Query(
        max_length=MOST_VALUES,
        default_factory=list,
        description="For clauses: any of these values, as they stand in `clause_facets`",
    ),
]
Acts = Annotated[
    list[Value],
    Query(
        max_length=MOST_VALUES,
        default_factory=list,
        description="For clauses: any of these acts, by code or number (`nr:153`)",
    ),
]
Every = Annotated[bool, Query(description="For clauses: each thing that is asked for must be there, instead of any")]


def _narrowing(
    *,
    body: Values,
    channel: Values,
    paid: Values,
    electronic: Values,
    recipient: Values,
    life_situation: Values,
    region: Values,
    language: Values,
    status: Values,
    act: Acts,
    act_type: ClauseValues,
    act_body: ClauseValues,
    field: ClauseValues,
    text_language: ClauseValues,
    act_status: ClauseValues,
    every: Every = False,
) -> Narrowing:
    services = {
        "body": body,
        "channel": channel,
        "paid": paid,
        "electronic": electronic,
        "recipient": recipient,
        "life_situation": life_situation,
        "region": region,
        "language": language,
        "status": status,
    }
    clauses = {
        "act_type": act_type,
        "body": act_body,
        "field": field,
        "language": text_language,
        "status": act_status,
    }
    for kind, given in (("services", services), ("clauses", clauses)):
        for facet, values in given.items():
            for place, value in enumerate(values):
                if problem := tell_unknown(kind, facet, value):
                    raise wrong_value(_PARAMETERS.get((kind, facet), facet), problem, place=place)
    return Narrowing(
        services={name: tuple(values) for name, values in services.items() if values},
        clauses={name: tuple(values) for name, values in clauses.items() if values},
        acts=tuple(act),
        every=every,
    )


Narrowed = Annotated[Narrowing, Depends(_narrowing)]
