"""Words in one of the Latin spellings of Kazakh and Russian, read into Cyrillic letter by letter."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from kb.model import Language
from kb.text.table import load_table

_FIGURE = re.compile("(?<=[a-z])[46](?=[a-z])|^[46](?=[a-z]{2})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spelling:
    """A way to write `language` in Latin letters; `pattern` has one group for each of `values`, in their order."""

    language: Language
    pattern: re.Pattern[str]
    values: tuple[str, ...]

    def read(self, word: str) -> str:
        """The word in Cyrillic, in capitals where it was."""
        return _read(self, word)


@lru_cache(maxsize=50_000)
def _read(spelling: Spelling, word: str) -> str:
    figures: dict[str, str] = load_table("transliteration")["figures"]
    lower = _FIGURE.sub(lambda match: figures[match[0]], word.lower().replace("i̇", "i").replace("’", "'"))
    lower = lower.replace("ʼ", "'")
    cyrillic = spelling.pattern.sub(lambda match: spelling.values[(match.lastindex or 1) - 1], lower)
    if len(word) > 1 and word.isupper():
        return cyrillic.upper()
    return cyrillic[:1].upper() + cyrillic[1:] if word[:1].isupper() else cyrillic


@cache
def find_spelling(name: str) -> Spelling:
    """The spelling that stands under this name in `data/transliteration.yaml`."""
    table = load_table("transliteration")
    return _compile(table["tables"][name], table)


def _compile(own: dict[str, Any], table: dict[str, Any]) -> Spelling:
    base = table["tables"][own["base"]] if "base" in own else {"letters": table["loans"], "after_vowel": {}}
    letters = (table["loans"] if "base" in own else {}) | base["letters"] | own["letters"]
    after_vowel = base["after_vowel"] | own["after_vowel"]
    # longer keys first; among equals those bound to a place before the free one
    keys = [(key.strip("^$"), key, value) for key, value in letters.items()]
    keys += [(key, f"(?<=[{table['latin_vowels']}]){key}", value) for key, value in after_vowel.items()]
    keys.sort(key=lambda entry: (-len(entry[0]), -len(entry[1])))
    return Spelling(
        Language(own["language"]),
        re.compile("|".join(f"({pattern})" for _, pattern, _ in keys)),
        tuple(value for _, _, value in keys),
    )
