from kb.compare.within_act.annexes import find_annex_clashes
from tests.unit.compare.within_act.invented_acts import RULES, found, table

REQUIREMENTS = "2. Перечень основных требований изложен согласно приложению {number} к настоящим Правилам.\n\n"
APPLICATION = "3. Услугополучатель подает заявление по форме согласно приложению {number} к настоящим Правилам.\n\n"
RECEIPT = (
    "4. Работник выдает расписку о приеме документов по форме согласно приложению {number} к настоящим Правилам.\n\n"
)
FORM = "> *Приложение {number}*  \n> *к {owner} оказания государственной услуги*\n\n## {title}\n\nПрошу паспорт.\n\n"


def form(number: int, title: str, owner: str = "Правилам") -> str:
    return FORM.format(number=number, title=title, owner=owner)


def reasons(text: str) -> list[str]:
    return [reason for reason, _, _ in found(find_annex_clashes, text)]


def test_citations_that_fit_are_silent() -> None:
    points = REQUIREMENTS.format(number=1) + APPLICATION.format(number=2)
    assert reasons(RULES + points + table({}) + form(2, "Заявление")) == []


def test_one_number_for_two_forms() -> None:
    points = APPLICATION.format(number=2) + RECEIPT.format(number=2)
    (clash,) = found(find_annex_clashes, RULES + points + table({}))
    assert clash[0] == "annex_of_two_forms"
    assert "заявление" in clash[1]
    assert "расписку" in clash[2]


def test_an_annex_that_is_another_form() -> None:
    text = RULES + APPLICATION.format(number=2) + table({}) + form(2, "Расписка о приеме документов")
    assert reasons(text) == ["annex_is_another_form"]


def test_a_form_that_stands_under_another_number() -> None:
    text = RULES + APPLICATION.format(number=4) + table({}) + form(2, "Заявление")
    assert reasons(text) == ["form_under_another_number"]


def test_an_annex_of_the_rules_headed_as_of_the_standard() -> None:
    text = RULES + APPLICATION.format(number=2) + table({}) + form(2, "Заявление", "Стандарту")
    assert reasons(text) == ["annex_of_another_act"]


def test_two_annexes_under_one_number() -> None:
    assert reasons(RULES + table({}) + form(2, "Заявление") + form(2, "Опись")) == ["number_of_two_annexes"]


def test_a_citation_whose_number_the_second_annex_lost() -> None:
    lost = "3. Выписка выдается согласно приложению 2 к настоящим Правилам.\n\n"
    text = RULES + lost + table({}) + form(1, "Выписка")
    assert sorted(reasons(text)) == ["form_under_another_number", "number_of_two_annexes"]


def test_an_annex_without_a_number_cited_by_one() -> None:
    header = table({}).replace("> *Приложение 1*", "> *Приложение*")
    (clash,) = found(find_annex_clashes, RULES + REQUIREMENTS.format(number=1) + header)
    assert clash[0] == "form_under_another_number"
