"""What a report holds: its head, and the findings one after the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from kb.model import Language
from kb.norms import label
from kb.norms.bodies import bodies
from kb.pipeline.finding_report.report_words import ReportWords
from kb.pipeline.finding_report.telling import FindingTeller, ToldFinding
from kb.pipeline.findings import ALL, FindingConditions, FindingCounts
from kb.pipeline.registry import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRequest:
    """What is asked for: the conditions, the language of the words, the day that the report bears, and after how many
    findings it ends (None = after the last)."""

    language: Language
    day: date
    conditions: FindingConditions = ALL
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The lines of the head in words, and the findings (to be taken once; without a limit read meanwhile)."""

    words: ReportWords
    title: str
    lines: tuple[str, ...]
    findings: Iterator[ToldFinding]


def open_report(registry: Registry, request: ReportRequest) -> Report:
    """A report on the findings of a base; raises UnknownName for a service that is not there, NothingBuilt."""
    teller = FindingTeller(registry, request.language)
    counts = registry.findings.counts(request.conditions)
    told = registry.findings.each(request.conditions)
    if request.limit is not None:  # read at once: who takes the report slowly holds no connection to the database
        told = iter(list(islice(told, request.limit)))
    return Report(
        words=teller.words,
        title=teller.words("title"),
        lines=tuple(_lines(registry, request, counts, teller.words)),
        findings=(teller.told(judged, service) for judged, service in told),
    )


def _lines(registry: Registry, request: ReportRequest, counts: FindingCounts, words: ReportWords) -> Iterator[str]:
    yield words("made", day=words.day(request.day))
    yield f"{words('selection')}: {'; '.join(_selection(registry, request.conditions, words)) or words('everything')}"
    yield words("found", number=counts.found)
    if counts.found:
        yield f"{words('classes')}: {_counted('finding_class', counts.kinds, words)}"
        if counts.editions["past"]:
            yield f"{words('editions')}: {_counted('finding_edition', counts.editions, words)}"
        yield f"{words('verdicts')}: {_counted('finding_verdict', counts.verdicts, words)}"
    if counts.fixed:
        yield words("fixed", number=counts.fixed)
    if request.limit is not None and counts.found > request.limit:
        yield words("shortened", shown=request.limit)
    yield words("legend") if counts.found else words("empty")


def _selection(registry: Registry, conditions: FindingConditions, words: ReportWords) -> Iterator[str]:
    verdicts = (conditions.verdict.value,) if conditions.verdict else ()
    editions = () if conditions.current is None else ("current" if conditions.current else "past",)
    for name, table, codes in (
        ("class", "finding_class", conditions.kinds),
        ("severity", "finding_severity", conditions.severities),
        ("verdict", "finding_verdict", verdicts),
        ("edition", "finding_edition", editions),
    ):
        if codes:
            yield f"{words(f'filter.{name}')} – {', '.join(label(table, code, words.language) for code in codes)}"
    if conditions.bodies:
        yield f"{words('filter.body')} – {', '.join(_body_name(code, words) for code in conditions.bodies)}"
    for name in conditions.services:
        service = registry.service(name)
        names = (
            (service.name_ru, service.name_kk) if words.language is Language.RU else (service.name_kk, service.name_ru)
        )
        yield f"{words('filter.service')} – {next((one for one in names if one), service.id)}"


def _body_name(code: str, words: ReportWords) -> str:
    body = bodies().get(code)
    own = Language.RU if words.language is Language.RU else Language.KK
    return body.names[-1].in_language(own) if body else code


def _counted(table: str, counts: dict[str, int], words: ReportWords) -> str:
    """The codes with their numbers, the greatest first; what there is none of is left out."""
    told = sorted((item for item in counts.items() if item[1]), key=lambda item: (-item[1], item[0]))
    return "; ".join(f"{label(table, code, words.language)}: {number}" for code, number in told)
