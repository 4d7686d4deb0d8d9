"""What values say beside their number or code."""

from decimal import Decimal

import pytest

from kb.model import (
    Bound,
    Channel,
    ChannelCode,
    Deadline,
    DocumentForm,
    Fee,
    FeeKind,
    Language,
    PaymentWay,
    RequiredDocument,
    StartEvent,
    Unit,
)
from kb.norms import codes, show_deadline, value_notes

KK, RU, EN = Language


def term(number: int | None, starts: StartEvent | None = None, least: int | None = None) -> Deadline:
    return Deadline(
        value=None if number is None else Decimal(number),
        unit=Unit.WORKING_DAY,
        bound=Bound.EXACT,
        starts=starts,
        least=None if least is None else Decimal(least),
    )


def test_a_term_tells_from_when_it_runs_and_the_lower_end_of_its_range() -> None:
    told = term(5, StartEvent.REGISTRATION, least=3)
    assert value_notes(told, RU) == ("не менее 3", "со дня регистрации")
    assert value_notes(told, KK) == ("кемінде 3", "тіркелген күннен бастап")
    assert value_notes(term(5), EN) == ()


def test_zero_days_are_the_day_of_the_event() -> None:
    told = term(0, StartEvent.FILING)
    assert [show_deadline(told, language) for language in (KK, RU, EN)] == [
        "құжаттар тапсырылған күні", "в день сдачи документов", "on the day of filing",
    ]  # fmt: skip
    assert value_notes(told, RU) == ()
    assert show_deadline(term(None), RU) is None
    assert show_deadline(term(1), RU) == "1\xa0рабочий день"


@pytest.mark.parametrize("language", list(Language))
def test_every_event_way_and_form_has_words(language: Language) -> None:
    for event in StartEvent:
        assert value_notes(term(2, event), language) != ()
        assert show_deadline(term(0, event), language)
    ways = value_notes(Fee(kind=FeeKind.MRP, amount=Decimal(1), ways=tuple(PaymentWay)), language)
    assert len(set(ways)) == len(PaymentWay)
    forms = value_notes(RequiredDocument(text="x", forms=tuple(DocumentForm)), language)
    assert len(set(forms)) == len(DocumentForm)


def test_the_only_channel_says_so() -> None:
    assert value_notes(Channel(code=ChannelCode.STATE_CORPORATION, only=True), RU) == ("другого способа нет",)
    assert value_notes(Channel(code=ChannelCode.STATE_CORPORATION), RU) == ()


def test_a_document_that_the_state_obtains_names_the_system() -> None:
    code = next(one for one in codes("system") if "_" in one)
    known, other, silent = (
        value_notes(RequiredDocument(text="анықтама", obtained_by_state=True, system=one), EN)
        for one in (code, "own register", None)
    )
    assert code not in known[0]
    assert "(own register)" in other[0]
    assert "(" not in silent[0]


def test_a_document_asked_for_only_if_data_changed() -> None:
    told = RequiredDocument(text="анықтама", only_if_changed=True, original_shown=True, forms=(DocumentForm.COPY,))
    assert value_notes(told, RU) == (
        "копия", "подлинник предъявляется и возвращается", "только если данные изменились",
    )  # fmt: skip
