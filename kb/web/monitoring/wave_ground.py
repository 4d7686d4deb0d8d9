"""What every page of a wave says: its head in words, the ways to its other pages, the names of its rows."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from kb.model.monitoring import Wave
from kb.monitoring import Group, organisation_in
from kb.pipeline import NothingBuilt, Registry, UnknownName
from kb.pipeline.monitoring import RowNames
from kb.web.monitoring.asked import RatingAsked
from kb.web.value_words import Shown
from kb.web.words import Words

TABLES = ("aspects", "channels", "regions", "answers", "tension")


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveHead:
    """The head of a wave in words; what it does not tell is None."""

    id: str
    href: str
    year: str
    organisation: str
    method: str
    period: str
    sample: str | None
    accreditation: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WayTo:
    """A link to another page of the wave; `here` for the page itself."""

    text: str
    href: str
    here: bool


@dataclass(frozen=True, slots=True)
class WaveGround:
    """A wave with what its pages need to name rows and lead from one to another."""

    registry: Registry
    wave: Wave
    words: Words
    name_of: RowNames

    @classmethod
    def of(cls, registry: Registry, wave: str, words: Words) -> "WaveGround":
        """Raises UnknownWave."""
        return cls(registry, registry.monitoring.wave(wave), words, registry.monitoring.names(wave))

    def name(self, group: Group, key: str) -> str:
        """What a key is called in the language of the page."""
        return self.name_of(group, key, self.words.language)

    def shown(self, group: Group, key: str) -> Shown:
        """The name with its language where that is not the page's."""
        own = self.name_of.spoken(group, key, self.words.language)
        return Shown(text=self.name(group, key), language=None if own is self.words.language else own)

    def address(self, page: str, query: str) -> str:
        """The address of a page of this wave; '' is its rating."""
        return f"/monitoring/{self.wave.id}{f'/{page}' if page else ''}?{query}"

    def figure(self, asked: RatingAsked, key: str) -> str:
        """Where the counts behind a figure stand."""
        return self.address("figure", asked.query(key=key))

    def trend(self, asked: RatingAsked, key: str) -> str:
        """Where the same figure stands over all waves."""
        same = RatingAsked(by=asked.by, measure=asked.measure, question=asked.question)
        return self.address("trend", same.query(key=key))

    def service(self, key: str) -> str | None:
        """The page of a service of the registry; None where the registry has no such service."""
        try:
            return f"/services/{quote(self.registry.service(key).id)}"
        except (UnknownName, NothingBuilt):
            return None

    def ways(self, asked: RatingAsked, page: str) -> tuple[WayTo, ...]:
        """The ratings and tables of the wave."""
        ratings = [
            WayTo(
                text=self.words(f"monitoring.rate.{group.value}"),
                href=self.address("", RatingAsked(by=group, measure=asked.measure, best_two=asked.best_two).query()),
                here=not page and asked.by is group,
            )
            for group in Group
        ]
        tables = [
            WayTo(
                text=self.words(f"monitoring.table.{name}"),
                href=f"/monitoring/{self.wave.id}/{name}",
                here=page == name,
            )
            for name in TABLES
        ]
        return (*ratings, *tables)


def wave_head(wave: Wave, words: Words) -> WaveHead:
    """The head of a wave as pages show it."""
    return WaveHead(
        id=wave.id,
        href=f"/monitoring/{wave.id}",
        year=str(wave.year),
        organisation=organisation_in(wave.organisation, words.language),
        method=words(f"practice.method.{wave.method}"),
        period=f"{words.day(wave.since)} – {words.day(wave.until)}",
        sample=None if wave.sample is None else words.number(wave.sample),
        accreditation=wave.accreditation,
    )


def in_order(keys: tuple[str, ...], name: Callable[[str], str]) -> list[tuple[str, str]]:
    """Keys with their names, by name."""
    return sorted(((key, name(key)) for key in keys), key=lambda one: (one[1].casefold(), one[0]))
