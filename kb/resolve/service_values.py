"""What a service has for each condition that services are found by, as codes."""

from kb.model import Service
from kb.norms.bodies import bodies

ELECTRONIC = ("electronic_full", "electronic_partial", "electronic")
ELECTRONIC_ANY = "electronic_any"


def values_of(service: Service) -> dict[str, tuple[str, ...]]:
    """What a service has for each condition that has values, as codes; none where nothing is known."""
    known = bodies()
    kinds = (known[code].kind for code in service.provider_codes if code in known)
    return {
        "owner": (service.owner_code,) if service.owner_code else (),
        "provider": service.provider_codes,
        "provider_kind": tuple(dict.fromkeys(kinds)),
        "channel": service.channels,
        "recipient": service.recipients,
        "paid": () if service.paid is None else (code_of(service.paid),),
        "form": service.forms,
        "automation": _degrees(service.automation),
        "one_stop": () if service.one_stop is None else (code_of(service.one_stop),),
        "life_situation": tuple(one.code for one in service.life_situations),
        "status": (service.register_status,),
    }


def code_of(wanted: str | bool) -> str:
    """A wanted value as facets and addresses write it."""
    return str(wanted).lower() if isinstance(wanted, bool) else str(wanted)


def _degrees(automation: str | None) -> tuple[str, ...]:
    """The degree, and that it is electronic in some degree."""
    if automation is None:
        return ()
    return (automation, ELECTRONIC_ANY) if automation in ELECTRONIC else (automation,)
