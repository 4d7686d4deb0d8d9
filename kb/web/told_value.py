"""A value with its notes, conditions and places, for tables that compare."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.model import Statement
from kb.norms import value_notes
from kb.web.conditions import value_conditions
from kb.web.source_link import SourceLink, source_link
from kb.web.value_words import Shown, value_words
from kb.web.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldValue:
    """One value in words with all its places."""

    shown: Shown
    notes: tuple[str, ...]
    conditions: tuple[Shown, ...]
    links: tuple[SourceLink, ...]


def told_value(statements: Sequence[Statement], words: Words) -> ToldValue:
    """The value that all the statements tell, in the words of one of the page's language where there is one."""
    first = next((one for one in statements if one.evidence.language is words.language), statements[0])
    return ToldValue(
        shown=value_words(first, words),
        notes=value_notes(first.value, words.language),
        conditions=value_conditions(first, words),
        links=tuple({link.href: link for link in (source_link(one.evidence, words) for one in statements)}.values()),
    )
