"""What a standard itself says of counting; all texts are invented."""

import pytest

from kb.extract.term_rules import ExtensionReading, TermRuleKind, read_extension, read_term_rules
from kb.model import Document, Language
from tests.unit.extract.documents import read_act

TABLE = """## Қағида

1. Жалпы тармақ.

> *Приложение 1*

<table>
<tr><td>3.</td><td>Срок оказания</td><td>{term}</td></tr>
<tr><td>7.</td><td>График работы</td><td>{hours}</td></tr>
</table>

> *Приложение 2*

<table>
<tr><td>3.</td><td>Срок оказания</td><td>5 рабочих дней. День приема не входит в срок.</td></tr>
</table>
"""


def document(term: str, hours: str = "с 9 до 18", language: Language = Language.RU) -> Document:
    return read_act(TABLE.format(term=term, hours=hours), language)


def rules(text: Document) -> list[tuple[TermRuleKind, bool]]:
    clause = next(one.id for one in text.clauses if one.id.startswith("annex-1"))
    return [(one.kind, one.on_paper) for one in read_term_rules(text, clause)]


@pytest.mark.parametrize(
    ("term", "language", "found"),
    [
        ("2 рабочих дня. День приёма заявления не входит в срок оказания", Language.RU, ("not_counted", False)),
        ("2 дня. При подаче в Госкорпорацию день приема не учитывается", Language.RU, ("not_counted", True)),
        ("2 дня, день приема входит в срок", Language.RU, ("counted", False)),
        ("2 жұмыс күні. Құжат қабылданған күн мерзімге кірмейді", Language.KK, ("not_counted", False)),
        ("2 күн. ХҚКО-ға берілсе, қабылдау күні есептелмейді", Language.KK, ("not_counted", True)),
        ("2 күн, қабылдау күні мерзімге кіреді", Language.KK, ("counted", False)),
    ],
)
def test_whether_the_day_of_acceptance_is_counted(term: str, language: Language, found: tuple[str, bool]) -> None:
    assert rules(document(term, language=language)) == [(TermRuleKind(f"filing_day_{found[0]}"), found[1])]


def test_a_term_alone_sets_no_rule_and_other_annexes_are_not_read() -> None:
    assert rules(document("2 рабочих дня, в день приёма выдаётся талон")) == []
    assert read_term_rules(document("2 рабочих дня"), None) == ()
    assert read_term_rules(document("2 рабочих дня"), "annex-9/row-1") == ()


@pytest.mark.parametrize(
    ("term", "kind"),
    [
        ("8 дней; результат доставляется в ЦОН за сутки до истечения срока", TermRuleKind.DELIVERED_DAY_BEFORE),
        ("8 дней; результат предоставляет за день до окончания срока", TermRuleKind.RESULT_DAY_BEFORE),
        ("8 күн; мерзім өткенге дейін бір тәуліктен кешіктірмей жеткізеді", TermRuleKind.DELIVERED_DAY_BEFORE),
        ("8 күн; мерзім аяқталғанға дейін бір күн бұрын ұсынады", TermRuleKind.RESULT_DAY_BEFORE),
    ],
)
def test_the_day_before_the_end(term: str, kind: TermRuleKind) -> None:
    assert [one for one, _ in rules(document(term))] == [kind]


def test_three_days_before_the_end_are_another_matter() -> None:
    assert rules(document("8 дней; о заслушивании уведомляют за три рабочих дня до истечения срока")) == []


@pytest.mark.parametrize(
    "hours",
    [
        "при обращении в выходные и праздничные дни приём осуществляется следующим рабочим днём",
        "демалыс және мереке күндері жүгінсе, өтінішті қабылдау келесі жұмыс күні жүзеге асырылады",
    ],
)
def test_days_off_lead_to_the_next_working_day(hours: str) -> None:
    assert [one for one, _ in rules(document("2 дня", hours))] == [TermRuleKind.ACCEPTED_NEXT_WORKING_DAY]


def test_a_rule_carries_its_words() -> None:
    text = document("2 рабочих дня. День приема не входит в срок.")
    found = read_term_rules(text, next(one.id for one in text.clauses if one.id.startswith("annex-1")))[0].evidence

    assert found.quote == "День приема не входит"
    assert text.text[found.start : found.end] == found.quote
    assert found.clause


@pytest.mark.parametrize(
    ("sentence", "number", "reading"),
    [
        ("Срок продлевается на 2 (два) рабочих дня.", "2 (два)", ExtensionReading.ADDED),
        ("Срок продлевается на срок до 30 дней.", "30 дней", ExtensionReading.ADDED),
        ("Срок продлевается до 30 календарных дней.", "30 календарных", ExtensionReading.WHOLE),
        ("Мерзім 5 жұмыс күніне ұзартылады.", "5 жұмыс күні", ExtensionReading.ADDED),
        ("Мерзім 30 күнге дейін ұзартылады.", "30 күнге дейін", ExtensionReading.WHOLE),
        ("Мерзім бір айдан аспайтын мерзімге ұзартылады.", "бір айдан", ExtensionReading.ADDED),
        ("Мерзім ұзартылады: 30 күн.", "30 күн", ExtensionReading.OPEN),
    ],
)
def test_how_an_extension_is_meant(sentence: str, number: str, reading: ExtensionReading) -> None:
    text = read_act(f"Алдыңғы сөйлем 10 күнге дейін ұзартылады.\n\n{sentence}\n\nСледующее на 3 дня.", Language.KK)
    start = text.text.index(number, text.text.index(sentence))

    assert read_extension(text, text.cite(start, start + len(number))) is reading
