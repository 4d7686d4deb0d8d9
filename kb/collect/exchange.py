"""One question to a host and its answer, as they go into the archive."""

from dataclasses import dataclass

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """What was asked in the end, at `final_url`, and the answer; `headers` are the answer's own, as received.

    `url` is where the way began; `redirects` are the addresses that led from there, in order, without the two.
    """

    url: str
    method: str
    request_headers: Headers
    request_body: bytes
    status: int
    headers: Headers
    final_url: str
    redirects: tuple[str, ...] = ()

    def header(self, name: str) -> str | None:
        """The first header of the answer by this name, in any case of letters."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)
