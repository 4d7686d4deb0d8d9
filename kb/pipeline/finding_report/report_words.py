"""Words around findings in one language, from data/words.yaml."""

from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from kb.model import Language
from kb.yaml_text import parse_yaml


class ReportWords:
    """Calling it with a dotted key gives the words with their places filled; raises KeyError for an unknown key."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        """The words under `key`."""
        entry = _table()
        for part in key.split("."):
            entry = entry[part]
        return str(entry[self.language.value]).format(**values)

    def day(self, day: date) -> str:
        """The date as it is written in Kazakhstan; ISO in English."""
        return day.isoformat() if self.language is Language.EN else f"{day:%d.%m.%Y}"


@cache
def _table() -> dict[str, Any]:
    content: dict[str, Any] = parse_yaml(
        files("kb.pipeline.finding_report").joinpath("data", "words.yaml").read_text(encoding="utf-8")
    )
    return content
