"""What resolving and storing hold at a time: pieces, never the whole."""

import weakref
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from kb.model import (
    Act,
    ActStatus,
    Attribute,
    Bound,
    Deadline,
    Evidence,
    Language,
    Mention,
    Service,
    SourceKind,
    Statement,
    Unit,
)
from kb.pipeline import Home
from kb.resolve import ActHistory, date_statements, group_mentions
from kb.search.seen_ids import SeenIds

MANY = 1_200
EVIDENCE = Evidence(
    document="парк.md", snapshot="sha256:" + "0" * 64, act="zan:1", edition=date(2031, 4, 9), language=Language.KK,
    clause=None, start=0, end=4, line=1, quote="сөзі",
)  # fmt: skip


class WatchedMention(Mention):
    """A mention that tells when nobody holds it any more."""

    __slots__ = ("__weakref__",)


class WatchedAct(Act):
    """An act that tells when nobody holds it any more."""

    __slots__ = ("__weakref__",)


def mentions(held: list[int]) -> Iterator[Mention]:
    gone: list[int] = []
    for number in range(MANY):
        one = WatchedMention(
            key=f"zan:{number}", name_kk=f"{number} аллея", name_ru=None, source="acts",
            evidence=replace(EVIDENCE, document=f"{number}.md"), codes={"registry": str(number)},
        )  # fmt: skip
        weakref.finalize(one, gone.append, number)
        held.append(number + 1 - len(gone))
        yield one
        del one


def test_grouping_lets_go_of_each_mention() -> None:
    held: list[int] = []
    groups = group_mentions(mentions(held))
    assert len(groups) == len(held) == MANY
    assert max(held) <= 2


def test_the_history_of_acts_lets_go_of_each_act() -> None:
    alive: weakref.WeakSet[Act] = weakref.WeakSet()
    held: list[int] = []

    def acts() -> Iterator[Act]:
        for number in range(MANY):
            one = WatchedAct(
                id=f"zan:{number}", ids=(f"zan:{number}", f"V{number % 400:04}"), type=None, number=None, date=None,
                title_kk="Парк", title_ru=None, status=ActStatus.IN_FORCE,
            )  # fmt: skip
            alive.add(one)
            held.append(len(alive))
            yield one
            del one

    history = ActHistory(acts())
    assert max(held) <= 2
    assert history.id_of("zan:801") == history.id_of("zan:1") == "V0001"
    assert history.status_of("zan:1199") is ActStatus.IN_FORCE


def made_service(number: int) -> Service:
    return Service(
        id=f"s{number:05}", ids=(f"s{number:05}", f"k{number}"), name_kk="Аллея", name_ru=None, owner=None,
        codes={}, channels=(), paid=None, forms=(), recipients=(), sources=(),
    )  # fmt: skip


def test_services_are_stored_before_the_last_one_is_made(home: Home) -> None:
    stored: list[int] = []  # how many there are when every hundredth is made
    store = home.store()
    with store.write() as base:

        def made() -> Iterator[Service]:
            for number in range(MANY):
                if number % 100 == 0:
                    stored.append(base.counts()["services"])
                yield made_service(number)

        base.save_services(made())
        assert stored[-1] > MANY / 2
        assert [one.id for one in base.each_service()] == [f"s{number:05}" for number in range(MANY)]
    store.close()


def test_an_id_that_is_given_out_no_more_leads_to_the_service_that_had_it(home: Home) -> None:
    store = home.store()
    with store.write() as base:
        base.save_services(made_service(number) for number in range(MANY))
        base.save_services(replace(made_service(number), ids=(f"s{number:05}",)) for number in range(MANY))
        meaning = dict(base.service_ids())
        assert meaning == {name: f"s{number:05}" for number in range(MANY) for name in (f"s{number:05}", f"k{number}")}
        found = base.service("k1100")
        assert found is not None
        assert found.ids == ("s01100", "k1100")
    store.close()


def test_statements_are_dated_one_by_one() -> None:
    taken: list[int] = []

    def stated() -> Iterator[Statement]:
        for number in range(MANY):
            taken.append(number)
            yield Statement(
                service="k", attribute=Attribute.DEADLINE, source_kind=SourceKind.STANDARD,
                value=Deadline(value=None, unit=Unit.WORKING_DAY, bound=Bound.EXACT),
                evidence=replace(EVIDENCE, edition=EVIDENCE.edition and EVIDENCE.edition + timedelta(number)),
            )  # fmt: skip

    dated = date_statements(stated(), ActHistory())
    assert taken == []
    first, second = next(dated), next(dated)
    assert [first.valid_from, second.valid_from] == [date(2031, 4, 9), date(2031, 4, 10)]
    assert taken == [0, 1]


def test_ids_that_were_met_are_never_forgotten_and_few_others_are_taken_for_them() -> None:
    seen = SeenIds()
    names = [f"клуза-{number}" for number in range(20_000)]
    taken_for_known = sum(seen.add(name) for name in names)
    assert taken_for_known < 20
    assert all(seen.add(name) for name in names)
