"""Words and codes of the pages, compiled from `wording.yaml`."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kb.model import ActStatus
from kb.text import fold
from kb.yaml_text import parse_yaml

Patterns = tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Patterns run on folded text, `title_suffix` on the title as printed; `card` maps a field to its labels."""

    status: dict[str, ActStatus]
    changed: frozenset[str]
    title_suffix: re.Pattern[str]
    notice: Patterns
    total: Patterns
    repealed: Patterns
    card: dict[str, Patterns]
    card_unused: Patterns


@cache
def wording() -> Wording:
    """The wording of this source."""
    text = files("scrapers.adilet").joinpath("wording.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = parse_yaml(text)
    return Wording(
        status={code: ActStatus(status) for code, status in data["status"].items()},
        changed=frozenset(data["changed"]),
        title_suffix=re.compile(data["title_suffix"]),
        notice=_compiled(data["notice"]),
        total=_compiled(data["total"]),
        repealed=_compiled(data["repealed"]),
        card={field: _compiled(labels) for field, labels in data["card"].items()},
        card_unused=_compiled(data["card_unused"]),
    )


def find_first(patterns: Patterns, words: str) -> re.Match[str] | None:
    """The first match in the folded words, None without one."""
    folded = fold(words).text
    return next((found for pattern in patterns if (found := pattern.search(folded))), None)


def _compiled(patterns: list[str]) -> Patterns:
    return tuple(re.compile(pattern) for pattern in patterns)
