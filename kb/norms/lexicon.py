"""Words of public services in both languages."""

from dataclasses import dataclass
from functools import cache

from kb.norms.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Kazakh and Russian words and phrases that stand for each other in questions and texts."""

    kk: tuple[str, ...]
    ru: tuple[str, ...]


@cache
def lexicon() -> tuple[Term, ...]:
    """All groups of words; comparing their forms is left to the reader (kb.text stems)."""
    return tuple(Term(kk=tuple(entry["kk"]), ru=tuple(entry["ru"])) for entry in read_table("lexicon"))
