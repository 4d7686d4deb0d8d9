"""Mystery calls: questions with expected answers, run against a base, and what became of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from kb.model.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class MysteryPlace:
    """A line that should be cited, of a document by its file name (None = of any)."""

    line: int
    document: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MysteryQuestion:
    """A question with what is expected of its answer; what is empty is not expected.

    `states` are all states that are right, `after` the id of the question that it follows up, `silent` says that no
    value may be given.
    """

    id: str
    q: str
    language: Language
    as_of: date | None = None
    after: str | None = None
    states: frozenset[str] = frozenset()
    service: str | None = None
    intent: str | None = None
    figures: tuple[float, ...] = ()
    places: tuple[MysteryPlace, ...] = ()
    silent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MysteryFile:
    """A file of questions: its name, its digest (sha256, hexadecimal), and the keys in it that no check reads."""

    name: str
    digest: str
    questions: tuple[MysteryQuestion, ...]
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MysteryResult:
    """One question of a run: `checks` has whether each expectation that was given was met, by its name.

    `q` is kept with personal data masked, `told` is the state, service and first words of the answer.
    """

    id: str
    language: str
    q: str
    checks: Mapping[str, bool]
    told: Mapping[str, Any] = field(default_factory=dict)

    @property
    def passed(self) -> bool:
        """Whether every expectation was met."""
        return all(self.checks.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class MysteryRun:
    """A run of a file: `counts` has for each language (and `all`) by the name of each expectation how many questions
    met it and how many had it; `target` is `base` or the API that was asked, `base` the state that it was built in."""

    ran_at: datetime
    version: str
    base: str
    target: str
    file: str
    digest: str
    counts: Mapping[str, Mapping[str, tuple[int, int]]]
    took_ms: float
    id: int = 0

    def share(self, name: str, language: str = "all") -> float | None:
        """The share (0 to 1) of questions that met an expectation; None where no question had it."""
        met, had = self.counts.get(language, {}).get(name, (0, 0))
        return met / had if had else None
