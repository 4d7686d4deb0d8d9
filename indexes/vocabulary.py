"""The bilingual vocabulary of the domain, read from the files of `vocabulary/`."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kb.yaml_text import parse_yaml

PARTS = frozenset({"kk", "ru", "said", "short"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Words and phrases that stand for each other in questions and texts.

    `kk` and `ru` have the official words, the first of each the one to show. `said` has what people say instead, in
    either language: it leads to the official words, never from them. `short` has abbreviations of either language,
    which are compared letter by letter. `theme` is the name of the file.
    """

    theme: str
    kk: tuple[str, ...]
    ru: tuple[str, ...]
    said: tuple[str, ...] = ()
    short: tuple[str, ...] = ()

    @property
    def official(self) -> tuple[str, ...]:
        """The words that texts use."""
        return (*self.kk, *self.ru, *self.short)


@cache
def read_vocabulary() -> tuple[Term, ...]:
    """All groups of words; comparing their forms is left to the reader (kb.text stems).

    Raises ValueError for an entry with an unknown part or without words of both languages.
    """
    folder = files("indexes").joinpath("vocabulary")
    themes = sorted(place.name for place in folder.iterdir() if place.name.endswith(".yaml"))
    return tuple(
        read_term(entry, theme=name.removesuffix(".yaml"))
        for name in themes
        for entry in parse_yaml(folder.joinpath(name).read_text(encoding="utf-8"))
    )


def read_term(entry: dict[str, Any], *, theme: str) -> Term:
    """One entry of a file; raises ValueError for one with an unknown part or without words of both languages."""
    if not entry.keys() <= PARTS or not entry.get("kk") or not entry.get("ru"):
        raise ValueError(f"vocabulary/{theme}.yaml: {entry!r} must have kk and ru, and may have said and short")
    return Term(theme=theme, **{part: tuple(str(word) for word in words) for part, words in entry.items()})
