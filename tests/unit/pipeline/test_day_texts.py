"""Which texts of an act held together."""

from datetime import date

from kb.model import Act, ActStatus, ActType, Edition, Language
from kb.pipeline.day_texts import DayTexts, day_texts
from kb.resolve import ActHistory

ACT = "V3100077001"
DAY = date(2031, 5, 20)
FIRST, SECOND, THIRD, FUTURE = (date(year, 3, 1) for year in (2027, 2028, 2030, 2032))


def edition(day: date | None, language: Language = Language.KK, name: str = "text") -> Edition:
    return Edition(act=ACT, date=day, language=language, snapshot=f"sha256:{name}-{language.value}-{day}")


def told(*editions: Edition, repealed: date | None = None, status: ActStatus = ActStatus.UNKNOWN) -> list[DayTexts]:
    act = Act(
        id=ACT, ids=(ACT,), type=ActType.ORDER, number="7", date=FIRST, title_kk=None, title_ru=None, status=status,
        repealed_on=repealed,
    )  # fmt: skip
    return list(day_texts(editions, ActHistory([act], editions), DAY).get(ACT, ()))


def test_the_languages_stand_side_by_side_from_one_edition_to_the_next() -> None:
    kazakh = [edition(day) for day in (FIRST, SECOND)]
    russian = [edition(day, Language.RU) for day in (FIRST, THIRD)]
    found = told(*kazakh, *russian, edition(FUTURE))
    assert [(one.begun, one.until, one.newest) for one in found] == [
        (THIRD, None, True),
        (SECOND, THIRD, False),
        (FIRST, SECOND, False),
    ]
    assert [one.texts for one in found] == [
        (kazakh[1], russian[1]),
        (kazakh[1], russian[0]),
        (kazakh[0], russian[0]),
    ]


def test_all_parts_of_an_edition_are_its_texts() -> None:
    parts = (edition(FIRST, name="body"), edition(FIRST, name="annex"))
    assert [one.texts for one in told(*parts)] == [parts]


def test_undated_texts_are_the_newest_where_there_is_nothing_else_and_apart_where_there_is() -> None:
    undated, dated = edition(None), edition(SECOND)
    assert [(one.texts, one.newest) for one in told(undated)] == [((undated,), True)]
    found = told(undated, dated)
    assert [(one.texts, one.begun, one.until, one.newest) for one in found] == [
        ((dated,), SECOND, None, True),
        ((undated,), None, None, False),
    ]


def test_a_language_without_a_day_stands_beside_the_newest_of_the_other() -> None:
    undated, first, second = edition(None), edition(FIRST, Language.RU), edition(SECOND, Language.RU)
    assert [one.texts for one in told(undated, first, second)] == [(undated, second), (first,)]


def test_the_last_texts_of_an_act_end_with_it_where_the_day_is_told() -> None:
    ended = date(2031, 1, 1)
    assert [one.until for one in told(edition(FIRST), repealed=ended, status=ActStatus.REPEALED)] == [ended]
    assert [one.until for one in told(edition(FIRST), repealed=FUTURE, status=ActStatus.REPEALED)] == [None]
    assert [one.until for one in told(edition(FIRST), status=ActStatus.REPEALED)] == [None]


def test_nothing_has_begun_before_the_first_edition() -> None:
    assert told(edition(FUTURE)) == []
