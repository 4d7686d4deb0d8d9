"""Search over more and more clauses on one engine: time beside the bare engine, memory, size, build and update."""

import random
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from bench.bare_engine import BareEngine
from bench.made_clauses import MadeClauses, act_ids
from bench.made_services import made_services, made_words
from bench.peak_memory import forget_peak, peak_mb
from bench.real_text import Sentence, pick_queries
from bench.timing import Aim, Comparison, Pair, compare
from indexes.weights import read_weights
from kb.search import (
    IndexedWords,
    Query,
    SearchBackend,
    SearchRequest,
    fill_indexes,
    search_base,
    suggest_services,
    understand,
)
from kb.search.compose import clause_query, service_query
from kb.text import fold_kazakh, tokenise

AS_OF = date(2026, 1, 1)
LIMIT = 10
SUGGESTIONS = 8
SEED = 20261125
SEARCH_AIM = Aim(ratio=1.3, more_ms=3.0)
SUGGEST_AIM = Aim(ratio=2.0, p50=False)
SIZE_AIM = 5.0  # times the UTF-8 text
UPDATE_AIM = 0.01  # of a full build of the clause index
UPDATES = 3

OpenBare = Callable[[Mapping[str, str]], BareEngine]


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """One engine with so many clauses.

    `plain` is the whole way of a query without facets, `faceted` with all of them beside the same bare call.
    `build_seconds` is the filling of the clause index, `update_seconds` one act of it replaced. Bytes are of all
    indexes and of the text of the clauses; `peak_mb` is the most that the engine's process held.
    """

    engine: str
    clauses: int
    build_seconds: float
    update_seconds: float
    index_bytes: int
    text_bytes: int
    peak_mb: float
    plain: Comparison
    faceted: Comparison
    suggest: Comparison

    @property
    def size_ratio(self) -> float:
        """Bytes of all indexes for a byte of text."""
        return self.index_bytes / self.text_bytes

    @property
    def update_share(self) -> float:
        """The part of a full build that the update of one act takes."""
        return self.update_seconds / self.build_seconds

    @property
    def holds(self) -> dict[str, bool]:
        """By aim, whether it is held."""
        return {
            "search": self.plain.holds,
            "suggest": self.suggest.holds,
            "size": self.size_ratio <= SIZE_AIM,
            "update": self.update_share <= UPDATE_AIM,
        }


class Material:
    """What all engines and sizes are filled and asked with, made once."""

    def __init__(self, sentences: Sequence[Sentence], *, queries: int) -> None:
        self.clauses = MadeClauses(sentences, seed=SEED)
        self.services = made_services(sentences, seed=SEED)
        self.words = made_words(sentences)
        self.queries = pick_queries(sentences, queries, random.Random(SEED))  # noqa: S311  the same ones on every run


def measure_growth(
    engine: str, backend: SearchBackend, open_bare: OpenBare, material: Material, *, clauses: int, process: str
) -> Growth:
    """Fills new indexes with so many clauses, makes them live and measures.

    `open_bare` takes their full names by kind; `process` is the one that the engine works in.
    """
    build = f"bench{clauses}"
    forget_peak(process)
    names = fill_indexes(backend, {"services": material.services, "words": material.words}, build=build)
    started = time.perf_counter()
    names |= fill_indexes(backend, {"clauses": material.clauses.documents(clauses)}, build=build)
    build_seconds = time.perf_counter() - started
    backend.swap(*names.values())
    bare = open_bare(names)
    bare.settle()
    return Growth(
        engine=engine,
        clauses=clauses,
        build_seconds=build_seconds,
        index_bytes=bare.size_bytes(),
        text_bytes=material.clauses.text_bytes(clauses),
        plain=compare(_search_pairs(backend, bare, material.queries, facets=False), SEARCH_AIM),
        faceted=compare(_search_pairs(backend, bare, material.queries, facets=True), SEARCH_AIM),
        suggest=compare(_suggest_pairs(backend, bare, material.queries), SUGGEST_AIM),
        update_seconds=_update_seconds(backend, material.clauses),
        peak_mb=peak_mb(process),
    )


def _search_pairs(backend: SearchBackend, bare: BareEngine, texts: Sequence[str], *, facets: bool) -> list[Pair]:
    """The trees are made beforehand: the bare call starts from tokens."""
    weights, words = read_weights(), IndexedWords(backend)
    pairs = []
    for text in texts:
        understood = understand(text, words)
        trees: dict[str, Query] = {
            "services": service_query(understood, weights),
            "clauses": clause_query(understood, weights, AS_OF),
        }
        request = SearchRequest(text=text, as_of=AS_OF, limit=LIMIT, facets=facets)
        pairs.append(Pair(partial(search_base, backend, request), bare.prepare(trees)))
    return pairs


def _suggest_pairs(backend: SearchBackend, bare: BareEngine, texts: Sequence[str]) -> list[Pair]:
    """The first words of each text, the last of them half typed."""
    pairs = []
    for number, text in enumerate(texts):
        words = text.split()[: 1 + number % 2]
        typed = " ".join([*words[:-1], words[-1][: max(2, len(words[-1]) // 2)]])
        tokens = tuple(dict.fromkeys(fold_kazakh(token.text) for token in tokenise(typed)))
        ours = partial(suggest_services, backend, typed, limit=SUGGESTIONS)
        pairs.append(Pair(ours, partial(bare.suggest, tokens, order="order", limit=SUGGESTIONS)))
    return pairs


def _update_seconds(backend: SearchBackend, clauses: MadeClauses) -> float:
    """One act replaced in the live index; the median of a few."""
    times = []
    for act in range(UPDATES):
        started = time.perf_counter()
        backend.remove("clauses", act_ids(act))
        backend.add("clauses", clauses.act(act))
        times.append(time.perf_counter() - started)
    return statistics.median(times)
