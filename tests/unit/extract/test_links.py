"""References to clauses and acts, in texts made for these tests."""

import time
from datetime import date

import pytest

from kb.extract.links import Link, find_links
from kb.model import ActType, Document, Language
from tests.unit.extract.documents import read_act

KAZAKH_RULES = """> *Ойдан шығарылған министрдің*
> *2031 жылғы 5 мамырдағы*
> *№ 7001 бұйрығымен бекітілген*

## Көлік тіркеу қағидалары

### 1-тарау. Жалпы ережелер

1. Өтініш {words} беріледі.

2. Мерзім мынадай:

1) қалада – бір күн;

2) ауылда – екі күн.

3. Өтініш тексеріледі.

4. Нәтиже жіберіледі.

> *Көлік тіркеу*
> *қағидаларына*
> *1-қосымша*

## Өтініш

1. Нысан толтырылады.
"""

RUSSIAN_RULES = """> *Утверждены приказом*
> *Вымышленного министра*
> *от 5 мая 2031 года № 7001*

## Правила учета лодок

### Глава 1. Общие положения

1. Заявление подается {words}.

2. Срок таков:

1) в городе – один день;

2) в селе – два дня.

3. Заявление проверяется.

4. Результат направляется.

> *Приложение 1*
> *к Правилам учета лодок*

## Заявление

1. Форма заполняется.
"""


def _kazakh(words: str) -> tuple[Document, list[Link]]:
    return _links(KAZAKH_RULES.format(words=words), Language.KK)


def _russian(words: str) -> tuple[Document, list[Link]]:
    return _links(RUSSIAN_RULES.format(words=words), Language.RU)


def _links(text: str, language: Language) -> tuple[Document, list[Link]]:
    document = read_act(text, language)
    return document, [link for link in find_links(document) if (link.clause or "").endswith("point-1")]


@pytest.mark.parametrize(
    ("words", "targets"),
    [
        ("осы Қағидалардың 3-тармағына сәйкес", ["appendix/point-3"]),
        ("осы Қағидалардың 2-тармағының 2) тармақшасына сәйкес", ["appendix/point-2/sub-2"]),
        (
            "осы Қағидалардың 2, 3 және 4-тармақтарына сәйкес",
            ["appendix/point-2", "appendix/point-3", "appendix/point-4"],
        ),
        ("осы Қағидалардың 2-4-тармақтарына сәйкес", ["appendix/point-2", "appendix/point-3", "appendix/point-4"]),
        ("осы Қағидаларға 1-қосымшаға сәйкес", ["annex-1"]),
        ("осы Қағидалардың 9-тармағына сәйкес", [None]),
        ("3-тармаққа сәйкес", ["appendix/point-3"]),
        ("Қағидаларға 1-қосымшаға сәйкес", ["annex-1"]),
        (
            "осы Қағидалардың 2-ден 4-ке дейінгі тармақтарына сәйкес",
            ["appendix/point-2", "appendix/point-3", "appendix/point-4"],
        ),
    ],
)
def test_kazakh_addresses_in_the_same_rules(words: str, targets: list[str | None]) -> None:
    _, links = _kazakh(words)
    assert [link.target for link in links] == targets
    assert [link.dangling for link in links] == [target is None for target in targets]


@pytest.mark.parametrize(
    ("words", "targets"),
    [
        ("согласно пункту 3 настоящих Правил", ["appendix/point-3"]),
        ("согласно подпункту 2) пункта 2 настоящих Правил", ["appendix/point-2/sub-2"]),
        (
            "согласно подпункту 1) пункта 2, пункту 4 настоящих Правил",
            ["appendix/point-2/sub-1", "appendix/point-4"],
        ),
        ("согласно пунктам 2, 3 и 4 настоящих Правил", ["appendix/point-2", "appendix/point-3", "appendix/point-4"]),
        ("согласно пунктам 2-4 настоящих Правил", ["appendix/point-2", "appendix/point-3", "appendix/point-4"]),
        ("согласно части второй пункта 3 настоящих Правил", ["appendix/point-3"]),
        ("согласно приложению 1 к настоящим Правилам", ["annex-1"]),
        ("согласно пункту 9 настоящих Правил", [None]),
        ("согласно приложению 1 к Правилам", ["annex-1"]),
        (
            "согласно пунктам с 2 по 4 настоящих Правил",
            ["appendix/point-2", "appendix/point-3", "appendix/point-4"],
        ),
    ],
)
def test_russian_addresses_in_the_same_rules(words: str, targets: list[str | None]) -> None:
    _, links = _russian(words)
    assert [link.target for link in links] == targets
    assert [link.dangling for link in links] == [target is None for target in targets]


