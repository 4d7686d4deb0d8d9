from kb.compare.within_act.case_terms import find_term_clashes
from tests.unit.compare.within_act.invented_acts import RULES, TERM, found, table

CASES = "1) выдача лицензии – 5 (пять) рабочих дней;\n2) переоформление лицензии – {days} рабочих дня."
REISSUE = (
    "2. Услугодатель направляет результат:\n\n   1) переоформление лицензии – в течение 3 (трех) рабочих дней;\n\n"
)
NOTICE = (
    "3. Уведомление о заслушивании направляется не менее чем за 3 (три) рабочих дня до завершения срока услуги.\n\n"
)


def reasons(text: str) -> list[str]:
    return [reason for reason, _, _ in found(find_term_clashes, text)]


def test_one_term_in_the_rules_and_another_in_the_table() -> None:
    (clash,) = found(find_term_clashes, RULES + REISSUE + table({TERM: CASES.format(days="2 (два)")}))
    assert clash[0] == "term_of_point"
    assert clash[2].startswith("2) переоформление лицензии")
    assert reasons(RULES + REISSUE + table({TERM: CASES.format(days="3 (три)")})) == []


def test_a_step_of_a_performer_is_not_the_term_of_the_service() -> None:
    step = "2. Исполнитель готовит проект переоформленной лицензии в течение 1 (одного) рабочего дня.\n\n"
    assert reasons(RULES + step + table({TERM: CASES.format(days="3 (три)")})) == []


def test_a_hearing_needs_a_term_that_has_room_for_its_notice() -> None:
    assert reasons(RULES + NOTICE + table({TERM: "Срок оказания – 4 (четыре) рабочих дня."})) == ["no_room_for_hearing"]
    assert reasons(RULES + NOTICE + table({})) == []


def test_a_case_with_steps_and_without_a_term() -> None:
    steps = (
        "2. При выдаче дубликата лицензии:\n\n   1) исполнитель печатает дубликат в течение 2 (двух) рабочих дней;\n\n"
    )
    (clash,) = found(find_term_clashes, RULES + steps + table({TERM: CASES.format(days="3 (три)")}))
    assert clash[0] == "case_without_term"
    assert clash[1].startswith("2. При выдаче дубликата")
    told = {TERM: CASES.format(days="3 (три)") + "\n3) выдача дубликата – 2 (два) рабочих дня."}
    assert reasons(RULES + steps + table(told)) == []


def test_a_line_that_lacks_its_term() -> None:
    lines = "1) со дня сдачи пакета услугодателю – 20 рабочих дней;\n2) со дня сдачи пакета на портал:"
    assert reasons(RULES + table({TERM: lines})) == ["term_left_out"]
    assert reasons(RULES + table({TERM: lines + "\nвыдача паспорта – 15 рабочих дней."})) == []


def test_one_check_of_completeness_in_two_terms() -> None:
    checked = "2. Услугодатель проверяет полноту документов в течение {check} рабочего дня.\n\n"
    refused = "3. При неполном пакете услугодатель в течение 2 (двух) рабочих дней отказывает в приеме.\n\n"
    assert reasons(RULES + checked.format(check="1 (одного)") + refused + table({})) == [
        "completeness_checked_in_two_terms"
    ]
    assert reasons(RULES + checked.format(check="2 (второго)").replace("рабочего дня", "рабочих дней") + refused) == []


def test_a_term_at_the_portal_told_longer_in_the_rules() -> None:
    point = "2. Срок оказания государственной услуги в пункте здравоохранения и через портал – 3 (три) часа.\n\n"
    row = "1) на причале – 3 (три) часа;\n2) через портал – {minutes} минут."
    assert reasons(RULES + point + table({TERM: row.format(minutes="30 (тридцать)")})) == ["term_of_point"]
    assert reasons(RULES + point + table({TERM: "через портал – 3 (три) часа."})) == []


def test_a_note_behind_a_line_without_a_term_does_not_go_on_with_it() -> None:
    lines = "1) со дня сдачи пакета услугодателю – 20 рабочих дней;\n2) со дня сдачи пакета на портал:"
    note = "\nпри обращении к услугодателю день приема не входит в срок услуги."
    assert reasons(RULES + table({TERM: lines + note})) == ["term_left_out"]


def test_steps_that_fill_the_term_leave_no_day_for_a_hearing() -> None:
    steps = (
        "2. Комитет осматривает причал в течение {days} рабочих дней.\n\n"
        "3. Комитет оформляет паспорт в течение двух рабочих дней.\n\n"
        "4. Уведомление о заслушивании направляют не позднее чем за три рабочих дня до принятия решения.\n\n"
    )
    full = RULES + steps.format(days="десяти") + table({})
    assert [one[0] for one in found(find_term_clashes, full)] == ["no_room_for_hearing"]
    assert found(find_term_clashes, RULES + steps.format(days="пяти") + table({})) == []
