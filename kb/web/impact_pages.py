"""The page of what an edition of an act changes: clauses, values of services, contradictions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from kb.model import Finding, JudgedFinding, Language, Service, Statement
from kb.norms import label, show_clause, value_notes
from kb.pipeline import Registry, UnknownName
from kb.pipeline.impact import Impact
from kb.pipeline.spoken_language import text_language
from kb.pipeline.told_changes import short_value, told_changes
from kb.web.finding_view import FindingRow, finding_row
from kb.web.language_choice import page_language
from kb.web.page_parameters import Name
from kb.web.result_view import service_names
from kb.web.templating import render_page
from kb.web.value_words import Shown, value_words
from kb.web.words import Words, words_in

EditionDay = Annotated[date | None, Query(alias="edition")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedClause:
    """A clause that differs; `href` leads to its words before and after."""

    kind: str
    place: str
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedValue:
    """A value before and after, None where there was or is none."""

    title: str
    before: Shown | None
    after: Shown | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingGroup:
    """Findings that share a fate; one that the base has today has an `href`."""

    name: str
    rows: tuple[tuple[FindingRow, str | None], ...]


def create_impact_router(registry: Registry) -> APIRouter:
    """`/acts/{id}/impact`; must stand before the routes of the acts, whose ids may hold slashes."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)

    @router.get("/acts/{name:path}/impact")
    def show(request: Request, name: Name, edition: EditionDay = None) -> Response:
        words = words_in(page_language(request))
        language = text_language(words.language)
        editions = registry.acts.editions(name)
        days = sorted({one.date for one in editions if one.date})
        impact = registry.impacts.of_edition(name, edition=edition) if len(days) > 1 else None
        spoken = [one.date for one in editions if one.date and one.language is language]
        values = list(_values(impact, words)) if impact else []
        return render_page(
            request, "act_impact.html", act=registry.act(name).act, text_language=language, days=days[1:],
            before=impact.before if impact else None, after=impact.after if impact else None,
            clauses=list(_clauses(impact, name, language, spoken, words)) if impact else [],
            services=values,
            values=sum(len(changes) for _, _, changes in values),
            findings=list(_findings(impact, registry, words)) if impact else [],
            left_out=", ".join(label("finding_class", one.value, words.language) for one in impact.left_out)
            if impact
            else "",
            sample=any(service.sample for service, _, _ in values),
        )  # fmt: skip

    return router


def _clauses(
    impact: Impact, name: str, language: Language, days: Sequence[date], words: Words
) -> Iterator[ChangedClause]:
    """The changed clauses of the text in the reader's language, else of the other one, of which no page tells more."""
    own = language in impact.clauses
    parts = impact.clauses[language] if own else next(iter(impact.clauses.values()), ())
    changes = [change for part in parts if part.difference for change in part.difference.changes]
    earlier = max((day for day in days if day <= impact.before), default=impact.before)
    between = urlencode({"from": earlier.isoformat(), "to": impact.after.isoformat()})
    for number, change in enumerate(changes, start=1):
        places = dict.fromkeys(show_clause(one, words.language) for one in (change.before, change.after) if one)
        yield ChangedClause(
            kind=words(f"act_page.change.{change.kind.value}"),
            place=" → ".join(places),
            href=f"/acts/{quote(name)}/difference?{between}#change-{number}" if own else None,
        )


def _values(impact: Impact, words: Words) -> Iterator[tuple[Service, Shown, tuple[ChangedValue, ...]]]:
    def shown(statement: Statement) -> Shown:
        value = value_words(statement, words)
        notes = value_notes(statement.value, words.language)
        return Shown(text=", ".join((value.text, *notes)), language=value.language)

    def short(statements: Sequence[Statement]) -> Shown | None:
        if not statements:
            return None
        told = shown(statements[0])
        return Shown(text=short_value(told.text), language=told.language)

    for one in impact.services:
        changes = tuple(
            ChangedValue(
                title=label("attribute", change.attribute.value, words.language),
                before=short(change.before),
                after=short(change.after),
            )
            for change in told_changes(one.changes, words.language, shown=lambda statement: shown(statement).text)
        )
        if changes:
            yield one.service, service_names(one.service, words.language)[0], changes


def _findings(impact: Impact, registry: Registry, words: Words) -> Iterator[FindingGroup]:
    changed = tuple(one.after for one in impact.changed)
    for name, findings in (("appeared", impact.appeared), ("vanished", impact.vanished), ("changed", changed)):
        yield FindingGroup(name=name, rows=tuple(_row(one, impact, registry, words) for one in findings))


def _row(finding: Finding, impact: Impact, registry: Registry, words: Words) -> tuple[FindingRow, str | None]:
    try:
        judged, service = registry.findings.item(finding.id)
    except UnknownName:  # a finding of another day than today
        return finding_row(JudgedFinding(finding=finding), impact.service_of(finding), words), None
    return finding_row(judged, service, words), f"/findings/{finding.id}"
