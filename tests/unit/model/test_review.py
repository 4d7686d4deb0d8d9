from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from kb.model import (
    Attribute,
    Bound,
    Deadline,
    Decision,
    DoubtReason,
    Evidence,
    Fee,
    FeeKind,
    Language,
    RequiredDocument,
    ReviewItem,
    ReviewKind,
    Scope,
    ScopeField,
    SourceKind,
    Statement,
    Unit,
    Value,
    Verdict,
    apply_decisions,
    words_digest,
)
from kb.model.review_shapes import (
    WrongValueError,
    corrected_value,
    decision_from_json,
    decision_to_json,
    item_from_json,
    item_to_json,
    statement_key,
    statement_place,
)

THREE_DAYS = Deadline(value=Decimal(3), unit=Unit.DAY, bound=Bound.MAX)
HALF = Fee(kind=FeeKind.MRP, amount=Decimal("0.5"))


def stated(value: Value, *, attribute: Attribute = Attribute.DEADLINE, start: int = 10, **evidence: Any) -> Statement:
    """A statement of an invented act."""
    place = Evidence(
        **{
            "document": "acts/swing.md", "snapshot": "sha256:1", "act": "V1", "edition": None,
            "language": Language.KK, "clause": "annex-1/point-4", "start": start, "end": start + 5, "line": 2,
            "quote": "3 күн", **evidence,
        }
    )  # fmt: skip
    return Statement(
        service="V1/annex-1", attribute=attribute, value=value, source_kind=SourceKind.STANDARD, evidence=place
    )


def decided(statement: Statement, verdict: Verdict, value: Value | None = None) -> Decision:
    item = ReviewItem(
        key=statement_key(statement),
        place=statement_place(statement),
        digest=words_digest("Мерзімі 3 күн"),
        kind=ReviewKind.STATEMENT,
        reasons=(DoubtReason.NO_CALENDAR,),
        confidence=0.5,
        evidence=(statement.evidence,),
        statement=statement,
        statements=(statement.id,),
    )
    return Decision(
        item=item, verdict=verdict, reason="оқыдым", author="Гүлнар",
        decided_at=datetime(2026, 1, 2, tzinfo=UTC), value=value,
    )  # fmt: skip


def test_a_rejected_statement_no_longer_stands_and_is_kept_with_its_decision() -> None:
    wrong, right = stated(THREE_DAYS), stated(THREE_DAYS, start=90)
    decision = decided(wrong, Verdict.REJECT)
    after = apply_decisions([wrong, right], {wrong.id: decision})
    assert after.statements == (right,)
    assert after.rejected == ((wrong, decision),)


def test_an_edited_statement_has_the_value_of_the_person_and_its_own_evidence() -> None:
    read = stated(THREE_DAYS)
    value = replace(THREE_DAYS, unit=Unit.WORKING_DAY)
    decision = decided(read, Verdict.EDIT, value)
    (after,) = apply_decisions([read], {read.id: decision}).statements
    assert (after.value, after.evidence) == (value, read.evidence)
    assert apply_decisions([read], {read.id: decision}).decisions == {after.id: decision}


def test_a_share_of_an_edited_fee_follows_it() -> None:
    whole = stated(HALF, attribute=Attribute.FEE)
    share = stated(Fee(kind=FeeKind.PERCENT_OF_FEE, amount=Decimal(50), of=whole.id), attribute=Attribute.FEE, start=40)
    decisions = {
        whole.id: decided(whole, Verdict.EDIT, replace(HALF, amount=Decimal(2))),
        share.id: decided(share, Verdict.ACCEPT),
    }
    after = apply_decisions([whole, share], decisions)
    assert isinstance(after.statements[1].value, Fee)
    assert after.statements[1].value.of == after.statements[0].id
    assert set(after.decisions) == {one.id for one in after.statements}


def test_one_reading_of_one_clause_has_one_key_in_every_edition_and_archive() -> None:
    first = stated(THREE_DAYS)
    assert statement_key(stated(THREE_DAYS, start=70, snapshot="sha256:2", document="other.html")) == statement_key(
        first
    )
    assert statement_key(stated(THREE_DAYS, act="V2")) != statement_key(first)
    assert statement_key(stated(THREE_DAYS, clause="annex-1/point-5")) != statement_key(first)
    other = stated(replace(THREE_DAYS, value=Decimal(4)))
    assert statement_key(other) != statement_key(first)
    assert statement_place(other) == statement_place(first)
    scoped = replace(first, scope=Scope(case=ScopeField(text="қайта беру")))
    assert statement_key(scoped) != statement_key(first)


def test_the_digest_of_words_does_not_mind_blanks() -> None:
    assert words_digest("Мерзімі:\n 3  күн ") == words_digest("Мерзімі: 3 күн")
    assert words_digest("Мерзімі: 5 күн") != words_digest("Мерзімі: 3 күн")


def test_items_and_decisions_come_back_from_their_json() -> None:
    decision = decided(stated(THREE_DAYS), Verdict.EDIT, replace(THREE_DAYS, value=Decimal(7)))
    item = item_from_json(item_to_json(decision.item))
    assert item == decision.item
    assert decision_from_json(decision_to_json(decision), item) == decision


def test_a_person_gives_only_what_differs() -> None:
    assert corrected_value(stated(THREE_DAYS), {"unit": "working_day"}) == replace(THREE_DAYS, unit=Unit.WORKING_DAY)
    fee = stated(HALF, attribute=Attribute.FEE)
    assert corrected_value(fee, {"kind": "free", "amount": None}) == Fee(kind=FeeKind.FREE)
    paper = stated(RequiredDocument(text="өтініш"), attribute=Attribute.DOCUMENT)
    given = corrected_value(paper, {"text": "сурет", "forms": ["copy"], "only_if_changed": True})
    assert isinstance(given, RequiredDocument)
    assert (given.text, given.forms, given.only_if_changed) == ("сурет", ("copy",), True)


@pytest.mark.parametrize(
    "given",
    [
        {"value": -1}, {"value": float("nan")}, {"value": 10**15}, {"value": "5"}, {"value": True},
        {"unit": "fortnight"}, {"unit": None}, {"unit": " "}, {"colour": "red"}, {"starts": 5}, {"bound": "x" * 5000},
        {"unit": "day\x00"}, {"starts": "\ud800"},
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_is_told(given: dict[str, Any]) -> None:
    with pytest.raises(WrongValueError):
        corrected_value(stated(THREE_DAYS), given)


def test_a_free_fee_with_an_amount_is_told() -> None:
    with pytest.raises(WrongValueError, match="free"):
        corrected_value(stated(HALF, attribute=Attribute.FEE), {"kind": "free"})


def test_a_decision_without_its_value_is_none() -> None:
    with pytest.raises(ValueError, match="edit"):
        decided(stated(THREE_DAYS), Verdict.EDIT)
    with pytest.raises(ValueError, match="reject"):
        decided(stated(THREE_DAYS), Verdict.REJECT, THREE_DAYS)
