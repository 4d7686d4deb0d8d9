"""Bad input: what cannot be taken for a value is a reported gap with its place, never a guess."""

from importlib.resources import files

import pytest
import yaml

from kb.extract import extract_document
from kb.extract.gap_reasons import GapReason
from kb.extract.gaps import find_gaps, find_unread
from kb.extract.passage import cut_passage
from kb.extract.statements import extract_passages
from kb.model import Deadline, Fee, FeeKind, Gap, Language, SourceKind
from tests.unit.extract.documents import read_act
from tests.unit.extract.term_reading import deadlines_of, fees_of, gaps_of

TERMS = [
    ("Срок оказания: рабочих дней.", GapReason.NO_NUMBER, "рабочих дней"),
    ("Мерзімі: жұмыс күні.", GapReason.NO_NUMBER, "жұмыс күні"),
    ("Мерзімі: жұмыс күні ішінде.", GapReason.NO_NUMBER, "жұмыс күні ішінде"),
    ("Срок оказания: не более рабочих дней.", GapReason.NO_NUMBER, "не более рабочих дней"),
    ("Мерзімі: 5.", GapReason.NO_UNIT, "5"),
    ("Срок оказания: не более 5.", GapReason.NO_UNIT, "5"),
    ("Срок: -5 рабочих дней.", GapReason.NEGATIVE, "-5 рабочих дней"),
    ("Мерзімі: минус 3 жұмыс күні.", GapReason.NEGATIVE, "минус 3 жұмыс күні"),
    ("Срок: 99999 рабочих дней.", GapReason.TOO_LARGE, "99999 рабочих дней"),
    ("Мерзімі: 11 жыл.", GapReason.TOO_LARGE, "11 жыл"),
    ("Мерзімі: 10 (он бес) күн.", GapReason.CONTRADICTORY, "10 (он бес) күн"),
    ("Срок: 10 (пятнадцать) рабочих дней.", GapReason.CONTRADICTORY, "10 (пятнадцать) рабочих дней"),
    ("Мерзімі: пятнадцать (10) жұмыс күні.", GapReason.CONTRADICTORY, "пятнадцать (10) жұмыс күні"),
]
FEES = [
    ("Размер оплаты: платно.", GapReason.NO_AMOUNT, "платно"),
    ("Төлем мөлшері: АЕК мөлшерінде.", GapReason.NO_NUMBER, "АЕК мөлшерінде"),
    ("Размер оплаты: 10 (пять) МРП.", GapReason.CONTRADICTORY, "10 (пять) МРП"),
    ("Размер оплаты: -3 МРП.", GapReason.NEGATIVE, "-3 МРП"),
    ("Размер оплаты: 5000000 МРП.", GapReason.TOO_LARGE, "5000000 МРП"),
]
UNSAID = [
    ("Мерзімі: аталған мерзімде көрсетіледі.", "deadline", GapReason.BY_REFERENCE),
    ("Срок: в срок, указанный в пункте 4 Правил.", "deadline", GapReason.BY_REFERENCE),
    ("Срок оказания: по приложению 3 рабочих дня.", "deadline", GapReason.NO_NUMBER),
    ("Мерзімі: 7-қосымшаға сәйкес күн.", "deadline", GapReason.NO_NUMBER),
    ("Мерзімі: 12-бапқа сәйкес жұмыс күні ішінде", "deadline", GapReason.NO_NUMBER),
    ("Размер оплаты: 100 рублей.", "fee", GapReason.FOREIGN_MONEY),
    ("Құны: 20 доллар.", "fee", GapReason.FOREIGN_MONEY),
    ("Размер оплаты: $20.", "fee", GapReason.FOREIGN_MONEY),
    ("Размер оплаты: 50 процентов.", "fee", GapReason.SHARE_OF_NOTHING),
    ("Төлем мөлшері: 10 %.", "fee", GapReason.SHARE_OF_NOTHING),
]


@pytest.mark.parametrize(("text", "reason", "quote"), TERMS)
def test_a_term_without_a_usable_number_is_told_with_its_reason(text: str, reason: GapReason, quote: str) -> None:
    assert gaps_of(text) == [("deadline", reason, quote)]
    assert all(term.value is None for term in deadlines_of(text))


@pytest.mark.parametrize(("text", "reason", "quote"), FEES)
def test_a_fee_without_a_usable_number_is_told_with_its_reason(text: str, reason: GapReason, quote: str) -> None:
    assert gaps_of(text) == [("fee", reason, quote)]
    (fee,) = fees_of(text)
    assert (fee.amount, fee.cap_mrp) == (None, None)


