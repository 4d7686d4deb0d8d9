"""The regions of Kazakhstan and the names that texts give them."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from kb.model import Language
from kb.norms.labels import label
from kb.norms.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A region or a city of republican significance, by its ISO 3166-2 code.

    `aliases` are short forms and abbreviations of today's names, `former` names of the past; a former
    name tells where a place lies today, not that the borders were the same.
    """

    code: str
    kind: Literal["region", "city"]
    name_kk: str
    name_ru: str
    aliases: tuple[str, ...]
    former: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that may stand in a text."""
        return (self.name_kk, self.name_ru, *self.aliases, *self.former)


@cache
def regions() -> tuple[Region, ...]:
    """All 17 regions and 3 cities of republican significance, by code."""
    return tuple(
        Region(
            code=code,
            kind=entry["kind"],
            name_kk=label("region", code, Language.KK),
            name_ru=label("region", code, Language.RU),
            aliases=tuple(entry["aliases"]),
            former=tuple(entry["former"]),
        )
        for code, entry in read_table("regions").items()
    )
