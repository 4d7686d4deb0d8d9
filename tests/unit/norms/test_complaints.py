"""General rules on complaints: dated, in three languages, with the clause."""

from datetime import date

import pytest

from kb.model import ActType, Language
from kb.norms import NormsError
from kb.norms.complaints import complaint_rules_on


@pytest.mark.parametrize("day", ["2026-01-01", "2026-11-26", "2026-12-31"])
def test_rules_of_a_day_name_their_clause(day: str) -> None:
    rules = complaint_rules_on(date.fromisoformat(day))
    assert [rule.code for rule in rules] == ["where", "until", "answer", "court"]
    for rule in rules:
        assert (rule.act.type, rule.act.number, rule.act.date) == (ActType.CODE, "350-VI", date(2020, 6, 29))
        assert set(rule.words) == set(rule.clause) == set(Language)
        assert all(any(sign.isdigit() for sign in clause) for clause in rule.clause.values())
    assert "92" in rules[1].clause[Language.KK]


@pytest.mark.parametrize("day", ["2025-12-31", "2027-01-01", "1999-01-01"])
def test_no_rule_outside_the_table(day: str) -> None:
    with pytest.raises(NormsError, match=r"2026-01-01 to 2026-12-31; read the articles"):
        complaint_rules_on(date.fromisoformat(day))
