"""Suggestions: the services whose names have words that begin with what was typed so far."""

import json
from collections.abc import Iterable

from kb.model import Service
from kb.model.service_shapes import service_from_json
from kb.search.backend import SearchBackend
from kb.search.hits import Hit
from kb.text import fold, fold_kazakh, tokenise

LONGEST_PREFIX = 24  # letters; further ones of a longer word are not compared
FIRST = "^"  # marks beginnings of a name's first word
MOST_WORDS = 12


def suggest_services(backend: SearchBackend, text: str, *, limit: int = 8) -> tuple[Service, ...]:
    """Services whose name begins with `text`, then those that hold its words' beginnings, each by name; () for none."""
    words = _words(text)[:MOST_WORDS]
    if not words:
        return ()
    cut = [word[:LONGEST_PREFIX] for word in words]
    found: dict[str, Hit] = {}
    for tokens in ((FIRST + cut[0], *cut[1:]), tuple(cut)):
        hits = backend.suggest("services", "prefix", tuple(dict.fromkeys(tokens)), order="order", limit=limit)
        found.update((hit.id, hit) for hit in hits if hit.id not in found)
    return tuple(service_from_json(json.loads(hit.stored)["service"]) for hit in list(found.values())[:limit])


def prefix_tokens(names: Iterable[str]) -> list[str]:
    """All beginnings of the words of the names, each once; those of a first word also with a mark."""
    tokens: dict[str, None] = {}
    for name in names:
        for number, word in enumerate(_words(name)):
            beginnings = [word[:length] for length in range(1, min(len(word), LONGEST_PREFIX) + 1)]
            tokens.update(dict.fromkeys(beginnings))
            if number == 0:
                tokens.update(dict.fromkeys(FIRST + part for part in beginnings))
    return list(tokens)


def order_key(name: str, service_id: str) -> str:
    """What suggestions are sorted by: the folded name, then the id."""
    return f"{' '.join(_words(name))[:200]} {service_id}"


def _words(text: str) -> list[str]:
    return [fold_kazakh(fold(token.text).text) for token in tokenise(text)]
