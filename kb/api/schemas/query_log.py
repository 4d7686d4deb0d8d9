"""The query log, synonyms and best bets."""

from pydantic import BaseModel, ConfigDict, Field

from kb.api.schemas.author import AUTHOR
from kb.api.schemas.shape import Shape
from kb.model import Language
from kb.pipeline.curation import LONGEST_AUTHOR, LONGEST_WORDS, MOST_WORDS

SEARCH_ID = "^[0-9a-f]{16}$"


class QueryShape(Shape):
    """What was asked, in one or several forms; the words are those of the newest search, personal data masked."""

    text: str
    language: Language
    corrected: str | None
    searches: int
    clicked: int = Field(description="How many of these searches were followed by a click")
    last_at: str
    search: str = Field(description="Id of the newest search")
    total: int
    total_clauses: int
    shown: list[str] = Field(description="Ids of the first services that the newest search showed")


class QueryListing(Shape):
    """Queries, the most frequent first, and the counts of the whole log."""

    items: list[QueryShape]
    counts: dict[str, int]
    kept_days: int = Field(description="How long a search is kept; 0: none is")


class SynonymBody(BaseModel):
    """Words that lead to a term; without words those of the search are taken. Other keys are refused."""

    model_config = ConfigDict(extra="forbid")

    words: list[str] = Field(default_factory=list, max_length=MOST_WORDS)
    term: str = Field(min_length=1, max_length=2 * LONGEST_WORDS, description="A term of the vocabulary by its words")
    author: str | None = Field(default=None, min_length=1, max_length=LONGEST_AUTHOR, description=AUTHOR)
    short: bool = Field(default=False, description="The words are abbreviations")
    search: str | None = Field(default=None, pattern=SEARCH_ID, description="The logged search that they come from")


class BestBetBody(BaseModel):
    """A service that comes first for a phrase; other keys are refused."""

    model_config = ConfigDict(extra="forbid")

    phrase: str = Field(min_length=1, max_length=LONGEST_WORDS)
    service: str = Field(min_length=1, max_length=300, description="Any id of a service of the base")
    author: str | None = Field(default=None, min_length=1, max_length=LONGEST_AUTHOR, description=AUTHOR)


class SynonymShape(Shape):
    """A synonym with the official words that it leads to."""

    id: int
    kk: list[str]
    ru: list[str]
    said: list[str]
    short: list[str]
    author: str
    added_at: str
    search: str | None


class BestBetShape(Shape):
    """A best bet."""

    id: int
    phrase: str
    service: str
    present: bool = Field(description="Whether the base has the service; a best bet without it does nothing")
    author: str
    added_at: str


class WithdrawnShape(Shape):
    """What is no longer used."""

    id: int
