from enum import StrEnum

import pytest

from kb.model import (
    ActStatus,
    ActType,
    AnswerState,
    Attribute,
    Bound,
    ChannelCode,
    ClauseKind,
    DoubtReason,
    FeeKind,
    Intent,
    Language,
    Layout,
    Purpose,
    ReviewKind,
    ReviewState,
    Severity,
    SourceKind,
    SurveyChannel,
    SurveyPlace,
    Unit,
)
from kb.norms import NormsError, codes, label

ENUMS: dict[str, type[StrEnum]] = {
    "channel": ChannelCode,
    "unit": Unit,
    "bound": Bound,
    "purpose": Purpose,
    "fee_kind": FeeKind,
    "attribute": Attribute,
    "source_kind": SourceKind,
    "act_type": ActType,
    "act_status": ActStatus,
    "survey_channel": SurveyChannel,
    "survey_place": SurveyPlace,
    "intent": Intent,
    "state": AnswerState,
    "layout": Layout,
    "severity": Severity,
    "language": Language,
    "clause_kind": ClauseKind,
    "doubt_reason": DoubtReason,
    "review_kind": ReviewKind,
    "review_state": ReviewState,
}


@pytest.mark.parametrize("table", ENUMS)
def test_every_member_is_named_in_three_languages(table: str) -> None:
    assert set(codes(table)) == {member.value for member in ENUMS[table]}
    for member in ENUMS[table]:
        words = {language: label(table, member.value, language) for language in Language}
        assert all(text.strip() for text in words.values())
        assert len({words[Language.KK], words[Language.EN]}) == 2


@pytest.mark.parametrize("table", ["recipient", "form", "region", "scope", "mrp_purpose"])
def test_open_tables_are_complete(table: str) -> None:
    assert all(label(table, code, language).strip() for code in codes(table) for language in Language)


def test_words_of_an_office_and_a_city() -> None:
    assert label("channel", "state_corporation", "ru") == "Госкорпорация (ЦОН)"
    assert label("unit", "working_day", Language.KK) == "жұмыс күні"
    assert label("region", "KZ-71", Language.KK) == "Астана қаласы"


def test_unknown_code_names_the_known_ones() -> None:
    with pytest.raises(NormsError, match="provider_office"):
        label("channel", "pigeon", Language.KK)


def test_unknown_table_is_an_error() -> None:
    with pytest.raises(NormsError, match="no reference table"):
        label("colours", "red", Language.KK)
