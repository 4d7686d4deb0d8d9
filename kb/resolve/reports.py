"""Values that a dated report tells."""

import re
from collections.abc import Iterable

from kb.model import Statement

# Services of a monitoring report are keyed `mon<year>-<number>`.
_REPORT_KEY = re.compile(r"mon(\d{4})-.+")


def report_year(key: str) -> int | None:
    """The year of the dated report that a mention key belongs to; None for acts, cards and other sources."""
    found = _REPORT_KEY.fullmatch(key)
    return int(found[1]) if found else None


def only_report(statements: Iterable[Statement]) -> int | None:
    """The year, where all that is stated comes from the reports of one year; None otherwise."""
    years = {report_year(statement.service) for statement in statements}
    return years.pop() if len(years) == 1 else None
