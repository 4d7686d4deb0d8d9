"""Services: as one text names them, and as the registry knows them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kb.model.evidence import Evidence
from kb.model.language import Language
from kb.model.review import Decision
from kb.model.source import SourceKind
from kb.model.statement import Statement
from kb.model.value import ChannelCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A service as one document names it.

    `key` is unique in the base (`mon2031-03`, `zan:990664/annex-2`); `codes` are registry or portal
    codes by their scheme; `names` has the printed name by language; `evidence` is the name's place.
    `life_situation` is the heading of the register that the service stands under.
    """

    key: str
    name_kk: str | None
    name_ru: str | None
    evidence: Evidence
    source: str
    codes: dict[str, str] = field(default_factory=dict)
    owner: str | None = None
    sample: bool = False
    life_situation: str | None = None


class RegisterStatus(StrEnum):
    """Where the register of public services has a service: in its newest edition, in an earlier one, in none."""

    REGISTERED = "registered"
    EXCLUDED = "excluded"
    UNLISTED = "unlisted"


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeSituation:
    """A group of the register by its code (section and life situation, five digits), with its printed headings."""

    code: str
    name_kk: str | None = None
    name_ru: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A resolved service. `ids` holds every key it was ever known by; `id` is one of them and is never reused.

    `owner` is the owner's name in words, `owner_code` and `provider_codes` are bodies of the norms tables: none where
    the words do not resolve; `providers` are the printed names. `automation` is the highest of the forms, a code of the
    norms table `form`. `one_stop` tells whether it is given on one application, None where no form is stated.
    `year_in` is the year of the first edition of the register with the service, known where an earlier edition without
    it is in the base; `year_out` the year of the first edition that it is gone from.
    """

    id: str
    ids: tuple[str, ...]
    name_kk: str | None
    name_ru: str | None
    owner: str | None
    codes: dict[str, str]
    channels: tuple[ChannelCode, ...]
    paid: bool | None
    forms: tuple[str, ...]
    recipients: tuple[str, ...]
    sources: tuple[str, ...]
    sample: bool = False
    owner_code: str | None = None
    provider_codes: tuple[str, ...] = ()
    providers: tuple[str, ...] = ()
    life_situations: tuple[LifeSituation, ...] = ()
    one_stop: bool | None = None
    automation: str | None = None
    register_status: RegisterStatus = RegisterStatus.UNLISTED
    year_in: int | None = None
    year_out: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterText:
    """A body that is a text of the register: `edition` is from when it holds, None where it does not tell."""

    snapshot: str
    language: Language
    edition: date | None
    taken_on: date
    title: str | None = None

    @property
    def day(self) -> date:
        """The day of its edition; a text that names none is what the register said on the day it was taken."""
        return self.edition or self.taken_on


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceState:
    """A service as the register had it from the edition of `since` until the one of `until` (None = the newest)."""

    since: date
    until: date | None
    service: Service


class SurveyChannel(StrEnum):
    """Where respondents got the service."""

    ALL = "all"
    PROVIDER_OFFICE = "provider_office"
    STATE_CORPORATION = "state_corporation"
    EGOV_PORTAL = "egov_portal"


class SurveyPlace(StrEnum):
    """Where in a report a figure stands."""

    SECTION = "section"
    TABLE = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyRow:
    """Survey figures of one service as printed.

    `n` respondents asked, `rated` gave a mark, `counts` of marks 1–5, `satisfaction_pct` the printed
    share of fives in per cent, `mean` the printed mean mark; None where the report does not say.
    """

    service: str
    channel: SurveyChannel
    source: SurveyPlace
    evidence: Evidence
    region: str | None = None
    n: int | None = None
    rated: int | None = None
    counts: tuple[int, int, int, int, int] | None = None
    satisfaction_pct: float | None = None
    mean: float | None = None
    source_kind: SourceKind = SourceKind.SURVEY


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A value that its source leaves out (a deadline without a number), with the place where it is missing.

    `reason` is a code of the norms table `gap_reason`, None where nothing more is known.
    """

    service: str
    attribute: str
    evidence: Evidence
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A service with all its statements, grouped by the page; `statements` keep their reading order.

    `decisions` tells, by id, which of them a person accepted or edited; what a person rejected stands in `rejected`
    alone. `names` has the name that each text gives the service, by document.
    """

    service: Service
    statements: tuple[Statement, ...]
    gaps: tuple[Gap, ...]
    survey: tuple[SurveyRow, ...]
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    rejected: tuple[tuple[Statement, Decision], ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
