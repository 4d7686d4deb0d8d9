"""Checklists of documents; the services are invented, their lists are read by the rooms that read real ones."""

import pytest

from kb.answer.calculators.checklist import Checklist, Need, Reason
from kb.answer.calculators.documents import document_checklist
from kb.answer.documents.item_names import item_name
from kb.answer.documents.wanted import read_wanted, wanted_of
from kb.model import Attribute, ChannelCode, Language, Statement
from tests.unit.extract.list_reading import read_list

KK, RU = Language.KK, Language.RU

PASSPORT = read_list(
    "Государственной корпорации:\n1) заявление по форме согласно приложению 2 к Правилам;\n"
    "2) документ об уплате сбора, за исключением оплаты через шлюз;\n"
    "3) нотариально удостоверенная доверенность, в случае обращения представителя физического лица;\n"
    "доверенность за подписью руководителя юридического лица, в случае обращения представителя;\n"
    "4) справка об ульях (при наличии);\n"
    "5) договор пасеки (при продаже пасеки).\n"
    "на портал:\n1) электронный запрос;\n2) скан карты пасеки.",
    RU,
    Attribute.DOCUMENT,
)
LICENCE = read_list(
    "для получения лицензии:\n1) заявление физического лица;\nзаявление юридического лица;\n"
    "2) форма сведений о соответствии пасеки требованиям для осуществления деятельности по откачке мёда;\n"
    "форма сведений о соответствии пасеки требованиям для осуществления деятельности по перевозке ульев;\n"
    "для переоформления лицензии, кроме случаев реорганизации юридического лица:\n"
    "1) заявление о переоформлении;\n2) копии документов об изменениях;\n"
    "при реорганизации юридического лица:\n1) решение о реорганизации.",
    RU,
    Attribute.DOCUMENT,
)
HIVES = read_list(
    "1) өтініш;\n2) мына құжаттардың бірі:\nомарта паспорты (ұя куәлігін жоғалтқан кезде);\n"
    "ұя куәлігі (омарта паспортын ауыстырған кезде).",
    KK,
    Attribute.DOCUMENT,
)


def asked(statements: list[Statement], question: str) -> Checklist:
    return document_checklist(statements, read_wanted(question))


def listed(checklist: Checklist) -> list[str]:
    return [item_name(item.statement, 90) for item in checklist.items if item.listed]


def test_a_channel_that_is_named_has_its_own_list() -> None:
    assert listed(asked(PASSPORT, "Какие документы приложить на портал?")) == [
        "электронный запрос",
        "скан карты пасеки",
    ]
    assert listed(asked(PASSPORT, "Какие документы нести в ЦОН?")) == [
        "заявление",
        "документ об уплате сбора",
        "справка об ульях",
    ]


def test_documents_that_are_carried_go_to_a_counter() -> None:
    checklist = asked(PASSPORT, "Что взять с собой для учёта пасеки?")
    assert checklist.channels == {ChannelCode.STATE_CORPORATION}


def test_an_open_channel_is_asked_for_and_the_first_list_told() -> None:
    checklist = asked(PASSPORT, "Какие документы?")
    assert checklist.channels == {ChannelCode.STATE_CORPORATION}
    assert ChannelCode.EGOV_PORTAL in checklist.others
    assert Reason.CHANNEL in [one.asks for one in checklist.questions]


def test_a_representative_brings_the_document_of_the_one_who_is_represented() -> None:
    by_hand = asked(PASSPORT, "Какие документы в ЦОН?")
    powers = [one for one in by_hand.items if one.reason is Reason.REPRESENTATIVE]
    assert [one.need for one in powers] == [Need.IF, Need.IF]
    assert "нотариально удостоверенная доверенность" in listed(asked(PASSPORT, "Что нести в ЦОН за маму?"))
    for_firm = listed(asked(PASSPORT, "Мы ТОО, подаём через представителя в ЦОН, какие документы?"))
    assert [name for name in for_firm if name.startswith("доверенность")] == [
        "доверенность за подписью руководителя юридического лица"
    ]


