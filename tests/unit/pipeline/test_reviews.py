"""A decision from the queue to the card, through builds and changes of the text."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kb.model import Attribute, Card, Deadline, DoubtReason, Fee, ReviewKind, ReviewState, Statement, Unit, Verdict
from kb.model.access import LOCAL
from kb.pipeline import (
    BadCursor,
    BadDecision,
    Home,
    HomeBusy,
    Registry,
    Reviewed,
    Reviews,
    UnknownName,
    build_base,
    import_paths,
)
from kb.store import ReviewFilter

SHEET = "**/*-990001"
SURE, DOUBTFUL = "10 (он) жұмыс күні;", "10 (он) күн;"
TERMS = ReviewFilter(attribute=Attribute.DEADLINE)
SERVICES = ReviewFilter(kind=ReviewKind.SERVICES)
NOW = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)


class Base:
    """A home whose Kazakh text can be changed and built again."""

    def __init__(self, home: Home, acts: Path) -> None:
        self.home, self.acts = home, acts
        (self.folder,) = acts.glob(SHEET)
        self.change(SURE, DOUBTFUL)

    def change(self, old: str, new: str, *, full: bool = False) -> None:
        """Puts other words into the Kazakh text, imports all and builds."""
        text = (self.folder / "kaz.md").read_text(encoding="utf-8")
        assert old in text
        (self.folder / "kaz.md").write_text(text.replace(old, new), encoding="utf-8")
        self.build(full=full)

    def build(self, *, full: bool = False) -> None:
        import_paths(self.home, [self.acts], sample=True)
        assert build_base(self.home, full=full).failures == ()

    @contextmanager
    def reviews(self) -> Iterator[Reviews]:
        store = self.home.store()
        yield Reviews(self.home, store, clock=lambda: NOW, patience=0)
        store.close()

    def one(self, wanted: ReviewFilter = TERMS) -> Reviewed:
        """The only item, with its decisions."""
        with self.reviews() as reviews:
            (found,) = reviews.listed(wanted).items
            return reviews.item(found.item.id)

    def decide(self, verdict: Verdict, wanted: ReviewFilter = TERMS, **value: object) -> Reviewed:
        name = self.one(wanted).item.id
        with self.reviews() as reviews:
            return reviews.decide(
                name, verdict, reason="мәтінді оқыдым", actor=LOCAL.signing("Гүлнар"), value=value or None
            )

    def card(self, name: str = "zan:990001") -> Card:
        registry = Registry(self.home)
        try:
            wanted = next(service for service in registry.all_services() if any(name in one for one in service.ids))
            return registry.card(wanted.id)
        finally:
            registry.close()

    def written(self) -> list[Statement]:
        """All statements as they are written out."""
        registry = Registry(self.home)
        try:
            return [one for one, _ in registry.all_statements()]
        finally:
            registry.close()


@pytest.fixture
def base(home: Home, acts: Path) -> Base:
    return Base(home, acts)


def bare_days(card: Card) -> list[Deadline]:
    return bare_days_of(card.statements)


def bare_days_of(statements: Sequence[Statement]) -> list[Deadline]:
    return [one.value for one in statements if isinstance(one.value, Deadline) and one.value.unit is Unit.DAY]


def test_a_doubtful_value_is_asked_about_with_its_words(base: Base) -> None:
    found = base.one()
    assert found.state is ReviewState.OPEN
    assert found.item.reasons == (DoubtReason.NO_CALENDAR,)
    assert "күн" in found.item.evidence[0].quote
    assert found.item.services == (base.card().service.id,)


def test_a_rejected_value_leaves_the_card_and_stays_out_whatever_is_built(base: Base) -> None:
    decided = base.decide(Verdict.REJECT)
    assert decided.state is ReviewState.REJECTED
    for built in ("not again", "again", "anew"):
        if built != "not again":
            base.build(full=built == "anew")
        card = base.card()
        assert bare_days(card) == []
        assert [decision.reason for _, decision in card.rejected] == ["мәтінді оқыдым"]
        assert base.one().state is ReviewState.REJECTED


@pytest.mark.parametrize(
    ("verdict", "change", "days"),
    [(Verdict.ACCEPT, {}, [Unit.DAY]), (Verdict.EDIT, {"value": 11}, [Unit.DAY]), (Verdict.REJECT, {}, [])],
)
def test_what_is_written_out_is_what_people_decided(
    base: Base, verdict: Verdict, change: dict[str, Any], days: list[Unit]
) -> None:
    before = base.written()
    base.decide(verdict, **change)
    (item,) = [one for one in before if bare_days_of([one])]
    after = base.written()
    assert [value.unit for value in bare_days_of(after)] == days
    assert [value.value for value in bare_days_of(after)] == [change.get("value", 10)] * len(days)
    assert [one for one in after if not bare_days_of([one])] == [one for one in before if one != item]


def test_a_corrected_value_stands_on_the_card_with_the_words_it_was_read_from(base: Base) -> None:
    base.decide(Verdict.EDIT, unit="working_day")
    base.build(full=True)
    card = base.card()
    assert bare_days(card) == []
    (name, decision), *rest = card.decisions.items()
    assert (decision.author, decision.decided_at, rest) == ("Гүлнар", NOW, [])
    (corrected,) = (one for one in card.statements if one.id == name)
    assert isinstance(corrected.value, Deadline)
    assert corrected.value.value == 10
    assert corrected.value.unit is Unit.WORKING_DAY
    assert "күн" in corrected.evidence.quote


@pytest.mark.parametrize(
    ("old", "new"),
    [("– 20 (жиырма) минут", "– 25 (жиырма бес) минут"), ("– 10 (он)", "–  10  (он)")],
    ids=["another clause changes", "blanks of the clause change"],
)
def test_a_decision_holds_while_the_clause_says_the_same(base: Base, old: str, new: str) -> None:
    base.decide(Verdict.REJECT)
    base.change(old, new)
    assert base.one().state is ReviewState.REJECTED
    assert bare_days(base.card()) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("құжаттар топтамасы тапсырылған", "өтініш тапсырылған"), ("10 (он) күн", "12 (он екі) күн")],
    ids=["other words", "another value"],
)
def test_a_changed_clause_is_asked_about_again_beside_the_old_decision(base: Base, old: str, new: str) -> None:
    base.decide(Verdict.REJECT)
    base.change(old, new)
    found = base.one()
    assert found.state is ReviewState.REOPENED
    assert found.decisions == ()
    assert [one.verdict for one in found.earlier] == [Verdict.REJECT]
    assert len(bare_days(base.card())) == 1
    base.decide(Verdict.ACCEPT)
    base.build()
    assert base.one().state is ReviewState.ACCEPTED


def test_a_change_taken_back_brings_the_decision_back(base: Base) -> None:
    base.decide(Verdict.REJECT)
    base.change("құжаттар топтамасы тапсырылған", "өтініш тапсырылған")
    base.change("өтініш тапсырылған", "құжаттар топтамасы тапсырылған")
    assert base.one().state is ReviewState.REJECTED


def test_a_value_that_is_not_doubtful_any_more_keeps_its_decision(base: Base) -> None:
    base.change("2 (екі) айлық", "2 (үш) айлық")
    fees = ReviewFilter(attribute=Attribute.FEE)
    assert base.one(fees).item.reasons == (DoubtReason.NUMBER_AND_WORDS,)
    base.decide(Verdict.EDIT, fees, amount=2)
    base.build()
    card = base.card()
    assert [one.value.amount for one in card.statements if isinstance(one.value, Fee) and one.id in card.decisions] == [
        2
    ]
    assert all("(үш)" not in gap.evidence.quote for gap in card.gaps)


@pytest.fixture
def twins(base: Base) -> Base:
    """A second act, on a service whose name is nearly the same."""
    twin = base.folder.with_name(base.folder.name.replace("990001", "990099"))
    shutil.copytree(base.folder, twin)
    for file in twin.iterdir():
        text = file.read_text(encoding="utf-8").replace("990001", "990099").replace("99-01", "99-99")
        text = text.replace("Омарта паспортын беру", "Омарта паспорттарын беру")
        file.write_text(text.replace("Выдача паспорта пасеки", "Выдача паспортов пасеки"), encoding="utf-8")
    base.build()
    return base


def test_two_services_become_one_by_a_decision_and_two_by_another(twins: Base) -> None:
    found = twins.one(SERVICES)
    assert len(set(found.item.services)) == 2
    twins.decide(Verdict.ACCEPT, SERVICES)
    twins.build()
    assert twins.card("zan:990099").service == twins.card("zan:990001").service
    assert twins.one(SERVICES).state is ReviewState.ACCEPTED
    twins.decide(Verdict.REJECT, SERVICES)
    twins.build()
    assert twins.card("zan:990099").service != twins.card("zan:990001").service
    assert twins.one(SERVICES).state is ReviewState.REJECTED


def test_the_next_item_is_one_that_waits(twins: Base) -> None:
    with twins.reviews() as reviews:
        first, second, *_ = [one.item.id for one in reviews.listed(ReviewFilter()).items]
        assert reviews.following(first, ReviewFilter()) == second
        reviews.decide(second, Verdict.REJECT, reason="x", actor=LOCAL.signing("y"))
        assert reviews.following(first, ReviewFilter()) not in (second, first)
        for one in reviews.listed(ReviewFilter()).items:
            reviews.decide(one.item.id, Verdict.ACCEPT, reason="x", actor=LOCAL.signing("y"))
        assert reviews.following(first, ReviewFilter()) is None


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"reason": " \n "}, "reason"),
        ({"actor": LOCAL.signing("")}, "name"),
        ({"actor": LOCAL.signing("Г" * 101)}, "100"),
        ({"actor": LOCAL.signing("a\x1b[2J")}, "characters"),
        ({"verdict": Verdict.EDIT}, "value"),
        ({"verdict": Verdict.EDIT, "value": {"unit": "day"}}, "was read"),
        ({"verdict": Verdict.EDIT, "value": {"unit": "decade"}}, "decade"),
        ({"value": {"unit": "day"}}, "edit"),
    ],
)
def test_a_decision_that_cannot_be_is_told_and_not_kept(base: Base, change: dict[str, Any], message: str) -> None:
    call = {"verdict": Verdict.ACCEPT, "reason": "x", "actor": LOCAL, "value": None} | change
    name = base.one().item.id
    with base.reviews() as reviews:
        with pytest.raises(BadDecision, match=message):
            reviews.decide(name, call.pop("verdict"), **call)
        assert reviews.item(name).decisions == ()


def test_two_services_have_no_value_to_edit(twins: Base) -> None:
    with pytest.raises(BadDecision, match="two services"):
        twins.decide(Verdict.EDIT, SERVICES, text="x")


def test_while_a_build_is_at_work_nobody_decides(base: Base) -> None:
    name = base.one().item.id
    with base.home.hold(), base.reviews() as reviews:
        with pytest.raises(HomeBusy, match="try again"):
            reviews.decide(name, Verdict.ACCEPT, reason="x", actor=LOCAL.signing("y"))
        assert reviews.item(name).state is ReviewState.OPEN


def test_names_and_cursors_that_are_none_are_told(base: Base) -> None:
    with base.reviews() as reviews:
        calls: list[Callable[[], object]] = [
            lambda: reviews.item("0" * 20),
            lambda: reviews.decide("0" * 20, Verdict.ACCEPT, reason="x", actor=LOCAL.signing("y")),
        ]
        for call in calls:
            with pytest.raises(UnknownName):
                call()
        with pytest.raises(BadCursor):
            reviews.listed(TERMS, after="0" * 20)


def test_a_decided_item_that_no_build_finds_is_still_shown(base: Base) -> None:
    name = base.decide(Verdict.REJECT).item.id
    base.change(DOUBTFUL, SURE)
    with base.reviews() as reviews:
        assert reviews.listed(TERMS).items == ()
        assert reviews.item(name).state is ReviewState.REJECTED
