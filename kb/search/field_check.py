"""Queries name fields that the index has: engines answer a wrong name differently, and one of them with silence."""

from indexes.schema import FieldRole, IndexSchema
from kb.search.errors import BadQuery
from kb.search.query import AllOf, AnyOf, InRange, Keyword, Phrase, Query, Terms

_ROLES = {
    Terms: (FieldRole.WORDS, FieldRole.TOKENS),
    Phrase: (FieldRole.WORDS,),
    Keyword: (FieldRole.KEYWORD, FieldRole.ORDER),
    InRange: (FieldRole.NUMBER,),
}


def check_fields(query: Query, schema: IndexSchema) -> None:
    """Raises BadQuery for a field that the index has not, or one that cannot be asked like this."""
    match query:
        case Terms() | Phrase() | Keyword() | InRange():
            if schema.fields.get(query.field) not in _ROLES[type(query)]:
                asked = type(query).__name__
                raise BadQuery(f"the {schema.kind} index has no field {query.field} that {asked} can look into")
        case AnyOf():
            for part in query.parts:
                check_fields(part, schema)
        case AllOf():
            for part in (*query.parts, *query.optional, *query.filters, *query.without):
                check_fields(part, schema)
