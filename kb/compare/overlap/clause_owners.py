"""Which services a clause speaks of: those that are mentioned in it, or in the nearest clause around it."""

from collections import defaultdict
from collections.abc import Callable, Iterable


class ClauseOwners:
    """The services of clauses, by the places of their mentions: (service, digest of the body, clause), as
    `Reader.mention_clauses` of kb.store gives them."""

    def __init__(self, places: Iterable[tuple[str, str, str]]) -> None:
        self._named: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for service, digest, clause in places:
            self._named[digest][clause].add(service)

    def of(self, digest: str) -> Callable[[str], tuple[str, ...]]:
        """The services, by id, of a clause of a body. A text that mentions one service speaks of it everywhere."""
        named = {clause: tuple(sorted(services)) for clause, services in self._named.get(digest, {}).items()}
        all_named = {service for services in named.values() for service in services}
        only = tuple(all_named) if len(all_named) == 1 else ()

        def services(clause: str) -> tuple[str, ...]:
            while clause:
                if clause in named:
                    return named[clause]
                clause = clause.rpartition("/")[0]
            return only

        return services
