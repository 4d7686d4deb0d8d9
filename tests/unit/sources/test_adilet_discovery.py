"""What the source asks of the site, and when it ends."""

import datetime as dt
import re

import pytest

from kb.collect import NotOffered
from kb.model import Language, Reach
from scrapers.adilet import discover
from tests.examples.collecting import Asked, collect
from tests.examples.shape import FOLDER

SITE = "https://adilet.zan.kz"
LAW = f"{SITE}/rus/docs/Z2100000921"
LAW_KK = f"{SITE}/kaz/docs/Z2100000921"
TODAY = dt.date(2021, 12, 30)
HERE = FOLDER / "adilet"


def index(tongue: str, page: int, year: int = 2021) -> str:
    return f"{SITE}/{tongue}/index/docs/dt={year}-&rss=true&page={page}"


def asked(reach: Reach, refused: tuple[str, ...] = ()) -> Asked:
    return collect(discover(reach), HERE, refused=refused)


def test_named_act_is_asked_for_with_its_requisites_history_and_earlier_editions() -> None:
    found = asked(Reach(today=dt.date(2026, 11, 25), only=("Z2100000921",)))
    assert found.urls == [
        f"{SITE}/rus",
        LAW, f"{LAW}/info", f"{LAW}/history", f"{LAW}/07.05.2021", f"{LAW}/15.01.2022",
        LAW_KK, f"{LAW_KK}/info", f"{LAW_KK}/history", f"{LAW_KK}/07.05.2021",
    ]  # fmt: skip
    languages = {request.url: request.language for request in found.requests}
    assert languages[LAW] is Language.RU
    assert languages[LAW_KK] is Language.KK


def test_editions_before_the_day_are_not_asked_for() -> None:
    found = asked(Reach(today=dt.date(2026, 11, 25), since=dt.date(2022, 1, 1), only=("Z2100000921",)))
    assert [url for url in found.urls if re.search(r"\.\d{4}$", url)] == [f"{LAW}/15.01.2022"]


def test_edition_that_is_not_in_force_yet_is_asked_for_beside_the_present_one() -> None:
    found = asked(Reach(today=dt.date(2023, 1, 1), only=("Z2100000921",)))
    assert f"{LAW}/01.03.2024" in found.urls
    assert f"{LAW}/15.01.2022" not in found.urls  # it is the text in force, asked for without a day


def test_language_that_the_act_does_not_have_is_asked_for_once() -> None:
    found = asked(Reach(today=TODAY, only=("V1400099014",)), refused=(f"{SITE}/kaz/docs/V1400099014",))
    assert [url for url in found.urls if "/kaz/" in url] == [f"{SITE}/kaz/docs/V1400099014"]


def test_index_of_a_year_is_read_to_its_end_in_both_languages() -> None:
    found = asked(Reach(today=TODAY, since=dt.date(2021, 1, 1)))
    lists = [request.url for request in found.requests if request.listing]
    assert lists == [f"{SITE}/rus", index("rus", 1), index("rus", 2), index("kaz", 1)]
    texts = [url for url in found.documents if not url.endswith("/history")]
    assert len(texts) == 13
    assert texts[0] == LAW
    assert texts[-1] == LAW_KK
    assert [url for url in found.documents if url.endswith("/history")] == [f"{LAW}/history", f"{LAW_KK}/history"]


def test_acts_last_changed_before_the_day_are_left_out() -> None:
    found = asked(Reach(today=TODAY, since=dt.date(2021, 6, 15)))
    assert [url for url in found.documents if "/rus/" in url] == [LAW, f"{LAW}/history"]


def test_disallowed_places_are_never_asked() -> None:
    found = asked(Reach(today=TODAY, since=dt.date(2021, 1, 1)))
    assert not [url for url in found.urls if re.search(r"/(?:search|list/docs|archive)/", url)]


def test_run_ends_at_its_limit_of_documents_but_keeps_their_history() -> None:
    found = asked(Reach(today=TODAY, since=dt.date(2021, 1, 1), limit=1))
    assert found.documents == [LAW, f"{LAW}/history"]
    two = asked(Reach(today=TODAY, since=dt.date(2021, 1, 1), limit=2))
    assert len([url for url in two.documents if not url.endswith("/history")]) == 2


def test_refused_list_ends_its_language_only() -> None:
    found = asked(Reach(today=TODAY, since=dt.date(2021, 1, 1)), refused=(index("rus", 1),))
    assert found.urls == [f"{SITE}/rus", index("rus", 1), index("kaz", 1), LAW_KK, f"{LAW_KK}/history"]


def test_wrong_code_is_refused_before_anything_is_asked() -> None:
    with pytest.raises(NotOffered, match=r"990077: no code of an act; expected one like"):
        next(discover(Reach(today=TODAY, only=("990077",))))
