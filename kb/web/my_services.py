"""The services that an operator has starred: a cookie of their ids, and nothing of who it is."""

from collections.abc import Sequence
from urllib.parse import quote, unquote

from starlette.requests import Request

from kb.model import Service
from kb.pipeline import Registry, UnknownName

COOKIE = "anyq_services"
MOST = 30
_LONGEST = 3_000  # characters: browsers keep cookies of 4 kB
_BETWEEN = "|"


def starred(request: Request) -> tuple[str, ...]:
    """The ids in the order in which they were starred."""
    kept = request.cookies.get(COOKIE, "")[:_LONGEST].split(_BETWEEN)
    return tuple(dict.fromkeys(unquote(one) for one in kept if one))[:MOST]


def my_services(registry: Registry, request: Request) -> tuple[Service, ...]:
    """The starred services that are in the base; one that has gone is left out until it comes back."""
    return known_services(registry, starred(request))


def known_services(registry: Registry, names: Sequence[str]) -> tuple[Service, ...]:
    """The services of some ids that are in the base, each once."""
    found: dict[str, Service] = {}
    for name in names:
        try:
            service = registry.service(name)
        except UnknownName:
            continue
        found.setdefault(service.id, service)
    return tuple(found.values())


def with_star(ids: Sequence[str], service: str, *, on: bool) -> str | None:
    """What the cookie keeps after a star was given or taken; None where there is no more room."""
    kept = [one for one in ids if one != service] + ([service] if on else [])
    value = _BETWEEN.join(quote(one, safe="") for one in kept)
    return value if len(kept) <= MOST and len(value) <= _LONGEST else None
