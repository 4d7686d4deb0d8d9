"""The wording of reports is linear on 100 kB of its worst case, like that of extraction (tests/patterns)."""

from collections.abc import Iterator
from typing import Any

from kb.monitoring.report.names import report_pattern, report_words
from tests.patterns.time_patterns import stopwatch
from tests.patterns.worst_cases import worst_texts

FEWEST = 30
LIMIT = 20.0


def paths(content: Any, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if isinstance(content, dict):
        for key, held in content.items():
            yield from paths(held, (*before, str(key)))
    else:
        yield before


def test_no_pattern_of_reports_is_slow() -> None:
    compiled = {path: report_pattern(*path) for path in paths(report_words())}
    assert len(compiled) >= FEWEST
    with stopwatch(LIMIT) as is_slow:
        slow = [path for path, pattern in compiled.items() if is_slow(pattern, worst_texts(pattern.pattern, 0))]
    assert slow == []
