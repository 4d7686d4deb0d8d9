"""The facets of a clause: who adopted its act, and what it says of which services."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kb.model import Act, Language, Statement
from kb.resolve.bodies import BodyMatch, resolve_body

ISSUERS_KEPT = 1024  # printed names whose bodies are remembered; an act has one or two, its clauses are many


@dataclass(frozen=True, slots=True)
class ClauseUse:
    """What the statements of a clause are about (attributes), and of which services they are (ids)."""

    fields: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()


UNUSED = ClauseUse()


class ClauseUses:
    """What the clauses of a base are used for; filled while services are indexed, read while clauses are."""

    def __init__(self) -> None:
        self._uses: dict[str, dict[str, ClauseUse]] = defaultdict(dict)

    def note(self, statement: Statement, service: str) -> None:
        """Remembers a statement of this service (its id); one without a clause is not counted."""
        evidence = statement.evidence
        if evidence.clause:
            uses = self._uses[evidence.snapshot]
            use = uses.get(evidence.clause, UNUSED)
            uses[evidence.clause] = ClauseUse(use.fields | {statement.attribute.value}, use.services | {service})

    def of(self, snapshot: str) -> Mapping[str, ClauseUse]:
        """The uses of the clauses of one body (its digest), by clause."""
        return self._uses.get(snapshot, {})


def clause_facets(act: Act | None, use: ClauseUse) -> dict[str, tuple[str, ...]]:
    """The values by facet; none where nothing is known."""
    return {
        "act_type": (act.type.value,) if act and act.type else (),
        "body": tuple(dict.fromkeys(code for name in act.issuers for code in _bodies(name))) if act else (),
        "field": tuple(sorted(use.fields)),
        "services": tuple(sorted(use.services)),
        "status": (act.status.value,) if act else (),
    }


@lru_cache(ISSUERS_KEPT)
def _bodies(printed: str) -> tuple[str, ...]:
    """The bodies that a printed name means in the language it is in."""
    for language in (Language.KK, Language.RU):
        match = resolve_body(printed, language)
        if isinstance(match, BodyMatch):
            return match.codes
    return ()
