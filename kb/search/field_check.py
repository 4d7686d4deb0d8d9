"""Queries name fields that the index has, and pages that both engines give: each answers a wrong one differently."""

from indexes.schema import FieldRole, IndexSchema
from kb.search.cursor import DEEPEST
from kb.search.errors import BadQuery
from kb.search.query import AllOf, AnyOf, BestOf, Facets, InRange, Keyword, Phrase, Query, Terms

_ROLES = {
    Terms: (FieldRole.WORDS, FieldRole.TOKENS),
    Phrase: (FieldRole.WORDS,),
    Keyword: (FieldRole.KEYWORD, FieldRole.FACET, FieldRole.ORDER),
    InRange: (FieldRole.NUMBER,),
}


def check_search(query: Query, facets: Facets | None, schema: IndexSchema, *, limit: int, offset: int) -> None:
    """Raises BadQuery for a field that the index has not or that cannot be asked or counted so, and for a page that
    is none or ends beyond DEEPEST results."""
    if limit < 1 or offset < 0 or offset + limit > DEEPEST:
        raise BadQuery(f"{limit} results from the place {offset} on: a page lies within the first {DEEPEST:,}")
    _check_fields(query, schema)
    if facets:
        for name in (*facets.fields, *facets.chosen):
            if schema.fields.get(name) is not FieldRole.FACET:
                raise BadQuery(f"the {schema.kind} index has no facet {name}")


def _check_fields(query: Query, schema: IndexSchema) -> None:
    match query:
        case Terms() | Phrase() | Keyword() | InRange():
            if schema.fields.get(query.field) not in _ROLES[type(query)]:
                asked = type(query).__name__
                raise BadQuery(f"the {schema.kind} index has no field {query.field} that {asked} can look into")
        case AnyOf() | BestOf():
            for part in query.parts:
                _check_fields(part, schema)
        case AllOf():
            for part in (*query.parts, *query.optional, *query.filters, *query.without):
                _check_fields(part, schema)
