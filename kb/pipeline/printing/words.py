"""Words of a report in one language, from data/words.yaml of its package."""

from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from kb.model import Language
from kb.yaml_text import parse_yaml


class PrintedWords:
    """Calling it with a dotted key gives the words with their places filled; raises KeyError for an unknown key."""

    def __init__(self, language: Language, package: str) -> None:
        self.language = language
        self._table = _table(package)

    def __call__(self, key: str, **values: object) -> str:
        """The words under `key`."""
        entry = self._table
        for part in key.split("."):
            entry = entry[part]
        return str(entry[self.language.value]).format(**values)

    def day(self, day: date) -> str:
        """The date as it is written in Kazakhstan; ISO in English."""
        return day.isoformat() if self.language is Language.EN else f"{day:%d.%m.%Y}"


@cache
def _table(package: str) -> dict[str, Any]:
    content: dict[str, Any] = parse_yaml(files(package).joinpath("data", "words.yaml").read_text(encoding="utf-8"))
    return content
