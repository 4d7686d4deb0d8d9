"""Groups of cue words from a data file, and rules that ask for several groups at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kb.answer.wording import read_wording
from kb.text.cue_beginnings import CueBeginnings
from kb.text.cues import find_cue
from kb.text.words import Words

LANGUAGES: Mapping[str, str | None] = {"kk": "kk", "ru": "ru", "en": None}


@dataclass(frozen=True, slots=True, kw_only=True)
class CueRule:
    """`name` is told where all groups of one list of `when` are there and none of `unless`."""

    name: str
    when: tuple[frozenset[str], ...]
    unless: frozenset[str]

    def told(self, groups: frozenset[str]) -> bool:
        """Whether a text with these groups fits the rule."""
        return any(wanted <= groups for wanted in self.when) and not self.unless & groups


@dataclass(frozen=True, slots=True, kw_only=True)
class CueMatch:
    """A phrase of a group as it is written in the data file, and the places of its words in a text."""

    group: str
    phrase: str
    places: tuple[int, ...]


class CueGroups:
    """The groups and rules of one data file: `groups` by name and language, `rules` in their order; a list of rules
    under one name is told by any of them."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._cues = tuple(
            (group, language, str(phrase))
            for group, lists in data["groups"].items()
            for name, language in LANGUAGES.items()
            for phrase in lists.get(name, ())
        )
        self._beginnings = CueBeginnings((phrase, language) for _, language, phrase in self._cues)
        self.rules = tuple(
            _read_rule(name, rule)
            for name, variants in data.get("rules", {}).items()
            for rule in (variants if isinstance(variants, list) else [variants])
        )

    def matches(self, words: Words) -> Iterator[CueMatch]:
        """The phrases that stand in `words`, each where it stands first."""
        for number in self._beginnings.possible(words):
            group, language, phrase = self._cues[number]
            if places := find_cue(words, phrase, language=language):
                yield CueMatch(group=group, phrase=phrase, places=places)

    def places(self, words: Words) -> dict[str, frozenset[int]]:
        """The groups that stand in `words`, each with the places of one of its phrases after another."""
        found: dict[str, set[int]] = {}
        for match in self.matches(words):
            found.setdefault(match.group, set()).update(match.places)
        return {group: frozenset(places) for group, places in found.items()}

    def found(self, words: Words) -> frozenset[str]:
        """The names of the groups that stand in `words`."""
        return frozenset(self.places(words))


@cache
def cue_groups(name: str) -> CueGroups:
    """The groups of `data/<name>.yaml`."""
    return CueGroups(read_wording(name))


def _read_rule(name: str, rule: Mapping[str, Any]) -> CueRule:
    return CueRule(
        name=name,
        when=tuple(frozenset(part) for part in rule["when"]),
        unless=frozenset(rule.get("unless", ())),
    )
