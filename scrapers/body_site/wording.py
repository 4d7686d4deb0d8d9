"""The words of pages of state bodies, from `wording.yaml`."""

import re
from functools import cache
from typing import Any

from kb.read import find_code, source_wording
from kb.text import fold


def _wording() -> dict[str, Any]:
    return source_wording(__package__)


def bodies() -> tuple[str, ...]:
    """The bodies as the portal's addresses name them."""
    return tuple(_wording()["bodies"])


@cache
def _labels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (str(code), re.compile("|".join(f"(?:{pattern})" for pattern in patterns)))
        for code, patterns in _wording()["fields"].items()
    )


def label_at(folded: str, start: int) -> tuple[str, int] | None:
    """The field whose label begins at an offset of a folded text, and where the label ends; None when there is none."""
    for code, pattern in _labels():
        if found := pattern.match(folded, start):
            return code, found.end()
    return None


def service_in(words: str) -> str | None:
    """The quoted service that a line names, the last of several; None when it names none."""
    folded = fold(words)
    found = None
    for pattern in _wording()["service"]:
        for match in re.finditer(pattern, folded.text):
            start, end = folded.span(*match.span("name"))
            found = words[start:end].strip()
    return found


def is_titled(words: str) -> bool:
    """Whether a title or the text of a link speaks of requisites, duties or contacts."""
    return find_code({"title": _wording()["titles"]}, words) is not None
