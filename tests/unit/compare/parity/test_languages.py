"""Both texts of an act, clause by clause."""

from dataclasses import replace

from kb.compare.parity import ParityDifference, ParityKind, compare_languages
from kb.model import Language
from tests.unit.compare.parity.parity_texts import document_of

KAZAKH = """# Қайықты жалға беру қағидалары

1. Қайықты жалға беруді айлақ жүргізеді.

2. Қайық 3 жұмыс күні ішінде беріледі.

3. Қайықты жалға алу үшін мыналар ұсынылады:

1) белгіленген нысандағы өтініш;

2) жүзе білетінін растайтын құжаттың көшірмесі;

3) кепілзат төлегені туралы түбіртек.

4. Мынадай адамдарға:

1) жүзе алатындығын растамаған адамдарға;

2) бұрын қайықты уақытында қайтармаған адамдарға қайық берілмейді.

5. Жалға алу үшін 0,5 АЕК төленеді.
"""
RUSSIAN = """# Правила проката лодок

1. Прокат лодок ведёт пристань.

2. Лодка выдаётся в течение 3 рабочих дней.

3. Для проката лодки представляются:

1) заявление установленной формы;

2) копия документа, подтверждающего умение плавать;

3) квитанция об уплате залога.

4. Лодка не выдаётся следующим лицам:

1) лицам, не подтвердившим умение плавать;

2) лицам, ранее не вернувшим лодку в срок.

5. За прокат уплачивается 0,5 МРП.
"""


def _compare(kk: str, ru: str) -> tuple[ParityDifference, ...]:
    return compare_languages(document_of(kk), document_of(ru, Language.RU))


def test_texts_that_say_the_same_do_not_differ() -> None:
    assert _compare(KAZAKH, RUSSIAN) == ()


def test_a_difference_stands_in_its_clause_with_the_words_of_both_texts() -> None:
    russian = RUSSIAN.replace("3 рабочих дней", "8 рабочих дней")
    (found,) = _compare(KAZAKH, russian)
    assert (found.kind, found.kk.clause, found.ru.clause) == (ParityKind.TERM, "point-2", "point-2")
    assert document_of(KAZAKH).text[found.kk.start : found.kk.end] == "3 жұмыс күні"
    assert document_of(russian, Language.RU).text[found.ru.start : found.ru.end] == "8 рабочих дней"


def test_a_side_without_words_of_it_is_its_whole_clause() -> None:
    (found,) = _compare(KAZAKH.replace("құжаттың көшірмесі", "құжат"), RUSSIAN)
    text = document_of(KAZAKH.replace("құжаттың көшірмесі", "құжат")).text
    assert (found.kind, found.kk_values, found.ru_values) == (ParityKind.DOCUMENT_FORM, (), ("copy",))
    assert text[found.kk.start : found.kk.end] == "2) жүзе білетінін растайтын құжат;"


def test_an_item_that_one_text_lacks_is_told_beside_the_item_before_it() -> None:
    dropped = RUSSIAN.replace("2) копия документа, подтверждающего умение плавать;\n\n", "")
    (found,) = _compare(KAZAKH, dropped)
    assert (found.kind, found.kk_values, found.ru_values) == (ParityKind.LIST_ITEM, ("point-3/sub-2",), ())
    assert (found.kk.clause, found.ru.clause) == ("point-3/sub-2", "point-3/sub-1")


def test_the_denial_of_a_list_may_stand_in_its_head_or_in_its_last_item() -> None:
    # the Kazakh verb that denies stands in the last item of point 4, the Russian one in its head
    assert ParityKind.NEGATION not in {one.kind for one in _compare(KAZAKH, RUSSIAN)}


def test_a_dropped_denial_is_found_all_the_same() -> None:
    found = _compare(KAZAKH.replace("5. Жалға алу үшін", "5. Балалар төлемейді. Жалға алу үшін"), RUSSIAN)
    assert [(one.kind, one.kk.clause) for one in found] == [(ParityKind.NEGATION, "point-5")]


