"""What sections print of their places of service, and how many people the table of places has there."""

import re
from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal

from kb.model import Evidence, SurveyChannel, SurveyPlace, SurveyRow
from kb.monitoring.report.ground import ReportGround
from kb.monitoring.report.splitting import PrintedPlace

PRINTED_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?")
CHANNEL, REGION, CORPORATION = "channel:", "region", "corporation"


def people_by_place(ground: ReportGround) -> dict[str, dict[str, int]]:
    """How many people of each service were served where, by channel, without places of nobody."""
    found: dict[str, dict[str, int]] = {}
    for one in ground.figures:
        code = one.subject.code if one.subject.kind == "service" and "places" in one.scope else None
        people = int(one.value)
        if code and one.column.startswith(CHANNEL) and people and people == one.value:
            found.setdefault(code, {})[one.column.removeprefix(CHANNEL)] = people
    return found


def printed_places(ground: ReportGround) -> Mapping[str, Mapping[str, SurveyRow]]:
    """What the section of each service prints of its places of service, by channel."""
    found: dict[str, dict[str, SurveyRow]] = defaultdict(dict)
    for row in ground.survey:
        if row.source is SurveyPlace.SECTION and row.channel is not SurveyChannel.ALL:
            found[row.service][row.channel.value] = row
    return dict(found)


def people_by_region(ground: ReportGround, scope: frozenset[str]) -> dict[str, tuple[int, Evidence]]:
    """How many people were asked in each region, and where that stands: by the column of people of a table of the same
    people, else by the labels of the rows of a table that has them (of the State Corporation those of its own)."""
    found: dict[str, tuple[int, Evidence]] = {}
    for one in ground.figures:
        code = one.subject.code if one.subject.kind == REGION and one.column == "n" and one.scope == scope else None
        if code and one.value == int(one.value):
            found.setdefault(code, (int(one.value), one.evidence))
    if found or CORPORATION not in scope:
        return found
    tables = {one.table for one in ground.figures if CORPORATION in one.scope and one.people}
    labelled = [(one.table, one.subject, one.people, one.row) for one in ground.figures]
    labelled += [(row.table, row.subject, row.people, row.evidence) for row in ground.lost]
    for table, subject, people, evidence in labelled:
        if table in tables and subject.kind == REGION and subject.code and people:
            found.setdefault(subject.code, (people, evidence))
    return found


def place_of(row: SurveyRow | None, asked: int) -> PrintedPlace:
    """A place with the figures of its row, with the digits that stand there."""
    if row is None:
        return PrintedPlace(asked=asked)
    share, mean = (_as_printed(value, row.evidence.quote) for value in (row.satisfaction_pct, row.mean))
    return PrintedPlace(asked=asked, share=share, mean=mean)


def _as_printed(value: float | None, quote: str) -> Decimal | None:
    """A figure with the digits it has in the words: «4,70» and «4,7» round differently."""
    if value is None:
        return None
    told = (Decimal(found[0].replace(",", ".")) for found in PRINTED_NUMBER.finditer(quote))
    wanted = Decimal(str(value))
    return next((one for one in told if one == wanted), wanted)
