"""State information systems from which documents are taken."""

import re
from functools import cache

from kb.norms.errors import NormsError
from kb.norms.labels import codes
from kb.norms.tables import read_table
from kb.norms.wording import compile_patterns, plain


def find_systems(text: str) -> tuple[str, ...]:
    """Codes of every system that a text names, first named first (words: `label("system", code, …)`).

    `text` is folded by `kb.text.fold`. The gateway through which systems are asked counts only where no other is named.
    """
    words = plain(text)
    found = sorted(
        (match.start(), match.start() - match.end(), code)
        for code, pattern in _patterns()
        if (match := pattern.search(words))
    )
    named = tuple(code for _, _, code in found)
    gateways = read_table("systems")["gateway"]
    return tuple(code for code in named if code not in gateways) or named


def find_system(text: str) -> str | None:
    """The one system that a text names; None where it names none or several."""
    named = find_systems(text)
    return named[0] if len(named) == 1 else None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    systems = read_table("systems")["systems"]
    if set(systems) != set(codes("system")):
        raise NormsError("kb/norms/data: systems.yaml and labels/system.yaml must have the same codes")
    return tuple((code, compile_patterns(patterns)) for code, patterns in systems.items())
