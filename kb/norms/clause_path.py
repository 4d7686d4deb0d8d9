"""A clause path in words."""

import re

from kb.model import Language
from kb.norms.tables import read_table

_NUMBERED = re.compile(r"(?P<kind>[a-z]+)-(?P<number>.+)")


def show_clause(path: str, language: Language | str) -> str:
    """`annex-2/row-5/p-1` as `приложение 2, строка 5, абзац 1`; a part without words is shown as it is."""
    return ", ".join(_part(part, Language(language)) for part in path.split("/"))


def _part(part: str, language: Language) -> str:
    forms = read_table("clause_forms")
    if part in forms["named"]:
        return str(forms["named"][part][language.value])
    found = _NUMBERED.fullmatch(part)
    if found and found["kind"] in forms["numbered"]:
        return str(forms["numbered"][found["kind"]][language.value]).format(n=found["number"])
    return part