def test_a_split_paragraph_is_no_difference() -> None:
    kazakh = KAZAKH.replace(
        "2. Қайық 3 жұмыс күні ішінде беріледі.",
        "2. Қайық 3 жұмыс күні ішінде беріледі. Мерзім өтінімдер көп болса 2 күнтізбелік күнге ұзартылады.",
    )
    russian = RUSSIAN.replace(
        "2. Лодка выдаётся в течение 3 рабочих дней.",
        "2. Лодка выдаётся в течение 3 рабочих дней.\n\n"
        "При большом числе заявок срок продлевается на 2 календарных дня.",
    )
    assert _compare(kazakh, russian) == ()


def test_notes_of_the_editors_are_not_compared() -> None:
    noted = RUSSIAN + "\n> *Сноска. Пункт 5 в редакции приказа от 5 мая 2031 года № 17 (не применяется 8 дней).*\n"
    assert _compare(KAZAKH, noted) == ()


def test_order_of_differences_is_that_of_the_text() -> None:
    russian = RUSSIAN.replace("0,5 МРП", "2 МРП").replace("3 рабочих дней", "8 рабочих дней")
    assert [one.kk.clause for one in _compare(KAZAKH, russian)] == ["point-2", "point-5"]


def test_empty_texts_do_not_differ() -> None:
    empty = document_of(" ")
    assert compare_languages(empty, replace(empty, language=Language.RU)) == ()


def test_and_or_in_one_text_only_is_told() -> None:
    kk, ru = (KAZAKH + "\n6. Ескек пен желкен беріледі.", RUSSIAN + "\n6. Выдаются вёсла и (или) парус.")
    (found,) = _compare(kk, ru)
    assert (found.kind, found.kk_values, found.ru_values) == (ParityKind.CONJUNCTION, (), ("and_or",))


def test_or_leaves_the_choice_of_and_or() -> None:
    assert _compare(KAZAKH + "\n6. Ескек немесе желкен беріледі.", RUSSIAN + "\n6. Выдаются вёсла и (или) парус.") == ()


def test_what_one_phrase_names_is_one_difference() -> None:
    kk, ru = (KAZAKH + "\n6. Жауап жіберіледі.", RUSSIAN + "\n6. Ответ направляется в личный кабинет на портале.")
    (found,) = _compare(kk, ru)
    assert (found.kind, found.ru_values) == (ParityKind.CHANNEL, ("portal",))


def test_a_passage_that_was_not_translated_is_not_compared() -> None:
    left = "\n6. Пристань работает круглосуточно, за исключением технических перерывов"
    assert _compare(KAZAKH + left + " озера.", RUSSIAN + left + " озера, о которых сообщает аким.") == ()


def test_whom_to_ask_may_stand_in_the_sentence_beside() -> None:
    kk = f"{KAZAKH}\n6. Айлақ туралы:\n\nқайықты кім алғаны байланыс орталығынан сұралады;\n\nнөмірі есікте ілулі."
    ru = (
        f"{RUSSIAN}\n6. О пристани:\n\nкто взял лодку, спрашивают у смотрителя;\n\nномер контакт-центра висит на двери."
    )
    assert _compare(kk, ru) == ()


def test_items_that_stand_together_in_one_text_are_one_difference() -> None:
    items = "2) ескектің бүтіндігі туралы айлақтың анықтамасы;\n\n2-1) желкеннің бүтіндігі туралы шебердің анықтамасы;"
    kk = KAZAKH.replace("2) жүзе", f"{items}\n\n2-2) жүзе")
    (found,) = [one for one in _compare(kk, RUSSIAN) if one.kind is ParityKind.LIST_ITEM]
    assert len(found.kk_values) == 2
    assert found.ru_values == ()


def test_heads_of_annexes_name_what_they_belong_to() -> None:
    kk = KAZAKH + "\n> *Қайықты жалға беру қағидаларына*\n> *1-қосымша*\n\n## Өтініш\n"
    ru = RUSSIAN + "\n> *Приложение 1*\n> *к стандарту проката лодок*\n\n## Заявление\n"
    assert ParityKind.PART in {one.kind for one in _compare(kk, ru)}
