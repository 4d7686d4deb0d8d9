"""What a report says of its survey → the head of a wave, each field with its place."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kb.model import Evidence
from kb.monitoring.from_report.unread import HeadFact, Unread
from kb.monitoring.organisation import unnamed_organisation
from kb.monitoring.report.ground import ReportGround
from kb.monitoring.report.names import report_pattern, report_words
from kb.monitoring.report.survey_lines import SurveyLine, survey_lines, told_samples, whole_samples
from kb.monitoring.template import load_table
from kb.text import fold_kazakh


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportHead:
    """The fields of the head as a file would have them, the places of those that the report tells, and what it does
    not."""

    fields: Mapping[str, Any]
    facts: tuple[HeadFact, ...]
    unread: tuple[Unread, ...]


def read_head_of_report(ground: ReportGround) -> ReportHead:
    """Year, first and last day, organisation, method and sample of the survey of a report.

    Days that are not told are the first and last of its year; a sample that its tables count otherwise is left out.
    """
    document = ground.document
    year = document.year or 0
    lines = survey_lines(ground)
    facts: list[HeadFact] = []
    unread: list[Unread] = []
    fields: dict[str, Any] = {"year": year, "since": f"{year}-01-01", "until": f"{year}-12-31"}
    days = _find_days(lines)
    if days:
        since, until, evidence = days
        fields |= {"since": since.isoformat(), "until": until.isoformat()}
        facts.append(HeadFact(field="days", value=f"{since}/{until}", evidence=evidence))
    else:
        unread.append(Unread(reason="days_not_told", subject=str(year)))
    told = _first(lines, "organisation")
    fields["organisation"] = told.value if told else unnamed_organisation()
    facts += [told] if told else []
    unread += [] if told else [Unread(reason="organisation_not_told", subject=document.snapshot.document)]
    method = _find_method(lines)
    fields["method"] = method.value if method else "mass_survey"
    facts += [method] if method else []
    samples, others = _split_samples(ground)
    if samples:
        fields["sample"] = int(samples[0].value)
        facts.append(samples[0])
    unread += [Unread(reason="sample_disputed", subject=one.value, evidence=one.evidence) for one in others]
    return ReportHead(fields=fields, facts=tuple(facts), unread=tuple(unread))


def _find_days(lines: tuple[SurveyLine, ...]) -> tuple[date, date, Evidence] | None:
    for line in lines:
        for name in ("period_kk", "period_ru"):
            for found in report_pattern("head", name).finditer(line.plain):
                since, until = _month(found["since"]), _month(found["until"])
                year = int(found["year"])
                if since and until and since <= until:
                    last = monthrange(year, until)[1]
                    return date(year, since, 1), date(year, until, last), line.cite(found.start(), found.end())
    return None


def _month(word: str) -> int | None:
    months: Mapping[int, list[str]] = load_table("from_report")["months"]
    fitting = [number for number, stems in months.items() if word.startswith(tuple(map(fold_kazakh, stems)))]
    return int(fitting[0]) if len(fitting) == 1 else None


def _first(lines: tuple[SurveyLine, ...], field: str) -> HeadFact | None:
    for line in lines:
        found = report_pattern("head", field).search(line.plain)
        if found:
            start, end = next(span for span in map(found.span, range(1, found.re.groups + 1)) if span[0] >= 0)
            evidence = line.cite(start, end)
            return HeadFact(field=field, value=" ".join(evidence.quote.split()), evidence=evidence)
    return None


def _find_method(lines: tuple[SurveyLine, ...]) -> HeadFact | None:
    for code in report_words()["head"]["methods"]:
        for line in lines:
            found = report_pattern("head", "methods", code).search(line.plain)
            if found:
                return HeadFact(field="method", value=str(code), evidence=line.cite(found.start(), found.end()))
    return None


def _split_samples(ground: ReportGround) -> tuple[list[HeadFact], list[HeadFact]]:
    """The numbers of people that the text tells: those that the tables count too, and the others. Where no table has a
    total, one number alone is taken."""
    told = [HeadFact(field="sample", value=str(one.people), evidence=one.evidence) for one in told_samples(ground)]
    totals = {str(int(one.value)) for one in whole_samples(ground)}
    if totals:
        return [one for one in told if one.value in totals], [one for one in told if one.value not in totals]
    alone = len({one.value for one in told}) == 1
    return (told, []) if alone else ([], told)
