"""Acts that do not hold any more, as the registry tells them."""

from datetime import date
from pathlib import Path

import pytest

from kb.model import ActStatus, Language
from kb.pipeline import Home, Registry, build_base, import_paths

TODAY = date(2026, 1, 1)
SHEET = "**/*-990001/meta.yaml"
QUESTION = "Сколько дней выдают паспорт пасеки?"


def build(home: Home, acts: Path, *, end: str) -> Registry:
    """The samples with a note at the end of one act's requisites."""
    (sheet,) = acts.glob(SHEET)
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("№ 99-01\n", f"№ 99-01{end}\n"), encoding="utf-8")
    import_paths(home, [acts], sample=True)
    assert build_base(home).failures == ()
    return Registry(home, today=lambda: TODAY)


@pytest.mark.parametrize(
    ("end", "last"),
    [
        (". Утратил силу приказом Министра от 5 мая 2021 года № 3", date(2021, 5, 5)),
        (". Утратил силу", date(2016, 4, 1)),
    ],
)
def test_a_repealed_act_supplies_no_current_value(home: Home, acts: Path, end: str, last: date) -> None:
    registry = build(home, acts, end=end)
    statements = registry.card("zan:990001/appendix").statements
    assert {(one.valid_from, one.valid_to) for one in statements} == {(date(2016, 4, 1), last)}
    answer = registry.ask(QUESTION, language=Language.RU)
    assert answer.service is not None
    assert answer.service.id == "zan:990001/appendix"
    assert answer.values == ()
    assert registry.search("паспорт пасеки").clauses == ()
    assert registry.act("zan:990001").act.status is ActStatus.REPEALED
    registry.close()


def test_it_is_told_for_a_day_on_which_it_held(home: Home, acts: Path) -> None:
    registry = build(home, acts, end=". Утратил силу приказом Министра от 5 мая 2021 года № 3")
    assert registry.ask(QUESTION, as_of=date(2021, 5, 4)).values
    assert not registry.ask(QUESTION, as_of=date(2021, 5, 5)).values
    assert registry.search("паспорт пасеки", as_of=date(2021, 5, 4)).clauses
    registry.close()


def test_an_act_in_force_is_told_today(home: Home, acts: Path) -> None:
    registry = build(home, acts, end="")
    assert registry.ask(QUESTION).values
    assert registry.search("паспорт пасеки").clauses
    registry.close()


def test_a_registered_act_goes_by_its_code_in_the_legal_database(home: Home, acts: Path) -> None:
    registry = build(
        home, acts, end=". Зарегистрирован в Министерстве юстиции Республики Казахстан 20 апреля 2016 года № 13500"
    )
    statements = registry.card("zan:990001/appendix").statements
    assert {one.evidence.act for one in statements} == {"V1600013500"}
    record = registry.act("zan:990001")
    assert record == registry.act("V1600013500")
    assert (record.act.id, record.act.ids) == ("V1600013500", ("V1600013500", "zan:990001"))
    assert {one.snippet.evidence.act for one in registry.search("паспорт пасеки").clauses} == {"V1600013500"}
    registry.close()
