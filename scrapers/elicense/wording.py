"""How the panels, tabs and links of a permit are called, from `wording.yaml`."""

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


def _first(table: str, words: str) -> str | None:
    folded = fold(words).text
    known = _wording()[table].items()
    return next((str(code) for code, patterns in known if any(re.search(one, folded) for one in patterns)), None)


def panel_of(title: str) -> str | None:
    """The code of the panel with this title; None when no pattern knows it."""
    return _first("blocks", title)


def applicant_of(tab: str) -> str | None:
    """The kind of applicant whose documents a tab lists; None when no pattern knows it."""
    return _first("applicants", tab)


def documents_title(language: Language) -> str:
    """How the panel of the documents is called in short."""
    return str(_wording()["documents_title"][language.value])


def is_form_link(words: str) -> bool:
    """Whether the words of a link lead to the form of a document."""
    return any(re.search(pattern, fold(words).text) for pattern in _wording()["form_links"])
