"""Editions, differences, both languages and references of acts, over texts made for these tests."""

from dataclasses import replace
from datetime import date

import pytest

from kb.model import Act, ActStatus, ActType, Document, Language
from kb.pipeline.acts import Acts
from kb.pipeline.errors import UnknownName
from kb.read import ChangeKind
from tests.act_base import act_document, acts_of

FIRST, SECOND = date(2030, 1, 1), date(2031, 1, 1)
BANK, CODE = "zan:700700", "V3000070070"
ACT = Act(
    id=BANK,
    ids=(BANK, CODE),
    type=ActType.ORDER,
    number="7001",
    date=date(2029, 12, 1),
    title_kk="Қайықтарды есепке алу туралы",
    title_ru="Об учете лодок",
)
OTHER = replace(ACT, id="V3100071000", ids=("V3100071000",), number="7100", date=date(2030, 5, 5), title_ru="О веслах")
TEXT_KK = "1. Өтініш беріледі.\n\n2. Мерзімі 5 күн осы бұйрықтың 1-тармағына сәйкес.\n"
TEXT_RU = "1. Заявление подается.\n\n2. Срок 5 дней согласно пункту 1 настоящего приказа.\n"
LATER_RU = TEXT_RU.replace("5 дней", "7 дней") + "\n3. Весла согласно пункту 2 приказа от 5 мая 2030 года № 7100.\n"


def _document(text: str, language: Language, day: date | None, act: Act = ACT, source: str = "lawgit") -> Document:
    return act_document(text, language, day, act, source)


def _acts(*texts: Document) -> Acts:
    return acts_of(*texts, today=lambda: date(2031, 6, 1))


@pytest.fixture
def acts() -> Acts:
    return _acts(
        _document(TEXT_KK, Language.KK, FIRST),
        _document(TEXT_RU, Language.RU, FIRST),
        _document(LATER_RU, Language.RU, SECOND),
        _document("1. Весла.\n\n2. Хранение.\n", Language.RU, FIRST, OTHER),
    )


@pytest.mark.parametrize(
    ("day", "edition"), [(FIRST, FIRST), (date(2030, 12, 31), FIRST), (SECOND, SECOND), (None, SECOND)]
)
def test_the_edition_in_force_on_the_day_is_picked(acts: Acts, day: date | None, edition: date) -> None:
    assert acts.edition(BANK, language=Language.RU, as_of=day).date == edition


def test_a_day_before_all_editions_says_what_is_known(acts: Acts) -> None:
    with pytest.raises(UnknownName, match="2029-01-01; known: kk 2030-01-01, ru 2030-01-01, ru 2031-01-01"):
        acts.edition(CODE, language=Language.RU, as_of=date(2029, 1, 1))


def test_an_act_that_is_not_there_is_told(acts: Acts) -> None:
    with pytest.raises(UnknownName, match="V9"):
        acts.editions("V9")


def test_the_difference_tells_what_was_reworded_and_added(acts: Acts) -> None:
    (part,) = acts.difference(CODE, FIRST, SECOND, language=Language.RU)
    assert part.difference is not None
    assert [(one.kind, one.after) for one in part.difference.changes] == [
        (ChangeKind.REWORDED, "point-2"),
        (ChangeKind.ADDED, "point-3"),
    ]


def test_both_languages_stand_side_by_side(acts: Acts) -> None:
    (part,) = acts.parallel(BANK, as_of=FIRST)
    assert [(pair.kk, pair.ru) for pair in part.pairs] == [("point-1", "point-1"), ("point-2", "point-2")]


def test_references_lead_to_clauses_of_this_and_of_other_acts(acts: Acts) -> None:
    found = acts.links(BANK, language=Language.RU)
    assert [(one.link.clause, one.act, one.clause) for one in found] == [
        ("point-2", CODE, "point-1"),
        ("point-3", OTHER.id, "point-2"),
    ]


