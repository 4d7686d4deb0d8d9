"""Which values the facets of a search and the conditions of the register can have."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from types import MappingProxyType

from kb.norms import codes
from kb.norms.bodies import bodies
from kb.search.service_facets import ELECTRONIC_VALUES, PAYMENT_VALUES

MOST_TOLD = 40  # of more values than these the nearest are told
NEAREST = 5
LIFE_SITUATION = "life_situation"
_SITUATION = re.compile(r"[0-9]{5}")

_BODIES = "bodies"
_OWN: Mapping[str, tuple[str, ...]] = MappingProxyType({"payment": PAYMENT_VALUES, "electronic": ELECTRONIC_VALUES})
# The table of each, by what is narrowed. Life situations and services are told by the base alone.
_TABLES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "services": {
            "body": _BODIES,
            "channel": "channel",
            "paid": "payment",
            "electronic": "electronic",
            "recipient": "recipient",
            "region": "region",
            "language": "language",
            "status": "act_status",
        },
        "clauses": {
            "act_type": "act_type",
            "body": _BODIES,
            "field": "attribute",
            "language": "language",
            "status": "act_status",
        },
        "register": {
            "owner": _BODIES,
            "provider": _BODIES,
            "provider_kind": "provider_kind",
            "recipient": "recipient",
            "form": "form",
            "automation": "automation",
        },
    }
)


def known_values(kind: str, facet: str) -> tuple[str, ...] | None:
    """The codes of a facet of `services` or `clauses`, or of a condition of the `register`; None where only the base
    tells them."""
    table = _TABLES[kind].get(facet)
    if table is None:
        return None
    if table == _BODIES:
        return tuple(bodies())
    return _OWN[table] if table in _OWN else codes(table)


def tell_unknown(kind: str, facet: str, value: str) -> str | None:
    """What is wrong with a value that nothing can have, with the values that there are; None for a good one."""
    if facet == LIFE_SITUATION and not _SITUATION.fullmatch(value):
        return f"no value {value!r}; a life situation has five digits, as the register writes it"
    known = known_values(kind, facet)
    if known is None or value in known:
        return None
    if len(known) <= MOST_TOLD:
        return f"no value {value!r}; there are {', '.join(known)}"
    nearest = get_close_matches(value, known, n=NEAREST, cutoff=0)
    return f"no value {value!r}; of the {len(known)} that there are the nearest are {', '.join(nearest)}"
