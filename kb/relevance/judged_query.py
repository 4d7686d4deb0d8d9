"""Queries with the services that answer them, read from JSON lines."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kb.relevance.errors import BadData

LANGUAGES = ("kk", "ru", "mixed")


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedQuery:
    """What somebody typed, and the ids of the services of which each alone answers it.

    `language` is `kk`, `ru` or `mixed`; `base` names the documents that the services stand in and `kind` how the query
    puts it, both empty where the file tells neither.
    """

    id: str
    text: str
    language: str
    services: tuple[str, ...]
    base: str = ""
    kind: str = ""


def read_queries(path: Path) -> tuple[JudgedQuery, ...]:
    """The queries of a file in its order.

    A line is an object with `id`, `q`, `lang`, `service` (an id or a list of them) and perhaps `base` and `kind`.
    Raises BadData, with the line, for one that is not, for an id that comes twice, and for a file without any.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise BadData(f"{path}: the queries cannot be read ({problem})") from problem
    found: dict[str, JudgedQuery] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        query = _read_line(line, f"{path}, line {number}")
        if query.id in found:
            raise BadData(f"{path}, line {number}: the id {query.id!r} stands in an earlier line too")
        found[query.id] = query
    if not found:
        raise BadData(f"{path}: no query in it; expected one JSON object a line")
    return tuple(found.values())


def in_base(queries: Iterable[JudgedQuery], known: Mapping[str, str]) -> tuple[JudgedQuery, ...]:
    """The queries whose services the base has, with the ids that it gives them now; `known` leads from any id there."""
    kept = (
        replace(query, services=tuple(dict.fromkeys(known[name] for name in query.services if name in known)))
        for query in queries
    )
    return tuple(query for query in kept if query.services)


def _read_line(line: str, place: str) -> JudgedQuery:
    try:
        row: Any = json.loads(line)
        named = row["service"]
        query = JudgedQuery(
            id=row["id"],
            text=row["q"],
            language=row["lang"],
            services=(named,) if isinstance(named, str) else tuple(named),
            base=row.get("base", ""),
            kind=row.get("kind", ""),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise BadData(f"{place}: expected an object with id, q, lang and service ({problem!r})") from problem
    texts = (query.id, query.text, query.language, query.base, query.kind, *query.services)
    if not all(isinstance(text, str) for text in texts) or not (query.id and query.text.strip() and query.services):
        raise BadData(f"{place}: id, q and service must be texts that are not empty")
    if query.language not in LANGUAGES:
        raise BadData(f"{place}: lang is {query.language!r}; expected one of {', '.join(LANGUAGES)}")
    return query
