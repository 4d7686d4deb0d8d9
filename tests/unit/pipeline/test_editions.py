from datetime import date

from kb.model import Edition, Language
from kb.pipeline.indexing import edition_days, last_day


def _edition(day: date | None, language: Language = Language.KK, act: str = "V1") -> Edition:
    return Edition(act=act, date=day, language=language, snapshot="sha256:0")


def test_an_edition_ends_the_day_before_the_next_one_of_its_act_and_language() -> None:
    editions = (
        _edition(date(2022, 1, 1)),
        _edition(date(2020, 1, 1)),
        _edition(date(2021, 1, 1), Language.RU),
        _edition(date(2021, 5, 5), act="V2"),
        _edition(None),
    )
    days = edition_days(editions)
    assert last_day(_edition(date(2020, 1, 1)), days) == date(2021, 12, 31)
    assert last_day(_edition(date(2022, 1, 1)), days) is None
    assert last_day(_edition(date(2021, 1, 1), Language.RU), days) is None
    assert last_day(_edition(None), days) is None
    assert last_day(None, days) is None
