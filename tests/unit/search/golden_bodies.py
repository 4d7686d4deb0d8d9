"""What indexes/golden holds: Elasticsearch request bodies; `python -m tests.unit.search.golden_bodies` writes them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from indexes.schema import read_schema
from kb.search import AllDocuments, AllOf, AnyOf, BestOf, Facets, InRange, Keyword, Phrase, Terms
from kb.search.elastic_body import index_body, search_body, suggest_body, swap_body

FOLDER = Path(__file__).parents[3] / "indexes" / "golden"

# Every node of the neutral tree, with tokens as they are: golden bodies change neither with the text analysis nor with
# the weights.
WORDS = BestOf(
    (
        Terms("name_kk", ("куәлік", "паспорт"), 3.0),
        AllOf(
            (Terms("name_exact", ("паспорт",), 0.1),),
            optional=(Terms("name_tri", ("пас", "асп", "спо"), 0.35, at_least=2),),
            filters=(Phrase("name_exact", ("төлқұжат", "беру")),),
        ),
    ),
    rest=0.1,
)
SERVICES = AllOf(
    (AnyOf((Keyword("ids", ("00101001",), 1000.0), WORDS)),), optional=(Keyword("status", ("in_force",), 0.3),)
)
CLAUSES = AllOf(
    (),
    filters=(Terms("text_ru", ("паспорт",)), AllDocuments()),
    without=(InRange("day_from", 20171002, 99991231), InRange("day_until", 0, 20170930)),
)
CHOICE = Facets(fields=("body", "paid"), chosen={"paid": ("free", "both"), "channel": ("egov_portal",)})


def golden_bodies() -> Mapping[str, Any]:
    """Bodies by file name."""
    clauses, services = "anyq-clauses-s2-a1-b2", "anyq-services-s2-a1-b2"
    return {
        "services-index.json": index_body(read_schema("services")),
        "clauses-index.json": index_body(read_schema("clauses")),
        "services-search.json": search_body(SERVICES, limit=10, offset=0),
        "services-facets.json": search_body(AllDocuments(), limit=10, offset=0, facets=CHOICE),
        "clauses-search.json": search_body(CLAUSES, limit=10, offset=20),
        "services-suggest.json": suggest_body("prefix", ("^па", "гр"), order="order", limit=8),
        "swap.json": swap_body("anyq", {"clauses": clauses, "services": services}),
    }


def written(body: object) -> str:
    """The text of a golden file."""
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    """Writes all files anew."""
    FOLDER.mkdir(exist_ok=True)
    for name, body in golden_bodies().items():
        (FOLDER / name).write_text(written(body), encoding="utf-8")


if __name__ == "__main__":
    main()
