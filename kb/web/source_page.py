"""The page of a source text."""

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from kb.model import Clause, Language, Snapshot
from kb.norms import label, show_clause
from kb.pipeline import Registry
from kb.web.source_link import document_name
from kb.web.source_view import first_for, window
from kb.web.templating import render_page
from kb.web.words import Words


def source_page(
    request: Request, registry: Registry, words: Words, *, digest: str, mark: tuple[int, int], first: int | None
) -> Response:
    """The text of a snapshot around the highlighted words, or from the offset `first` on."""
    snapshot, text = registry.snapshot(digest), registry.text(digest)
    begin = first_for(mark) if first is None else first
    shown = window(text, first=begin, mark=mark)
    clause = innermost(registry.clauses(digest), mark)
    passport = {state.source.id: state.source for state in registry.sources()}.get(snapshot.source)
    marks = mark[1] > mark[0]
    return render_page(
        request,
        "source.html",
        snapshot=snapshot,
        sample=snapshot.sample,
        document=document_name(snapshot.document),
        kind=label("source_kind", passport.kind.value, words.language) if passport else None,
        publisher=_publisher(passport.publisher_kk, passport.publisher_ru, words) if passport else None,
        taken=words.day(snapshot.taken_at.date()),
        clause=show_clause(clause.id, words.language) if clause else None,
        clause_label=clause.label if clause else None,
        act=registry.act_of(digest),
        window=shown,
        mark_line=text.count("\n", 0, mark[0]) + 1 if marks else None,
        marked_visible=marks and shown.start <= mark[0] < shown.end,
        marked_href=_address(snapshot, mark) + "#mark" if marks else None,
        earlier=_address(snapshot, mark, first=shown.earlier) if shown.earlier is not None else None,
        later=_address(snapshot, mark, first=shown.later) if shown.later is not None else None,
    )


def innermost(clauses: tuple[Clause, ...], mark: tuple[int, int]) -> Clause | None:
    """The smallest clause that holds the highlighted words; None without words or clause."""
    if mark[1] <= mark[0]:
        return None
    holding = [clause for clause in clauses if clause.start <= mark[0] and mark[1] <= clause.end]
    return min(holding, key=lambda clause: clause.end - clause.start, default=None)


def _publisher(kk: str, ru: str, words: Words) -> str:
    return ru if words.language is Language.RU else kk


def _address(snapshot: Snapshot, mark: tuple[int, int], *, first: int | None = None) -> str:
    parameters: dict[str, int] = {}
    if mark[1] > mark[0]:
        parameters |= {"start": mark[0], "end": mark[1]}
    if first is not None:
        parameters["from"] = first
    return f"/source/{snapshot.digest}?{urlencode(parameters)}"
