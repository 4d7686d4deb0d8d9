"""The door of endpoints that are not open to everybody."""

from collections.abc import Callable
from typing import Any

from starlette.requests import Request

from kb.api.problem import MEDIA_TYPE, ProblemShape
from kb.api.staff_guard import StaffGuard
from kb.model.access import Actor, Work

_PROBLEM: dict[str, Any] = {"model": ProblemShape, "content": {MEDIA_TYPE: {}}}
# For the description of such an endpoint.
REFUSED: dict[int | str, dict[str, Any]] = {
    401: {**_PROBLEM, "description": "No key, or one that opens nothing"},
    403: {**_PROBLEM, "description": "The key has too low a role, or the request comes from another site"},
    429: {**_PROBLEM, "description": "Too many wrong keys from this address"},
}


def require(guard: StaffGuard, work: Work) -> Callable[[Request], Actor]:
    """A dependency that gives the `Actor` who may do this work: `Annotated[Actor, Depends(require(guard, work))]`.

    Others get 401 (no key or a wrong one), 403 (too low a role, another site) or 429 (too many wrong keys).
    """

    def allowed(request: Request) -> Actor:
        return guard.check_bearer(request, work)

    return allowed
