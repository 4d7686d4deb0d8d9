"""Findings as their pages show them."""

from dataclasses import dataclass
from urllib.parse import quote

from kb.model import FindingClass, FindingVerdict, JudgedFinding, Service, Side
from kb.norms import label
from kb.pipeline.finding_report import FindingTeller, ToldFinding, ToldSide
from kb.web.monitoring.recomputed_asked import document_address
from kb.web.result_view import service_names
from kb.web.source_link import SourceLink, edition_place, shorten, source_link
from kb.web.value_words import Shown, quoted_from, value_words
from kb.web.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SideValue:
    """What one side says, in short."""

    speaker: str
    shown: Shown
    link: SourceLink
    prevails: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """A finding in a list; `verdict` is None while nobody decided, `until` where it stands."""

    id: str
    kind: str
    severity: str
    severity_code: str
    verdict: str | None
    returned: bool
    until: str | None
    service: Shown | None
    why: str
    values: tuple[SideValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """A side on the page of its finding; `act_href` leads to the clause on the page of its act."""

    told: ToldSide
    value: Shown | None
    link: SourceLink
    act_href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """A finding on its page; `recomputed` leads to all printed figures of its report where it is one of these."""

    told: ToldFinding
    severity_code: str
    decided: bool
    service: Shown | None
    sides: tuple[SideView, ...]
    recomputed: str | None


def finding_row(judged: JudgedFinding, service: Service | None, words: Words) -> FindingRow:
    """A finding as it stands in a list."""
    finding = judged.finding
    sides = [("a", finding.a), ("b", finding.b)]
    if source_link(finding.a.evidence, words).href == source_link(finding.b.evidence, words).href:
        sides = sides[:1]
    return FindingRow(
        id=finding.id,
        kind=label("finding_class", finding.kind.value, words.language),
        severity=label("finding_severity", finding.severity.value, words.language),
        severity_code=finding.severity.value,
        verdict=None
        if judged.verdict is FindingVerdict.OPEN
        else label("finding_verdict", judged.verdict.value, words.language),
        returned=judged.returned,
        until=words("finding.until", day=words.day(finding.until)) if finding.until else None,
        service=_service(service, words),
        why=finding.why[words.language],
        values=tuple(
            SideValue(
                speaker=label("source_kind", side.source_kind.value, words.language),
                shown=_value(side, words) or _quote(side, words),
                link=source_link(side.evidence, words),
                prevails=finding.prevails is not None and finding.prevails.value == code,
            )
            for code, side in sides
        ),
    )


def finding_view(judged: JudgedFinding, service: Service | None, teller: FindingTeller, words: Words) -> FindingView:
    """A finding with both clauses."""
    told = teller.told(judged, service)
    return FindingView(
        told=told,
        severity_code=judged.finding.severity.value,
        decided=judged.verdict is not FindingVerdict.OPEN,
        service=_service(service, words),
        sides=tuple(
            _side(side, one, words) for side, one in zip((judged.finding.a, judged.finding.b), told.sides, strict=False)
        ),
        recomputed=document_address(judged.finding.a.evidence.document)
        if judged.finding.kind is FindingClass.STATISTICS
        else None,
    )


def _side(side: Side, told: ToldSide, words: Words) -> SideView:
    return SideView(
        told=told,
        value=_value(side, words),
        link=source_link(side.evidence, words),
        act_href=f"/acts/{quote(told.act_id)}{edition_place(side.evidence)}" if told.act_id else None,
    )


def _value(side: Side, words: Words) -> Shown | None:
    return value_words(side.statement, words) if side.statement else None


def _quote(side: Side, words: Words) -> Shown:
    shown = quoted_from(side.evidence, side.evidence.quote, words)
    return Shown(text=f"«{shorten(shown.text)}»", language=shown.language)


def _service(service: Service | None, words: Words) -> Shown | None:
    return service_names(service, words.language)[0] if service else None
