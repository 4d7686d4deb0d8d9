"""RFC 9457 problem objects: what went wrong, in the caller's language, and what to do."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from pydantic import BaseModel, Field
from starlette.responses import Response

from kb.api.headers import SECURITY_HEADERS
from kb.model import Language
from kb.yaml_text import parse_yaml

MEDIA_TYPE = "application/problem+json"


class ProblemShape(BaseModel):
    """A failed request (RFC 9457)."""

    type: str = Field(description="urn:anyq:problem:<code>")
    title: str
    status: int
    detail: str = Field(description="What to do")
    reason: str | None = Field(default=None, description="What happened, for the log of the caller")
    instance: str = Field(description="Path of the request")
    errors: list[dict[str, str]] | None = Field(default=None, description="Fields that are wrong: in, field, message")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A failure before it is worded; `code` is a key of data/problems.yaml."""

    status: int
    code: str
    reason: str | None = None
    errors: Sequence[Mapping[str, str]] = ()


def problem_response(
    problem: Problem, *, path: str, language: Language, headers: Mapping[str, str] | None = None
) -> Response:
    """The problem as a response; carries the security headers itself, a 500 leaves outside the middleware."""
    words = _words()[problem.code][language.value]
    body: dict[str, object] = {
        "type": f"urn:anyq:problem:{problem.code}",
        "title": words["title"],
        "status": problem.status,
        "detail": words["advice"],
        "instance": path,
    }
    if problem.reason:
        body["reason"] = problem.reason
    if problem.errors:
        body["errors"] = [dict(error) for error in problem.errors]
    return Response(
        json.dumps(body, ensure_ascii=False).encode("utf-8", "replace"),
        status_code=problem.status,
        media_type=MEDIA_TYPE,
        headers={**SECURITY_HEADERS, "Content-Language": language.value, **(headers or {})},
    )


@cache
def _words() -> dict[str, dict[str, dict[str, str]]]:
    data: dict[str, dict[str, dict[str, str]]] = parse_yaml(
        resources.files("kb.api").joinpath("data/problems.yaml").read_text(encoding="utf-8")
    )
    return data
