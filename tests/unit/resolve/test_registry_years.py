"""In which editions of the register a service stands; editions and services are invented."""

from datetime import date

import pytest

from kb.model import Attribute, Evidence, Language, Mention, RegisterStatus, RegisterText, SourceKind, Statement, Text
from kb.resolve import Group, RegisterEditions

KK, RU = Language.KK, Language.RU
DAYS = {"a": date(2030, 5, 1), "b": date(2031, 5, 1), "c": date(2033, 5, 1)}
GROUP = Group(keys=("registry/99101001",), ids=("99101001",))


def digest(name: str) -> str:
    return f"sha256:{name}"


def editions(texts: str = "abc") -> RegisterEditions:
    return RegisterEditions(
        RegisterText(snapshot=digest(name), language=RU, edition=DAYS[name], taken_on=date(2040, 1, 1))
        for name in texts
    )


def evidence(snapshot: str, language: Language = RU) -> Evidence:
    return Evidence(
        document=snapshot, snapshot=digest(snapshot), act=None, edition=None, language=language,
        clause=None, start=0, end=4, line=1, quote="сөзі",
    )  # fmt: skip


def mentions(snapshots: str) -> list[Mention]:
    return [
        Mention(
            key=GROUP.keys[0], name_kk=None, name_ru="Осмотр горки", evidence=evidence(name), source="registry",
            codes={"registry": "99101001"},
        )
        for name in snapshots
    ]  # fmt: skip


def form(snapshot: str, code: str) -> Statement:
    return Statement(
        service=GROUP.keys[0], attribute=Attribute.FORM, value=Text(text=code, code=code), source_kind=SourceKind.ACT,
        evidence=evidence(snapshot),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "held", "told"),
    [
        ("abc", "abc", (RegisterStatus.REGISTERED, None, None)),
        ("abc", "bc", (RegisterStatus.REGISTERED, 2031, None)),
        ("abc", "a", (RegisterStatus.EXCLUDED, None, 2031)),
        ("abc", "b", (RegisterStatus.EXCLUDED, 2031, 2033)),
        ("abc", "ac", (RegisterStatus.REGISTERED, None, None)),
        ("a", "a", (RegisterStatus.REGISTERED, None, None)),
        ("abc", "x", (RegisterStatus.UNLISTED, None, None)),
    ],
)
def test_status_and_years(texts: str, held: str, told: tuple[RegisterStatus, int | None, int | None]) -> None:
    standing = editions(texts).standing_of(mentions(held))
    assert (standing.status, standing.year_in, standing.year_out) == told


def test_editions_that_agree_are_one_state_and_a_gap_parts_them() -> None:
    def periods(held: str, *codes: str) -> list[tuple[date, date | None, tuple[str, ...]]]:
        stated = [form(name, code) for name, code in zip(held, codes, strict=True)]
        return [
            (one.since, one.until, one.service.forms) for one in editions().states_of(GROUP, mentions(held), stated)
        ]

    a, b, c = DAYS.values()
    assert periods("abc", "paper", "paper", "paper") == [(a, None, ("paper",))]
    assert periods("abc", "paper", "paper", "electronic") == [(a, c, ("paper",)), (c, None, ("electronic",))]
    assert periods("ac", "paper", "paper") == [(a, b, ("paper",)), (c, None, ("paper",))]


def test_the_present_service_is_told_by_the_newest_edition_that_has_it() -> None:
    old, new, card = form("a", "paper"), form("b", "electronic"), form("portal", "paper")
    assert editions().current(mentions("ab"), [old, new, card]) == (new, card)
    assert editions().current(mentions("x"), [card]) == (card,)


def test_texts_of_both_languages_are_read_each_by_its_newest() -> None:
    texts = [
        RegisterText(snapshot="kk-1", language=KK, edition=DAYS["a"], taken_on=DAYS["c"]),
        RegisterText(snapshot="ru-1", language=RU, edition=DAYS["a"], taken_on=DAYS["c"]),
        RegisterText(snapshot="ru-2", language=RU, edition=DAYS["b"], taken_on=DAYS["c"]),
    ]
    told = RegisterEditions(texts)
    assert told.days == (DAYS["a"], DAYS["b"])
    assert told.snapshots_on(DAYS["b"]) == {"kk-1", "ru-2"}
    assert told.snapshots_on(date(2030, 4, 30)) == frozenset()


def test_a_text_without_a_day_stands_for_the_day_it_was_taken() -> None:
    told = RegisterEditions([RegisterText(snapshot="u", language=RU, edition=None, taken_on=date(2034, 7, 8))])
    assert (told.day_of("u"), told.day_of("v")) == (date(2034, 7, 8), None)
    assert (told.day_on(date(2034, 7, 7)), told.day_on(date(2035, 1, 1))) == (None, date(2034, 7, 8))