@pytest.mark.parametrize(
    ("words", "language", "kind", "title", "path"),
    [
        ("Кодекстің 501-бабына сәйкес", Language.KK, ActType.CODE, None, (("article", "501"),)),
        (
            "«Лодкалар туралы» Қазақстан Республикасы Заңының 10-бабының 2-тармағына сәйкес",
            Language.KK,
            ActType.LAW,
            "Лодкалар туралы",
            (("article", "10"), ("point", "2")),
        ),
        ("согласно статье 501 Кодекса", Language.RU, ActType.CODE, None, (("article", "501"),)),
        (
            "согласно подпункту 3) пункта 2 статьи 10 Закона Республики Казахстан «О лодках»",
            Language.RU,
            ActType.LAW,
            "О лодках",
            (("article", "10"), ("point", "2"), ("sub", "3")),
        ),
    ],
)
def test_clauses_of_acts_that_are_named(
    words: str, language: Language, kind: ActType, title: str | None, path: tuple[tuple[str, str], ...]
) -> None:
    document, links = _kazakh(words) if language is Language.KK else _russian(words)
    (link,) = links
    assert link.act is not None
    assert (link.act.type, link.act.title) == (kind, title)
    assert link.path == path
    assert link.target is None
    assert not link.dangling
    assert document.text[link.start : link.end] in words


def test_a_clause_of_a_numbered_act_keeps_number_and_day() -> None:
    _, links = _russian("согласно пункту 6 приказа Вымышленного министра от 3 июня 2030 года № 7002")
    (link,) = links
    assert link.act is not None
    assert (link.act.number, link.act.date, link.path) == ("7002", date(2030, 6, 3), (("point", "6"),))


def test_rules_that_do_not_have_the_clause_are_others() -> None:
    _, links = _russian("согласно приложению 7 к Правилам")
    assert [(link.act and link.act.type, link.target) for link in links] == [(ActType.RULES, None)]


def test_a_numbered_act_alone_is_a_link_without_a_path() -> None:
    _, links = _kazakh("2030 жылғы 3 маусымдағы № 7002 бұйрыққа сәйкес")
    (link,) = links
    assert link.act is not None
    assert (link.act.number, link.act.date, link.path) == ("7002", date(2030, 6, 3), ())


def test_words_of_a_link_are_the_words_of_the_text() -> None:
    document, links = _russian("согласно пунктам 2, 3 и 4 настоящих Правил")
    assert [document.text[link.start : link.end] for link in links] == ["пунктам 2", "3", "4 настоящих Правил"]


def test_headings_do_not_point_at_themselves() -> None:
    document = read_act(RUSSIAN_RULES.format(words="лично"), Language.RU)
    assert [link for link in find_links(document) if link.target == link.clause] == []
    assert [link for link in find_links(document) if link.path and link.path[0][0] == "annex"] == []


@pytest.mark.parametrize("language", [Language.KK, Language.RU])
@pytest.mark.parametrize("words", ["1, ", "1-", "1) ", "осы а ", "« ", "пункт 1, ", "кодекс "])
def test_the_worst_text_takes_time_in_line_with_its_length(words: str, language: Language) -> None:
    document = read_act(words * (100_000 // len(words)), language)
    start = time.process_time()
    find_links(document)
    assert time.process_time() - start < 6
