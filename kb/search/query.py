"""The neutral query tree: what both engines are asked for, in no engine's language."""

from dataclasses import dataclass


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
class AllOf:
    """Documents that match every part of `parts` and of `filters` and none of `without`.

    `parts` score, and `optional` ones add to it where they match; `filters` and `without` do not score.
    """

    parts: "tuple[Query, ...]"
    optional: "tuple[Query, ...]" = ()
    filters: "tuple[Query, ...]" = ()
    without: "tuple[Query, ...]" = ()


Query = Terms | Phrase | Keyword | InRange | AllDocuments | AnyOf | AllOf
