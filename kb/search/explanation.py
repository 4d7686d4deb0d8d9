"""Why a service was found: which words of the query met which of its texts, and what each brought to its score."""

from dataclasses import dataclass, replace
from itertools import chain

from indexes.weights import Weights, read_weights
from kb.model.plain_json import Json
from kb.search.backend import SearchBackend
from kb.search.compose import added_parts, alternative_query, named_parts, service_query
from kb.search.concept import Alternative, Concept
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
    `spelling`, `vocabulary`; `best_bet`, `id`, `cites`, `status …`, `popular` for what is no word), `text` the text of
    the service that it met in (`name`, `body`, `told`; empty for what is no word). Of several wordings of one thing
    only that with the highest sum counts in the score; the words of a phrase together are one more wording.
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
    first = curated.services_for(understood)
    asked = _Asked(backend, weights, lookup_ids([service]))
    whole = service_query(understood, weights, first=first, popular=curated.popular)
    if not asked.score(whole):
        return ()
    named = {
        **named_parts(understood, weights, first=first),
        **added_parts(weights, popular=curated.popular),
    }
    reasons = [
        Reason(asked=understood.typed, words="", origin=origin, text="", score=asked.score(part), counts=True)
        for origin, part in named.items()
    ]
    reasons += chain.from_iterable(map(asked.reasons_of, understood.concepts))
    return tuple(reason for reason in reasons if reason.score > LEAST)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Asks the engine for parts of a query, for one service."""

    backend: SearchBackend
    weights: Weights
    ids: tuple[str, ...]

    def score(self, query: Query) -> float:
        """What the service scores by a query; 0 where it does not match."""
        wanted = AllOf((query,), filters=(Keyword("ids", self.ids),))
        hits = self.backend.search("services", wanted, limit=1).hits
        return hits[0].score if hits else 0.0

    def reasons_of(self, concept: Concept) -> list[Reason]:
        """All reasons of one thing; those of its best wording, or of the words of a phrase together, count."""
        groups = [self._wording(concept.typed, one) for one in concept.alternatives]
        groups.append(list(chain.from_iterable(map(self.reasons_of, concept.parts))))
        best = max(range(len(groups)), key=lambda number: sum(one.score for one in groups[number] if one.counts))
        return [
            replace(one, counts=one.counts and number == best) for number, group in enumerate(groups) for one in group
        ]

    def _wording(self, typed: str, one: Alternative) -> list[Reason]:
        """What each word of a wording brings in each text; nothing unless the service has all of them."""
        if not self.score(alternative_query(one, "services", self.weights, alike=True)):
            return []
        texts = self.weights.texts["services"].items()
        alone = {text: replace(self.weights, texts={"services": {text: weight}}) for text, weight in texts}
        return [
            Reason(
                asked=typed,
                words=word,
                origin=one.origin,
                text=text,
                score=self.score(alternative_query(replace(one, words=(word,)), "services", only, alike=True)),
                counts=True,
            )
            for word in one.words
            for text, only in alone.items()
        ]


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
