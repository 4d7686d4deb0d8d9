"""Text of one service that stands under another."""

from dataclasses import dataclass
from enum import StrEnum

from kb.model.overlap import RepeatedPlace


class PastedKind(StrEnum):
    """How it is told: the other's NAME, a person's words (QUOTE) or shares of a survey (FIGURES) told of both, or a
    PASSAGE of the other with its subject."""

    NAME = "name"
    QUOTE = "quote"
    FIGURES = "figures"
    PASSAGE = "passage"


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedText:
    """Words in a clause of `service` (`a`) that belong to `other`, where `b` says the same.

    `words` are those of the other's name that the own name does not have, as printed, each once; none where a quote
    or figures name neither.
    """

    kind: PastedKind
    service: str
    other: str
    a: RepeatedPlace
    b: RepeatedPlace
    words: tuple[str, ...] = ()
