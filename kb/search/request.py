"""What is asked of a search, checked."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kb.model import Language
from kb.search.errors import BadQuery

LONGEST_TEXT = 1000  # characters
LARGEST_LIMIT = 100
_QUOTED = re.compile(r"[\"“”„]([^\"“”„]+)[\"“”„]")
_REFUSED = frozenset({"Cc", "Cs", "Co", "Cn"})
_LINE_BLANKS = str.maketrans("\t\r\n", "   ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """Which results are wanted.

    `services` has the wanted values of facets of services, `clauses` those of clauses: any value of a field, of every
    field. `acts` are codes of acts, one of which a clause must belong to. `every` demands of a clause each thing that
    is asked for instead of any.
    """

    services: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    clauses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    acts: tuple[str, ...] = ()
    every: bool = False


EVERYTHING = Narrowing()


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """`language` None = recognised from the text; `as_of` decides which editions count; `cursor` from a former page.

    `narrowing` leaves out results, `facets` asks for counts beside them.

    Raises BadQuery for an empty text, one over 1,000 characters or with control characters, and a limit outside 1–100.
    """

    text: str
    as_of: date
    language: Language | None = None
    limit: int = 10
    cursor: str | None = None
    narrowing: Narrowing = EVERYTHING
    facets: bool = False

    def __post_init__(self) -> None:
        if len(self.text) > LONGEST_TEXT:
            raise BadQuery(
                f"the query has {len(self.text):,} characters, at most {LONGEST_TEXT:,} are searched: shorten it"
            )
        for place, letter in enumerate(self.text.translate(_LINE_BLANKS), start=1):
            if unicodedata.category(letter) in _REFUSED:
                raise BadQuery(f"the query has a control character (U+{ord(letter):04X}) at place {place}: remove it")
        if not self.text.strip():
            raise BadQuery("the query is empty: type at least one word")
        if not 1 <= self.limit <= LARGEST_LIMIT:
            raise BadQuery(f"limit {self.limit}: 1 to {LARGEST_LIMIT} results a page can be asked for")


def quoted_phrases(text: str) -> tuple[str, ...]:
    """The phrases in paired straight or curly quotes; a lone quote is no phrase. «…» belongs to names and is text."""
    return tuple(found.strip() for found in _QUOTED.findall(text) if found.strip())