def test_an_act_of_three_sources_is_one_act() -> None:
    adilet = replace(ACT, id=CODE, ids=(CODE,), status=ActStatus.REPEALED)
    both = replace(ACT, id=CODE, ids=(CODE, BANK))
    acts = _acts(
        _document(TEXT_RU, Language.RU, FIRST),
        _document(TEXT_RU + "\n3. Полный текст.\n", Language.RU, FIRST, adilet, "adilet"),
        _document(TEXT_KK, Language.KK, FIRST, both, "zan"),
    )
    assert [(one.id, one.status) for one in acts.listed()] == [(CODE, ActStatus.REPEALED)]
    assert [(one.language, len(one.documents)) for one in acts.editions(BANK)] == [(Language.KK, 1), (Language.RU, 1)]
    assert acts.edition(BANK, language=Language.RU).documents[0].snapshot.source == "adilet"


def test_a_text_without_a_day_is_the_edition_that_says_the_same() -> None:
    copy = TEXT_RU.replace("\n\n", "\n\n\n")
    acts = _acts(
        _document(TEXT_RU, Language.RU, FIRST),
        _document(LATER_RU, Language.RU, SECOND),
        _document(copy, Language.RU, None, source="adilet"),
    )
    assert [one.date for one in acts.editions(BANK)] == [FIRST, SECOND]


def test_a_text_without_a_day_that_says_something_else_stands_alone() -> None:
    acts = _acts(
        _document(TEXT_RU, Language.RU, FIRST),
        _document(LATER_RU, Language.RU, None, source="adilet"),
    )
    assert [one.date for one in acts.editions(BANK)] == [None, FIRST]


@pytest.mark.parametrize(
    ("words", "language", "codes", "reached"),
    [
        ("Желкен кодексінің 2-тармағына сәйкес", Language.KK, 0, None),
        ("Салық кодексінің 2-тармағына сәйкес", Language.KK, 1, "code-1"),
        ("согласно пункту 2 Налогового кодекса", Language.RU, 1, "code-1"),
        ("согласно пункту 2 Водного кодекса", Language.RU, 1, None),
        ("согласно пункту 2 Налогового кодекса", Language.RU, 2, None),
    ],
)
def test_a_code_by_its_short_name_is_the_only_one_that_fits(
    words: str, language: Language, codes: int, reached: str | None
) -> None:
    titles = {"title_kk": "Қайық салығы туралы (Салық кодексі)", "title_ru": "Налоговый кодекс страны лодок"}
    named = [
        replace(ACT, id=f"code-{number}", ids=(f"code-{number}",), type=ActType.CODE, number=f"{number}", **titles)
        for number in range(1, codes + 1)
    ]
    text = "1. Бірінші.\n\n2. Екінші.\n"
    acts = _acts(
        _document(f"1. Мәтін {words}.\n", language, FIRST), *(_document(text, language, FIRST, one) for one in named)
    )
    assert [one.act for one in acts.links(BANK, language=language)] == [reached]


ANNEX = "\n> *Приложение {number}*\n> *к приказу*\n\n## Форма {number}\n\n1. Форма {number} заполняется {how}.\n"


def test_an_excerpt_is_compared_only_in_what_both_texts_cover() -> None:
    whole = TEXT_RU + ANNEX.format(number=1, how="пером") + ANNEX.format(number=2, how="чернилами " * 30)
    excerpt = ANNEX.format(number=1, how="кистью")
    acts = _acts(_document(excerpt, Language.RU, FIRST), _document(whole, Language.RU, SECOND))
    (part,) = acts.difference(BANK, FIRST, SECOND, language=Language.RU)
    assert part.difference is not None
    assert {one.kind for one in part.difference.changes} == {ChangeKind.REWORDED}
    assert part.only_before == ()
    assert len(part.only_after) == 2
    assert "" in part.only_after


def test_an_annex_that_came_with_an_edition_is_added() -> None:
    later = TEXT_RU + ANNEX.format(number=1, how="пером")
    acts = _acts(_document(TEXT_RU, Language.RU, FIRST), _document(later, Language.RU, SECOND))
    (part,) = acts.difference(BANK, FIRST, SECOND, language=Language.RU)
    assert part.difference is not None
    assert {one.kind for one in part.difference.changes} == {ChangeKind.ADDED}
    assert (part.only_before, part.only_after) == ((), ())
