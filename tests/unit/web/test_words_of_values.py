"""Values, clauses and examples in words."""

from datetime import date
from decimal import Decimal

import pytest

from kb.model import (
    ActReference,
    ActType,
    Attribute,
    Bound,
    Channel,
    ChannelCode,
    Deadline,
    Evidence,
    Fee,
    FeeKind,
    Language,
    RequiredDocument,
    SourceKind,
    Statement,
    Text,
    Unit,
)  # fmt: skip
from kb.web.example_questions import example_questions
from kb.web.source_link import shorten, source_link
from kb.web.value_words import Shown, value_words
from kb.web.words import words_in
from tests.web.memory_texts import KITE, NEST

KK, RU, EN = (words_in(language) for language in Language)


def state(attribute, value, *, language=Language.KK, quote="x"):
    evidence = Evidence(
        document="a/b/text.md", snapshot="sha256:0", act=None, edition=date(2020, 1, 2), language=language,
        clause="annex-2/row-5/p-1", start=3, end=3 + len(quote), line=2, quote=quote,
    )  # fmt: skip
    return Statement(service="s", attribute=attribute, value=value, source_kind=SourceKind.ACT, evidence=evidence)


FEES = {
    "free": (Fee(kind=FeeKind.FREE), "тегін", "бесплатно", "free of charge"),
    "half": (Fee(kind=FeeKind.MRP, amount=Decimal("0.5")), "0,5 АЕК", "0,5 МРП", "0.5 MRP"),
    "per cent": (Fee(kind=FeeKind.MRP_PERCENT, amount=Decimal(50)), "АЕК-тің 50 %-ы", "50 % МРП", "50 % of the MRP"),
    "limit": (
        Fee(kind=FeeKind.MRP, amount=Decimal(4), cap_mrp=Decimal(4)),
        "4 АЕК-тен аспайды", "не более 4 МРП", "no more than 4 MRP",
    ),
    "with a limit": (
        Fee(kind=FeeKind.MRP_PERCENT, amount=Decimal(10), cap_mrp=Decimal(4)),
        "АЕК-тің 10 %-ы, бірақ 4 АЕК-тен аспайды",
        "10 % МРП, но не более 4 МРП",
        "10 % of the MRP, but no more than 4 MRP",
    ),
    "each document": (
        Fee(kind=FeeKind.TENGE, amount=Decimal("1134.5"), per="document"),
        "1\xa0134,5 теңге, бір құжат үшін", "1\xa0134,5 тенге, за один документ", "1\xa0134.5 tenge, per document",
    ),
    "unstated": (
        Fee(kind=FeeKind.PAID_UNSPECIFIED),
        "ақылы, мөлшері көрсетілмеген", "платно, сумма не указана", "paid, amount not stated",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("fee", "kk", "ru", "en"), FEES.values(), ids=list(FEES))
def test_fee(fee, kk, ru, en):
    statement = state(Attribute.FEE, fee)
    assert [value_words(statement, words).text for words in (KK, RU, EN)] == [kk, ru, en]


def test_term_without_a_number_says_so():
    value = Deadline(value=None, unit=Unit.HOUR, bound=Bound.EXACT)
    assert "көрсетпеген" in value_words(state(Attribute.DEADLINE, value), KK).text


def test_free_text_keeps_its_language():
    statement = state(Attribute.RESULT, Text(text="паспорт"), language=Language.RU)
    assert value_words(statement, RU) == Shown(text="паспорт")
    assert value_words(statement, KK) == Shown(text="паспорт", language=Language.RU)


def test_coded_text_is_told_in_the_pages_language():
    statement = state(Attribute.FORM, Text(text="қағаз жүзінде", code="paper"))
    assert value_words(statement, RU) == Shown(text="бумажная")


def test_markup_of_markdown_is_not_shown():
    statement = state(
        Attribute.DOCUMENT, RequiredDocument(text="1\\) **өтініш**; <tr>\n<td>\nсурет</td>"), quote="1\\) **өтініш**"
    )
    assert value_words(statement, KK).text == "1) өтініш;\nсурет"
    assert source_link(statement.evidence, KK).quote == "1) өтініш"
    assert statement.evidence.quote == "1\\) **өтініш**"


def test_other_channel_is_quoted():
    value = Channel(code=ChannelCode.OTHER, offered=False)
    statement = state(Attribute.CHANNEL, value, quote="көшпелі кеңсе")
    assert value_words(statement, RU) == Shown(text="көшпелі кеңсе: здесь не оказывается", language=Language.KK)


def test_act_with_a_title_in_another_language():
    value = ActReference(type=ActType.ORDER, number="7", date=date(2020, 1, 2), title="Қағидалар")
    shown = value_words(state(Attribute.LEGAL_ACT, value), RU)
    assert shown == Shown(text="приказ № 7 02.01.2020 «Қағидалар»", language=Language.KK)


def test_link_opens_the_words():
    link = source_link(state(Attribute.RESULT, Text(text="x"), quote="ұя").evidence, KK)
    assert link.href == "/source/sha256:0?start=3&end=5#mark"
    assert (link.place, link.document, link.edition) == (
        "2-қосымша, 5-жол, 1-абзац",
        "text.md",
        "02.01.2020 редакциясы",
    )


def test_long_quote_is_cut_between_words():
    short = shorten("сөз " * 100)
    assert short.endswith("сөз…")
    assert len(short) <= 111
    assert shorten("екі\n  сөз") == "екі сөз"


def test_examples_are_asked_about_services_of_the_base():
    [first, second] = example_questions([KITE, NEST], RU)
    assert first.text == "Регистрация птичьего гнезда: сколько дней ждать?"
    assert second.text == "Разрешение на запуск воздушного змея: сколько стоит?"
    assert [one.language for one in example_questions([NEST, KITE], KK)] == [Language.KK, Language.RU]
    assert example_questions([], KK) == ()
