"""Options that leave out results of a search: `--where FACET=VALUE`."""

from collections.abc import Sequence

from indexes.schema import FieldRole, read_schema
from kb.cli.failures import WrongCall
from kb.search import Narrowing, tell_unknown


def read_narrowing(
    where: Sequence[str] | None, clause_where: Sequence[str] | None, acts: Sequence[str] | None, *, every: bool
) -> Narrowing:
    """What the options leave out; raises WrongCall for one that names no facet."""
    return Narrowing(
        services=_chosen(where or (), kind="services", option="--where"),
        clauses=_chosen(clause_where or (), kind="clauses", option="--clause-where"),
        acts=tuple(acts or ()),
        every=every,
    )


def _chosen(conditions: Sequence[str], *, kind: str, option: str) -> dict[str, tuple[str, ...]]:
    known = [name for name, role in read_schema(kind).fields.items() if role is FieldRole.FACET]
    chosen: dict[str, tuple[str, ...]] = {}
    for condition in conditions:
        name, sign, value = condition.partition("=")
        if not sign or not value or name not in known:
            raise WrongCall(f"{option} {condition}: expected FACET=VALUE, where FACET is one of {', '.join(known)}")
        if problem := tell_unknown(kind, name, value):
            raise WrongCall(f"{option} {condition}: {problem}")
        chosen[name] = (*chosen.get(name, ()), value)
    return chosen
