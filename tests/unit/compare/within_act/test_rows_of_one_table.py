from kb.compare.within_act.opposed_wording import find_opposed
from tests.unit.compare.within_act.invented_acts import DOCUMENTS, REFUSAL, RULES, TERM, found, table


def reasons(*texts: str) -> list[str]:
    return [reason for reason, _, _ in found(find_opposed, *texts)]


def test_a_duplicate_that_is_no_kind_of_the_service() -> None:
    kinds = "2. Подвиды услуги: выдача паспорта и переоформление паспорта{more}.\n\n"
    steps = "3. При выдаче дубликата паспорта исполнитель печатает его на бланке.\n\n"
    assert reasons(RULES + kinds.format(more="") + steps + table({})) == ["duplicate_not_offered"]
    assert reasons(RULES + kinds.format(more=", выдача дубликата") + steps + table({})) == []


def test_a_refusal_for_documents_that_nobody_asks_for() -> None:
    ground = {REFUSAL: "1) представленные документы недостоверны;"}
    assert reasons(RULES + table(ground | {DOCUMENTS: "Представление документов не требуется."})) == [
        "nothing_asked_and_refused"
    ]
    assert reasons(RULES + table(ground)) == []


def test_one_term_from_two_events() -> None:
    head = "со дня сдачи пакета документов услугодателю:\n"
    assert reasons(RULES + table({TERM: head + "выдача – 3 рабочих дня со дня поступления заявления."})) == [
        "two_starts_of_term"
    ]
    assert reasons(RULES + table({TERM: head + "выдача паспорта – 3 рабочих дня."})) == []


def test_rules_without_their_table_tell_the_channels_by_their_point() -> None:
    hand_in = "2. Прием заявления и выдача результата осуществляются посредством веб-портала www.egov.kz.\n\n"
    complaint = "3. Жалоба, поступившая в адрес Государственной корпорации, рассматривается за 5 дней.\n\n"
    assert reasons(RULES + hand_in + complaint) == ["complaint_on_corporation"]
    both = hand_in.replace("посредством", "через Государственную корпорацию и посредством")
    assert reasons(RULES + both + complaint) == []
