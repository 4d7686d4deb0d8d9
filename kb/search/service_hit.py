"""Found services as they are shown."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from kb.model import Language
from kb.model.service_shapes import service_from_json
from kb.model.shapes import evidence_from_json
from kb.search.concept import Understood
from kb.search.hits import Hit
from kb.search.marked_text import marks_from_json, match_words
from kb.search.result import ServiceHit, Snippet
from kb.search.service_document import service_ids

MOST_SNIPPETS = 2

Json = dict[str, Any]


def service_hits(
    hits: Sequence[Hit], understood: Understood, language: Language, *, first: Sequence[str] = ()
) -> tuple[ServiceHit, ...]:
    """Each service with its best matching quotes, those in `language` first, and why it was found."""
    stems = understood.stems
    named = {"best_bet": frozenset(first), "id": frozenset(understood.ids), "act": frozenset(understood.ids)}
    stored = [json.loads(hit.stored) for hit in hits]
    chosen = [_best_texts(part["texts"], stems, language) for part in stored]
    words = [part["names"] for part in stored] + [text["marks"]["words"] for texts in chosen for text in texts]
    matched = match_words((word for line in words for word in line.split()), understood.shown)
    return tuple(
        _service_hit(hit.score, part, texts, named, matched)
        for hit, part, texts in zip(hits, stored, chosen, strict=True)
    )


def _service_hit(
    score: float, stored: Json, texts: list[Json], named: Mapping[str, frozenset[str]], matched: frozenset[str]
) -> ServiceHit:
    service = service_from_json(stored["service"])
    own = service_ids(service)
    reasons = {
        "best_bet": not named["best_bet"].isdisjoint(own),
        "id": not named["id"].isdisjoint(own),
        "act": not named["act"].isdisjoint(stored["cites"]),
        "name": not matched.isdisjoint(stored["names"].split()),
        "text": bool(texts),
    }
    return ServiceHit(
        service=service,
        score=score,
        snippets=tuple(_snippet(text, matched) for text in texts),
        why=tuple(reason for reason, holds in reasons.items() if holds),
    )


def _best_texts(texts: Sequence[Json], stems: frozenset[str], language: Language) -> list[Json]:
    """The texts in the language that share the most stems with the query, then those in others."""
    ranked = []
    for number, part in enumerate(texts):
        shared = len(stems.intersection(part["stems"].split()))
        if shared:
            ranked.append((part["evidence"]["language"] != language.value, -shared, number))
    return [texts[number] for _, _, number in sorted(ranked)[:MOST_SNIPPETS]]


def _snippet(text: Json, matched: frozenset[str]) -> Snippet:
    evidence = evidence_from_json(text["evidence"])
    return Snippet(evidence.quote, marks_from_json(text["marks"]).matching(matched), evidence)
