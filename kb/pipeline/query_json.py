"""The query log, synonyms and best bets as JSON."""

from collections.abc import Sequence

from kb.model.curation import Synonym
from kb.model.plain_json import Json
from kb.model.search_log import LoggedClick, LoggedQuestion, LoggedSearch, QueryCount
from kb.pipeline.curation import PlacedBet


def query_count_to_json(count: QueryCount) -> Json:
    """A query with its counts; `search` is the newest search for it."""
    newest = count.newest
    return {
        "text": newest.text,
        "language": newest.language,
        "corrected": newest.corrected,
        "searches": count.searches,
        "clicked": count.clicked,
        "last_at": newest.asked_at.isoformat(timespec="seconds"),
        "search": newest.id,
        "total": newest.total,
        "total_clauses": newest.total_clauses,
        "shown": list(newest.shown),
    }


def search_to_json(search: LoggedSearch, clicks: Sequence[LoggedClick]) -> Json:
    """A search with what was opened from it: a line of `kb queries export`."""
    return {
        "id": search.id,
        "asked_at": search.asked_at.isoformat(timespec="seconds"),
        "text": search.text,
        "language": search.language,
        "corrected": search.corrected,
        "total": search.total,
        "total_clauses": search.total_clauses,
        "shown": list(search.shown),
        "answered": search.answered,
        "page": search.page,
        "took_ms": search.took_ms,
        "clicks": [f"{one.place} {one.kind.value} {one.target}" for one in clicks],
    }


def question_to_json(question: LoggedQuestion) -> Json:
    """A question to the consultant: a line of `kb queries questions`."""
    return {
        "id": question.id,
        "asked_at": question.asked_at.isoformat(timespec="seconds"),
        "text": question.text,
        "language": question.language,
        "state": question.state,
        "intent": question.intent,
        "service": question.service,
        "page": question.page,
        "took_ms": question.took_ms,
    }


def synonym_to_json(synonym: Synonym) -> Json:
    """A synonym with the official words that it leads to."""
    return {
        "id": synonym.id,
        "kk": list(synonym.kk),
        "ru": list(synonym.ru),
        "said": list(synonym.said),
        "short": list(synonym.short),
        "author": synonym.author,
        "added_at": synonym.added_at.isoformat(timespec="seconds"),
        "search": synonym.search,
    }


def best_bet_to_json(placed: PlacedBet) -> Json:
    """A best bet; `present` is false where the base has lost its service."""
    bet = placed.bet
    return {
        "id": bet.id,
        "phrase": bet.phrase,
        "service": bet.service,
        "present": placed.present,
        "author": bet.author,
        "added_at": bet.added_at.isoformat(timespec="seconds"),
    }