@pytest.mark.parametrize(("text", "attribute", "reason"), UNSAID)
def test_what_a_sentence_leaves_unsaid_is_a_gap_without_a_value(text: str, attribute: str, reason: GapReason) -> None:
    assert [(gap[0], gap[1]) for gap in gaps_of(text)] == [(attribute, reason)]
    assert [value.value for value in deadlines_of(text) if value.value is not None] == []
    assert [fee for fee in fees_of(text) if fee.amount is not None] == []


@pytest.mark.parametrize(
    "text",
    [
        "Срок: 5 рабочих дней.",
        "Мерзімі: 5 (бес) жұмыс күні.",
        "Размер оплаты: 2 МРП.",
        "Срок: билет действителен 15 лет.",
        "Размер оплаты: 1 МРП, скидка 10 процентов.",
        "Мерзімі: 3 жұмыс күні, аталған мерзім ұзартылмайды.",
    ],
)
def test_values_that_are_stated_are_no_gaps(text: str) -> None:
    assert gaps_of(text) == []


def test_every_reason_has_its_words_in_three_languages() -> None:
    labels = yaml.safe_load(files("kb.norms").joinpath("data", "labels", "gap_reason.yaml").read_text("utf-8"))
    assert set(labels) == {reason.value for reason in GapReason}
    assert all(set(words) == {"kk", "ru", "en"} for words in labels.values())


ROWS = """# Правила

<table>
<tr><td>1</td><td>Наименование услугодателя</td><td>Лодочная станция</td></tr>
<tr><td>2</td><td>Способы предоставления</td><td>портал</td></tr>
<tr><td>3</td><td>Срок оказания государственной услуги</td><td>{term}</td></tr>
<tr><td>4</td><td>Размер оплаты, взимаемой с услугополучателя</td><td>{fee}</td></tr>
<tr><td>5</td><td>Форма оказания</td><td>электронная</td></tr>
<tr><td>6</td><td>График работы</td><td>с 9.00 до 18.00 часов</td></tr>
</table>
"""


def _rows(term: str, fee: str) -> tuple[tuple[Gap, ...], list[str]]:
    """Gaps and codes of issues of the rows on the term and on the fee."""
    document = read_act(ROWS.format(term=term, fee=fee), Language.RU)
    rows = [clause for clause in document.clauses if clause.id.endswith(("row-3", "row-4"))]
    passages = [
        cut_passage(
            document,
            clause.start,
            clause.end,
            service="s",
            source_kind=SourceKind.STANDARD,
            clause=clause.id,
            topic=topic,
        )
        for clause, topic in zip(rows, ("deadline", "fee"), strict=True)
    ]
    stated = extract_passages(passages)
    return find_gaps(stated, passages), [issue.code for issue in find_unread(passages, stated)]


def test_an_empty_cell_is_a_gap_that_cites_its_label() -> None:
    gaps, _ = _rows("", "")
    assert [(gap.attribute, gap.reason) for gap in gaps] == [("deadline", "empty"), ("fee", "empty")]
    assert "Срок оказания" in gaps[0].evidence.quote
    assert "Размер оплаты" in gaps[1].evidence.quote
    assert all(gap.evidence.clause for gap in gaps)


def test_a_row_that_is_read_has_no_gaps_and_no_issues() -> None:
    assert _rows("5 рабочих дней", "бесплатно") == ((), [])


@pytest.mark.parametrize(
    ("term", "fee", "code"),
    [
        ("5 рабочих дней. 7 кал ендарных дн ей при замене", "бесплатно", "deadline.unread_part"),
        ("5 рабочих дней", "бесплатно; 3 М Р П за копию", "fee.unread_part"),
        ("по усмотрению станции", "бесплатно", "deadline.unread"),
    ],
)
def test_an_unread_part_of_a_row_is_an_issue(term: str, fee: str, code: str) -> None:
    assert _rows(term, fee)[1] == [code]


def test_a_gap_of_an_act_names_the_clause() -> None:
    found = extract_document(read_act(ROWS.format(term="10 (пять) рабочих дней", fee="платно"), Language.RU))
    assert [(gap.attribute, gap.reason) for gap in found.gaps] == [("deadline", "contradictory"), ("fee", "no_amount")]
    assert all(gap.evidence.clause and "row-" in gap.evidence.clause for gap in found.gaps)
    values = [item.value for item in found.statements if isinstance(item.value, Deadline | Fee)]
    assert [value.value if isinstance(value, Deadline) else value.kind for value in values] == [
        None,
        FeeKind.PAID_UNSPECIFIED,
    ]
