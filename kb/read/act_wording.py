"""Wording of acts, compiled from the data files beside this module."""

import re
from dataclasses import dataclass
from functools import cache

from kb.read.data_file import load_data

_NUMBER = r"(?:\d{1,4}|[ivxlc]+)(?:-\d+)*"


@dataclass(frozen=True, slots=True)
class ActWording:
    """Patterns over folded text.

    `headings` maps a kind to its pattern, outermost first; `any_heading` fits wherever one of them may. A line without
    one of `annex_signs`, letters as printed, names no annex.
    """

    headings: dict[str, re.Pattern[str]]
    any_heading: re.Pattern[str]
    annex: tuple[re.Pattern[str], ...]
    annex_of_act: tuple[re.Pattern[str], ...]
    annex_of_list: tuple[re.Pattern[str], ...]
    approved: tuple[re.Pattern[str], ...]
    note: tuple[re.Pattern[str], ...]
    excluded: tuple[re.Pattern[str], ...]
    enacting: tuple[re.Pattern[str], ...]
    own_annex: tuple[re.Pattern[str], ...]
    annex_signs: tuple[str, ...]


@cache
def act_wording() -> ActWording:
    """The wording in `data/act.yaml`."""
    data = load_data("act.yaml")
    headings: dict[str, list[str]] = data.pop("headings")
    annex_signs = tuple(data.pop("annex_signs"))
    every = "|".join(word for words in headings.values() for word in words)
    return ActWording(
        headings={kind: _heading(words) for kind, words in headings.items()},
        any_heading=re.compile(rf"(?:{every}|{_NUMBER} *- *(?:{every}))"),
        annex_signs=annex_signs,
        **{name: compile_all(patterns) for name, patterns in data.items()},
    )


@cache
def requirement_labels() -> tuple[re.Pattern[str], ...]:
    """Patterns of row labels in requirement tables (`data/requirements.yaml`)."""
    return compile_all(load_data("requirements.yaml")["labels"])


def compile_all(patterns: list[str]) -> tuple[re.Pattern[str], ...]:
    """Compiled patterns; `^` and `$` stand at the edges of lines."""
    return tuple(re.compile(pattern, re.MULTILINE) for pattern in patterns)


def any_match(patterns: tuple[re.Pattern[str], ...], text: str) -> re.Match[str] | None:
    """The first match of the first pattern that matches anywhere in `text`."""
    for pattern in patterns:
        if found := pattern.search(text):
            return found
    return None


def _heading(words: list[str]) -> re.Pattern[str]:
    word = "|".join(words)
    return re.compile(
        rf"(?:(?:{word}) *(?P<behind>{_NUMBER})|(?P<before>{_NUMBER}) *- *(?:{word}))(?P<stop> *(?:\.|$)|\b)"
    )
