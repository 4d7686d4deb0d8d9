"""People with and without keys."""

from kb.api import StaffGuard
from kb.model.access import LOCAL, Role

HERE, ELSEWHERE = "http://127.0.0.1:8000", "http://anyq.invalid"


def guard_of(registry, *, loopback=True, **more):
    return StaffGuard(access=registry.access, loopback=loopback, **more)


def key_of(registry, role=Role.LAWYER, name="Гүлнар", **more):
    """What opens with a new key."""
    return registry.access.add_key(name, Role(role), actor=LOCAL, **more).secret


def bearer(key):
    return {"authorization": f"Bearer {key}"}
