"""Annexes of several rules that share a key, in names made for these tests."""

from collections import Counter
from datetime import date

import pytest

from kb.model import Language
from kb.resolve.shared_keys import AnnexText, annex_key, is_shared, own_keys

KK, RU = Language.KK, Language.RU
KEY = "zan:990001/annex-1"
OLD, NEW = date(2031, 1, 1), date(2032, 1, 1)
HIVES = Counter({"deadline 3 working_day": 1, "fee mrp 2": 1, "3": 2, "elicense": 1, "document None": 6})
KITES = Counter({"deadline 10 working_day": 1, "fee free None": 1, "10": 1, "15": 2, "document None": 2})


def text(
    place: str, language: Language, name: str | None, figures: Counter[str], edition: date | None = OLD
) -> AnnexText:
    return AnnexText(place=(place, "sha256:0"), language=language, edition=edition, name=name, figures=figures)


def keys(*texts: AnnexText) -> dict[str, str]:
    return {place: key for (place, _), key in own_keys(KEY, texts).items()}


HIVES_RU = text("ru/1.md", RU, "выдача паспорта пасеки", HIVES)
HIVES_KK = text("kk/7.md", KK, "омарта паспортын беру", HIVES + Counter({"document None": 1}))
KITES_RU = text("ru/2.md", RU, "согласование полёта воздушного змея", KITES)
KITES_KK = text("kk/8.md", KK, "батпырауық ұшыруды келісу", KITES)


def test_services_of_two_rules_get_their_own_keys_and_both_languages_meet() -> None:
    found = keys(KITES_KK, HIVES_RU, KITES_RU, HIVES_KK)
    assert found["ru/1.md"] == found["kk/7.md"]
    assert found["ru/2.md"] == found["kk/8.md"]
    assert len(set(found.values())) == 2
    assert KEY in found.values()
    assert {annex_key(key) for key in found.values()} == {KEY}


def test_the_service_of_the_oldest_edition_keeps_the_key() -> None:
    later = [
        text("a.md", RU, "согласование полёта воздушного змея", KITES, NEW),
        text("b.md", KK, "батпырауық ұшыруды келісу", KITES, NEW),
    ]
    found = keys(*later, HIVES_RU, HIVES_KK)
    assert (found["ru/1.md"], found["kk/7.md"]) == (KEY, KEY)
    assert found["a.md"] == found["b.md"] != KEY
    assert keys(*later, HIVES_RU, HIVES_KK) == keys(HIVES_KK, *reversed(later), HIVES_RU)


def test_the_key_of_a_service_stays_when_later_editions_come() -> None:
    before = keys(HIVES_RU, KITES_RU)
    more = text("ru/3.md", RU, "согласование полёта воздушного змея и шара", KITES, NEW)
    after = keys(HIVES_RU, KITES_RU, text("kk/0.md", KK, "батпырауық ұшыруды келісу", KITES, NEW), more)
    assert {place: after[place] for place in before} == before
    assert after["ru/3.md"] == after["ru/2.md"]


@pytest.mark.parametrize(
    "texts",
    [
        (HIVES_RU, HIVES_KK),
        (HIVES_RU, KITES_KK),  # one name in each language: nothing tells them apart
        (HIVES_RU, text("later.md", RU, "выдача паспорта большой пасеки", KITES, NEW)),
        (HIVES_RU, text("later.md", RU, "учёт ульев на кочевье", HIVES, NEW)),  # renamed: its figures are the same
        (HIVES_RU, text("nameless.md", RU, None, KITES, NEW)),
    ],
)
def test_texts_of_one_service_keep_their_key(texts: tuple[AnnexText, ...]) -> None:
    assert set(keys(*texts).values()) == {KEY}


def test_two_names_in_one_edition_are_two_services_whatever_their_figures() -> None:
    twin = text("ru/9.md", RU, "учёт ульев на кочевье", HIVES)
    assert len(set(keys(HIVES_RU, twin).values())) == 2


def test_a_text_without_a_name_goes_with_the_figures() -> None:
    found = keys(HIVES_RU, KITES_RU, text("nameless.md", KK, None, KITES))
    assert found["nameless.md"] == found["ru/2.md"]


def test_only_names_of_one_language_tell_that_a_key_is_shared() -> None:
    assert is_shared([HIVES_RU, KITES_RU])
    assert not is_shared([HIVES_RU, HIVES_KK])
    assert not is_shared([HIVES_RU, text("nameless.md", RU, None, KITES)])
