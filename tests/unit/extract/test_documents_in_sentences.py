"""Documents that sentences name beside and inside a list; the services are invented."""

import pytest

from kb.extract import extract_document, extract_text
from kb.extract.gap_reasons import GapReason
from kb.model import Attribute, Language, RequiredDocument
from tests.unit.extract.documents import read_act
from tests.unit.extract.list_reading import OPENINGS, documents, read_list, words

KK, RU = Language.KK, Language.RU
DOCUMENT = Attribute.DOCUMENT

BESIDE = [
    (
        "на пасеке. Пчеловоды предоставляют документы, подтверждающие полномочия:\n1) заявление;\n2) карта пасеки.",
        RU,
        ["Пчеловоды предоставляют документы, подтверждающие полномочия", "заявление", "карта пасеки"],
    ),
    (
        "омартада. Ара өсірушілер өкілеттікті растайтын құжаттар ұсынады:\n1) өтініш;\n2) омарта картасы.",
        KK,
        ["Ара өсірушілер өкілеттікті растайтын құжаттар ұсынады", "өтініш", "омарта картасы"],
    ),
    (
        "на пасеке. Пчеловоды предоставляют следующие документы:\n1) заявление;\n2) карта пасеки.",
        RU,
        ["заявление", "карта пасеки"],
    ),
    (
        "1) заявление;\n2) карта пасеки.\nПри переезде пчеловод предоставляет документы, указанные в подпункте 2) "
        "настоящего пункта.",
        RU,
        ["заявление", "карта пасеки"],
    ),
    (
        "1) заявление;\n2) карта пасеки.\nПри переезде пчеловод предоставляет документы, указанные в подпункте 2) "
        "настоящего пункта, и справку о пчёлах.",
        RU,
        [
            "заявление",
            "карта пасеки",
            "При переезде пчеловод предоставляет документы, указанные в подпункте 2) настоящего пункта, и справку о "
            "пчёлах",
        ],
    ),
    (
        "1) өтініш;\n2) омарта картасы.\nКөрсетілетін қызметті алушы көрсетілген құжаттарды ұсынады.",
        KK,
        ["өтініш", "омарта картасы"],
    ),
    (
        "1) карта пасеки. При вывозе ульев, кроме перечисленных документов, представляются: справка о пчёлах;\n"
        "2) заявление.",
        RU,
        ["карта пасеки", "справка о пчёлах", "заявление"],
    ),
    (
        "1) омарта картасы. Ұялар көшірілгенде ақы төленгенін растайтын құжат;\n2) өтініш.",
        KK,
        ["омарта картасы", "Ұялар көшірілгенде ақы төленгенін растайтын құжат", "өтініш"],
    ),
    (
        "1) заявление;\nПри сдаче документов пчеловоду выдаётся расписка о приёме заявления;\n2) карта пасеки.",
        RU,
        ["заявление", "карта пасеки"],
    ),
    ("1) заявление;\nПосле оплаты реквизиты чека сохраняются;\n2) карта пасеки.", RU, ["заявление", "карта пасеки"]),
    (
        "1) өтініш;\nҚызметкер ара өсірушінің жазбаша келісімін алады;\n2) омарта картасы.",
        KK,
        ["өтініш", "омарта картасы"],
    ),
    ("1) өтініш.\nДау болған кезде соттың шешімі беріледі.", KK, ["өтініш", "Дау болған кезде соттың шешімі беріледі"]),
]


@pytest.mark.parametrize(("text", "language", "wanted"), BESIDE)
def test_sentences_ask_for_documents_of_their_own(text: str, language: Language, wanted: list[str]) -> None:
    assert words(read_list(text, language, DOCUMENT)) == wanted


COORDINATED = [
    ("заявление, копия паспорта и квитанция об оплате.", RU, ["заявление", "копия паспорта", "квитанция об оплате"]),
    ("өтініш және жеке куәліктің көшірмесі.", KK, ["өтініш", "жеке куәліктің көшірмесі"]),
    ("заявление, карта пасеки и квитанция об оплате.", RU, ["заявление, карта пасеки и квитанция об оплате"]),
    ("заявление;\nкопия паспорта и квитанция об оплате.", RU, ["заявление", "копия паспорта и квитанция об оплате"]),
]


