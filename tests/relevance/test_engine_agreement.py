"""Both engines answer the judged queries alike: the seed documents, each query through the whole search."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from kb.pipeline import Home, build_base, import_paths
from kb.pipeline.indexing import index_base
from kb.pipeline.progress import silent
from kb.relevance import Material
from kb.relevance.figures import DEPTH, measure
from kb.relevance.judged_query import JudgedQuery, in_base
from kb.relevance.material import JUDGED_PARTS
from kb.relevance.service_ranking import answer_queries
from kb.search import SearchBackend, SearchRequest, open_backend, search_base
from tests.conftest import ROOT
from tests.engines.fixtures import elastic_url

__all__ = ["elastic_url"]

AS_OF = date(2026, 1, 1)
SAME = 0.99  # the share of queries with the same result in the first place, and of those with the same page
NDCG_APART = 0.01


@dataclass(frozen=True, slots=True)
class Page:
    """What a query finds, best first: ids of services, and body and place of clauses; how many match in all."""

    services: tuple[str, ...]
    clauses: tuple[tuple[str, int], ...]
    totals: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Answers:
    """The judged queries, and by text what the embedded engine and Elasticsearch find."""

    queries: tuple[JudgedQuery, ...]
    embedded: dict[str, Page]
    elastic: dict[str, Page]

    def share(self, part: str, places: slice) -> float:
        """The share of queries for which both engines have the same in these places of their pages."""
        same = 0
        for text, page in self.pages():
            same += bool(getattr(self.embedded[text], part)[places] == getattr(page, part)[places])
        return same / len(self.elastic)

    def pages(self) -> Iterator[tuple[str, Page]]:
        """Each text with the page of Elasticsearch."""
        yield from self.elastic.items()


@pytest.fixture(scope="module")
def answers(shared: Path, elastic_url: str, tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """The questions and judged queries, asked of one base on both engines."""
    home = Home(folder=tmp_path_factory.mktemp("agreement") / "home")
    import_paths(home, [shared / "seeds"])
    assert build_base(home).failures == ()
    material = Material(shared=shared, judged=ROOT / "tests" / "relevance" / "judged")
    parts = [material.read_questions(), *map(material.read_judged, JUDGED_PARTS)]
    store = home.store()
    embedded, elastic = home.backend(store), open_backend(elastic_url, home.folder, prefix="agreement")
    with store.read() as base:
        known = {name: service.id for service in base.each_service() for name in service.ids}
        elastic.swap(*index_base(base, elastic, build="b1", progress=silent).values())
    queries = in_base((query for part in parts if part for query in part), known)
    texts = dict.fromkeys(query.text for query in queries)
    pages = [{text: _page(backend, text) for text in texts} for backend in (embedded, elastic)]
    for opened in (embedded, elastic, store):
        opened.close()
    return Answers(queries, *pages)


def _page(backend: SearchBackend, text: str) -> Page:
    found = search_base(backend, SearchRequest(text=text, as_of=AS_OF, limit=DEPTH))
    return Page(
        services=tuple(hit.service.id for hit in found.services),
        clauses=tuple((hit.snippet.evidence.snapshot, hit.snippet.evidence.start) for hit in found.clauses),
        totals=(found.total, found.total_clauses),
    )


def test_the_queries_are_all_asked(answers: Answers) -> None:
    assert len(answers.queries) >= 500
    found = [page for _, page in answers.pages() if page.services and page.clauses]
    assert len(found) >= 0.9 * len(answers.elastic)  # agreement on nothing proves nothing


def test_first_services_are_the_same(answers: Answers) -> None:
    assert answers.share("services", slice(1)) >= SAME


def test_first_clauses_are_the_same(answers: Answers) -> None:
    assert answers.share("clauses", slice(1)) >= SAME


def test_whole_pages_and_totals_are_the_same(answers: Answers) -> None:
    assert answers.share("services", slice(DEPTH)) >= SAME
    assert answers.share("clauses", slice(DEPTH)) >= SAME
    assert answers.share("totals", slice(2)) >= SAME


def test_services_rank_as_well_on_both(answers: Answers) -> None:
    def ndcg(pages: Mapping[str, Page]) -> float:
        return measure(answer_queries(answers.queries, lambda text: pages[text].services))["ndcg"]

    assert abs(ndcg(answers.embedded) - ndcg(answers.elastic)) <= NDCG_APART
