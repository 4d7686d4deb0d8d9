"""A query understood → the query trees of both indexes."""

import math
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from indexes.weights import Weights
from kb.model import Language
from kb.search.analysed import token_lists
from kb.search.clause_document import LAST_DAY, NO_DAY, day_number
from kb.search.concept import Alternative, Concept, Understood
from kb.search.query import AllOf, AnyOf, BestOf, InRange, Keyword, Phrase, Query, Terms
from kb.search.references import act_keys
from kb.search.request import EVERYTHING, Narrowing
from kb.search.service_document import lookup_ids

LANGUAGES = (Language.KK, Language.RU)


def service_query(
    understood: Understood, weights: Weights, *, first: Sequence[str] = (), popular: Sequence[str] = ()
) -> Query:
    """Services by id and by the acts they name, then by the words of what is asked for, also misspelled ones.

    `first` are ids of services that people chose for this very query, `popular` those that readers open most.
    """
    named = named_parts(understood, weights, first=first).values()
    found = (*named, *_concepts(understood.concepts, "services", weights, alike=True))
    boosts = tuple(added_parts(weights, popular=popular).values())
    return AllOf((AnyOf(found),), optional=boosts, filters=_phrases(understood, "services", weights))


def named_parts(understood: Understood, weights: Weights, *, first: Sequence[str]) -> dict[str, Query]:
    """What services are found by beside words, by name of the weight: chosen for the query, an id, an act."""
    return {
        "best_bet": Keyword("ids", tuple(first), weights.best_bet),
        "id": Keyword("ids", understood.ids, weights.id),
        "cites": Keyword("cites", understood.ids, weights.cites),
    }


def added_parts(weights: Weights, *, popular: Sequence[str]) -> dict[str, Query]:
    """What is added for the force of a service's acts, and for being opened often, by what a reason is called."""
    parts: dict[str, Query] = {
        f"status {status}": Keyword("status", (status,), boost) for status, boost in weights.status.items()
    }
    return parts | {"popular": Keyword("ids", lookup_ids(popular), weights.popular)} if popular else parts


def clause_query(
    understood: Understood, weights: Weights, as_of: date, *, narrowing: Narrowing = EVERYTHING, alike: bool = False
) -> Query:
    """Clauses by the words of what is asked for, those of a named act first, without editions that are not in force
    on `as_of`; `narrowing` tells of which acts, and whether every thing that is asked for must be there.

    A word must match by its stem, trigrams only add to the score; `alike` also finds clauses that only share trigrams,
    which costs ten times more on a large index and is for queries whose words match nowhere.
    """
    concepts = _concepts(understood.concepts, "clauses", weights, alike=alike)
    named = Keyword("act", understood.ids, weights.id)
    # With everything demanded an act that is named only comes first; its other clauses are not what was asked for.
    found = (AllOf(concepts, optional=(named,)),) if narrowing.every and concepts else (named, *concepts)
    day = day_number(as_of)
    # What is outside its days is excluded instead of demanding what is inside: tantivy reads a short list, not all.
    outside = (InRange("day_from", day + 1, LAST_DAY), InRange("day_until", NO_DAY, day - 1))
    filters = _phrases(understood, "clauses", weights)
    if narrowing.acts:
        filters = (*filters, Keyword("act", act_keys(narrowing.acts)))
    beside = () if alike else _trigrams(understood.concepts, weights)
    return AllOf((AnyOf(found),), optional=beside, filters=filters, without=outside)


def _trigrams(concepts: Iterable[Concept], weights: Weights) -> tuple[Query, ...]:
    """What trigrams of the typed words add, whichever word they stand in."""
    words = (one.words for concept in concepts for one in concept.typed_wordings)
    tokens = dict.fromkeys(token for own in words for word in own for token in token_lists(word)["tri"])
    texts = weights.texts["clauses"].items()
    return tuple(Terms(f"{name}_tri", tuple(tokens), weights.tri["clauses"] * weight) for name, weight in texts)


def alternative_query(alternative: Alternative, kind: str, weights: Weights, *, alike: bool) -> Query:
    """Documents that have every word of a wording in any of their texts."""
    words = tuple(_word(word, alternative, kind, weights, alike=alike) for word in alternative.words)
    return AllOf(words) if len(words) > 1 else words[0]


def concept_query(concept: Concept, kind: str, weights: Weights, *, alike: bool) -> Query:
    """Documents that have one of a concept's wordings; the best one scores."""
    found = [alternative_query(one, kind, weights, alike=alike) for one in concept.alternatives]
    if concept.parts:
        found.append(AnyOf(tuple(concept_query(part, kind, weights, alike=alike) for part in concept.parts)))
    return BestOf(tuple(found))


def _concepts(concepts: Iterable[Concept], kind: str, weights: Weights, *, alike: bool) -> tuple[Query, ...]:
    return tuple(concept_query(concept, kind, weights, alike=alike) for concept in concepts)


def _word(word: str, alternative: Alternative, kind: str, weights: Weights, *, alike: bool) -> Query:
    languages = (alternative.language,) if alternative.language else LANGUAGES
    tokens = _tokens(word)
    parts: list[Query] = []
    for name, text_weight in weights.texts[kind].items():
        weight = text_weight * weights.origins[kind][alternative.origin]
        parts += [Terms(f"{name}_{language}", tokens[language.value], weights.stem * weight) for language in languages]
        parts.append(Terms(f"{name}_exact", tokens["exact"], weights.exact * weight))
        if alike and tokens["tri"]:
            enough = math.ceil(len(tokens["tri"]) * weights.tri_share[kind])
            parts.append(Terms(f"{name}_tri", tokens["tri"], weights.tri[kind] * weight, at_least=enough))
    return AnyOf(tuple(parts))


@lru_cache(maxsize=20_000)
def _tokens(word: str) -> dict[str, tuple[str, ...]]:
    """By part of the analysis; asked for both indexes, and for the same words again and again."""
    return {part: tuple(tokens) for part, tokens in token_lists(word).items()}


def _phrases(understood: Understood, kind: str, weights: Weights) -> tuple[Query, ...]:
    return tuple(
        AnyOf(tuple(Phrase(f"{name}_exact", phrase) for name in weights.texts[kind])) for phrase in understood.phrases
    )
