"""The same words of the same clauses that contradict for several reasons."""

from collections.abc import Iterator

import pytest

from kb.compare.checking import check_service
from kb.compare.clash import Clash, Point
from kb.compare.material import ServiceMaterial
from kb.compare.rule import ServiceRule
from kb.model import Finding, FindingClass, FindingSeverity, Language
from kb.model.finding_shapes import finding_from_json, finding_to_json
from tests.unit.compare.compared import document, material, stated, term

KIND = FindingClass.WITHIN_RECORD
TEXT = document(["1. Услуга оказывается за 5 рабочих дней.", "2. Результат выдают через 7 рабочих дней."])
TERMS = [stated(TEXT, "5 рабочих дней", term(5)), stated(TEXT, "7 рабочих дней", term(7))]


def found(monkeypatch: pytest.MonkeyPatch, *reasons: str) -> list[Finding]:
    """What a rule finds that sees two terms contradict for these reasons, one after the other."""

    def check(seen: ServiceMaterial) -> Iterator[Clash]:
        a, b = (Point.of(one) for one in seen.statements)
        for reason in reasons:
            yield Clash(kind=KIND, a=a, b=b, reason=reason)

    rule = ServiceRule(kind=KIND, severity=FindingSeverity.LOW, check=check)
    monkeypatch.setattr("kb.compare.checking.discover_rules", lambda: {KIND.value: (rule,)})
    return list(check_service(material(TERMS, TEXT), kinds=[KIND]).findings)


def test_each_reason_is_a_finding_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = found(monkeypatch, "free_and_paid", "term_told_elsewhere")
    assert first.id != second.id
    assert first.words != second.words
    assert first.why[Language.RU] != second.why[Language.RU]


def test_one_reason_is_told_once_and_leaves_ids_as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    (alone,) = found(monkeypatch, "free_and_paid")
    assert [one.id for one in found(monkeypatch, "free_and_paid", "free_and_paid")] == [alone.id]
    beside = found(monkeypatch, "free_and_paid", "term_told_elsewhere", "term_told_elsewhere")
    assert beside[0].id == alone.id
    assert len(beside) == 2
    assert alone.reason is None


def test_a_stored_finding_keeps_the_reason_in_its_id(monkeypatch: pytest.MonkeyPatch) -> None:
    for one in found(monkeypatch, "free_and_paid", "term_told_elsewhere"):
        assert finding_from_json(finding_to_json(one, None), one.service).id == one.id
