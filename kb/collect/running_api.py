"""Asking an API of this program that is running, here or elsewhere."""

import json
from types import TracebackType
from typing import Any, Self

import httpx2

from kb.collect.errors import CollectError

TIMEOUT_S = 60.0
LARGEST_ANSWER = 4_000_000


class ApiError(CollectError):
    """The API cannot be asked, or answers in no shape that is known; the message names its address."""


class RunningApi:
    """The API at an http(s) address; closed by `with`. Follows no redirects and reads no proxies or passwords from the
    environment."""

    def __init__(self, address: str, *, timeout_s: float = TIMEOUT_S) -> None:
        try:
            url = httpx2.URL(address)
        except httpx2.InvalidURL as problem:
            raise ApiError(f"{address!r} is no address; expected http://… or https://…") from problem
        if url.scheme not in ("http", "https") or not url.host or url.userinfo:
            raise ApiError("the address of the API is http://… or https://…, without a name or password")
        self.address = str(url).rstrip("/")
        self._client = httpx2.Client(timeout=timeout_s, trust_env=False, follow_redirects=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def get(self, path: str) -> tuple[int, Any]:
        """Status and JSON of a path; raises ApiError."""
        return self._ask("GET", path, None)

    def post(self, path: str, body: Any) -> tuple[int, Any]:
        """Status and JSON of what a path answers to a JSON body; raises ApiError."""
        return self._ask("POST", path, body)

    def _ask(self, method: str, path: str, body: Any) -> tuple[int, Any]:
        try:
            with self._client.stream(method, self.address + path, json=body) as answer:
                read = bytearray()
                for part in answer.iter_bytes():
                    read += part
                    if len(read) > LARGEST_ANSWER:
                        raise ApiError(f"{self.address}{path} answers with more than {LARGEST_ANSWER:,} bytes")
                status = answer.status_code
        except httpx2.HTTPError as problem:
            raise ApiError(f"{self.address} cannot be asked ({type(problem).__name__}); is it running?") from problem
        try:
            return status, json.loads(bytes(read))
        except ValueError:
            raise ApiError(f"{self.address}{path} answers {status} without JSON; is it an Anyq?") from None
