"""How the blocks of a card are called, from `wording.yaml`."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

from kb.model import Language
from kb.read import load_yaml
from kb.text import fold


@cache
def _wording() -> dict[str, Any]:
    data: dict[str, Any] = load_yaml(files(__package__).joinpath("wording.yaml").read_text(encoding="utf-8"))
    return data


def block_of(title: str) -> str | None:
    """The code of the block that a title opens; None when no pattern knows it."""
    folded = fold(title).text
    known = _wording()["blocks"].items()
    return next((str(code) for code, patterns in known if any(re.search(one, folded) for one in patterns)), None)


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
