"""Words for codes in three languages."""

from collections.abc import Mapping
from functools import cache

from kb.model import Language
from kb.norms.errors import NormsError
from kb.norms.tables import read_table


def label(table: str, code: str, language: Language | str) -> str:
    """The words of `code` in `language`; raises NormsError for an unknown table or code."""
    words = _labels(table)
    if code not in words:
        known = ", ".join(sorted(words))
        raise NormsError(f"no code {code!r} in the label table {table!r}; it has {known}")
    return words[code][Language(language)]


def codes(table: str) -> tuple[str, ...]:
    """All codes of a label table in its own order; raises NormsError for an unknown table."""
    return tuple(_labels(table))


@cache
def _labels(table: str) -> Mapping[str, Mapping[Language, str]]:
    entries = read_table(f"labels/{table}")
    labels = {str(code): {Language(name): str(text) for name, text in words.items()} for code, words in entries.items()}
    for code, words in labels.items():
        if set(words) != set(Language):
            raise NormsError(f"kb/norms/data/labels/{table}.yaml: {code} needs words in kk, ru and en")
    return labels
