"""Shares of those to whom something happened → how many, where the share tells one number."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from kb.model import Evidence
from kb.monitoring.from_report.asked import AskedService
from kb.monitoring.from_report.unread import Unread
from kb.monitoring.report.ground import ReportGround
from kb.monitoring.report.headings import EVENTS
from kb.monitoring.shares import near_share

Event = tuple[str, str, int, Evidence]
"""Service, question, how many said yes, where the share stands."""
UNTOLD = "share_tells_no_count"


def count_of_share(printed: Decimal, asked: int, rated: int) -> int | None:
    """The one number of people that is this share of those asked, whoever of them gave no answer (from `rated` to
    `asked` answered); None where none or several are."""
    every = {count for people in range(max(rated, 1), asked + 1) for count in near_share(printed, people)}
    return every.pop() if asked and len(every) == 1 and every <= set(near_share(printed, asked)) else None


def read_events(ground: ReportGround, asked: Mapping[str, AskedService]) -> Iterator[Event | Unread]:
    """How many of each service used acquaintances, gave rewards or complained; the first table that has them counts."""
    seen: set[tuple[str, str]] = set()
    for one in ground.figures:
        code = one.subject.code
        if one.column not in EVENTS or one.subject.kind != "service" or code is None or one.scope:
            continue
        if (code, one.column) in seen:
            continue
        seen.add((code, one.column))
        own = asked.get(code)
        count = count_of_share(one.value, own.marks.asked, own.marks.rated) if own else None
        if count is None:
            yield Unread(reason=UNTOLD, subject=f"{code}: {one.column}", evidence=one.evidence)
        else:
            yield code, one.column, count, one.evidence
