"""The parts that rank services: questions, the same disturbed, and judged queries."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from statistics import fmean

from kb.relevance.figures import Answered, measure
from kb.relevance.judged_query import LANGUAGES, JudgedQuery
from kb.relevance.noise import Disturber, Noise
from kb.relevance.row import Row
from kb.relevance.service_ranking import Rank, answer_queries

ALL = "all"

Group = Mapping[str, Callable[[JudgedQuery], bool]]


def question_rows(queries: Sequence[JudgedQuery], rank: Rank) -> Iterator[Row]:
    """A row a language, and one of all."""
    answers = answer_queries(queries, rank)
    for name, chosen in _by_language(queries):
        yield Row(part="questions", name=name, figures=measure([answers[place] for place in chosen]))


def disturbed_rows(
    queries: Sequence[JudgedQuery], rank: Rank, *, disturb: Disturber, seeds: Sequence[int]
) -> Iterator[Row]:
    """A row for each noise and language over all seeds together; none where the noise leaves every text as it is."""
    clean = answer_queries(queries, rank)
    for noise in Noise:
        texts = [disturb(queries, noise, seed) for seed in seeds]
        drawn = [answer_queries(queries, rank, texts=one) for one in texts]
        for name, chosen in _by_language(queries):
            if all(one[place].split() == queries[place].text.split() for one in texts for place in chosen):
                continue
            before = measure([clean[place] for place in chosen])["ndcg"]
            by_seed = [[answers[place] for place in chosen] for answers in drawn]
            losses = [before - measure(answers)["ndcg"] for answers in by_seed]
            figures = measure(*by_seed)
            yield Row(
                part="disturbed",
                name=f"{noise}/{name}",
                figures=figures | {"loss": fmean(losses), "worst": max(losses)},
            )


def judged_rows(name: str, queries: Sequence[JudgedQuery], rank: Rank) -> Iterator[Row]:
    """Rows of one file of judged queries, those over each base apart: by language, then by kind."""
    answers = answer_queries(queries, rank)
    for base in dict.fromkeys(query.base for query in queries):
        mine = [place for place, query in enumerate(queries) if query.base == base]
        languages = _by_language([queries[place] for place in mine])
        kinds = [(f"kind/{kind}", places) for kind, places in _grouped([queries[place].kind for place in mine])]
        for group, chosen in (*languages, *kinds):
            title = "/".join(part for part in (name, base, group) if part)
            yield Row(part="judged", name=title, figures=measure(_of(answers, mine, chosen)))


def _of(answers: Sequence[Answered], mine: Sequence[int], chosen: Iterable[int]) -> list[Answered]:
    return [answers[mine[place]] for place in chosen]


def _by_language(queries: Sequence[JudgedQuery]) -> list[tuple[str, list[int]]]:
    """Places of the queries of each language that is there, and of all."""
    found = dict(_grouped([query.language for query in queries]))
    return [*((name, found[name]) for name in LANGUAGES if name in found), (ALL, list(range(len(queries))))]


def _grouped(values: Sequence[str]) -> list[tuple[str, list[int]]]:
    """Places by value, in the order of the values; no group for an empty one."""
    names = sorted({value for value in values if value})
    return [(name, [place for place, value in enumerate(values) if value == name]) for name in names]
