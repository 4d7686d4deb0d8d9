"""Which of the recomputed figures a page is asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote, urlencode

from fastapi import Depends, Path, Request
from starlette.exceptions import HTTPException

from kb.model.monitoring import Recomputed, Standing

ALL = "all"
LONGEST_RULE = 40

Document = Annotated[str, Path(max_length=1000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecomputedAsked:
    """Figures of one standing and rule (None = any), from a place in their list on."""

    standing: Standing | None
    rule: str | None
    first: int = 0

    def fits(self, one: Recomputed) -> bool:
        """Whether a figure is asked for."""
        return self.standing in (None, one.standing) and self.rule in (None, one.rule)

    def address(self, document: str) -> str:
        """The address of the page that shows them."""
        told = {"standing": self.standing.value if self.standing else ALL, "rule": self.rule}
        if self.first:
            told["from"] = str(self.first)
        return f"{document_address(document)}?{urlencode({name: value for name, value in told.items() if value})}"


def document_address(document: str) -> str:
    """Where the printed figures of a document stand beside the recomputed ones."""
    return f"/monitoring/recomputed/{quote(document)}"


def _asked(request: Request) -> RecomputedAsked:
    """Without a word on standings it is what differs."""
    standing = request.query_params.get("standing", "").strip() or Standing.DIFFERS.value
    if standing != ALL and standing not in {one.value for one in Standing}:
        raise HTTPException(422, "no such standing")
    rule = request.query_params.get("rule", "").strip() or None
    if rule and len(rule) > LONGEST_RULE:
        raise HTTPException(422, "no such rule")
    return RecomputedAsked(standing=None if standing == ALL else Standing(standing), rule=rule, first=_first(request))


def _first(request: Request) -> int:
    text = request.query_params.get("from", "0")
    if not (text.isascii() and text.isdigit()) or len(text) > 9:
        raise HTTPException(422, "from is not a place in the list")
    return int(text)


AskedFigures = Annotated[RecomputedAsked, Depends(_asked)]


def require_rule(asked: RecomputedAsked, figures: Iterable[Recomputed]) -> None:
    """Raises HTTPException 422 for a rule that nothing of the document was computed by."""
    if asked.rule and asked.rule not in {one.rule for one in figures}:
        raise HTTPException(422, "no such rule")
