"""What checks ask of other acts, and when the answer may have changed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kb.model import Act, ActReference, ActStatus, ActType, Edition, Language
from kb.pipeline.known_acts import ActsOfBase
from kb.resolve import ActHistory
from kb.store import Reader, Store

DAY, EARLIER = date(2031, 5, 20), date(2028, 1, 1)
CITED = Act(
    id="V3100077001", ids=("V3100077001",), type=ActType.ORDER, number="77", date=date(2027, 3, 1), title_kk=None,
    title_ru="О гнёздах",
)  # fmt: skip
OTHER = replace(CITED, id="V3100077002", ids=("V3100077002",), number="78")
FIRST, LATER = (
    Edition(act=CITED.id, date=date(year, 1, 1), language=Language.KK, snapshot=f"sha256:{year}")
    for year in (2027, 2030)
)
NAMED = ActReference(type=ActType.ORDER, number="77", date=date(2027, 3, 1))


@pytest.fixture
def base(tmp_path: Path) -> Iterator[Reader]:
    store = Store(f"sqlite:///{tmp_path / 'base.sqlite'}")
    with store.read() as reader:
        yield reader
    store.close()


def acts(base: Reader, *told: Act, editions: tuple[Edition, ...] = (FIRST,)) -> ActsOfBase:
    return ActsOfBase(base, acts=told, history=ActHistory(told, editions), editions=editions, day=DAY)


def asked(base: Reader, day: date) -> dict[str, str]:
    """What a check of a day asks that looks for an act and for a clause of it."""
    known = acts(base, CITED).on(day)
    known.find(NAMED)
    known.has(CITED.id, (("point", "1"),), Language.KK)
    return dict(known.cites)


def stands(base: Reader, cites: dict[str, str], *told: Act, editions: tuple[Edition, ...] = (FIRST,)) -> bool:
    now = acts(base, *told, editions=editions)
    return all(now.state(question) == state for question, state in cites.items())


@pytest.mark.parametrize("day", [DAY, EARLIER])
def test_what_was_asked_stands_until_the_cited_act_changes(base: Reader, day: date) -> None:
    cites = asked(base, day)
    assert len(cites) == 2
    assert stands(base, cites, CITED)
    assert stands(base, cites, CITED, OTHER)
    assert not stands(base, cites, replace(CITED, status=ActStatus.REPEALED))
    assert not stands(base, cites)


def test_a_new_edition_of_a_cited_act_changes_what_holds_today_alone(base: Reader) -> None:
    assert not stands(base, asked(base, DAY), CITED, editions=(FIRST, LATER))
    assert stands(base, asked(base, EARLIER), CITED, editions=(FIRST, LATER))
    older = replace(FIRST, date=date(2026, 6, 1), snapshot="sha256:2026")
    assert not stands(base, asked(base, EARLIER), CITED, editions=(FIRST, older))


def test_a_new_act_of_the_same_number_may_be_the_one_that_was_meant(base: Reader) -> None:
    assert not stands(base, asked(base, DAY), CITED, replace(OTHER, number="77"))
