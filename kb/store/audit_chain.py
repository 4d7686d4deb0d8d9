"""The chain of the audit trail: each entry carries a digest of itself and of the one before."""

import hashlib
import json
from typing import Any

BEFORE_ALL = "0" * 64
_TOLD = ("id", "at", "actor", "role", "key", "action", "target", "before", "after")


def chain_digest(row: dict[str, Any], *, previous: str) -> str:
    """SHA-256 (hexadecimal) over the digest of the entry before and all that an entry tells."""
    told = json.dumps([previous, *(row[name] for name in _TOLD)], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(told.encode("ascii")).hexdigest()
