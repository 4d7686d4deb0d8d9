"""What changed since a day: values between two days, editions that were read later, texts that came in."""

import sqlite3
from datetime import date, timedelta

import pytest

from kb.model import Attribute
from kb.pipeline import Home, Registry, build_base, import_paths
from kb.pipeline.card_difference import CardChangeKind, card_difference
from tests.finding_base import FIRST_DAY, LATER_DAY, write_act, write_later

TURN = date.fromisoformat(LATER_DAY)
DAY = timedelta(days=1)
OF_OLD, OF_NEW = "2018-01-10T05:00:00+00:00", "2019-08-01T05:00:00.250000+00:00"


@pytest.fixture(scope="module")
def amended_home(tmp_path_factory) -> Home:
    """An act whose second edition mends a term of its Russian text, all texts taken long before."""
    acts = tmp_path_factory.mktemp("amended")
    write_later(acts)
    write_act(acts)
    home = Home(folder=tmp_path_factory.mktemp("shift") / "home")
    import_paths(home, [acts], sample=True)
    assert build_base(home).failures == ()
    take(home, OF_OLD, FIRST_DAY)
    take(home, OF_OLD, LATER_DAY)
    return home


@pytest.fixture
def late_home(amended_home):
    """The same base with the later edition taken a month after its day."""
    take(amended_home, OF_NEW, LATER_DAY)
    yield amended_home
    take(amended_home, OF_OLD, FIRST_DAY)
    take(amended_home, OF_OLD, LATER_DAY)


def take(home: Home, moment: str, edition: str) -> None:
    """Sets when the texts of an edition were taken."""
    with sqlite3.connect(home.folder / "anyq.sqlite") as connection:
        changed = connection.execute(
            "UPDATE documents SET taken_at = ? WHERE json_extract(edition, '$.date') = ?", (moment, edition)
        )
        assert changed.rowcount >= 2
    connection.close()


def changes(home: Home, since: date, *, today: date, services=None):
    registry = Registry(home, today=lambda: today)
    try:
        return registry.shifts.changes(since, services=services)
    finally:
        registry.close()


def test_a_value_that_changed_is_told_with_its_clause(amended_home):
    found = changes(amended_home, TURN - DAY, today=TURN + DAY)
    (service,) = found.services
    assert (service.since, service.until, service.edition) == (TURN - DAY, TURN + DAY, None)
    (term,) = [one for one in service.changes if one.attribute is Attribute.DEADLINE]
    assert (term.kind, term.after) == (CardChangeKind.REMOVED, ())  # the Kazakh text said the other term before too
    assert term.before[0].value.value == 12
    assert term.before[0].evidence.clause
    assert term.before[0].evidence.edition == date.fromisoformat(FIRST_DAY)


def test_nothing_is_told_of_a_time_in_which_nothing_turned(amended_home):
    assert changes(amended_home, TURN, today=TURN + DAY).services == ()
    assert changes(amended_home, TURN + DAY, today=TURN).services == ()
    assert changes(amended_home, TURN - 3 * DAY, today=TURN - DAY).services == ()


def test_only_the_services_that_are_asked_for(amended_home):
    (all_of_them,) = changes(amended_home, TURN - DAY, today=TURN + DAY).services
    name = all_of_them.service.id
    assert len(changes(amended_home, TURN - DAY, today=TURN, services=[name, "no-such-service"]).services) == 1
    assert changes(amended_home, TURN - DAY, today=TURN, services=["no-such-service"]).services == ()
    assert changes(amended_home, TURN - DAY, today=TURN, services=[]).services == ()


def test_an_edition_read_after_its_day_tells_what_it_changed(late_home):
    since, today = date(2019, 7, 20), date(2019, 8, 2)
    (service,) = changes(late_home, since, today=today).services
    assert (service.edition, service.since) == (TURN, TURN - DAY)
    assert [one.before[0].value.value for one in service.changes] == [12]
    texts = changes(late_home, since, today=today).texts
    assert {one.edition for one in texts} == {TURN}
    assert {one.act.id for one in texts if one.act} == {"zan:990001"}
    assert changes(late_home, date(2019, 8, 2), today=today).texts == ()


def test_a_base_that_is_wholly_new_tells_texts_and_no_changes(late_home):
    take(late_home, OF_NEW, FIRST_DAY)
    found = changes(late_home, date(2019, 7, 20), today=date(2019, 8, 2))
    assert found.services == ()
    assert {one.edition for one in found.texts} == {date.fromisoformat(FIRST_DAY), TURN}


def test_no_service_is_passed_over(amended_home):
    """What is left out unseen has the same values on both days."""
    registry = Registry(amended_home, today=lambda: date(2020, 1, 1))
    seen = 0
    for since in (date(2015, 1, 1), date(2016, 3, 31), TURN - DAY, TURN, date(2019, 12, 1)):
        told = {one.service.id: one.changes for one in registry.shifts.changes(since).services}
        for service in registry.all_services():
            card = registry.card(service.id)
            expected = card_difference(card, since, date(2020, 1, 1), acts=registry.acts.of_card(card))
            assert told.get(service.id, ()) == expected
            seen += bool(expected)
    registry.close()
    assert seen >= 3
