"""What indexes/golden holds: Elasticsearch request bodies; `python -m tests.unit.search.golden_bodies` writes them."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from indexes.schema import read_schema
from kb.search.compose import Reading, clause_query, service_query
from kb.search.elastic_body import index_body, search_body, suggest_body, swap_body

FOLDER = Path(__file__).parents[3] / "indexes" / "golden"

# Tokens stand here as they are: golden bodies change with queries and fields, not with the text analysis.
READING = Reading(
    words=(
        ("exact", ("оформить", "паспорт")),
        ("kk", ("оформит", "паспорт")),
        ("ru", ("оформ", "паспорт")),
        ("tri", ("офо", "фор", "орм", "рми", "мит", "ить", "пас", "асп", "спо", "пор", "орт")),
        ("cut", ("офор", "пасп")),
    ),
    rest=(("exact", ("немесе",)), ("kk", ("немес",)), ("ru", ("немес",)), ("tri", ("нем",))),
    phrases=(("оформить", "паспорт"),),
    ids=("оформить паспорт",),
)


def golden_bodies() -> Mapping[str, Any]:
    """Bodies by file name."""
    clauses, services = "anyq-clauses-s2-a1-b2", "anyq-services-s2-a1-b2"
    day = date(2017, 10, 1)
    return {
        "services-index.json": index_body(read_schema("services")),
        "clauses-index.json": index_body(read_schema("clauses")),
        "services-search.json": search_body(service_query((READING,)), limit=10, offset=0),
        "clauses-search.json": search_body(clause_query((READING,), day), limit=10, offset=20),
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