def test_conditions_of_the_thing_stay_and_those_of_the_case_wait_for_it() -> None:
    checklist = asked(PASSPORT, "Какие документы в ЦОН?")
    told = {item_name(one.statement, 90): (one.need, one.reason, one.condition) for one in checklist.items}
    assert told["справка об ульях"] == (Need.IF, Reason.MILD, "при наличии")
    assert told["договор пасеки"] == (Need.IF, Reason.SPECIAL, "при продаже пасеки")
    assert "договор пасеки" in listed(asked(PASSPORT, "Продаю пасеку, какие документы в ЦОН?"))


def test_the_case_that_is_told_is_chosen_and_the_usual_one_otherwise() -> None:
    assert listed(asked(LICENCE, "Какие документы, чтобы переоформить лицензию?")) == [
        "заявление о переоформлении",
        "копии документов об изменениях",
    ]
    assert listed(asked(LICENCE, "Мы ТОО, реорганизация, какие документы?")) == ["решение о реорганизации"]
    open_case = asked(LICENCE, "Какие документы, физлицо?")
    assert open_case.case.chosen == "для получения лицензии"
    assert Reason.CASE in [one.asks for one in open_case.questions]


def test_what_is_denied_is_no_case() -> None:
    checklist = asked(LICENCE, "Переоформить лицензию без реорганизации, юрлицо, какие документы?")
    assert listed(checklist) == ["заявление о переоформлении", "копии документов об изменениях"]


def test_items_of_another_recipient_are_not_needed() -> None:
    checklist = asked(LICENCE, "Какие документы для лицензии, физлицо?")
    assert listed(checklist)[0] == "заявление физического лица"
    other = next(one for one in checklist.items if "заявление юридического" in one.statement.evidence.quote)
    assert (other.need, other.reason, other.condition) == (Need.NO, Reason.RECIPIENT, "legal_entity")


def test_a_sole_trader_is_a_natural_person_where_the_list_tells_no_more() -> None:
    first = listed(asked(LICENCE, "Какие документы для лицензии, я ИП?"))
    assert "заявление физического лица" in first
    assert not any("юридического лица" in name for name in first)


def test_of_forms_for_kinds_of_activity_the_one_that_is_told_is_listed() -> None:
    first = listed(asked(LICENCE, "Какие документы для лицензии, физлицо?"))
    assert len([name for name in first if name.startswith("форма сведений")]) == 1
    told = asked(LICENCE, "Какие документы для лицензии на перевозку ульев, физлицо?")
    forms = [one for one in told.items if one.listed and "форма сведений" in one.statement.evidence.quote]
    assert ["перевозке ульев" in one.statement.evidence.quote for one in forms] == [True]


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Ұя куәлігін жоғалттым, қандай құжат керек?", "омарта паспорты"),
        ("Омарта паспортын ауыстырамын, қандай құжат керек?", "ұя куәлігі"),
    ],
)
def test_of_items_of_which_one_is_enough_the_one_that_fits_is_listed(question: str, wanted: str) -> None:
    assert listed(asked(HIVES, question)) == ["өтініш", wanted]


def test_all_of_them_are_listed_where_nothing_is_told() -> None:
    checklist = asked(HIVES, "Қандай құжат керек?")
    assert listed(checklist) == ["өтініш", "омарта паспорты", "ұя куәлігі"]
    assert [one.reason for one in checklist.items] == [None, Reason.ONE_OF, Reason.ONE_OF]


def test_what_the_state_gets_by_itself_is_not_brought() -> None:
    statements = read_list(
        "1) заявление.\nСведения о регистрации пасеки услугодатель получает из государственной информационной системы.",
        RU,
        Attribute.DOCUMENT,
    )
    checklist = asked(statements, "Какие документы?")
    assert listed(checklist) == ["заявление"]
    assert [one.reason for one in checklist.items if one.need is Need.NO] == [Reason.STATE]


