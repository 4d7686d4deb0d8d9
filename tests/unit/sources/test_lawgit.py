"""Acts from the git repositories: which are asked for, which act a file is of, and of which day."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from fnmatch import fnmatchcase
from hashlib import sha256

import pytest

from kb.collect import NotOffered
from kb.model import ActStatus, Document, Reach, Repository, Snapshot
from scrapers import lawgit

FOLDER = "ministerial/07-ministerial/103003000000-qriim/2031/0409-o-proverke-fonarei-990070"
TEXT = "# О проверке фонарей\n\n1. Фонарь проверяют за два дня.\n\n2. Проверка бесплатна.\n"
SHEET = (
    "act_code: '990070'\n"
    "requisite: Приказ Министра фонарей Республики Казахстан от 9 апреля 2031 года № Ф-7. Зарегистрирован в "
    "Министерстве юстиции Республики Казахстан 20 апреля 2031 года № 99070\n"
    "title: {rus: О проверке фонарей, kaz: Шамдарды тексеру туралы}\n"
    "form: ПРИК\n"
    "approved_on: 2031-04-09\n"
    "version_date: {rus: %s, kaz: %s}\n"
)


def read(document: str, body: str = TEXT, **beside: str) -> Document:
    """The document, with sheets beside it given as `folder@commit` → content."""
    bodies = {f"{folder}/meta.yaml": sheet.encode() for folder, sheet in beside.items()}

    def related(pattern: str) -> Mapping[str, bytes]:
        return {name: sheet for name, sheet in bodies.items() if fnmatchcase(name, pattern)}

    raw = body.encode()
    snapshot = Snapshot(
        digest="sha256:" + sha256(raw).hexdigest(),
        document=document,
        source="lawgit",
        media_type="text/markdown",
        taken_at=datetime(2032, 1, 1, tzinfo=UTC),
        size=len(raw),
    )
    return lawgit.read(snapshot, raw, related)


def codes(document: Document) -> set[str]:
    return {issue.code for issue in document.issues}


def asked(*only: str) -> list[Repository]:
    return [one for one in lawgit.discover(Reach(today=date(2032, 1, 1), only=only)) if isinstance(one, Repository)]


def test_a_tier_is_one_repository_of_the_organisation() -> None:
    (tier,) = asked("ministerial")
    assert tier.url == f"{lawgit.SOURCE.urls[0]}/ministerial"
    assert tier.name == "ministerial"


def test_without_a_name_all_tiers_are_asked_for_once() -> None:
    names = [one.name for one in asked()]
    assert {"codes", "government", "ministerial"} < set(names)
    assert len([name for name in names if name.startswith("local-")]) == 22
    assert len(names) == len(set(names)) == 25


def test_an_unknown_tier_is_told_with_the_known_ones() -> None:
    with pytest.raises(NotOffered, match=r"no tier town; known are codes, government, ministerial, local-"):
        asked("codes", "town")


def test_the_sheet_tells_the_act_and_the_day_in_each_language() -> None:
    place = f"{FOLDER}@0a1b2c3d"
    found = read(f"{place}/rus.md", **{place: SHEET % ("2031-05-01", "2031-06-01")})
    act = found.act
    assert act is not None
    assert act.ids == ("zan:990070", "V3100099070")
    assert (act.number, act.date) == ("Ф-7", date(2031, 4, 9))
    assert (act.title_ru, act.title_kk) == ("О проверке фонарей", "Шамдарды тексеру туралы")
    assert act.issuers == ("Министра фонарей Республики Казахстан",)
    assert (act.registered_number, act.registered_on) == ("99070", date(2031, 4, 20))
    assert found.edition is not None
    assert found.edition.date == date(2031, 5, 1)
    kazakh = read(f"{place}/kaz.md", "1. Шамды екі күнде тексереді.\n", **{place: SHEET % ("2031-05-01", "2031-06-01")})
    assert kazakh.edition is not None
    assert kazakh.edition.date == date(2031, 6, 1)


@pytest.mark.parametrize("part", ["rus/an001.md", "rus/part041.md", "rus/pt002-sec003-ch010.md"])
def test_a_part_is_of_the_act_whatever_its_name(part: str) -> None:
    place = f"{FOLDER}@0a1b2c3d"
    found = read(f"{place}/{part}", **{place: SHEET % ("2031-05-01", "2031-06-01")})
    assert found.act is not None
    assert found.act.id == "zan:990070"
    assert found.edition is not None
    assert found.edition.date == date(2031, 5, 1)


def test_editions_of_other_commits_have_their_own_days() -> None:
    first, second = f"{FOLDER}@0a1b2c3d", f"{FOLDER}@4e5f6a7b"
    sheets = {first: SHEET % ("2031-05-01", "2031-05-01"), second: SHEET % ("2031-09-01", "2031-09-01")}
    days = [read(f"{place}/rus.md", **sheets).edition for place in (first, second)]
    assert [day.date for day in days if day] == [date(2031, 5, 1), date(2031, 9, 1)]


def test_a_sheet_of_another_edition_tells_the_act_but_no_day() -> None:
    found = read(f"{FOLDER}@0a1b2c3d/rus.md", **{f"{FOLDER}@4e5f6a7b": SHEET % ("2031-09-01", "2031-09-01")})
    assert found.act is not None
    assert found.act.number == "Ф-7"
    assert found.edition is not None
    assert found.edition.date is None
    assert "unknown_edition" in codes(found)


def test_a_sheet_of_another_act_beside_is_not_taken() -> None:
    other = FOLDER.replace("990070", "990071")
    found = read(f"{FOLDER}@0a1b2c3d/rus.md", **{other: SHEET % ("2031-09-01", "2031-09-01")})
    assert found.act is not None
    assert (found.act.id, found.act.number) == ("zan:990070", None)
    assert "no_data_sheet" in codes(found)


def test_a_repeal_in_the_sheet_is_known_with_the_act_that_did_it() -> None:
    place = f"{FOLDER}@0a1b2c3d"
    words = "№ 99070. Утратил силу приказом Министра фонарей Республики Казахстан от 5 мая 2033 года № Ф-9"
    found = read(f"{place}/rus.md", **{place: (SHEET % ("2033-05-05", "2033-05-05")).replace("№ 99070", words)})
    assert found.act is not None
    assert found.act.status is ActStatus.REPEALED
    assert found.act.repealed_on == date(2033, 5, 5)
    assert "Ф-9" in (found.act.repealed_by or "")


@pytest.mark.parametrize(
    ("folder", "day"),
    [
        (FOLDER, date(2031, 4, 9)),
        ("t/103003000000-qriim/20310409-o-proverke-fonarei-990070@0a1b2c3d", date(2031, 4, 9)),
        ("t/103003000000-qriim/2031/9999-o-proverke-fonarei-990070", None),
        ("990070-fonari", None),
    ],
)
def test_without_a_sheet_the_folder_tells_the_act(folder: str, day: date | None) -> None:
    found = read(f"{folder}/rus.md")
    assert found.act is not None
    assert (found.act.id, found.act.date) == ("zan:990070", day)


def test_without_sheet_and_requisites_the_agency_of_the_folder_is_the_issuer() -> None:
    found = read(f"{FOLDER}@0a1b2c3d/rus.md")
    assert found.act is not None
    assert found.act.issuers == ("Министерство внутренних дел Республики Казахстан",)
    assert read("a/999999999999-else/2031/0409-x-990070/rus.md").act != found.act


def test_a_file_outside_the_layout_is_of_no_known_act() -> None:
    found = read("notes/rus.md")
    assert found.act is None
    assert {"no_data_sheet", "unknown_act"} <= codes(found)


def test_a_list_of_parts_is_not_taken_for_an_act_without_clauses() -> None:
    place = f"{FOLDER}@0a1b2c3d"
    listed = "# О проверке фонарей\n\n- [Приложение 1](rus/an001.md)\n- [Приложение 2](./rus/an002.md#p1)\n"
    found = read(f"{place}/rus.md", listed, **{place: SHEET % ("2031-05-01", "2031-05-01")})
    assert not {"no_clauses", "missing_annex"} & codes(found)
    bare = read(f"{place}/rus.md", "Слова.\n", **{place: SHEET % ("2031-05-01", "2031-05-01")})
    assert bare.act is not None
