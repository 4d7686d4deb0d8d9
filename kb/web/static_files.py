"""The files that pages load: style sheets, an icon and the script of the search box, from nowhere else."""

import hashlib
from functools import cache
from importlib import resources

from starlette.exceptions import HTTPException
from starlette.responses import Response

_MEDIA_TYPES = {
    "base.css": "text/css",
    "anyq.css": "text/css",
    "citizen.css": "text/css",
    "leaflet.css": "text/css",
    "dark.css": "text/css",
    "low-vision.css": "text/css",
    "review.css": "text/css",
    "console.css": "text/css",
    "monitoring.css": "text/css",
    "console.js": "text/javascript",
    "anyq.svg": "image/svg+xml",
    "suggest.js": "text/javascript",
}


def static_file(name: str) -> Response:
    """The file; its address changes with its content, so it may be kept for a year. 404 for other names."""
    if name not in _MEDIA_TYPES:
        raise HTTPException(404)
    return Response(
        _body(name), media_type=_MEDIA_TYPES[name], headers={"Cache-Control": "public, max-age=31536000, immutable"}
    )


def static_address(name: str) -> str:
    """Where pages load the file from."""
    return f"/static/{name}?v={hashlib.sha256(_body(name)).hexdigest()[:12]}"


@cache
def _body(name: str) -> bytes:
    return resources.files("kb.web").joinpath("static").joinpath(name).read_bytes()
