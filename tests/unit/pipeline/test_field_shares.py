from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from kb.model import ExpectedField, Issue
from kb.pipeline.auditing import field_issues
from kb.store import FieldCounts
from tests.unit.pipeline.test_freshness import source

FIELD = ExpectedField(attribute="deadline", minimum=0.5, maximum=0.8)


@dataclass
class Counted:
    """Stands for a base that counted fields."""

    counts: FieldCounts
    asked: list[str] = field(default_factory=list)

    def field_counts(self, name: str) -> FieldCounts:
        """The figures."""
        self.asked.append(name)
        return self.counts


def issues(documents: int, stating: dict[str, int]) -> list[Issue]:
    passport = replace(source(), expected_fields=(FIELD,))
    base: Any = Counted(FieldCounts(documents=documents, stating=stating))
    return field_issues(base, passport)


@pytest.mark.parametrize("stating", [5, 8])
def test_a_share_within_its_bounds_is_no_issue(stating: int) -> None:
    assert issues(10, {"deadline": stating}) == []


@pytest.mark.parametrize(("stating", "told"), [({"deadline": 4}, "40%"), ({"deadline": 9}, "90%"), ({"fee": 6}, "0%")])
def test_a_share_outside_names_source_attribute_and_bounds(stating: dict[str, int], told: str) -> None:
    (issue,) = issues(10, stating)
    assert (issue.code, issue.document) == ("field_share", "https://forest.example")
    for words in ("forest", told, "10 collected", "'deadline'", "50% to 80%"):
        assert words in issue.message


def test_without_collected_documents_nothing_is_expected() -> None:
    assert issues(0, {}) == []
