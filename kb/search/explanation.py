"""Why a service was found: which words of the query met which of its texts, and what each brought to its score."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from indexes.weights import Weights, read_weights
from kb.model.plain_json import Json
from kb.search.backend import SearchBackend
from kb.search.compose import added_parts, alternative_query, named_parts
from kb.search.curated import NOTHING_CURATED, Curated
from kb.search.query import AllOf, Keyword, Query
from kb.search.request import SearchRequest
from kb.search.service_document import lookup_ids
from kb.search.understanding import understand
from kb.search.word_list import IndexedWords

LEAST = 0.0005  # what rounds to nothing is no reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One part of a score.

    `asked` is the thing of the query, `words` the wording that met, `origin` where that wording comes from (`typed`,
    `spelling`, `vocabulary`; `best_bet`, `id`, `cites`, `status` for what is no word), `text` the text of the service
    that it met in (`name`, `body`, `told`; empty for what is no word). Of several reasons for one thing only the one
    wording with the highest sum counts in the score (`counts`).
    """

    asked: str
    words: str
    origin: str
    text: str
    score: float
    counts: bool


def explain_service(
    backend: SearchBackend,
    request: SearchRequest,
    service: str,
    *,
    curated: Curated = NOTHING_CURATED,
    weights: Weights | None = None,
) -> tuple[Reason, ...]:
    """The reasons why a service is found by a request, in the order of the query; those that count sum up to its score.

    `service` is any of its ids. Empty when it is not found at all. Asks the engine once for every wording and text, so
    it is for one service that somebody wonders about. Raises the SearchError family.
    """
    weights = weights or read_weights()
    understood = understand(request.text, IndexedWords(backend), terms=curated.terms)
    texts = weights.texts["services"]
    alone = {text: replace(weights, texts={"services": {text: weight}}) for text, weight in texts.items()}
    its_own = Keyword("ids", lookup_ids([service]))

    def score(query: Query) -> float:
        hits = backend.search("services", AllOf((query,), filters=(its_own,)), limit=1).hits
        return hits[0].score if hits else 0.0

    def reasons() -> Iterator[Reason]:
        named = named_parts(understood, weights, first=curated.services_for(understood))
        for origin, part in {**named, **added_parts(weights, popular=curated.popular)}.items():
            yield Reason(asked=understood.typed, words="", origin=origin, text="", score=score(part), counts=True)
        for concept in understood.concepts:
            standing = [
                one for one in concept.alternatives if score(alternative_query(one, "services", weights, alike=True))
            ]
            found = [
                [
                    Reason(
                        asked=concept.typed,
                        words=word,
                        origin=one.origin,
                        text=text,
                        score=score(alternative_query(replace(one, words=(word,)), "services", only, alike=True)),
                        counts=False,
                    )
                    for word in one.words
                    for text, only in alone.items()
                ]
                for one in standing
            ]
            yield from _counted(found)

    return tuple(reason for reason in reasons() if reason.score > LEAST)


def _counted(found: list[list[Reason]]) -> Iterator[Reason]:
    """All reasons of one thing, those of its best wording marked."""
    best = max(range(len(found)), key=lambda number: sum(one.score for one in found[number]), default=0)
    for number, reasons in enumerate(found):
        for one in reasons:
            yield replace(one, counts=number == best)


def reason_to_json(reason: Reason) -> Json:
    """The object of `/v1/search/why`."""
    return {
        "asked": reason.asked,
        "words": reason.words,
        "origin": str(reason.origin),
        "text": reason.text,
        "score": round(reason.score, 4),
        "counts": reason.counts,
    }
