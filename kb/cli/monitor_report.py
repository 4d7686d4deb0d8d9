"""`kb monitor import --report`: the waves that the tables of a report tell, and what could not be taken in."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from rich.markup import escape

from kb.cli.output import console, write_json
from kb.cli.words import Words
from kb.model.monitoring import wave_to_json
from kb.model.shapes import evidence_to_json
from kb.monitoring import (
    HeadFact,
    ImportReport,
    ReportWaves,
    Unread,
    import_report_waves,
    read_report_waves,
    report_wave_words,
)
from kb.pipeline.home import Home
from kb.pipeline.monitored import open_waves, read_report


def take_report(
    home: Home, document: str, *, services: Collection[str], head: Mapping[str, Any] | None, replace: bool
) -> tuple[ReportWaves, tuple[ImportReport, ...]]:
    """What a document of the base (or a file) tells, and what of it came in; raises BadMarks, MonitoringError,
    UnknownName."""
    told = read_report_waves(read_report(home, document))
    return told, import_report_waves(open_waves(home), told, services=services, head=head, replace=replace)


def show_report(told: ReportWaves, reports: Sequence[ImportReport], words: Words, *, as_json: bool) -> None:
    """Writes the waves that came in, where the report tells their heads, and what it does not tell."""
    if as_json:
        write_json(
            {
                "document": told.document.snapshot.document,
                "waves": [
                    {"wave": wave_to_json(one.wave), "rows": one.rows, "answers": one.answers, "silent": one.silent}
                    for one in reports
                ],
                "facts": [_fact_to_json(one) for one in told.facts],
                "unread": [_unread_to_json(one) for one in told.unread],
            }
        )
        return
    for one in reports:
        _tell(words("monitor.imported", wave=one.wave.id, rows=one.rows, answers=one.answers, silent=one.silent))
    for fact in told.facts:
        field = report_wave_words("facts", fact.field, words.language)
        _tell(words("monitor.fact", field=field, value=fact.value, line=fact.evidence.line))
    for left in told.unread:
        reason = report_wave_words("unread", left.reason, words.language)
        told_of = {"subject": left.subject, "reason": reason, "figures": left.figures}
        place = {"line": left.evidence.line} if left.evidence else {}
        _tell(words("monitor.unread" if place else "monitor.unread_whole", **told_of, **place))


def _tell(line: str) -> None:
    console().print(escape(line))


def _fact_to_json(one: HeadFact) -> dict[str, Any]:
    return {"field": one.field, "value": one.value, "evidence": evidence_to_json(one.evidence)}


def _unread_to_json(one: Unread) -> dict[str, Any]:
    evidence = evidence_to_json(one.evidence) if one.evidence else None
    return {"reason": one.reason, "subject": one.subject, "figures": one.figures, "evidence": evidence}
