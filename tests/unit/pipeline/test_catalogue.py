"""Services by conditions, on a day, over the years; the register is invented."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kb.model import ChannelCode, LifeSituation, RegisterStatus, Service
from kb.pipeline import BadCursor, Registry, Selection, ServiceFilter, Share, UnknownName, build_base, import_body
from tests.register_base import ROCKET, build_register, register_page

KITE_CODE, ROCKET_CODE, SWING_CODE = "99101001", "99101002", "99202001"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Registry]:
    registry = Registry(build_register(tmp_path_factory.mktemp("register")))
    yield registry
    registry.close()


def ids(found: Selection) -> list[str]:
    return [one.id for one in found.items]


def test_a_service_is_what_the_newest_edition_says(opened: Registry) -> None:
    kite = opened.service(KITE_CODE)
    assert kite.channels == (ChannelCode.EGOV_PORTAL,)
    assert (kite.forms, kite.automation, kite.one_stop) == (
        ("electronic_full", "one_application"),
        "electronic_full",
        True,
    )
    assert kite.life_situations == (LifeSituation(code="99101", name_ru="Полеты и запуски"),)
    assert kite.providers == ("Местные исполнительные органы районов",)


def test_a_heading_of_a_section_is_no_life_situation(opened: Registry) -> None:
    assert opened.service(SWING_CODE).life_situations == (LifeSituation(code="99202"),)


def test_years_in_and_out_are_told_where_an_edition_shows_them(opened: Registry) -> None:
    def told(service: Service) -> tuple[RegisterStatus, int | None, int | None]:
        return service.register_status, service.year_in, service.year_out

    assert told(opened.service(KITE_CODE)) == (RegisterStatus.REGISTERED, None, None)
    assert told(opened.service(SWING_CODE)) == (RegisterStatus.REGISTERED, 2033, None)
    assert told(opened.service(ROCKET_CODE)) == (RegisterStatus.EXCLUDED, None, 2034)


def test_conditions_are_combined(opened: Registry) -> None:
    select = opened.catalogue.select
    assert ids(select(ServiceFilter(paid=False))) == [KITE_CODE, SWING_CODE]
    assert ids(select(ServiceFilter(paid=False, channel=ChannelCode.STATE_CORPORATION))) == [SWING_CODE]
    assert ids(select(ServiceFilter(status=RegisterStatus.EXCLUDED))) == [ROCKET_CODE]
    assert ids(select(ServiceFilter(automation="electronic_any"))) == [KITE_CODE]
    assert ids(select(ServiceFilter(life_situation="99101", paid=True))) == [ROCKET_CODE]
    assert ids(select(ServiceFilter(provider_kind="ministry"))) == [ROCKET_CODE]
    assert ids(select(ServiceFilter(text="ЗМЕЯ регистрация"))) == [KITE_CODE]
    assert ids(select(ServiceFilter(text="змея", paid=True))) == []


def test_counts_beside_a_value_are_what_choosing_it_would_leave(opened: Registry) -> None:
    found = opened.catalogue.select(ServiceFilter(paid=False, life_situation="99101"))
    assert found.total == 1
    for paid in (True, False):
        asked = ServiceFilter(life_situation="99101", paid=paid)
        assert opened.catalogue.select(asked).total == found.facets["paid"][str(paid).lower()]
    for situation, number in found.facets["life_situation"].items():
        assert opened.catalogue.select(ServiceFilter(paid=False, life_situation=situation)).total == number
    assert {one.code for one in found.life_situations} == set(found.facets["life_situation"])


def test_pages_of_a_narrowed_list_leave_nothing_out(opened: Registry) -> None:
    asked = ServiceFilter(paid=False)
    first = opened.catalogue.select(asked, limit=1)
    second = opened.catalogue.select(asked, limit=1, after=first.next)
    assert (ids(first) + ids(second), first.total, second.next) == ([KITE_CODE, SWING_CODE], 2, None)
    with pytest.raises(BadCursor):
        opened.catalogue.select(asked, after=ROCKET_CODE)


@pytest.mark.parametrize(
    ("day", "codes", "edition"),
    [
        ("2031-03-15", [KITE_CODE, ROCKET_CODE], "2031-03-15"),
        ("2032-07-01", [KITE_CODE, ROCKET_CODE], "2031-03-15"),
        ("2033-02-10", [KITE_CODE, ROCKET_CODE, SWING_CODE], "2033-02-10"),
        ("2040-01-01", [KITE_CODE, SWING_CODE], "2034-05-20"),
    ],
)
def test_the_registry_as_it_was_on_a_day(opened: Registry, day: str, codes: list[str], edition: str) -> None:
    found = opened.catalogue.select(as_of=date.fromisoformat(day))
    assert (ids(found), found.edition) == (codes, date.fromisoformat(edition))
    assert [one.id for one in opened.catalogue.on(date.fromisoformat(day))] == codes


def test_a_snapshot_has_the_values_of_its_own_edition(opened: Registry) -> None:
    forms = {
        day: next(opened.catalogue.on(date.fromisoformat(day))).forms
        for day in ("2031-12-31", "2033-08-31", "2033-09-01", "2034-05-20")
    }
    assert forms == {
        "2031-12-31": ("paper",),
        "2033-08-31": ("electronic_partial",),
        "2033-09-01": ("electronic_full",),
        "2034-05-20": ("electronic_full", "one_application"),
    }


def test_what_no_edition_tells_is_an_error_that_names_the_editions(opened: Registry) -> None:
    with pytest.raises(UnknownName, match=r"of 2031-03-14 or before .* editions of 2031, 2033, 2034"):
        opened.catalogue.select(as_of=date(2031, 3, 14))
    with pytest.raises(UnknownName, match="of the year 2032"):
        opened.catalogue.select(year=2032)
    with pytest.raises(UnknownName, match="in force on 2033-03-01 and of the year 2031"):
        opened.catalogue.select(as_of=date(2033, 3, 1), year=2031)


def test_counters_take_the_last_edition_of_a_year_and_fill_no_gap(opened: Registry) -> None:
    years = opened.catalogue.counters()
    assert [(one.year, one.edition, one.services) for one in years] == [
        (2031, date(2031, 3, 15), 2),
        (2032, None, None),
        (2033, date(2033, 9, 1), 3),
        (2034, date(2034, 5, 20), 2),
    ]
    shares = [
        {name: (share.count, share.known) for name, share in one.shares.items()} if one.shares else None
        for one in years
    ]
    assert shares[1] is None
    assert shares[0] == {
        "electronic": (0, 2), "electronic_full": (0, 2), "electronic_partial": (0, 2),
        "state_corporation": (1, 2), "paid": (1, 2), "one_stop": (0, 2),
    }  # fmt: skip
    assert shares[2] == {
        "electronic": (1, 3), "electronic_full": (1, 3), "electronic_partial": (0, 3),
        "state_corporation": (2, 3), "paid": (1, 3), "one_stop": (0, 3),
    }  # fmt: skip
    assert (Share(1, 3).percent, Share(0, 0).percent) == (33.3, None)


def test_every_counter_is_the_length_of_the_list_that_it_stands_for(opened: Registry) -> None:
    asked = {
        "electronic": ServiceFilter(automation="electronic_any"),
        "electronic_full": ServiceFilter(automation="electronic_full"),
        "state_corporation": ServiceFilter(channel=ChannelCode.STATE_CORPORATION),
        "paid": ServiceFilter(paid=True),
        "one_stop": ServiceFilter(one_stop=True),
    }
    for one in opened.catalogue.counters():
        if one.shares is not None:
            assert opened.catalogue.select(year=one.year).total == one.services
            for name, condition in asked.items():
                assert opened.catalogue.select(condition, year=one.year).total == one.shares[name].count


def test_an_act_that_changes_rows_is_no_edition(tmp_path: Path) -> None:
    home = build_register(tmp_path)
    changes = register_page((ROCKET,)).replace(
        "Об утверждении".encode(), "О внесении изменений в приказ «Об утверждении".encode()
    )
    import_body(home, changes, document="https://adilet.zan.kz/rus/docs/V3500099109/01.02.2035", source="registry")
    assert build_base(home).failures == ()
    registry = Registry(home)
    try:
        assert registry.catalogue.years() == (2031, 2033, 2034)
        assert registry.service(KITE_CODE).register_status is RegisterStatus.REGISTERED
    finally:
        registry.close()
