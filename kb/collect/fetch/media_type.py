"""The media type of a body: by its content first, then by what the host said."""

from kb.collect.body import check_body
from kb.collect.errors import CollectError
from kb.collect.fetch.error import FetchError

_UNTOLD = "text/plain"
# Endings of types that are written in letters; of others the content would have shown itself.
_LETTERS = ("json", "xml", "yaml")


def media_type_of(body: bytes, declared: str | None, *, url: str) -> str:
    """Media type of a fetched body, without parameters.

    Raises FetchError `unreadable_body` when it is empty or binary content of no known kind.
    """
    try:
        found = check_body(body, "body")
    except CollectError as error:
        raise FetchError(
            f"the host sent nothing that can be read ({str(error).partition(': ')[2]})",
            code="unreadable_body",
            url=url,
        ) from error
    said = (declared or "").partition(";")[0].strip().lower()
    if said == "application/xhtml+xml":
        return "text/html"
    if found == _UNTOLD and (said.startswith("text/") or said.endswith(_LETTERS)):
        return said
    return found
