"""Found clauses with their path: act, annex, clause."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

from kb.model import Act, Evidence
from kb.norms import show_clause
from kb.pipeline import Registry, UnknownName
from kb.search import ClauseHit
from kb.web.act_name import act_name, act_title
from kb.web.result_view import ClauseView, clause_views
from kb.web.source_link import document_name
from kb.web.value_words import Shown
from kb.web.words import Words


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a path; `href` leads to its place on the page of the act."""

    shown: Shown
    href: str | None


@dataclass(frozen=True, slots=True)
class FoundClause:
    """A found clause, the path to it, and the title of its act."""

    view: ClauseView
    path: tuple[Step, ...]
    title: Shown | None


def found_clauses(
    registry: Registry, hits: Sequence[ClauseHit], words: Words, *, as_of: date | None
) -> tuple[FoundClause, ...]:
    """The clauses in their order; each act is asked for once."""
    names = dict.fromkeys(act for hit in hits if (act := hit.snippet.evidence.act))
    acts = {name: _act(registry, name) for name in names}
    return tuple(
        FoundClause(
            view=view,
            path=tuple(_path(hit.snippet.evidence, acts.get(hit.snippet.evidence.act or ""), words, as_of)),
            title=act_title(acts.get(hit.snippet.evidence.act or ""), words),
        )
        for hit, view in zip(hits, clause_views(hits, words), strict=True)
    )


def _act(registry: Registry, name: str) -> Act | None:
    """None for an act that only other texts name."""
    try:
        return registry.act(name).act
    except UnknownName:
        return None


def _path(evidence: Evidence, act: Act | None, words: Words, as_of: date | None) -> Iterator[Step]:
    page = f"/acts/{quote(act.id)}" if act else None
    day = f"?{urlencode({'as_of': as_of.isoformat()})}" if as_of else ""
    if act:
        yield Step(Shown(text=act_name(act, words)), f"{page}{day}")
    else:
        yield Step(Shown(text=evidence.act or document_name(evidence.document)), None)
    done: list[str] = []
    for part in (evidence.clause or "").split("/"):
        if part:
            done.append(part)
            anchor = quote("/".join(done), safe="/~")
            yield Step(Shown(text=show_clause(part, words.language)), f"{page}{day}#{anchor}" if page else None)
    if not done:
        yield Step(Shown(text=words("clause.line", n=evidence.line)), None)
