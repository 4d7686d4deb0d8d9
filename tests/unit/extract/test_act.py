"""Acts of two generations, written for these tests; all facts are invented."""

from kb.extract import Extraction, extract_document
from kb.model import Attribute, Deadline, Fee, Language, Text
from tests.unit.extract.documents import read_act

TABLE = """> *Приложение 2*
> *к Правилам*

<table>
<tr>
<td colspan="3">
Перечень основных требований к оказанию государственной услуги
&quot;Выдача билета на сбор клюквы&quot;
</td>
</tr>
<tr>
<td>1</td>
<td>Наименование услугодателя</td>
<td>Лесные хозяйства</td>
</tr>
<tr>
<td>2</td>
<td>Срок оказания государственной услуги</td>
<td>
1) выдача билета – 3 рабочих дня;
2) выдача дубликата – 1 рабочий день.
</td>
</tr>
<tr>
<td>3</td>
<td>Размер платы, взимаемой с услугополучателя</td>
<td>Бесплатно.</td>
</tr>
<tr>
<td>4</td>
<td>Перечень документов, необходимых для оказания государственной услуги</td>
<td>
1) заявление;
2) карта участка.
</td>
</tr>
<tr>
<td>5</td>
<td>Цвет билета</td>
<td>Зелёный</td>
</tr>
</table>
"""

STANDARD = """> *Нысанды министрдің бұйрығымен бекітілген*

## «{name}» мемлекеттік көрсетілетін қызмет стандарты

1. Мемлекеттік қызметті аудан әкімдігі көрсетеді.

2. Мемлекеттік қызмет көрсету мерзімі – {days} жұмыс күні.

3. Мемлекеттік қызмет көрсету нысаны: қағаз түрінде.

4. Мемлекеттік қызмет тегін көрсетіледі.

"""


def values(found: Extraction, attribute: Attribute) -> list[str]:
    return [
        item.value.text for item in found.statements if item.attribute is attribute and isinstance(item.value, Text)
    ]


def test_rows_of_a_requirement_table_give_statements_at_their_clause() -> None:
    found = extract_document(read_act(TABLE, Language.RU))
    (mention,) = found.mentions
    assert mention.name_ru == "Выдача билета на сбор клюквы"
    terms = [
        (str(item.value.value), item.evidence.clause) for item in found.statements if isinstance(item.value, Deadline)
    ]
    assert terms == [("3", "annex-2/row-2/p-1"), ("1", "annex-2/row-2/p-2")]
    assert [item.value.kind.value for item in found.statements if isinstance(item.value, Fee)] == ["free"]
    assert values(found, Attribute.PROVIDER) == ["Лесные хозяйства"]
    assert values(found, Attribute.DOCUMENT) == ["заявление", "карта участка"]


def test_the_name_of_a_table_stands_above_its_sub_services() -> None:
    kinds = "".join(f"\n{number}. Выдача билета на сбор клюквы на участке {number};" for number in range(1, 25))
    head = TABLE.replace("\n&quot;Выдача билета на сбор клюквы&quot;\n", "\n").replace(
        "<tr>\n<td>1</td>",
        f'<tr>\n<td colspan="3">«Выдача билета на сбор клюквы»</td>\n</tr>\n<tr>\n<td colspan="3">\n'
        f"Наименование подвида государственной услуги:{kinds}\n</td>\n</tr>\n<tr>\n<td>1</td>",
    )
    (mention,) = extract_document(read_act(head, Language.RU)).mentions
    assert mention.name_ru == "Выдача билета на сбор клюквы"


def test_a_row_with_an_unknown_label_is_reported() -> None:
    found = extract_document(read_act(TABLE, Language.RU))
    assert ["Цвет билета" in issue.message for issue in found.issues] == [True]


def test_a_term_that_cannot_be_read_is_reported() -> None:
    found = extract_document(
        read_act(
            TABLE.replace(
                "1) выдача билета – 3 рабочих дня;\n2) выдача дубликата – 1 рабочий день.", "по мере готовности"
            ),
            Language.RU,
        )
    )
    assert "deadline.unread" in [issue.code for issue in found.issues]


def test_points_of_an_older_standard_give_statements() -> None:
    found = extract_document(read_act(STANDARD.format(name="Құдық қазуға рұқсат беру", days=6), Language.KK))
    (mention,) = found.mentions
    assert mention.name_kk == "Құдық қазуға рұқсат беру"
    assert values(found, Attribute.PROVIDER) == ["аудан әкімдігі"]
    assert [str(item.value.value) for item in found.statements if isinstance(item.value, Deadline)] == ["6"]


def test_two_standards_of_one_text_are_two_services_with_their_own_terms() -> None:
    text = (
        STANDARD.format(name="Құдық қазуға рұқсат беру", days=6)
        + STANDARD.format(name="Тоған салуға рұқсат беру", days=11).split("\n", 2)[2]
    )
    found = extract_document(read_act(text, Language.KK))
    terms = {item.service: str(item.value.value) for item in found.statements if isinstance(item.value, Deadline)}
    names = {mention.key: mention.name_kk for mention in found.mentions}
    assert {names[key]: days for key, days in terms.items()} == {
        "Құдық қазуға рұқсат беру": "6",
        "Тоған салуға рұқсат беру": "11",
    }


def test_a_code_belongs_to_the_annex_that_prints_it() -> None:
    second = TABLE.replace("Приложение 2", "Приложение 3").replace("клюквы", "брусники")
    text = TABLE + "\n\n" + second.replace("Зелёный", "Зелёный. Код услуги: 99900077")
    found = extract_document(read_act(text, Language.RU))
    codes = {mention.name_ru: mention.codes for mention in found.mentions}
    assert codes == {
        "Выдача билета на сбор клюквы": {},
        "Выдача билета на сбор брусники": {"registry": "99900077"},
    }


def test_a_changed_number_changes_no_key() -> None:
    before = extract_document(read_act(TABLE, Language.RU)).mentions[0].key
    after = extract_document(read_act(TABLE.replace("3 рабочих", "4 рабочих"), Language.RU)).mentions[0].key
    assert before == after


def test_terms_of_a_change_are_not_terms_of_the_service() -> None:
    note = "> *Ескерту. 2-тармақ өзгертілді – 05.06.2030 № 99 бұйрық (10 күнтізбелік күн өткен соң енгізіледі).*\n\n3."
    text = STANDARD.format(name="Құдық қазуға рұқсат беру", days=6).replace("3.", note, 1)
    found = extract_document(read_act(text, Language.KK))
    assert [str(item.value.value) for item in found.statements if isinstance(item.value, Deadline)] == ["6"]


def test_a_row_of_other_requirements_keeps_every_sentence() -> None:
    row = "Иные требования</td>\n<td>Адреса мест оказания услуги размещены на сайте. Вход в лес свободный.</td>"
    found = extract_document(read_act(TABLE.replace("Цвет билета</td>\n<td>Зелёный</td>", row), Language.RU))
    kept = [item.evidence.quote for item in found.statements if item.attribute is Attribute.OTHER_REQUIREMENT]
    assert kept == ["Адреса мест оказания услуги размещены на сайте", "Вход в лес свободный"]
