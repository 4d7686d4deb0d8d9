"""How long to wait before a host is asked again."""

from datetime import datetime
from email.utils import parsedate_to_datetime

# 429 and the 5xx that pass by themselves.
PASSING = frozenset({429, 500, 502, 503, 504})
_LONGEST_BACKOFF = 60.0


def retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds that a Retry-After header asks for, in seconds or as an HTTP date; None when it says nothing usable."""
    if not value:
        return None
    if value.strip().isascii() and value.strip().isdigit():
        return float(value.strip())
    try:
        at = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    if at.tzinfo is None:
        return None
    return max(0.0, (at - now).total_seconds())


def backoff(attempt: int, *, first: float) -> float:
    """Seconds after a failed attempt (1 is the first) when the host names none: doubled each time, a minute at most."""
    return min(first * 2.0 ** (attempt - 1), _LONGEST_BACKOFF)
