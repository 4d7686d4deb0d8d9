"""Terms and fees of one text in a short form, for the tests of extraction."""

from kb.extract.free_text import extract_text
from kb.model import Deadline, Fee, Language, Statement
from kb.text import identify_language


def statements_of(text: str, language: Language | None = None) -> tuple[Statement, ...]:
    """The statements of a text; its language is told by its words unless given."""
    return extract_text(text, language or identify_language(text)).statements


def deadlines_of(text: str) -> list[Deadline]:
    """The terms of a text in reading order."""
    return [item.value for item in statements_of(text) if isinstance(item.value, Deadline)]


def fees_of(text: str) -> list[Fee]:
    """The fees of a text in reading order."""
    return [item.value for item in statements_of(text) if isinstance(item.value, Fee)]


def gaps_of(text: str) -> list[tuple[str, str | None, str]]:
    """Attribute, reason and quotation of each gap of a text."""
    found = extract_text(text, identify_language(text)).gaps
    return [(gap.attribute, gap.reason, gap.evidence.quote) for gap in found]
