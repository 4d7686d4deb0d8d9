"""A wave → the report on it."""

from collections.abc import Iterator

from kb.model.monitoring import Wave
from kb.monitoring import Coefficients, Group, organisation_in
from kb.pipeline.monitoring import Monitoring
from kb.pipeline.monitoring_report.advice_sections import advice_sections
from kb.pipeline.monitoring_report.closing_sections import comparable_section, formulas_section
from kb.pipeline.monitoring_report.ground import ReportGround
from kb.pipeline.monitoring_report.question_sections import method_section, others_section, tension_section
from kb.pipeline.monitoring_report.rating_sections import rating_section, weighted_section
from kb.pipeline.monitoring_report.tables import MonitoringReport, ReportDay, Section
from kb.pipeline.monitoring_report.wide_sections import aspects_section, channels_section

RATED = (Group.SERVICE, Group.BODY, Group.REGION, Group.CHANNEL)
WEIGHTED = (Group.SERVICE, Group.BODY)


def open_monitoring_report(
    monitoring: Monitoring, wave: str, day: ReportDay, *, coefficients: Coefficients | None = None
) -> MonitoringReport:
    """The report on a wave in one language; raises UnknownWave."""
    ground = ReportGround(monitoring, monitoring.wave(wave), day.language)
    return MonitoringReport(
        words=ground.words,
        title=ground.words("title", year=ground.wave.year),
        head=tuple(_head(ground, ground.wave, day)),
        sections=tuple(_sections(ground, coefficients)),
    )


def _head(ground: ReportGround, wave: Wave, day: ReportDay) -> Iterator[tuple[str, str]]:
    words = ground.words
    keys = [len(ground.monitoring.keys(wave.id, group)) for group in RATED]
    for name, value in (
        ("wave", wave.id),
        ("year", str(wave.year)),
        ("organisation", organisation_in(wave.organisation, day.language)),
        ("method_name", words(f"methods.{wave.method}")),
        ("days", f"{words.day(wave.since)} – {words.day(wave.until)}"),
        ("sample", words("not_given") if wave.sample is None else str(wave.sample)),
        ("accreditation", wave.accreditation or words("not_given")),
        ("asked_about", " · ".join(map(str, keys))),
        ("made", words.day(day.day)),
    ):
        yield words(name), value


def _sections(ground: ReportGround, coefficients: Coefficients | None) -> Iterator[Section]:
    yield method_section(ground)
    for group in RATED:
        yield rating_section(ground, group)
    yield aspects_section(ground)
    yield channels_section(ground, Group.BODY)
    yield channels_section(ground, Group.REGION)
    yield tension_section(ground)
    yield others_section(ground)
    yield from advice_sections(ground)
    if coefficients is not None:
        for group in WEIGHTED:
            yield weighted_section(ground, group, coefficients)
    yield comparable_section(ground)
    yield formulas_section(ground, weighted=coefficients is not None)
