"""The waves of a report → the base."""

from collections.abc import Collection, Mapping
from dataclasses import replace as changed
from typing import Any

from kb.model.monitoring import Wave
from kb.monitoring.from_report.reading import ReportWave, ReportWaves
from kb.monitoring.heads import read_head
from kb.monitoring.importing import ImportReport, take_in
from kb.monitoring.sheets import Sheet, SheetRow
from kb.monitoring.wave_store import WaveStore

OWN = ("id", "services")  # what each wave of a report has for itself


def import_report_waves(
    store: WaveStore,
    report: ReportWaves,
    *,
    services: Collection[str],
    head: Mapping[str, Any] | None = None,
    replace: bool = False,
) -> tuple[ImportReport, ...]:
    """Takes all waves of a report in, or none, through the checks of every import; `head` has fields that the report
    does not tell, or tells wrongly.

    Services keep the ids of their sections; those that the registry knows bring no name of their own. Raises BadMarks
    with the line of the report, WaveExists, MonitoringError.
    """
    name = report.document.snapshot.document
    waves = [(_wave_of(one, head or {}, services, name), _sheets(one, name)) for one in report.waves]
    return take_in(store, waves, services=services, replace=replace, with_lines=True)


def _wave_of(one: ReportWave, head: Mapping[str, Any], services: Collection[str], name: str) -> Wave:
    known = set(services)
    unknown = [service for service in one.head["services"] if service["id"] not in known]
    told = {field: value for field, value in head.items() if field not in OWN}
    wave = read_head({**one.head, **told, "services": unknown}, name)
    return changed(wave, document=name)


def _sheets(one: ReportWave, name: str) -> list[Sheet]:
    return [Sheet(name=name, rows=iter((SheetRow(1, table.heading), *table.rows))) for table in one.tables]
