"""A report → the waves that its tables tell exactly, each row with the line it was read from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kb.model import Document, Evidence
from kb.model.monitoring import Answers
from kb.monitoring.errors import NothingPrinted
from kb.monitoring.from_report.asked import AskedService, read_asked
from kb.monitoring.from_report.corporation import read_corporation
from kb.monitoring.from_report.events import read_events
from kb.monitoring.from_report.head import ReportHead, read_head_of_report
from kb.monitoring.from_report.left_out import find_left_out
from kb.monitoring.from_report.place_marks import place_marks
from kb.monitoring.from_report.regions import read_regions
from kb.monitoring.from_report.unread import HeadFact, Unread, gather
from kb.monitoring.report.ground import ReportGround, read_ground
from kb.monitoring.report.places import printed_places
from kb.monitoring.report.rules.marks import LOCAL_BODY
from kb.monitoring.sheets import SheetRow
from kb.monitoring.template import load_table

KEYS = ("service", "body", "region", "channel", "question")
MARK_HEADING = (*KEYS, "1", "2", "3", "4", "5", "none")
EVENT_HEADING = (*KEYS, "yes", "no")
SATISFACTION = "satisfaction"
CORPORATION_CHANNEL = "state_corporation"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTable:
    """Rows of one form of the template; the number of a row is the line of the report that it was read from."""

    heading: tuple[str, ...]
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWave:
    """A wave as a file would have it: the fields of its head, and its tables."""

    head: Mapping[str, Any]
    tables: tuple[ReportTable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWaves:
    """What a report tells: its waves (that by service first), where it tells the fields of their head, and what could
    not be taken in."""

    document: Document
    waves: tuple[ReportWave, ...]
    facts: tuple[HeadFact, ...]
    unread: tuple[Unread, ...]


def read_report_waves(document: Document) -> ReportWaves:
    """The survey of a report by service, body and channel; and, of the same people seen another way, so waves of their
    own, that of its local bodies by region, and what visitors of the State Corporation met by region.

    Raises NothingPrinted for a document without counts of marks.
    """
    ground = read_ground(document)
    head = read_head_of_report(ground)
    asked, unread = read_asked(ground)
    if not asked:
        raise NothingPrinted(
            f"{document.snapshot.document}: prints no counts of marks by service; bring them as CSV, XLSX or JSON"
        )
    waves, more = [], []
    by_service, missed = _by_service(ground, head, asked)
    waves.append(by_service)
    more += missed
    for reading in (_by_region(ground, head, asked), _of_corporation(ground, head)):
        waves += [reading[0]] if reading[0] else []
        more += reading[1]
    told = (*head.unread, *unread, *more, *find_left_out(ground))
    return ReportWaves(document=document, waves=tuple(waves), facts=head.facts, unread=tuple(gather(told)))


def _by_service(
    ground: ReportGround, head: ReportHead, asked: Mapping[str, AskedService]
) -> tuple[ReportWave, list[Unread]]:
    body_of = {service: body for body, services in ground.services_of.items() for service in services}
    printed = printed_places(ground)
    unread: list[Unread] = []
    marks: list[SheetRow] = []
    for key, one in asked.items():
        placed, reason = place_marks(one, printed.get(key, {}))
        unread += [Unread(reason=reason, subject=key, evidence=one.evidence)] if reason else []
        unread += [] if key in body_of else [Unread(reason="body_not_told", subject=key, evidence=one.evidence)]
        for channel, (answers, evidence) in placed.items():
            keys = (key, body_of.get(key), None, channel, SATISFACTION)
            marks.append(_mark_row(keys, answers, evidence))
    events: list[SheetRow] = []
    for found in read_events(ground, asked):
        if isinstance(found, Unread):
            unread.append(found)
            continue
        key, question, count, evidence = found
        keys = (key, body_of.get(key), None, asked[key].channel, question)
        events.append(_row(evidence, keys, (count, asked[key].marks.asked - count)))
    names = {one.key: one for one in ground.extraction.mentions}
    services = [
        {"id": key, "name_kk": names[key].name_kk or names[key].name_ru, "name_ru": names[key].name_ru}
        for key in asked
        if key in names
    ]
    wave = ReportWave(
        head={"id": f"mon{head.fields['year']}", **head.fields, "services": services},
        tables=tuple(_tables(marks, events)),
    )
    return wave, unread


def _by_region(
    ground: ReportGround, head: ReportHead, asked: Mapping[str, AskedService]
) -> tuple[ReportWave | None, list[Unread]]:
    regions, unread = read_regions(ground, asked)
    if not regions:
        return None, unread
    year = head.fields["year"]
    service = f"mon{year}-{LOCAL_BODY}"
    marks: list[SheetRow] = []
    events: list[SheetRow] = []
    for code, one in regions.items():
        keys = (service, LOCAL_BODY, code, None)
        marks.append(_mark_row((*keys, SATISFACTION), one.marks, one.evidence))
        events += [
            _row(evidence, (*keys, question), (count, one.marks.asked - count))
            for question, (count, evidence) in one.events.items()
        ]
    wave = _pooled_wave(head, f"mon{year}-regions", (service, "local_services"), _tables(marks, events))
    return wave, unread


def _of_corporation(ground: ReportGround, head: ReportHead) -> tuple[ReportWave | None, list[Unread]]:
    answers, unread = read_corporation(ground)
    if not answers:
        return None, unread
    year = head.fields["year"]
    code = f"mon{year}-state-corporation"
    rows = [
        _row(one.evidence, (code, None, one.region, CORPORATION_CHANNEL, one.question), (one.yes, one.asked - one.yes))
        for one in answers
    ]
    wave = _pooled_wave(
        head, f"mon{head.fields['year']}-corporation", (code, "corporation_services"), _tables([], rows)
    )
    return wave, unread


def _pooled_wave(head: ReportHead, name: str, service: tuple[str, str], tables: Iterable[ReportTable]) -> ReportWave:
    """A wave of the same survey over one service that stands for many; its people are a part of the sample."""
    code, words = service
    names = load_table("from_report")[words]
    fields = {field: value for field, value in head.fields.items() if field != "sample"}
    services = [{"id": code, "name_kk": names["kk"], "name_ru": names["ru"]}]
    return ReportWave(head={"id": name, **fields, "services": services}, tables=tuple(tables))


def _tables(marks: list[SheetRow], events: list[SheetRow]) -> Iterator[ReportTable]:
    for heading, rows in ((MARK_HEADING, marks), (EVENT_HEADING, events)):
        if rows:
            yield ReportTable(heading=heading, rows=tuple(rows))


def _mark_row(keys: tuple[str | None, ...], answers: Answers, evidence: Evidence) -> SheetRow:
    counts = (answers.of_values((Decimal(mark),)) for mark in range(1, 6))
    return _row(evidence, keys, (*counts, answers.silent))


def _row(evidence: Evidence, keys: tuple[str | None, ...], counts: Iterable[int]) -> SheetRow:
    return SheetRow(evidence.line, (*(key or "" for key in keys), *map(str, counts)))
