"""What the ids of services that were given out once mean now."""

from collections import defaultdict
from collections.abc import Mapping, Set

Place = tuple[str, str]
Places = Mapping[str, Set[Place]]


def follow_ids(
    known: Mapping[str, str | None], meaning: Mapping[str, str], *, before: Places, now: Places
) -> dict[str, str | None]:
    """Every id, with the service that it means now; None where its service is gone.

    `known` is what the ids meant after the last build, `meaning` what this build gives out itself. An id that is not
    given out any more follows its service to the service's new id, or the words that it stood for to the service that
    is read in that place now (`before` and `now`: documents and clauses by key).
    """
    at: dict[Place, set[str]] = defaultdict(set)
    for key, places in now.items():
        for place in places:
            at[place].add(meaning[key])
    lost = {name: former for name, former in known.items() if name not in meaning}
    homes: dict[str, str | None] = dict(meaning)
    for name, former in lost.items():
        here = {service for place in before.get(name, ()) for service in at.get(place, ())}
        homes[name] = meaning.get(former or "") or _only(here)
    for name, former in lost.items():
        if homes[name] is None and former is not None:
            # An id that no text uses as its key (a registry code) goes with the others of its service.
            homes[name] = _only({home for other, home in homes.items() if home and known.get(other) == former})
    return homes


def _only(services: Set[str]) -> str | None:
    return next(iter(services)) if len(services) == 1 else None
