"""Where the card of a service stands."""

from urllib.parse import quote


def service_address(service: str) -> str:
    """The path of the card of the service with this id; its other pages begin with it."""
    return f"/services/{quote(service)}"
