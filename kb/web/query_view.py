"""What people searched for, and what staff made of it, as their page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.model import Language, Service
from kb.model.curation import Synonym
from kb.model.search_log import QueryCount
from kb.pipeline.curation import PlacedBet
from kb.pipeline.today import KAZAKHSTAN
from kb.web.result_view import service_names
from kb.web.value_words import Shown
from kb.web.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedWord:
    """The fields of the form that makes a word lead to a term."""

    words: str = ""
    term: str = ""
    short: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryView:
    """A query of the log; `typed` is what its form holds, `opened` where it came back with a problem."""

    search: str
    text: str
    language: Language
    corrected: str | None
    searches: str
    clicked: str
    found: str
    day: str
    typed: TypedWord
    opened: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SynonymView:
    """Words that staff added and the term that they lead to."""

    id: int
    words: str
    kk: str
    ru: str
    author: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BetView:
    """A best bet; `name` is None where the base has lost the service."""

    id: int
    phrase: str
    service: str
    name: Shown | None
    author: str
    day: str


def query_views(
    counts: Sequence[QueryCount], words: Words, *, sent: str = "", typed: TypedWord | None = None
) -> tuple[QueryView, ...]:
    """Queries in their order; `typed` fills the form of the search `sent`, the others hold the query itself."""
    return tuple(
        QueryView(
            search=one.newest.id,
            text=one.newest.text,
            language=Language(one.newest.language),
            corrected=one.newest.corrected,
            searches=words.number(one.searches),
            clicked=words.number(one.clicked),
            found=words.number(one.newest.total),
            day=words.day(one.newest.asked_at.astimezone(KAZAKHSTAN).date()),
            typed=typed if typed and one.newest.id == sent else TypedWord(words=one.newest.text),
            opened=typed is not None and one.newest.id == sent,
        )
        for one in counts
    )


def synonym_view(synonym: Synonym, words: Words) -> SynonymView:
    """A synonym in one line."""
    return SynonymView(
        id=synonym.id,
        words=", ".join((*synonym.said, *synonym.short)),
        kk=synonym.kk[0],
        ru=synonym.ru[0],
        author=synonym.author,
        day=words.day(synonym.added_at.astimezone(KAZAKHSTAN).date()),
    )


def bet_view(placed: PlacedBet, service: Service | None, words: Words) -> BetView:
    """A best bet in one line."""
    return BetView(
        id=placed.bet.id,
        phrase=placed.bet.phrase,
        service=placed.bet.service,
        name=service_names(service, words.language)[0] if service else None,
        author=placed.bet.author,
        day=words.day(placed.bet.added_at.astimezone(KAZAKHSTAN).date()),
    )
