"""What the State Corporation's visitors met by region: shares of those asked there → how many."""

from collections.abc import Mapping
from dataclasses import dataclass

from kb.model import Evidence
from kb.monitoring.from_report.events import UNTOLD, count_of_share
from kb.monitoring.from_report.unread import Unread
from kb.monitoring.report.ground import ReportGround
from kb.monitoring.report.headings import EVENTS, INCONVENIENCES
from kb.monitoring.report.places import CORPORATION, people_by_region
from kb.monitoring.report.printed import PrintedFigure

SCOPE = frozenset((CORPORATION,))


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionAnswer:
    """How many of those asked in a region said yes to a question, and where their share stands."""

    region: str
    question: str
    yes: int
    asked: int
    evidence: Evidence


def read_corporation(ground: ReportGround) -> tuple[list[RegionAnswer], list[Unread]]:
    """Yes and no by region; a blank cell in a row that has others is nobody."""
    people = people_by_region(ground, SCOPE)
    found: list[RegionAnswer] = []
    unread: list[Unread] = []
    for columns in (EVENTS, INCONVENIENCES):
        for region, cells in _rows(ground, columns).items():
            if region not in people:
                continue
            asked, row = people[region][0], next(iter(cells.values())).row
            for question in columns:
                one = cells.get(question)
                yes = count_of_share(one.value, asked, asked) if one else 0
                evidence = one.evidence if one else row
                if yes is None:
                    unread.append(Unread(reason=UNTOLD, subject=f"{region}: {question}", evidence=evidence))
                else:
                    found.append(
                        RegionAnswer(region=region, question=question, yes=yes, asked=asked, evidence=evidence)
                    )
    return found, unread


def _rows(ground: ReportGround, columns: tuple[str, ...]) -> Mapping[str, dict[str, PrintedFigure]]:
    rows: dict[str, dict[str, PrintedFigure]] = {}
    for one in ground.figures:
        if one.scope == SCOPE and one.subject.kind == "region" and one.subject.code and one.column in columns:
            rows.setdefault(one.subject.code, {}).setdefault(one.column, one)
    return rows
