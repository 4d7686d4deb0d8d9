"""What a rule is: it gives clashes, and an issue for what it should weigh and cannot (a day outside a table)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kb.compare.clash import Clash
from kb.compare.material import ActMaterial, BaseMaterial, ServiceMaterial
from kb.model import FindingClass, FindingSeverity, Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceRule:
    """A rule over all that is told of one service."""

    kind: FindingClass
    severity: FindingSeverity
    check: Callable[[ServiceMaterial], Iterable[Clash | Issue]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActRule:
    """A rule over the texts of one act."""

    kind: FindingClass
    severity: FindingSeverity
    check: Callable[[ActMaterial], Iterable[Clash | Issue]]


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseRule:
    """A rule over all texts of a base: it gives each clash with the id of its service."""

    kind: FindingClass
    severity: FindingSeverity
    check: Callable[[BaseMaterial], Iterable[tuple[str, Clash]]]


Rule = ServiceRule | ActRule | BaseRule
