"""Public monitoring: waves, what people answered, and what reports print of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from kb.model.evidence import Evidence


class QuestionKind(StrEnum):
    """What an answer is: a MARK of 1 to 5, YES_NO (1 or 0), MINUTES of waiting, a SCORE of 0 to 10, ADVICE of an
    operator (2 right, 1 incomplete, 0 wrong)."""

    MARK = "mark"
    YES_NO = "yes_no"
    MINUTES = "minutes"
    SCORE = "score"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveService:
    """A service that a wave asked about and the registry need not know."""

    id: str
    name_kk: str
    name_ru: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wave:
    """One survey: `method` is a code of the data file `methods`, `sample` how many people were to be asked.

    `accreditation` is the number of the organisation's accreditation, None where the survey had none; `document` the
    report whose tables the answers were read from, None where people brought them.
    """

    id: str
    year: int
    organisation: str
    method: str
    since: date
    until: date
    sample: int | None = None
    accreditation: str | None = None
    services: tuple[WaveService, ...] = ()
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """How many gave each answer to one question, by value in rising order, and how many gave none (`silent`).

    Yes is 1 and no is 0. Pooling adds counts, so it is associative and commutative.
    """

    counts: tuple[tuple[Decimal, int], ...] = ()
    silent: int = 0

    @classmethod
    def of(cls, counts: Mapping[Decimal, int], silent: int = 0) -> "Answers":
        """Answers by value; values nobody gave are left out. Raises ValueError for a negative count."""
        if silent < 0 or any(count < 0 for count in counts.values()):
            raise ValueError("a count of answers cannot be negative")
        return cls(tuple(sorted((value, count) for value, count in counts.items() if count)), silent)

    @classmethod
    def marks(cls, counts: Iterable[int], silent: int = 0) -> "Answers":
        """Marks 1, 2, 3, 4 and 5 by their counts in that order."""
        return cls.of({Decimal(mark): count for mark, count in enumerate(counts, start=1)}, silent)

    @property
    def rated(self) -> int:
        """How many gave an answer; «don't know» and silence stand outside every denominator."""
        return sum(count for _, count in self.counts)

    @property
    def asked(self) -> int:
        """How many were asked."""
        return self.rated + self.silent

    def of_values(self, values: Iterable[Decimal]) -> int:
        """How many gave one of the values."""
        wanted = set(values)
        return sum(count for value, count in self.counts if value in wanted)


class Standing(StrEnum):
    """What became of a printed figure that was computed anew.

    EQUAL: the same number. WITHIN: computed from printed figures that are rounded themselves, and the printed one is
    among the possible results. DIFFERS: it is not. OPEN: what it is computed from is not printed, or damaged.
    """

    EQUAL = "equal"
    WITHIN = "within"
    DIFFERS = "differs"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recomputed:
    """A printed figure and what its own report gives for it.

    `rule` is the code of the formula (`share`, `mean`, `sum` …), `subject` what the figure is of, in words and code.
    `low` and `high` are the bounds of the computed value with the printed number of decimals, equal for a single
    value, both None where it is OPEN. `ground` are the places that it was computed from, `reason` says in a code why
    it differs or is open.
    """

    rule: str
    subject: str
    printed: Decimal
    evidence: Evidence
    standing: Standing
    low: Decimal | None = None
    high: Decimal | None = None
    ground: tuple[Evidence, ...] = ()
    reason: str | None = None


def wave_to_json(wave: Wave) -> dict[str, Any]:
    """The head of a wave as JSON; dates are ISO 8601."""
    return {
        "id": wave.id,
        "year": wave.year,
        "organisation": wave.organisation,
        "method": wave.method,
        "since": wave.since.isoformat(),
        "until": wave.until.isoformat(),
        "sample": wave.sample,
        "accreditation": wave.accreditation,
        "services": [{"id": one.id, "name_kk": one.name_kk, "name_ru": one.name_ru} for one in wave.services],
        **({"document": wave.document} if wave.document else {}),
    }


def wave_from_json(data: Mapping[str, Any]) -> Wave:
    """The wave of a head that `wave_to_json` wrote."""
    return Wave(
        **{
            **data,
            "since": date.fromisoformat(data["since"]),
            "until": date.fromisoformat(data["until"]),
            "services": tuple(WaveService(**one) for one in data["services"]),
        }
    )
