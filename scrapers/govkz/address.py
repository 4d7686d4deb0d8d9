"""Addresses of the portal."""

import re

SITE = "https://www.gov.kz"
HOSTS = ("www.gov.kz", "gov.kz")
_CARD = re.compile(r"(?:gov\.kz|^)/services/(\d+)(?:[/?#]|$)")


def key_of(address: str) -> str | None:
    """The number of a card by the address of its page; None for other pages."""
    found = _CARD.search(address)
    return found[1] if found else None
