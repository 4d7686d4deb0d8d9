"""Life situations, and the services of the base that belong to each."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import resources
from typing import Any

from kb.model import Language, Service
from kb.pipeline import Registry
from kb.search import SearchError
from kb.text import fold_plain
from kb.yaml_text import parse_yaml

_BETWEEN = r"\W+(?:\w+\W+){0,3}"  # up to three other words


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What happened to a person, in words by language; `pattern` fits the folded names of its services, unless
    `but_not` does."""

    code: str
    title: dict[Language, str]
    hint: dict[Language, str]
    pattern: re.Pattern[str]
    but_not: re.Pattern[str] | None

    def holds(self, name: str) -> bool:
        """Whether a service of this name (folded by `fold_name`) belongs to it."""
        return bool(self.pattern.search(name)) and not (self.but_not and self.but_not.search(name))


@cache
def situations() -> tuple[Situation, ...]:
    """All situations in the order of their page."""
    text = resources.files("kb.web").joinpath("data/situations.yaml").read_text(encoding="utf-8")
    return tuple(_situation(entry) for entry in parse_yaml(text))


def fold_name(name: str) -> str:
    """A name as patterns see it: lower case, one letter for those that are typed for each other."""
    return fold_plain(name).replace("ё", "е")


class SituationIndex:
    """The services of each situation; looked up once for each build of the base."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._known: tuple[datetime | None, dict[str, tuple[Service, ...]]] | None = None

    def services(self) -> dict[str, tuple[Service, ...]]:
        """By the code of the situation, in the order of their ids; situations without a service are left out."""
        try:
            built = self._registry.status().built_at
        except SearchError:  # the first page and this one need no engine
            return sort_services(self._registry.all_services())
        if self._known is None or self._known[0] != built:
            self._known = built, sort_services(self._registry.all_services())
        return self._known[1]

    def known(self) -> tuple[Situation, ...]:
        """The situations that have a service."""
        found = self.services()
        return tuple(one for one in situations() if one.code in found)


def sort_services(services: Iterable[Service]) -> dict[str, tuple[Service, ...]]:
    """The services by the code of each situation that a name or a heading of theirs belongs to."""
    found: dict[str, list[Service]] = {}
    for service in services:
        headings = ((one.name_kk, one.name_ru) for one in service.life_situations)
        told = (service.name_kk, service.name_ru, *(name for names in headings for name in names))
        names = [fold_name(name) for name in told if name]
        for situation in situations():
            if any(situation.holds(name) for name in names):
                found.setdefault(situation.code, []).append(service)
    return {one.code: tuple(found[one.code]) for one in situations() if one.code in found}


def _situation(entry: dict[str, Any]) -> Situation:
    excluded = entry.get("but_not")
    return Situation(
        code=entry["code"],
        title={language: str(entry["title"][language.value]) for language in Language},
        hint={language: str(entry["hint"][language.value]) for language in Language},
        pattern=_pattern(entry["names"]),
        but_not=_pattern(excluded) if excluded else None,
    )


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(_phrase(phrase) for phrase in phrases))


def _phrase(phrase: str) -> str:
    words = (fold_name(word) for word in phrase.split())
    return r"\b" + _BETWEEN.join(
        re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word) + r"\b" for word in words
    )
