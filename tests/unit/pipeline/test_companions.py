"""Bodies beside a document, by patterns of their names."""

from datetime import UTC, datetime
from fnmatch import fnmatchcase
from glob import escape
from pathlib import Path

import pytest

from kb.collect import Archive
from kb.model import Language, Snapshot
from kb.pipeline.companions import Companions

NOW = datetime(2031, 4, 9, tzinfo=UTC)
NAMES = (
    "парк/meta.yaml", "парк/meta2.yaml", "парк/rus.md", "парк@2031/meta.yaml", "https://example.org/act?code=7",
    "https://example.org/act?code=71", "https://example.org/act[7]", "сад/*", "сад/аллея", "а", "яблоня/z",
)  # fmt: skip


def add(archive: Archive, name: str, words: str, *, language: Language | None = None) -> Snapshot:
    return archive.add(
        words.encode(), document=name, source="acts", media_type="text/plain", taken_at=NOW, language=language
    )


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path / "archive")
    for name in NAMES:
        add(archive, name, f"Мәтін: {name}")
    return archive


@pytest.fixture
def companions(archive: Archive) -> Companions:
    return Companions(archive, lambda: archive.snapshots("acts"))


@pytest.mark.parametrize(
    "pattern",
    [
        *(escape(name) for name in NAMES), "парк/meta*.yaml", "парк@*/meta*.yaml", "*", "*.md", "?", "https://*",
        f"{escape('https://example.org/act?code=7')}*", "сад/[*]", "сад/[!*]*", "парк/[mr]*", "жоқ", "", "парк/",
        "парк/[", "парк/[]m]*",
    ],
)  # fmt: skip
def test_a_pattern_finds_what_fnmatch_finds(companions: Companions, pattern: str) -> None:
    expected = {name: f"Мәтін: {name}".encode() for name in sorted(NAMES) if fnmatchcase(name, pattern)}
    found = companions.bodies(pattern)
    assert found == expected
    assert list(found) == list(expected)


def test_an_escaped_name_is_that_name_alone(companions: Companions) -> None:
    name = "https://example.org/act?code=7"
    assert list(companions.bodies(escape(name))) == [name]


def test_the_digest_of_a_pattern_tells_what_came_went_or_changed(archive: Archive) -> None:
    def digest(pattern: str) -> str:
        return Companions(archive, lambda: archive.snapshots("acts")).digest(pattern)

    before = digest("парк/*"), digest("сад/*")
    add(archive, "парк/meta3.yaml", "Жаңа.")
    came = digest("парк/*")
    add(archive, "парк/meta3.yaml", "Басқа.")
    assert len({before[0], came, digest("парк/*")}) == 3
    assert digest("сад/*") == before[1]


def test_of_a_document_in_two_languages_one_body_stands_for_its_name(archive: Archive) -> None:
    add(archive, "мұражай", "Қазақша.", language=Language.KK)
    russian = add(archive, "мұражай", "По-русски.", language=Language.RU)
    held = Companions(archive, lambda: archive.snapshots("acts"))
    assert held.bodies("мұражай") == {"мұражай": archive.body(russian.digest)}


def test_nothing_is_listed_before_a_pattern_is_asked_for(archive: Archive) -> None:
    asked: list[str] = []

    def listed() -> list[Snapshot]:
        asked.append("now")
        return list(archive.snapshots("acts"))

    held = Companions(archive, listed)
    assert asked == []
    held.digest("а")
    held.bodies("парк/*")
    assert asked == ["now"]
