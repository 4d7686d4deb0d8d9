"""Would a second ranking, by meaning, help? `python -m kb.relevance.latent_experiment HOME SHARED JUDGED` measures it.

HOME is a built base, SHARED the folder of real documents and questions, JUDGED that of judged queries. What is tried
stands in `indexes/experiments/rankings/latent_semantic.yaml`, with what came out and what follows from it.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from indexes.weights import Weights, read_weights
from kb.pipeline import Home, Registry
from kb.relevance.changed_weights import change_weight
from kb.relevance.described_services import described_services
from kb.relevance.figures import measure
from kb.relevance.judged_query import JudgedQuery
from kb.relevance.latent import LatentSpace
from kb.relevance.latent_tried import WITH, WITHOUT, Tried, read_tried
from kb.relevance.material import Material
from kb.relevance.measuring import base_queries
from kb.relevance.paired_difference import paired_difference
from kb.relevance.paired_texts import paired_texts
from kb.relevance.rank_fusion import Fusion, Scores, fuse, ordered
from kb.relevance.service_parts import question_rows
from kb.relevance.service_ranking import Rank, answer_queries
from kb.search import BadQuery

DEPTH = 100  # services ranked by words: more than the bases have that this is run on
TUNING = "tuning"

Groups = Mapping[str, Sequence[JudgedQuery]]
Ranked = Mapping[str, Scores]  # by text


def main() -> None:
    """Prints the figures of the settings on the queries for tuning, then those of the best on the others."""
    parser = argparse.ArgumentParser(prog="python -m kb.relevance.latent_experiment", description=__doc__)
    for name in ("home", "shared", "judged"):
        parser.add_argument(name, type=Path)
    asked = parser.parse_args()
    for line in latent_figures(
        Home(folder=asked.home), Material(shared=asked.shared, judged=asked.judged), read_tried()
    ):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


def latent_figures(home: Home, material: Material, tried: Tried) -> Iterator[str]:
    """A line of figures for each setting on the queries for tuning, then the best of them on all queries.

    With the vocabulary in the ranking by words and without it (its weight 0; pairs of it are left out then). Raises
    RelevanceError, and what the registry raises.
    """
    groups, by_words = _ranked_by_words(home, material)
    texts = list(dict.fromkeys(query.text for queries in groups.values() for query in queries))
    documents = described_services(home)
    best: dict[str, tuple[float, str, Rank]] = {}
    pairs = paired_texts(material.shared / "data")
    for sources, seed in tried.spaces:
        chosen = [pair for pair in pairs if pair.source in sources]
        space = LatentSpace(chosen, dimensions=max(tried.dimensions), seed=seed)
        for dimensions in tried.dimensions:
            rows = space.likeness(texts, documents.values(), shares=tried.shares, dimensions=dimensions)
            meaning = {text: dict(zip(documents, row, strict=True)) for text, row in zip(texts, rows, strict=True)}
            name = f"{'+'.join(sources)} ({len(chosen)} pairs), seed {seed}, {dimensions} dimensions"
            yield f"{name}, alone: {_told(groups[TUNING], _alone(meaning))}"
            for state in tried.states(sources):
                for fusion in tried.fusions:
                    rank = _fused(by_words[state], meaning, fusion)
                    ndcg = measure(answer_queries(groups[TUNING], rank))["ndcg"]
                    yield f"{name}, {fusion}, {state}: tuning {ndcg:.3f}"
                    if state not in best or ndcg > best[state][0]:
                        best[state] = ndcg, f"{name}, {fusion}", rank
    for state, (_, name, rank) in best.items():
        yield f"best {state}: {name}"
        for group, queries in groups.items():
            before = _alone(by_words[state])
            yield f"  {group}: words {_told(queries, before)}; with meaning {_told(queries, rank)}"
            difference = paired_difference(_each(queries, before), _each(queries, rank))
            yield f"  {group}: {difference.gain:+.3f}, p {difference.p:.4f}"


def _ranked_by_words(home: Home, material: Material) -> tuple[Groups, Mapping[str, Ranked]]:
    registry = Registry(home)
    try:
        queries = base_queries(registry, material)
        groups = {**queries.judged, "questions": queries.questions}
        groups["apart and questions"] = (*queries.judged["apart"], *queries.questions)
        states = {
            WITH: read_weights(),
            WITHOUT: change_weight(read_weights(), "origins.vocabulary", 0.0),
        }
        texts = list(dict.fromkeys(query.text for chosen in groups.values() for query in chosen))
        return groups, {
            state: {text: _scores(registry, text, weights) for text in texts} for state, weights in states.items()
        }
    finally:
        registry.close()


def _scores(registry: Registry, text: str, weights: Weights) -> Scores:
    try:
        return {hit.service.id: hit.score for hit in registry.search(text, limit=DEPTH, weights=weights).services}
    except BadQuery:
        return {}


def _alone(ranked: Ranked) -> Rank:
    return lambda text: ordered(ranked[text])


def _fused(words: Ranked, meaning: Ranked, fusion: Fusion) -> Rank:
    return lambda text: fuse(words[text], meaning[text], fusion)


def _told(queries: Sequence[JudgedQuery], rank: Rank) -> str:
    """nDCG@10 and the share found first, by language."""
    rows = question_rows(queries, rank)
    return ", ".join(f"{row.name} {row.figures['ndcg']:.3f}/{row.figures['first']:.3f}" for row in rows)


def _each(queries: Sequence[JudgedQuery], rank: Rank) -> list[float]:
    return [measure([answer])["ndcg"] for answer in answer_queries(queries, rank)]


if __name__ == "__main__":
    main()