def test_separate_answers_give_the_same_list_as_a_question() -> None:
    wanted = wanted_of(name="", channel=ChannelCode.EGOV_PORTAL)
    assert listed(document_checklist(PASSPORT, wanted)) == ["электронный запрос", "скан карты пасеки"]
    told = wanted_of(name="", channel=ChannelCode.STATE_CORPORATION, recipient="individual", representative=True)
    assert len(listed(document_checklist(PASSPORT, told))) == 4


def test_no_documents_give_an_empty_checklist() -> None:
    checklist = asked([], "Какие документы?")
    assert (checklist.items, checklist.questions, checklist.channels) == ((), (), frozenset())


PAPERS = read_list(
    "1) заявление;\n2) один из следующих документов:\n"
    "паспорт пасеки (при обмене паспорта пасеки, утрате карты ульев пчеловодом);\n"
    "карта ульев (при обмене карты ульев, утрате паспорта пасеки пчеловодом);\n"
    "справка о переезде (при утрате паспорта пасеки пчеловодом на кочевье).",
    RU,
    Attribute.DOCUMENT,
)
HEIR = read_list(
    "1) заявление;\n2) согласие опекуна, при переезде пчеловода, не достигшего восемнадцати лет;\n"
    "3) копии документов о переменах, послуживших основанием для переоформления паспорта пасеки.",
    RU,
    Attribute.DOCUMENT,
)
KEEPER = read_list(
    "1) өтініш;\n2) егер омарташының мүддесін үшінші тұлға білдірген жағдайда сенімхат (салыстырып тексеру үшін).",
    KK,
    Attribute.DOCUMENT,
)


def test_of_several_papers_the_one_at_hand_is_told_and_not_the_lost_one() -> None:
    question = "Потерял паспорт пасеки на кочевье, вернулся со справкой о переезде, что нести?"
    assert listed(asked(PAPERS, question)) == ["заявление", "справка о переезде"]
    assert "паспорт пасеки" not in listed(asked(PAPERS, "Потерял паспорт пасеки, что нести?"))


def test_who_says_that_he_is_of_age_brings_nothing_of_minors() -> None:
    assert listed(asked(HEIR, "Я взрослый, что нести?")) == ["заявление"]


def test_what_is_the_ground_of_a_reissue_is_brought_for_a_reissue() -> None:
    papers = "копии документов о переменах"
    assert papers not in listed(asked(HEIR, "Что нести на паспорт пасеки?"))
    assert papers in listed(asked(HEIR, "Переоформить паспорт пасеки, что нести?"))


def test_what_a_paper_is_checked_for_is_no_condition() -> None:
    assert listed(asked(KEEPER, "Әжеме омарта паспортын аламын, қандай құжат керек?")) == ["өтініш", "сенімхат"]
    assert listed(asked(KEEPER, "Омарта паспортына қандай құжат керек?")) == ["өтініш"]


def test_an_ending_behind_a_hyphen_is_no_word() -> None:
    changed = read_list("1) өтініш;\n2) ұя деректері өзгерген жағдайда анықтама.", KK, Attribute.DOCUMENT)
    assert listed(asked(changed, "ХҚКО-дан алсам, қандай құжат керек?")) == ["өтініш"]


REISSUE = read_list(
    "для получения лицензии:\n1) заявление;\n2) электронные копии документов о переменах, послуживших основанием для "
    "переоформления;\nдля переоформления лицензии при реорганизации юридического лица:\n"
    "1) заявление о переоформлении;\n"
    "2) копии документов о переменах, послуживших основанием для переоформления.",
    RU,
    Attribute.DOCUMENT,
)


def test_a_condition_that_the_told_case_names_is_met() -> None:
    assert listed(asked(REISSUE, "Лицензия на пасеку, какие документы?")) == ["заявление"]
    assert listed(asked(REISSUE, "Лицензия на пасеку при реорганизации, какие документы?")) == [
        "заявление о переоформлении",
        "копии документов о переменах",
    ]


def test_a_condition_behind_an_electronic_copy_names_no_portal() -> None:
    assert asked(REISSUE, "Лицензия на пасеку, какие документы?").channels == frozenset()
