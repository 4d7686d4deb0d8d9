"""One run over a base: all parts that were asked for, in their order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kb.pipeline import Progress, Registry, Step
from kb.relevance.errors import NothingAsked
from kb.relevance.figures import Answered, measure
from kb.relevance.judged_query import JudgedQuery, in_base
from kb.relevance.lookups import lookup_rows
from kb.relevance.material import JUDGED_PARTS, Material
from kb.relevance.noise import Disturber, Noise
from kb.relevance.row import Report, Row
from kb.relevance.service_parts import disturbed_rows, judged_rows, question_rows
from kb.relevance.service_ranking import Rank, service_rank
from kb.relevance.topics import HALVES, Collection, opened_passages, passage_rank


class Part(StrEnum):
    """What is measured; docs/benchmarks.md describes each."""

    QUESTIONS = "questions"
    DISTURBED = "disturbed"
    JUDGED = "judged"
    TOPICS = "topics"
    LOOKUPS = "lookups"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What to measure, with which material and which noise."""

    material: Material
    disturb: Disturber
    seeds: Sequence[int]
    parts: frozenset[Part] = frozenset(Part)


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseQueries:
    """The queries that the base can answer: questions, and judged ones by their file; `told` is what was left out."""

    questions: tuple[JudgedQuery, ...]
    judged: dict[str, tuple[JudgedQuery, ...]]
    told: Mapping[Part, tuple[str, ...]]


def base_queries(registry: Registry, material: Material) -> BaseQueries:
    """All queries of the material whose services are in the base.

    Raises BadData for a damaged file, NothingAsked when there are queries and the base has no service of any of them.
    """
    known = {name: service.id for service in registry.all_services() for name in (service.id, *service.ids)}
    questions = _kept("questions", material.questions_file, material.read_questions(), known)
    judged = {
        name: _kept(f"judged, {name}", material.judged_file(name), material.read_judged(name), known)
        for name in JUDGED_PARTS
    }
    files = (questions, *judged.values())
    if not any(one.queries for one in files) and any(one.read for one in files):
        raise NothingAsked(
            f"the base has {len(set(known.values()))} services and none that the queries ask for: import the documents "
            "that they are about, build the base, or give queries of your own with --questions"
        )
    told = {Part.QUESTIONS: questions.told, Part.JUDGED: tuple(line for one in judged.values() for line in one.told)}
    return BaseQueries(
        questions=questions.queries, judged={name: one.queries for name, one in judged.items()}, told=told
    )


@dataclass(frozen=True, slots=True)
class _Kept:
    """The queries of a file whose services the base has; `read` tells how many the file has."""

    queries: tuple[JudgedQuery, ...]
    read: int
    told: tuple[str, ...] = ()


def _kept(name: str, place: Path, queries: tuple[JudgedQuery, ...] | None, known: Mapping[str, str]) -> _Kept:
    if queries is None:
        return _Kept((), 0, (f"{name}: not measured, {place} is not there",))
    kept = in_base(queries, known)
    left = len(queries) - len(kept)
    told = (f"{name}: {left} of {len(queries)} ask for services that this base does not have",) if left else ()
    return _Kept(kept, len(queries), told)


def measure_base(
    registry: Registry, asked: Asked, queries: BaseQueries, *, search_url: str | None, progress: Progress
) -> Report:
    """The rows of all parts that were asked for; raises RelevanceError, and what the registry raises.

    `search_url` is the engine that the passages are indexed in, None for the embedded one.
    """
    rows: list[Row] = []
    told: list[str] = []
    rank = service_rank(registry)
    for part in Part:
        if part not in asked.parts:
            continue
        told += queries.told.get(part, ())
        if part is Part.TOPICS:
            collection = asked.material.collection
            if collection:
                rows += _topic_rows(collection, search_url, progress)
            else:
                told.append(f"topics: not measured, {asked.material.shared} has no passages or no report to search in")
        elif part is Part.LOOKUPS:
            rows += lookup_rows(registry, progress=progress)
        else:
            rows += _service_rows(part, asked, queries, rank, progress)
    return Report(rows=tuple(rows), told=tuple(told))


def topic_answers(collection: Collection, half: str, rank: Rank) -> list[Answered]:
    """What the topics of a half find."""
    return [Answered(rank(collection.questions[one]), collection.judgements[one]) for one in collection.half(half)]


def _service_rows(part: Part, asked: Asked, queries: BaseQueries, rank: Rank, progress: Progress) -> Iterator[Row]:
    questions = queries.questions
    if part is Part.JUDGED:
        for name, judged in queries.judged.items():
            watched = _watched(rank, len(judged), f"judged, {name}", progress)
            yield from judged_rows(name, judged, watched) if judged else ()
    elif part is Part.QUESTIONS and questions:
        yield from question_rows(questions, _watched(rank, len(questions), part, progress))
    elif part is Part.DISTURBED and questions:
        watched = _watched(rank, len(questions) * (1 + len(Noise) * len(asked.seeds)), part, progress)
        yield from disturbed_rows(questions, watched, disturb=asked.disturb, seeds=asked.seeds)


def _topic_rows(collection: Collection, search_url: str | None, progress: Progress) -> Iterable[Row]:
    with opened_passages(collection, search_url, progress=progress) as backend:
        rank = _watched(passage_rank(backend), len(collection.questions), "topics", progress)
        return [
            Row(part="topics", name=half, figures=measure(topic_answers(collection, half, rank))) for half in HALVES
        ]


def _watched(rank: Rank, total: int, item: str, progress: Progress) -> Rank:
    """The same, telling how far it is."""
    done = 0

    def ranked(text: str) -> Sequence[str]:
        nonlocal done
        progress(Step(stage="measure", done=done, total=total, item=item))
        done += 1
        return rank(text)

    return ranked
