"""Found clauses as they are shown."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from kb.model import Evidence, Language
from kb.search.hits import Hit
from kb.search.marked_text import Marks, marks_from_json, match_words
from kb.search.result import ClauseHit, Snippet
from kb.search.snippet import choose_window, clip_highlights


def clause_hits(hits: Sequence[Hit], query: str) -> tuple[ClauseHit, ...]:
    """Each clause with the window of its words that the query matches best."""
    stored = [json.loads(hit.stored) for hit in hits]
    marks = [marks_from_json(part["marks"]) for part in stored]
    matched = match_words((word for mark in marks for word in mark.words), query)
    return tuple(
        _clause_hit(hit.score, part, mark, matched) for hit, part, mark in zip(hits, stored, marks, strict=True)
    )


def _clause_hit(score: float, stored: dict[str, Any], marks: Marks, matched: frozenset[str]) -> ClauseHit:
    words: str = stored["text"]
    matches = marks.matching(matched)
    window = choose_window(words, matches)
    start, end = window
    quote = words[start:end]
    evidence = Evidence(
        document=stored["document"],
        snapshot=stored["snapshot"],
        act=stored["act"],
        edition=date.fromisoformat(stored["edition"]) if stored["edition"] else None,
        language=Language(stored["language"]),
        clause=stored["clause"],
        start=stored["start"] + start,
        end=stored["start"] + end,
        line=stored["line"] + words.count("\n", 0, start),
        quote=quote,
    )
    snippet = Snippet(quote, clip_highlights(matches, window), evidence)
    return ClauseHit(score=score, snippet=snippet, label=stored["label"], sample=stored["sample"])
