"""A clause path in words."""

import re

from kb.model import Language
from kb.norms.tables import read_table

_NUMBERED = re.compile(r"(?P<kind>[a-z]+)-(?P<number>.+)")


def show_clause(path: str, language: Language | str) -> str:
    """`annex-2/row-5/p-1` as `приложение 2, строка 5, абзац 1`; a part without words is shown as it is,
    the second of two with one number (`point-4~2`) with its place behind it: `пункт 4 (2)`."""
    return ", ".join(_part(part, Language(language)) for part in path.split("/"))


def _part(part: str, language: Language) -> str:
    forms = read_table("clause_forms")
    name, _, repeat = part.partition("~")
    found = _NUMBERED.fullmatch(name)
    if name in forms["named"]:
        words = str(forms["named"][name][language.value])
    elif found and found["kind"] in forms["numbered"]:
        words = str(forms["numbered"][found["kind"]][language.value]).format(n=found["number"])
    else:
        return part
    return f"{words} ({repeat})" if repeat else words
