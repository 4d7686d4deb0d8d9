"""The burden of a service: papers to bring, those that the state could get or was brought already, and steps.

Index = papers to bring + steps + avoidable papers: an avoidable one counts twice, for standards themselves say that
what an information system holds must not be demanded (report of 2017, on the principles of standards).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from kb.model import Attribute, Deadline, Language, RequiredDocument, Service, Statement
from kb.monitoring.template import load_table
from kb.norms import find_system
from kb.pipeline.practice.service_practice import PROMISING
from kb.resolve import statements_on
from kb.text import fold

Key = TypeVar("Key")
COUNTED = (Attribute.DOCUMENT, Attribute.DEADLINE)


class PaperStanding(StrEnum):
    """What a paper of the list is for who files.

    BY_STATE: this standard says that the provider gets it. IN_SYSTEM: it is to be brought although its own words name a
    system that holds it, or another standard has the provider get papers of this type. REPEATED: another service, or
    another case of this one, asks for a paper of this type too. OWN: made for this application. BROUGHT: any other.
    """

    BY_STATE = "by_state"
    IN_SYSTEM = "in_system"
    REPEATED = "repeated"
    OWN = "own"
    BROUGHT = "brought"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document of the list that is counted; `beside` are the ids of services whose standards decided its standing."""

    statement: Statement
    standing: PaperStanding
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Burden:
    """The counts of a service on a day: of its longest list in one language and through one channel (`channel`, None
    where lists name none), all cases together, so that it is what a person brings at most."""

    service: Service
    channel: str | None
    language: Language
    papers: tuple[Paper, ...]
    steps: tuple[str, ...]

    def count(self, *standings: PaperStanding) -> int:
        """How many papers have one of the standings."""
        return sum(paper.standing in standings for paper in self.papers)

    @property
    def listed(self) -> int:
        """All papers of the list."""
        return len(self.papers)

    @property
    def brought(self) -> int:
        """Papers to bring: all but those that this standard has the provider get."""
        return self.listed - self.count(PaperStanding.BY_STATE)

    @property
    def obtainable(self) -> int:
        """Papers to bring that a system holds."""
        return self.count(PaperStanding.IN_SYSTEM)

    @property
    def repeated(self) -> int:
        """Papers to bring that another service or case asks for too, and no system is known to hold."""
        return self.count(PaperStanding.REPEATED)

    @property
    def index(self) -> int:
        """Papers to bring + steps + avoidable papers."""
        return self.brought + len(self.steps) + self.obtainable + self.repeated


def weigh_burdens(stated: Iterable[tuple[Service, Sequence[Statement]]], day: date) -> tuple[Burden, ...]:
    """The burden of every service that lists documents on the day, the heaviest first.

    `stated` has the statements of each service as people decided on them. What only people or contact centres tell is
    left out.
    """
    lists: list[tuple[Service, list[Statement], tuple[str, ...]]] = []
    for service, statements in stated:
        holding = [one for one in statements_on(statements, day) if one.source_kind in PROMISING]
        documents = [one for one in holding if isinstance(one.value, RequiredDocument)]
        if documents:
            lists.append((service, documents, _steps(holding)))
    held, asked = _by_type(lists)
    burdens = [_burden(service, documents, steps, held, asked) for service, documents, steps in lists]
    return tuple(sorted(burdens, key=lambda one: (-one.index, -one.brought, one.service.id)))


def _by_type(
    lists: Sequence[tuple[Service, list[Statement], tuple[str, ...]]],
) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    """By type of document: the services for which the provider gets it, and those to which it is brought."""
    held: dict[str, set[str]] = defaultdict(set)
    asked: dict[str, set[str]] = defaultdict(set)
    for service, documents, _ in lists:
        for one in documents:
            value = one.value
            if isinstance(value, RequiredDocument) and value.code is not None and value.code not in _own_papers():
                (held if value.obtained_by_state else asked)[value.code].add(service.id)
    return held, asked


def _burden(
    service: Service,
    documents: Sequence[Statement],
    steps: tuple[str, ...],
    held: Mapping[str, set[str]],
    asked: Mapping[str, set[str]],
) -> Burden:
    language, channel, listed = _longest(documents)
    cases = _grouped((one.value.code, _case(one)) for one in listed if isinstance(one.value, RequiredDocument))
    papers = tuple(_paper(service, one, held, asked, cases) for one in listed)
    return Burden(service=service, channel=channel, language=language, papers=papers, steps=steps)


def _paper(
    service: Service,
    statement: Statement,
    held: Mapping[str, set[str]],
    asked: Mapping[str, set[str]],
    cases: Mapping[str | None, set[str]],
) -> Paper:
    value = statement.value
    if not isinstance(value, RequiredDocument):
        raise TypeError(f"{statement.id} is no document of a list")
    if value.obtained_by_state:
        return Paper(statement=statement, standing=PaperStanding.BY_STATE, beside=())
    if value.code in _own_papers():
        return Paper(statement=statement, standing=PaperStanding.OWN, beside=())
    code = value.code or ""
    by_others = sorted(held.get(code, set()))
    if value.system is not None or find_system(fold(value.text).text) or by_others:
        return Paper(statement=statement, standing=PaperStanding.IN_SYSTEM, beside=tuple(by_others))
    beside = sorted(asked.get(code, set()) - {service.id})
    if code and (beside or len(cases.get(code, ())) > 1):
        return Paper(statement=statement, standing=PaperStanding.REPEATED, beside=tuple(beside))
    return Paper(statement=statement, standing=PaperStanding.BROUGHT, beside=())


def _longest(documents: Sequence[Statement]) -> tuple[Language, str | None, tuple[Statement, ...]]:
    """The longest list that one language has for one channel; equal items of one case are one."""
    best: tuple[Language, str | None, tuple[Statement, ...]] | None = None
    for language in (Language.KK, Language.RU):
        own = [one for one in documents if one.evidence.language is language]
        channels = sorted({one.scope.channel.code for one in own if one.scope.channel and one.scope.channel.code})
        for channel in (None, *channels):
            fitting = [one for one in own if one.scope.channel is None or one.scope.channel.code in (None, channel)]
            items = tuple({(_words(one), _case(one)): one for one in reversed(fitting)}.values())[::-1]
            if best is None or len(items) > len(best[2]):
                best = (language, channel, items)
    if best is None or not best[2]:  # an English text alone
        return documents[0].evidence.language, None, tuple(documents)
    return best


def _steps(statements: Iterable[Statement]) -> tuple[str, ...]:
    """Stages of the service that have a term of their own, in the order of the data file."""
    told = {one.value.purpose.value for one in statements if isinstance(one.value, Deadline)}
    return tuple(step for step in load_table("practice")["burden"]["steps"] if step in told)


def _words(statement: Statement) -> str:
    return " ".join(fold(getattr(statement.value, "text", "")).text.split())


def _case(statement: Statement) -> str:
    case = statement.scope.case
    return (case.code or case.text) if case else ""


def _grouped(pairs: Iterable[tuple[Key, str]]) -> Mapping[Key, set[str]]:
    found: dict[Key, set[str]] = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return found


def _own_papers() -> Sequence[str]:
    own: Sequence[str] = load_table("practice")["burden"]["own"]
    return own
