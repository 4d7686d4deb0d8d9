"""Texts of an act whose parts one of the languages keeps apart."""

from dataclasses import replace

from kb.compare.parity import pair_documents
from kb.model import Document, Language
from tests.unit.compare.parity.parity_texts import document_of

KEEPING_KK = """# 1-қосымша

1. Айлақта 12 қайық және 40 жейде бар.

2. Қайық 3 жұмыс күні ішінде беріледі.

3. Қайық 0,5 АЕК тұрады.

4. Айлақ 2031 жылғы 5 мамырда ашылады.

5. Айлақтың нөмірі 117.
"""
KEEPING_RU = """# Приложение 1

1. На пристани есть 12 лодок и 40 жилетов.

2. Лодка выдаётся в течение 3 рабочих дней.

3. Лодка стоит 0,5 МРП.

4. Пристань открывается 5 мая 2031 года.

5. Номер пристани 117.
"""
RULES_KK = """# 2-қосымша

1. Балық 21 қарашаға дейін ауланады.

2. Ау 77 метрден аспайды.

3. Рұқсат 9 жұмыс күні ішінде беріледі.

4. Рұқсат 4 АЕК тұрады.

5. Рұқсат 2033 жылғы 8 шілдеге дейін жарамды.
"""
RULES_RU = """# Приложение 2

1. Рыба ловится до 21 ноября.

2. Сеть не длиннее 77 метров.

3. Разрешение выдаётся в течение 9 рабочих дней.

4. Разрешение стоит 4 МРП.

5. Разрешение действует до 8 июля 2033 года.
"""


def _document(text: str, name: str, language: Language = Language.KK) -> Document:
    document = document_of(text, language)
    return replace(document, snapshot=replace(document.snapshot, digest=f"sha256:{name}", document=name))


def _names(kazakh: list[Document], russian: list[Document]) -> set[tuple[str, str]]:
    return {(kk.snapshot.document, ru.snapshot.document) for kk, ru in pair_documents(kazakh, russian)}


def test_each_text_stands_beside_the_one_that_says_the_same() -> None:
    kazakh = [_document(KEEPING_KK, "keeping"), _document(RULES_KK, "rules")]
    russian = [_document(RULES_RU, "pravila", Language.RU), _document(KEEPING_RU, "prokat", Language.RU)]
    assert _names(kazakh, russian) == {("keeping", "prokat"), ("rules", "pravila")}


def test_a_text_kept_whole_stands_beside_both_of_its_parts() -> None:
    kazakh = [_document(f"{KEEPING_KK}\n{RULES_KK}", "whole")]
    russian = [_document(RULES_RU, "pravila", Language.RU), _document(KEEPING_RU, "prokat", Language.RU)]
    assert _names(kazakh, russian) == {("whole", "pravila"), ("whole", "prokat")}


def test_another_edition_of_a_text_that_has_its_twin_stands_alone() -> None:
    older = _document(KEEPING_RU.replace("117", "116"), "older", Language.RU)
    kazakh, newer = [_document(KEEPING_KK, "keeping")], _document(KEEPING_RU, "prokat", Language.RU)
    assert _names(kazakh, [older, newer]) == {("keeping", "prokat")}


def test_texts_of_other_things_and_of_one_language_stand_alone() -> None:
    kazakh, russian = _document(KEEPING_KK, "keeping"), _document(RULES_RU, "pravila", Language.RU)
    assert _names([kazakh], [russian]) == set()
    assert _names([kazakh], []) == _names([], [russian]) == set()
