"""The neutral query tree: what both engines are asked for, in no engine's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Terms:
    """Documents whose `field` holds any of `tokens` (at least `at_least` of them), scored by BM25 × `boost`."""

    field: str
    tokens: tuple[str, ...]
    boost: float = 1.0
    at_least: int = 1


@dataclass(frozen=True, slots=True)
class Phrase:
    """Documents whose `field` holds `tokens` one after another; the field must be indexed with positions."""

    field: str
    tokens: tuple[str, ...]
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Keyword:
    """Documents whose keyword `field` is one of `values`; each such document scores exactly `boost`."""

    field: str
    values: tuple[str, ...]
    boost: float = 0.0


@dataclass(frozen=True, slots=True)
class InRange:
    """Documents whose number `field` lies between `low` and `high`, both included; scores nothing."""

    field: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class AllDocuments:
    """Every document, scored 1."""


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Documents that match at least one part; scores add up."""

    parts: "tuple[Query, ...]"


@dataclass(frozen=True, slots=True)
class BestOf:
    """Documents that match at least one part; the score is that of the best part and `rest` times the other ones'."""

    parts: "tuple[Query, ...]"
    rest: float = 0.0


@dataclass(frozen=True, slots=True)
class AllOf:
    """Documents that match every part of `parts` and of `filters` and none of `without`.

    `parts` score, and `optional` ones add to it where they match; `filters` and `without` do not score.
    """

    parts: "tuple[Query, ...]"
    optional: "tuple[Query, ...]" = ()
    filters: "tuple[Query, ...]" = ()
    without: "tuple[Query, ...]" = ()


Query = Terms | Phrase | Keyword | InRange | AllDocuments | AnyOf | BestOf | AllOf


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """Which facet `fields` are counted, and which values of facets were `chosen`.

    A document must have one of the chosen values of every field with a choice. The counts of a field are of the
    documents that meet the query and the choices of the other fields: what else could be chosen there.
    """

    fields: tuple[str, ...] = ()
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def filters(self, *, beside: str | None = None) -> tuple[Keyword, ...]:
        """The choices as conditions, those of the field `beside` left out; a field without values chooses nothing."""
        return tuple(Keyword(name, values) for name, values in self.chosen.items() if values and name != beside)
