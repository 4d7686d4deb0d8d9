"""Analysed texts as index fields: whitespace-joined tokens from kb.text."""

from collections.abc import Iterable

from kb.model import Language
from kb.text import analyse

PARTS = ("exact", "kk", "ru", "tri")
LONGEST_TOKEN = 100  # characters; longer ones are debris, and engines cut them at lengths of their own


def token_lists(text: str, language: Language | None = None) -> dict[str, list[str]]:
    """The tokens of a text by part; those that are too long for an engine are left out."""
    terms = analyse(text, language)
    parts = {"exact": terms.exact, "kk": terms.kk, "ru": terms.ru, "tri": terms.tri}
    return {part: usable(found) for part, found in parts.items()}


def usable(tokens: Iterable[str]) -> list[str]:
    """The tokens that both engines index alike."""
    return [token for token in tokens if len(token) <= LONGEST_TOKEN]


def analysed_fields(name: str, texts: Iterable[tuple[str, Language | None]]) -> dict[str, str]:
    """The fields of one analysed text field, filled with several texts in their languages."""
    fields: dict[str, list[str]] = {part: [] for part in PARTS}
    for text, language in texts:
        for part, tokens in token_lists(text, language).items():
            fields[part].extend(tokens)
    return {f"{name}_{part}": " ".join(tokens) for part, tokens in fields.items() if tokens}
