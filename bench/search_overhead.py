"""What search costs above the bare engine call with the same tokens."""

import random
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import tantivy
from elasticsearch import Elasticsearch

from bench.real_text import Sentence, pick_queries, shuffle_clauses
from bench.timing import Comparison, compare
from indexes.schema import read_schema
from kb.model import Language, Service
from kb.search import (
    IndexDocument,
    Query,
    SearchBackend,
    SearchRequest,
    fill_indexes,
    open_backend,
    search_base,
    service_document,
)
from kb.search.compose import clause_query, read_query, service_query
from kb.search.elastic_body import search_body
from kb.search.embedded_query import translate_query

AS_OF = date(2026, 1, 1)
SERVICES = 1300  # as many as the country has
LIMIT = 10
SEED = 20261125


def measure_embedded(sentences: Sequence[Sentence], folder: Path, *, clauses: int, queries: int) -> Comparison:
    """tantivy in this process."""
    backend = open_backend(None, folder)
    names = _fill(backend, sentences, clauses)
    opened = {kind: tantivy.Index.open(str(folder / name)) for kind, name in names.items()}
    searchers = {kind: index.searcher() for kind, index in opened.items()}
    trees = _trees(texts := _queries(sentences, queries))

    def bare(text: str) -> None:
        for kind, tree in trees[text].items():
            query = translate_query(tree, opened[kind].schema, read_schema(kind))
            for _, address in searchers[kind].search(query, limit=LIMIT).hits:
                searchers[kind].doc(address)

    return compare("embedded (tantivy)", texts, _ours(backend), bare)


def measure_elastic(sentences: Sequence[Sentence], url: str, *, clauses: int, queries: int) -> Comparison:
    """Elasticsearch over loopback."""
    backend = open_backend(url, Path(), prefix="bench")
    _fill(backend, sentences, clauses)
    trees = _trees(texts := _queries(sentences, queries))
    bodies = {
        text: [(f"bench-{kind}", search_body(tree, limit=LIMIT, offset=0)) for kind, tree in by_kind.items()]
        for text, by_kind in trees.items()
    }
    with Elasticsearch(url, request_timeout=60) as client:

        def bare(text: str) -> None:
            for index, body in bodies[text]:
                client.search(index=index, body=body)

        return compare("Elasticsearch", texts, _ours(backend), bare)


def _ours(backend: SearchBackend) -> Callable[[str], object]:
    return lambda text: search_base(backend, SearchRequest(text=text, as_of=AS_OF, limit=LIMIT))


def _queries(sentences: Sequence[Sentence], count: int) -> list[str]:
    dice = random.Random(SEED)  # noqa: S311  the same choice on every run
    return pick_queries(sentences, count, dice)


def _trees(texts: Sequence[str]) -> dict[str, dict[str, Query]]:
    """The query trees of each text, made beforehand: the bare call starts from tokens."""
    trees: dict[str, dict[str, Query]] = {}
    for text in texts:
        reading = (read_query(text),)
        trees[text] = {"services": service_query(reading), "clauses": clause_query(reading, AS_OF)}
    return trees


def _fill(backend: SearchBackend, sentences: Sequence[Sentence], clauses: int) -> dict[str, str]:
    dice = random.Random(SEED)  # noqa: S311  the same choice on every run
    documents = {"services": _services(sentences, dice), "clauses": shuffle_clauses(sentences, clauses, dice)}
    names = fill_indexes(backend, documents, build="bench")
    backend.swap(*names.values())
    return names


def _services(sentences: Sequence[Sentence], dice: random.Random) -> list[IndexDocument]:
    """Services whose names are beginnings of real sentences."""
    by_language = {
        language: [" ".join(part.text.split()[:9]) for part in sentences if part.language is language]
        for language in (Language.KK, Language.RU)
    }
    return [
        service_document(
            Service(
                id=f"s{number}",
                ids=(f"s{number}",),
                name_kk=dice.choice(by_language[Language.KK]),
                name_ru=dice.choice(by_language[Language.RU]),
                owner=None,
                codes={},
                channels=(),
                paid=None,
                forms=(),
                recipients=(),
                sources=(),
            )
        )
        for number in range(SERVICES)
    ]