@pytest.mark.parametrize(("text", "language", "wanted"), COORDINATED)
def test_a_list_of_one_sentence_is_parted_where_each_part_is_of_a_known_type(
    text: str, language: Language, wanted: list[str]
) -> None:
    assert [item.text for item in documents(text, language)] == wanted


NOT_REQUIRED = [("не требуются.", RU), ("Документы не требуются.", RU), ("талап етілмейді.", KK)]


@pytest.mark.parametrize(("text", "language"), NOT_REQUIRED)
def test_that_no_documents_are_required_is_stated(text: str, language: Language) -> None:
    (item,) = documents(text, language)
    assert (item.code, item.text) == ("none", text.rstrip("."))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("1) карта пасеки. Представление данного документа не требуется при переезде;", RU),
        ("1) омарта картасы. Көшкенде бұл құжатты ұсыну талап етілмейді;", KK),
    ],
)
def test_an_exception_of_one_document_is_not_that_none_is_required(text: str, language: Language) -> None:
    assert [item.code == "none" for item in documents(text, language)] == [False]


ANNEXES = [
    ("согласно приложению 3 к настоящему стандарту.", RU),
    ("перечень приведён в приложении 3.", RU),
    ("осы Қағидаларға 3-қосымшада көрсетілген.", KK),
]


@pytest.mark.parametrize(("text", "language"), ANNEXES)
def test_a_list_in_an_annex_that_the_text_lacks_is_a_gap(text: str, language: Language) -> None:
    extraction = extract_text(OPENINGS[DOCUMENT, language] + text, language)
    assert not [item for item in extraction.statements if isinstance(item.value, RequiredDocument)]
    assert [(gap.attribute, gap.reason, gap.evidence.quote) for gap in extraction.gaps] == [
        (DOCUMENT, GapReason.MISSING_ANNEX, text.rstrip("."))
    ]


def test_a_form_in_an_annex_is_no_gap() -> None:
    text = OPENINGS[DOCUMENT, RU] + "1) заявление согласно приложению 3 к настоящему стандарту;\n2) карта пасеки."
    assert extract_text(text, RU).gaps == ()


ACT = """> *Приложение 1*
> *к Правилам*

<table>
<tr>
<td colspan="3">Перечень основных требований к оказанию государственной услуги &quot;Выдача карты улья&quot;</td>
</tr>
<tr><td>1</td><td>Наименование услугодателя</td><td>Лесные хозяйства</td></tr>
<tr><td>2</td><td>Срок оказания государственной услуги</td><td>5 рабочих дней</td></tr>
<tr><td>3</td><td>Размер платы, взимаемой с услугополучателя</td><td>Бесплатно</td></tr>
<tr>
<td>4</td>
<td>Перечень документов, необходимых для оказания государственной услуги</td>
<td>Согласно приложению {number} к Правилам</td>
</tr>
</table>

> *Приложение 2*
> *к Правилам*

1. Заявление.
"""


@pytest.mark.parametrize(("number", "gaps"), [(2, []), (9, ["row-4"])])
def test_a_row_that_points_at_an_annex_is_a_gap_only_where_the_act_has_no_such_annex(
    number: int, gaps: list[str]
) -> None:
    extraction = extract_document(read_act(ACT.format(number=number), RU))
    assert len(extraction.mentions) == 1
    assert [(gap.evidence.clause or "").split("/")[1] for gap in extraction.gaps] == gaps
    assert not [item for item in extraction.statements if isinstance(item.value, RequiredDocument)]


def test_papers_that_keep_somebody_from_being_refused_are_no_grounds() -> None:
    text = (
        "1) пчёлы больны;\n2) улей сломан;\nТребование подпункта 2) не применяется в случае, если пчеловод "
        "представил:\n"
        "справку о починке улья;\nзаключение столяра."
    )
    assert words(read_list(text, RU, Attribute.REFUSAL_GROUND)) == ["пчёлы больны", "улей сломан"]
