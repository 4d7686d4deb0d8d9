"""The page of the burden of services: counts in front of the reader, each paper with its place."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from kb.model import Language, Service
from kb.norms import label
from kb.pipeline import Registry
from kb.pipeline.practice.burden import Burden, Paper
from kb.web.language_choice import page_language
from kb.web.page_parameters import AsOf
from kb.web.service_address import service_address
from kb.web.source_link import SourceLink, source_link
from kb.web.templating import render_page
from kb.web.value_words import Shown, value_words
from kb.web.words import Words, words_in

PAGE = "/monitoring/burden"
BURDENS = 50
First = Annotated[int, Query(ge=0, le=1_000_000)]
WeighedService = Annotated[str, Query(max_length=300)]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """A counted paper with its standing in words and its place."""

    shown: Shown
    standing: str
    beside: tuple[tuple[str, str], ...]
    link: SourceLink


@dataclass(frozen=True, slots=True, kw_only=True)
class BurdenRow:
    """A service with its counts; `papers` are there where one service is looked at, else `href` leads to them."""

    name: str
    href: str
    papers_href: str
    numbers: tuple[str, ...]
    index: str
    steps: str
    channel: str | None
    papers: tuple[PaperLine, ...]


def create_burden_router(registry: Registry, *, today: Callable[[], date]) -> APIRouter:
    """`/monitoring/burden`."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)

    @router.get(PAGE)
    def listed(request: Request, service: WeighedService = "", as_of: AsOf = None, first: First = 0) -> Response:
        words, day = words_in(page_language(request)), as_of or today()
        found = registry.practice.burdens(day)
        names = {one.service.id: one.service for one in found}
        one = registry.service(service.strip()) if service.strip() else None
        if one is not None:
            found = tuple(burden for burden in found if burden.service.id == one.id)
        shown = found[first : first + BURDENS]
        asked = {"as_of": as_of.isoformat()} if as_of else {}
        more = urlencode({**asked, "first": first + BURDENS})
        return render_page(
            request, "burden.html",
            rows=[_row(burden, words, asked, names if one else None) for burden in shown],
            one=one is not None,
            day=day, as_of=as_of, total=words.number(len(found)),
            more=f"{PAGE}?{more}" if first + BURDENS < len(found) else None,
            sample=any(burden.service.sample for burden in shown),
        )  # fmt: skip

    return router


def _row(one: Burden, words: Words, asked: dict[str, str], names: dict[str, Service] | None) -> BurdenRow:
    query = urlencode({"service": one.service.id, **asked})
    counts = (one.brought, len(one.steps), one.obtainable, one.repeated)
    return BurdenRow(
        name=_name(one.service, words),
        href=service_address(one.service.id),
        papers_href=f"{PAGE}?{query}",
        numbers=tuple(words.number(count) for count in counts),
        index=words.number(one.index),
        steps=", ".join(label("purpose", step, words.language) for step in one.steps),
        channel=label("channel", one.channel, words.language) if one.channel else None,
        papers=tuple(_paper(paper, words, names) for paper in one.papers) if names is not None else (),
    )


def _paper(paper: Paper, words: Words, names: dict[str, Service]) -> PaperLine:
    return PaperLine(
        shown=value_words(paper.statement, words),
        standing=words(f"burden.standing.{paper.standing.value}"),
        beside=tuple((_name(names[name], words), service_address(name)) for name in paper.beside if name in names),
        link=source_link(paper.statement.evidence, words),
    )


def _name(service: Service, words: Words) -> str:
    first, second = service.name_kk, service.name_ru
    return (second if words.language is Language.RU and second else first) or second or service.id
