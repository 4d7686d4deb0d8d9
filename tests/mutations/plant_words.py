"""The plants with their words, as plants.yaml has them."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kb.model import FindingClass, Language

TABLE = Path(__file__).with_name("plants.yaml")


class PlantKind(StrEnum):
    """What is asked of a plant: the first three are to be found, the last is to stay untold."""

    NUMERIC = "numeric"
    SET = "set"
    TEXTUAL = "textual"
    HARMLESS = "harmless"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plant:
    """One class of changes; `topics` are the parts of a standard it is planted in, none for the whole annex."""

    name: str
    kind: PlantKind
    change: str
    topics: tuple[str, ...]
    told_by: frozenset[FindingClass]

    @property
    def harmless(self) -> bool:
        """Whether no finding may tell of it."""
        return self.kind is PlantKind.HARMLESS


@cache
def table() -> dict[str, Any]:
    """The whole table."""
    found: dict[str, Any] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return found


@cache
def plants() -> tuple[Plant, ...]:
    """Every plant, in the order of the table."""
    return tuple(
        Plant(
            name=name,
            kind=PlantKind(entry["kind"]),
            change=entry["change"],
            topics=tuple(entry["rows"]),
            told_by=frozenset(FindingClass(kind) for kind in entry.get("told_by", ())),
        )
        for name, entry in table()["plants"].items()
    )


def classes_of(topic: str) -> frozenset[FindingClass]:
    """The classes of findings that fit a change in a topic."""
    return frozenset(FindingClass(kind) for kind in table()["told_by"].get(topic, ()))


def wording(plant: str, language: Language) -> list[tuple[str, str]]:
    """Patterns of a plant with what is written instead."""
    pairs = table()["plants"][plant].get("wording", {}).get(language.value, ())
    return [(pattern, words) for pattern, words in pairs]


@cache
def pattern(name: str, language: Language) -> re.Pattern[str]:
    """A pattern of the table by name."""
    return re.compile(table()[name][language.value])


@cache
def topic_pattern(topic: str, language: Language) -> re.Pattern[str]:
    """How the label or the first words of a part of a standard tell its topic."""
    return re.compile(table()["topics"][topic][language.value])
