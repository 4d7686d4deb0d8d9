from kb.compare.within_act.contacts import find_contact_clashes
from kb.compare.within_act.obtained_documents import find_obtained_documents
from kb.compare.within_act.repeats import find_repeats
from kb.compare.within_act.told_names import find_name_clashes
from tests.unit.compare.within_act.invented_acts import DOCUMENTS, NAME, OTHER, REFUSAL, RULES, found, table

CENTRE = "Единый контакт-центр: {phone}."


def test_a_free_number_that_lost_a_digit() -> None:
    whole, short = CENTRE.format(phone="8 800 080 7777"), CENTRE.format(phone="8-800-080-777")
    (clash,) = found(find_contact_clashes, RULES + table({OTHER: f"{whole}\n{short}"}))
    assert clash[0] == "phone_in_two_ways"
    assert (
        found(find_contact_clashes, RULES + table({OTHER: f"{whole}\n{CENTRE.format(phone='8-800-080-7777')}"})) == []
    )


def test_two_short_numbers_of_one_centre() -> None:
    rows = {OTHER: f"{CENTRE.format(phone='1414')}\n{CENTRE.format(phone='1411')}"}
    assert [one[0] for one in found(find_contact_clashes, RULES + table(rows))] == ["phone_in_two_ways"]


def test_a_site_with_and_without_its_state_domain() -> None:
    site = "Телефоны указаны на интернет-ресурсе {site} услугодателя."
    rows = {OTHER: f"{site.format(site='www.prichal.kz')}\n{site.format(site='www.prichal.gov.kz')}"}
    assert [one[0] for one in found(find_contact_clashes, RULES + table(rows))] == ["site_in_two_ways"]
    other = {OTHER: f"{site.format(site='www.prichal.kz')}\n{site.format(site='www.gavan.gov.kz')}"}
    assert found(find_contact_clashes, RULES + table(other)) == []


def test_letters_of_an_abbreviation_in_another_order() -> None:
    rows = {OTHER: "Данные хранит ГРПС.\nДанные выдает ГПРС."}
    assert [one[0] for one in found(find_contact_clashes, RULES + table(rows))] == ["abbreviation_in_two_ways"]


def test_a_service_under_two_names() -> None:
    point = "2. Государственная услуга «Выдача свидетельства на рыболовный причал» оказывается комитетом.\n\n"
    (clash,) = found(find_name_clashes, RULES + point + table({}))
    assert clash[0] == "name_in_two_ways"
    assert "свидетельства" in clash[2]
    same = f"2. Государственная услуга «{NAME}» оказывается комитетом.\n\n"
    assert found(find_name_clashes, RULES + same + table({})) == []


def test_a_title_and_a_table_with_the_other_name() -> None:
    renamed = RULES + table({}).replace("паспорта на рыболовный", "паспорта на грузовой")
    (clash,) = found(find_name_clashes, renamed)
    assert "рыболовный" in clash[1]
    assert "грузовой" in clash[2]


def test_a_name_with_one_word_more() -> None:
    longer = "2. Услуга «Выдача паспорта на рыболовный причал и на малое судно при причале» платная.\n\n"
    more = longer.replace("малое судно", "малое парусное судно")
    assert found(find_name_clashes, f"## Правила\n\n{longer}{longer.replace('2.', '3.')}") == []
    texts = longer.replace("Услуга", "Государственная услуга") + more.replace("2. Услуга", "3. Государственная услуга")
    assert [one[0] for one in found(find_name_clashes, f"## Правила\n\n{texts}")] == ["name_in_two_ways"]


def test_a_repealed_act_may_have_called_the_service_otherwise() -> None:
    point = (
        "2. Признать утратившим силу приказ «Об утверждении стандарта государственной услуги "
        "«Выдача свидетельства на рыболовный причал».\n\n"
    )
    assert found(find_name_clashes, RULES + point + table({})) == []


def test_a_document_asked_for_and_obtained() -> None:
    gets = "Сведения о документе, удостоверяющем личность, услугодатель получает из государственных систем."
    rows = {DOCUMENTS: f"1) документ, удостоверяющий личность;\n{gets}"}
    assert [one[0] for one in found(find_obtained_documents, RULES + table(rows))] == ["asked_and_obtained"]
    shown = {DOCUMENTS: f"1) документ, удостоверяющий личность (для идентификации);\n{gets}"}
    assert found(find_obtained_documents, RULES + table(shown)) == []


def test_one_ground_told_twice() -> None:
    first = "установлена недостоверность чертежей, планов и расчетов, представленных заявителем для получения лицензии;"
    again = (
        "установление недостоверности чертежей, планов и расчетов, представленных услугополучателем для получения "
        "государственной услуги;"
    )
    (clash,) = found(find_repeats, RULES + table({REFUSAL: f"1) нет причала;\n2) {first}\n3) {again}"}))
    assert clash[0] == "ground_told_twice"
    apart = f"для первых:\n1) {first}\nдля вторых:\n1) {again}"
    assert found(find_repeats, RULES + table({REFUSAL: apart})) == []


def test_a_number_of_two_items() -> None:
    cell = "1) заявление;\n2) план;\n2) чертеж."
    assert [one[0] for one in found(find_repeats, RULES + table({DOCUMENTS: cell}))] == ["number_of_two_items"]


def test_a_number_of_two_points() -> None:
    points = (
        "2. Причал осматривают.\n\n### Глава 2. Жалобы\n\n2. Жалобу подают руководителю.\n\n3. Иск подают в суд.\n\n"
    )
    (clash,) = found(find_repeats, RULES + points + table({}))
    assert clash[0] == "number_of_two_points"


def test_a_point_told_twice_word_for_word() -> None:
    point = (
        "{number}. Услугополучатель подает заявление через портал, где в его личный кабинет приходит уведомление с "
        "датой, временем и местом получения паспорта причала, а при отказе – с его основаниями и порядком жалобы.\n\n"
    )
    (clash,) = found(find_repeats, RULES + point.format(number=2) + point.format(number=3))
    assert clash[0] == "point_told_twice"
    assert clash[2].startswith("3. Услугополучатель")
    other = point.format(number=3).replace("причала", "гавани")
    assert found(find_repeats, RULES + point.format(number=2) + other) == []
