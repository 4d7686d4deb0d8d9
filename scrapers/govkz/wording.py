"""How the blocks of a card are called, from `wording.yaml`."""

from typing import Any

from kb.model import Language
from kb.read import CardTitles, find_code, source_wording

FILE = "scrapers/govkz/wording.yaml"


def _wording() -> dict[str, Any]:
    return source_wording(__package__)


def block_of(title: str) -> str | None:
    """The code of the block that a title opens; None when no pattern knows it."""
    return find_code(_wording()["blocks"], title)


TITLES = CardTitles(file=FILE, block_of=block_of)


def fields() -> frozenset[str]:
    """Names of the fields of an answer that hold a block."""
    return frozenset(_wording()["fields"])


def title_of(name: str, language: Language) -> str:
    """How the block is called that a field holds; the name itself of a field that nobody knows."""
    titles = _wording()["fields"].get(name)
    return str(titles[language.value]) if titles else name


def passed_over() -> frozenset[str]:
    """The fields that tell nothing of the service itself."""
    return frozenset(_wording()["passed_over"])
