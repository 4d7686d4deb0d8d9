"""Acts under several names, editions and repeals; all are invented."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kb.model import (
    Act,
    ActStatus,
    Attribute,
    Bound,
    Deadline,
    Edition,
    Evidence,
    Language,
    SourceKind,
    Statement,
    Unit,
)
from kb.resolve import ActHistory, date_statements, statements_on

KK, RU = Language.KK, Language.RU
FIRST, SECOND, THIRD = date(2020, 3, 1), date(2022, 7, 1), date(2024, 1, 1)


def act(name: str, *others: str, status: ActStatus = ActStatus.UNKNOWN, repealed_on: date | None = None) -> Act:
    return Act(
        id=name, ids=(name, *others), type=None, number=None, date=None, title_kk=None, title_ru=None, status=status,
        repealed_on=repealed_on,
    )  # fmt: skip


def edition(name: str, day: date | None, language: Language = KK) -> Edition:
    return Edition(act=name, date=day, language=language, snapshot="sha256:0")


def term(name: str | None, day: date | None, language: Language = KK) -> Statement:
    return Statement(
        service="k",
        attribute=Attribute.DEADLINE,
        value=Deadline(value=Decimal(3), unit=Unit.DAY, bound=Bound.EXACT),
        source_kind=SourceKind.STANDARD,
        evidence=Evidence(
            document="a", snapshot="sha256:0", act=name, edition=day, language=language, clause=None, start=0, end=4,
            line=1, quote="сөзі",
        ),
    )  # fmt: skip


def period(statement: Statement, history: ActHistory) -> tuple[date | None, date | None]:
    (dated,) = date_statements([statement], history)
    return dated.valid_from, dated.valid_to


def test_a_later_edition_without_statements_ends_the_earlier_one() -> None:
    history = ActHistory([act("V1")], [edition("V1", FIRST), edition("V1", SECOND), edition("V1", THIRD, RU)])
    assert period(term("V1", FIRST), history) == (FIRST, SECOND)
    assert period(term("V1", SECOND), history) == (SECOND, None)
    assert period(term("V1", FIRST, RU), history) == (FIRST, THIRD)


def test_an_act_that_sources_know_by_different_names_is_one_act() -> None:
    acts = [act("zan:7"), act("V2", "zan:7"), act("V2"), act("zan:8")]
    history = ActHistory(acts, [edition("zan:7", FIRST), edition("V2", SECOND), edition("zan:8", THIRD)])
    assert [history.id_of(name) for name in ("zan:7", "V2", "zan:8", "V9")] == ["V2", "V2", "zan:8", "V9"]
    assert period(term("zan:7", FIRST), history) == (FIRST, SECOND)
    assert next(date_statements([term("zan:7", FIRST)], history)).evidence.act == "V2"


def test_names_that_are_tied_later_are_one_act() -> None:
    history = ActHistory([act("zan:7", "a"), act("zan:9", "b"), act("a", "b")], [])
    assert {history.id_of(name) for name in ("zan:7", "zan:9", "a", "b")} == {"a"}


def test_a_repealed_act_holds_until_its_repeal() -> None:
    repealed = act("V1", status=ActStatus.REPEALED, repealed_on=SECOND)
    history = ActHistory([act("V1", status=ActStatus.IN_FORCE), repealed], [edition("V1", FIRST)])
    dated = list(date_statements([term("V1", FIRST), term("V1", None)], history))
    assert [(one.valid_from, one.valid_to) for one in dated] == [(FIRST, SECOND), (None, SECOND)]
    assert len(statements_on(dated, date(2022, 6, 30))) == 2
    assert statements_on(dated, SECOND) == ()
    assert history.status_of("V1") is ActStatus.REPEALED


@pytest.mark.parametrize("day", [FIRST, None])
def test_a_repeal_without_a_date_leaves_no_day_on_which_the_last_text_holds(day: date | None) -> None:
    history = ActHistory([act("V1", status=ActStatus.REPEALED)], [edition("V1", day)])
    dated = list(date_statements([term("V1", day)], history))
    assert [statements_on(dated, today) for today in (FIRST, SECOND, THIRD)] == [(), (), ()]


def test_a_repeal_without_a_date_leaves_earlier_editions_their_periods() -> None:
    history = ActHistory([act("V1", status=ActStatus.REPEALED)], [edition("V1", FIRST), edition("V1", SECOND)])
    assert period(term("V1", FIRST), history) == (FIRST, SECOND)
    assert statements_on(date_statements([term("V1", SECOND)], history), THIRD) == ()


def test_the_repeal_told_under_one_name_ends_statements_under_another() -> None:
    history = ActHistory([act("zan:7"), act("V2", "zan:7", status=ActStatus.REPEALED, repealed_on=SECOND)])
    assert period(term("zan:7", FIRST), history) == (FIRST, SECOND)


def test_what_a_text_says_of_its_own_end_is_kept_when_it_is_earlier() -> None:
    history = ActHistory([act("V1")], [edition("V1", FIRST), edition("V1", THIRD)])
    assert period(replace(term("V1", FIRST), valid_to=SECOND), history) == (FIRST, SECOND)


def test_statements_of_no_act_keep_what_they_had() -> None:
    one = term(None, FIRST)
    assert list(date_statements([one], ActHistory([act("V1")], [edition("V1", SECOND)]))) == [one]
