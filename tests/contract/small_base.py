"""Small documents for contract tests."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from indexes.schema import read_schema
from kb.model import Language
from kb.search import IndexDocument, SearchBackend
from kb.search.analysed import analysed_fields

TEXTS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("texts.yaml").read_text(encoding="utf-8"))


def clause(key: str, text: str, *, written_in: Language = Language.RU, **keywords: str) -> IndexDocument:
    """A clause with its text stored as it is."""
    return IndexDocument(
        id=key,
        tokens=analysed_fields("text", [(text, written_in)]),
        keywords={name: (value,) for name, value in keywords.items()},
        numbers={"day_from": 20170101, "day_until": 99991231},
        stored=text,
    )


def written_texts() -> list[IndexDocument]:
    """The 30 documents of texts.yaml."""
    return [
        clause(part["id"], part["text"], written_in=Language(part["language"]), language=part["language"])
        for part in TEXTS["documents"]
    ]


def build_clauses(backend: SearchBackend, documents: Iterable[IndexDocument], *, build: str = "b1") -> str:
    """A live clause index of these documents; returns its full name."""
    name = backend.create(read_schema("clauses"), build=build)
    backend.add(name, documents)
    backend.swap(name)
    return name
