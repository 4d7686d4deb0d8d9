"""The whole address of a page, for paper."""

from starlette.exceptions import HTTPException
from starlette.requests import Request

# A host name has 253 characters at most; an address that is typed from paper should be far shorter.
_LONGEST = 500


def public_address(request: Request, path: str, *, base: str | None) -> str:
    """`path` (quoted) behind `base`, the address that the readers know; without one behind the host of the request."""
    address = f"{base or f'{request.url.scheme}://{request.url.netloc}'}{path}"
    if len(address) > _LONGEST:
        raise HTTPException(422, "the address of this page is too long to print")
    return address
