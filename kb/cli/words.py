"""Words of the command line in the asked language, from `data/words.yaml`."""

from functools import cache
from importlib import resources

from kb.model import Language
from kb.yaml_text import parse_yaml


class Words:
    """Called with a key and what stands in its places; raises KeyError for a key that the file lacks."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, key: str, **places: object) -> str:
        """The words of a key."""
        return _table()[key][self.language.value].format(**places)


@cache
def _table() -> dict[str, dict[str, str]]:
    text = resources.files("kb.cli").joinpath("data/words.yaml").read_text(encoding="utf-8")
    table: dict[str, dict[str, str]] = parse_yaml(text)
    return table
