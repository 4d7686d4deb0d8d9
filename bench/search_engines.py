"""The search part on both engines, size by size."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from elasticsearch import Elasticsearch

from bench.bare_engine import BareElastic, BareTantivy
from bench.search_growth import Growth, Material, measure_growth
from kb.search import open_backend
from tests.engines.elastic_server import running_elasticsearch

PREFIX = "bench"


def measure_embedded(material: Material, sizes: Sequence[int]) -> Iterator[Growth]:
    """tantivy in this process."""
    with tempfile.TemporaryDirectory(prefix="anyq-bench-") as place:
        folder = Path(place)
        backend = open_backend(None, folder)
        for clauses in sorted(sizes):
            yield measure_growth(
                "tantivy",
                backend,
                lambda names: BareTantivy(folder, names),
                material,
                clauses=clauses,
                process="self",
            )
        backend.close()


def measure_elastic(material: Material, sizes: Sequence[int]) -> Iterator[Growth]:
    """Elasticsearch over loopback, a server of its own."""
    with running_elasticsearch() as url:
        backend = open_backend(url, Path(), prefix=PREFIX)
        for clauses in sorted(sizes):
            yield measure_growth(
                "Elasticsearch",
                backend,
                lambda names: BareElastic(url, names),
                material,
                clauses=clauses,
                process=_server_process(url),
            )
        backend.close()


def _server_process(url: str) -> str:
    with Elasticsearch(url) as client:
        nodes = client.nodes.info(node_id="_local", metric="process").body["nodes"]
        return str(next(iter(nodes.values()))["process"]["id"])
