"""Neutral query tree → tantivy query."""

from typing import Any

from tantivy import FieldType, Occur
from tantivy import Query as Engine

from indexes.schema import FieldRole, IndexSchema
from kb.search.query import AllDocuments, AllOf, AnyOf, BestOf, InRange, Keyword, Phrase, Query, Terms

_OPTIONS = {FieldRole.WORDS: "position", FieldRole.TOKENS: "freq"}


def translate_query(query: Query, engine_schema: Any, schema: IndexSchema) -> Any:  # noqa: PLR0911  one a node
    """The engine's query; `check_search` has let the tree pass."""
    match query:
        case Terms():
            return _boosted(_terms(query, engine_schema, _OPTIONS[schema.fields[query.field]]), query.boost)
        case Phrase():
            return _boosted(_phrase(query, engine_schema, _OPTIONS[schema.fields[query.field]]), query.boost)
        case Keyword():
            return Engine.const_score_query(_one_of(query, engine_schema), query.boost)
        case InRange():
            found = Engine.range_query(engine_schema, query.field, FieldType.Integer, query.low, query.high)
            return Engine.const_score_query(found, 0.0)
        case AllDocuments():
            return Engine.all_query()
        case AnyOf():
            return Engine.boolean_query(
                [(Occur.Should, translate_query(part, engine_schema, schema)) for part in query.parts],
            )
        case BestOf():
            parts = [translate_query(part, engine_schema, schema) for part in query.parts]
            return Engine.disjunction_max_query(parts, query.rest) if parts else Engine.empty_query()
        case AllOf():
            return _all_of(query, engine_schema, schema)


def constant_score(query: Query) -> float | None:
    """The score of every document that matches, None where scores differ."""
    match query:
        case Keyword():
            return query.boost
        case InRange():
            return 0.0
        case AllDocuments():
            return 1.0
        case AllOf(optional=()):
            scores = [constant_score(part) for part in query.parts]
            return None if None in scores else sum(score for score in scores if score)
    return None


def _all_of(query: AllOf, engine_schema: Any, schema: IndexSchema) -> Any:
    def translated(occur: Any, parts: tuple[Query, ...]) -> list[tuple[Any, Any]]:
        return [(occur, translate_query(part, engine_schema, schema)) for part in parts]

    musts = translated(Occur.Must, query.parts)
    musts += [(occur, Engine.const_score_query(part, 0.0)) for occur, part in translated(Occur.Must, query.filters)]
    if not musts:  # tantivy finds nothing for exclusions alone
        musts = [(Occur.Must, Engine.const_score_query(Engine.all_query(), 0.0))]
    return Engine.boolean_query(
        [*musts, *translated(Occur.Should, query.optional), *translated(Occur.MustNot, query.without)]
    )


def _terms(query: Terms, engine_schema: Any, option: str) -> Any:
    if not query.tokens:
        return Engine.empty_query()
    term = Engine.term_query
    should = Occur.Should
    parts = [(should, term(engine_schema, query.field, token, option)) for token in query.tokens]
    if query.at_least == 1:
        return parts[0][1] if len(parts) == 1 else Engine.boolean_query(parts)
    return Engine.boolean_query(parts, minimum_number_should_match=min(query.at_least, len(parts)))


def _one_of(query: Keyword, engine_schema: Any) -> Any:
    """A term for each value: tantivy's own query for a set of terms takes five times longer for the few values here."""
    terms = [Engine.term_query(engine_schema, query.field, value, "basic") for value in query.values]
    if not terms:
        return Engine.empty_query()
    return terms[0] if len(terms) == 1 else Engine.boolean_query([(Occur.Should, term) for term in terms])


def _phrase(query: Phrase, engine_schema: Any, option: str) -> Any:
    if len(query.tokens) == 1:  # tantivy demands at least two words
        return Engine.term_query(engine_schema, query.field, query.tokens[0], option)
    return Engine.phrase_query(engine_schema, query.field, list(query.tokens)) if query.tokens else Engine.empty_query()


def _boosted(query: Any, boost: float) -> Any:
    return query if boost == 1.0 else Engine.boost_query(query, boost)
