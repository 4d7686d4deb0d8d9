"""Pages of acts: the text by clauses, what changed, both languages side by side."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from kb.model import Clause, ClauseKind, Document, Language
from kb.norms import show_clause
from kb.pipeline import Registry
from kb.pipeline.act_targets import ResolvedLink
from kb.read import words_of
from kb.web.language_choice import page_language
from kb.web.page_parameters import AsOf, Name, Offset
from kb.web.templating import render_page
from kb.web.words import Words, words_in

_LONGEST_PAGE = 200  # clauses
_ACTS = 100  # on a page of the list

FromDay = Annotated[date | None, Query(alias="from")]
ToDay = Annotated[date | None, Query(alias="to")]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a clause, and where they lead."""

    text: str
    href: str | None


@dataclass(frozen=True, slots=True)
class ClauseText:
    """A clause with its own words; `note` tells that it is an editor's note and no norm."""

    id: str
    place: str
    note: bool
    pieces: tuple[Piece, ...]


def create_act_router(registry: Registry) -> APIRouter:
    """`/acts`, `/acts/{id}`, `/acts/{id}/difference` and `/acts/{id}/parallel`."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)

    @router.get("/acts")
    def listed(request: Request, first: Offset = 0) -> Response:
        acts = registry.acts.listed()
        following = first + _ACTS
        return render_page(
            request, "acts.html", acts=acts[first:following], text_language=_text_language(request),
            more=f"/acts?{_query(None, following)}" if following < len(acts) else None,
        )  # fmt: skip

    @router.get("/acts/{name:path}/difference")
    def difference(request: Request, name: Name, start: FromDay = None, end: ToDay = None) -> Response:
        language = _text_language(request)
        words = words_in(page_language(request))
        days = [one.date for one in registry.acts.editions(name) if one.date and one.language is language]
        before, after = start or (days[-2] if len(days) > 1 else None), end or (days[-1] if days else None)
        if before and after:
            before, after = min(before, after), max(before, after)
        parts = registry.acts.difference(name, before, after, language=language) if before and after else ()
        changes = [
            (words(f"act_page.change.{one.kind.value}"), _places(one.before, one.after, words), one.words)
            for part in parts
            if part.difference
            for one in part.difference.changes
        ]
        apart = [
            (_names(part.only_before, words), _names(part.only_after, words))
            for part in parts
            if part.only_before or part.only_after
        ]
        return render_page(
            request, "act_difference.html", apart=apart, act=registry.act(name).act, text_language=language,
            before=before, after=after, changes=changes, days=days, as_of=None,
        )  # fmt: skip

    @router.get("/acts/{name:path}/parallel")
    def parallel(request: Request, name: Name, as_of: AsOf = None, first: Offset = 0) -> Response:
        pairs = [(part, pair) for part in registry.acts.parallel(name, as_of=as_of) for pair in part.pairs]
        rows = [
            (_of(part.kk, pair.kk), _of(part.ru, pair.ru), round(pair.confidence * 100))
            for part, pair in pairs[first : first + _LONGEST_PAGE]
        ]
        more = f"/acts/{name}/parallel?{_query(as_of, first + _LONGEST_PAGE)}"
        return render_page(
            request, "act_parallel.html", act=registry.act(name).act, rows=rows,
            more=more if first + _LONGEST_PAGE < len(pairs) else None, as_of=as_of,
        )  # fmt: skip

    @router.get("/acts/{name:path}")
    def text(
        request: Request,
        name: Name,
        as_of: AsOf = None,
        first: Offset = 0,
        clause: Annotated[str, Query(max_length=300)] = "",  # a link to a clause opens the part that holds it
    ) -> Response:
        words, language = words_in(page_language(request)), _text_language(request)
        told = registry.act(name)
        edition = registry.acts.edition(name, language=language, as_of=as_of)
        pages = [page for document in edition.documents for page in _pages(document)]
        page_of = {clause.id: number for number, (_, clauses) in reversed(list(enumerate(pages))) for clause in clauses}
        number = min(page_of.get(clause, first), max(len(pages) - 1, 0))
        document, clauses = pages[number]
        links = [one for one in registry.acts.links(name, language=language, as_of=as_of) if one.document == document]
        here = f"/acts/{name}"

        def href(link: ResolvedLink) -> str | None:
            anchor = f"#{link.clause}" if link.clause else ""
            if link.link.act is None:
                return f"{here}?{_query(as_of, page_of.get(link.clause or '', 0))}{anchor}" if link.clause else None
            return f"/acts/{link.act}{anchor}" if link.act else None

        return render_page(
            request, "act.html", act=told.act, editions=told.editions, edition=edition, as_of=as_of,
            clauses=_texts(document, clauses, links, href, words), text_language=language,
            pages=[
                (index, f"{here}?{_query(as_of, index)}", _page_name(shown, words))
                for index, (_, shown) in enumerate(pages)
            ],
            page=number, sample=document.snapshot.sample,
        )  # fmt: skip

    return router


def _pages(document: Document) -> list[tuple[Document, tuple[Clause, ...]]]:
    """A text page by page: each annex begins one, and a long stretch is cut."""
    pages: list[tuple[Document, tuple[Clause, ...]]] = []
    held: list[Clause] = []
    for clause in sorted(document.clauses, key=lambda one: (one.start, -one.end)):
        annex = clause.id.rsplit("/", 1)[-1].startswith(("annex", "appendix"))
        if held and (annex or len(held) == _LONGEST_PAGE):
            pages.append((document, tuple(held)))
            held = []
        held.append(clause)
    return [*pages, (document, tuple(held))]


def _texts(
    document: Document,
    clauses: Sequence[Clause],
    links: Sequence[ResolvedLink],
    href: Callable[[ResolvedLink], str | None],
    words: Words,
) -> Iterator[ClauseText]:
    """The clauses of a page, each with the words up to the next one."""
    starts = sorted({one.start for one in document.clauses} | {len(document.text)})
    following = dict(pairwise(starts))
    for clause in clauses:
        end = min(following[clause.start], max(clause.end, clause.start))
        inside = [one for one in links if clause.start <= one.link.start and one.link.end <= end]
        pieces = tuple(_pieces(document.text, clause.start, end, inside, href))
        if any(piece.text for piece in pieces) and not any(
            other.start == clause.start and other is not clause for other in clauses[clauses.index(clause) + 1 :]
        ):
            yield ClauseText(clause.id, show_clause(clause.id, words.language), clause.kind is ClauseKind.NOTE, pieces)


def _pieces(
    text: str, start: int, end: int, links: Sequence[ResolvedLink], href: Callable[[ResolvedLink], str | None]
) -> Iterator[Piece]:
    for one in links:
        if one.link.start < start:
            continue  # numbers of one range share their words
        yield Piece(words_of(text[start : one.link.start]), None)
        yield Piece(words_of(text[one.link.start : one.link.end]), href(one))
        start = one.link.end
    yield Piece(words_of(text[start:end]), None)


def _of(document: Document, name: str | None) -> str:
    """The words of a clause up to the first one that it holds."""
    found = next((one for one in document.clauses if one.id == name), None)
    if found is None:
        return ""
    inner = min((one.start for one in document.clauses if one.parent == name), default=found.end)
    return words_of(document.text[found.start : max(inner, found.start)])


def _text_language(request: Request) -> Language:
    return Language.RU if page_language(request) is Language.RU else Language.KK


def _page_name(clauses: Sequence[Clause], words: Words) -> str:
    return show_clause(clauses[0].id, words.language) if clauses else "—"


def _places(before: str | None, after: str | None, words: Words) -> str:
    return " → ".join(dict.fromkeys(show_clause(one, words.language) for one in (before, after) if one))


def _names(parts: Sequence[str], words: Words) -> str:
    """Parts of an act in words."""
    names = [show_clause(part, words.language) if part else words("act_page.body") for part in parts]
    return ", ".join(names) or words("act_page.nothing")


def _query(as_of: date | None, first: int) -> str:
    return urlencode({"first": first} | ({"as_of": as_of.isoformat()} if as_of else {}))
