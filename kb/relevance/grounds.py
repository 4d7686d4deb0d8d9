"""What each kind of experiment is run on."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from indexes.weights import Weights
from kb.pipeline import Progress, Registry
from kb.relevance.errors import BadData
from kb.relevance.experiment import Ground
from kb.relevance.figures import Answered
from kb.relevance.judged_query import JudgedQuery
from kb.relevance.material import Material
from kb.relevance.measuring import BaseQueries, topic_answers
from kb.relevance.service_ranking import answer_queries, service_rank
from kb.relevance.topics import opened_passages, passage_rank


@contextmanager
def opened_ground(
    part: str,
    registry: Registry,
    material: Material,
    queries: BaseQueries,
    *,
    search_url: str | None,
    progress: Progress,
) -> Iterator[Ground]:
    """The ground of experiments on `questions`, `judged` or `topics`, for use inside the block.

    Raises BadData where its queries are not there.
    """
    if part == "topics":
        collection = material.collection
        if collection is None:
            raise BadData(f"experiments on topics need the passages and the report, and {material.shared} lacks them")
        with opened_passages(collection, search_url, progress=progress) as backend:
            yield Ground(
                tuning=lambda weights: topic_answers(collection, "even", passage_rank(backend, weights=weights)),
                apart=lambda weights: topic_answers(collection, "odd", passage_rank(backend, weights=weights)),
            )
        return
    chosen = queries.questions if part == "questions" else queries.judged["tuning"]
    apart = () if part == "questions" else queries.judged["apart"]
    if not chosen:
        raise BadData(
            f"experiments on {part} need its queries, and this base has none of them (kb relevance tells why)"
        )

    def answers(asked: Sequence[JudgedQuery], weights: Weights) -> list[Answered]:
        return answer_queries(asked, service_rank(registry, weights=weights))

    yield Ground(
        tuning=lambda weights: answers(chosen, weights),
        apart=(lambda weights: answers(apart, weights)) if apart else None,
    )
