"""Files that are not what an import hopes for, and what stands on the disk afterwards."""

from pathlib import Path

import pytest

from kb.pipeline import Home, Registry, build_base, import_paths
from tests.command import Kb

TEXT = (
    "Зоотехникалық куәлік беру\n\n"
    "1. Мемлекеттік қызметті көрсету мерзімі – 5 (бес) жұмыс күні.\n"
    "2. Мемлекеттік қызмет тегін көрсетіледі, ақысы алынбайды.\n"
    "3. Құжаттарды қабылдау және нәтижені беру облыстық басқарма арқылы жүзеге асырылады.\n"
)
RUSSIAN = (
    "Выдача зоотехнического удостоверения\n\n"
    "1. Срок оказания государственной услуги составляет пять рабочих дней со дня обращения.\n"
    "2. Государственная услуга оказывается бесплатно всем обратившимся лицам.\n"
)


def _broken(folder: Path, kind: str) -> Path:
    path = folder / f"{kind}.txt"
    match kind:
        case "empty":
            path.touch()
        case "blank":
            path.write_bytes(b" \r\n\t\xef\xbb\xbf")
        case "binary":
            path.write_bytes(bytes(range(256)) * 40)
        case "picture":
            path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(2000))
        case "loop":
            path.symlink_to(path)
        case "dangling":
            path.symlink_to(folder / "nowhere")
        case "pdf":
            path = path.with_suffix(".pdf")
            path.write_bytes(b"%PDF-1.7\nnothing of a PDF follows\n")
        case "docx":
            path = path.with_suffix(".docx")
            path.write_bytes(b"PK\x03\x04 no zip at all")
        case "warc":
            path = path.with_suffix(".warc")
            path.write_bytes(b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 5000\r\n\r\ncut off")
    return path


KINDS = ("missing", "empty", "blank", "binary", "picture", "loop", "dangling", "pdf", "docx", "warc")


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_cannot_be_read_is_one_line_and_loses_nothing(
    kb: Kb, acts: Path, tmp_path: Path, kind: str
) -> None:
    home = Home(folder=tmp_path / "home")
    import_paths(home, [acts], sample=True)
    build_base(home)
    before = _files(home.folder / "archive")
    path = _broken(tmp_path, kind)
    ran = kb("import", path)
    assert ran.status == 2
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1, ran.err
    assert path.name in ran.err
    assert _files(home.folder / "archive") == before
    assert kb("build", "--lang", "en").out.startswith("Nothing changed")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", TEXT),
        ("utf-8-sig", TEXT),
        ("utf-16", TEXT),
        ("utf-16-le", TEXT),
        ("utf-16-be", TEXT),
        ("cp1251", RUSSIAN),
    ],
)
def test_every_encoding_is_read_as_the_same_text(home: Home, tmp_path: Path, encoding: str, text: str) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(text.encode(encoding))
    assert import_paths(home, [path]).failures == ()
    assert build_base(home).failures == ()
    digest = next(iter(home.archive().snapshots())).digest
    registry = Registry(home)
    assert registry.text(digest).lstrip("\ufeff") == text
    assert registry.body(digest) == path.read_bytes()
    assert registry.search("зоотехникалық" if text is TEXT else "зоотехнического").clauses
    registry.close()


def test_mixed_and_broken_encodings_are_read_with_an_issue_that_names_the_line(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "mixed.txt"
    path.write_bytes(TEXT.encode() + "Срок оказания".encode("cp1251") + b"\n\xff\xfe\x80\n" + TEXT.encode())
    assert import_paths(home, [path]).failures == ()
    assert build_base(home).failures == ()
    registry = Registry(home)
    issues = [one for one in registry.issues() if one.document == "mixed.txt"]
    assert issues
    assert any(one.line for one in issues)
    assert "жұмыс күні" in registry.text(next(iter(home.archive().snapshots())).digest)
    assert registry.search("зоотехникалық").clauses
    registry.close()


def test_the_same_file_twice_is_stored_and_read_once(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text(TEXT * 50, encoding="utf-8")
    import_paths(home, [path])
    assert build_base(home).read == 1
    size = sum(_files(home.folder / "archive").values())
    report = import_paths(home, [path, path])
    assert [one.state for one in report.imported] == ["unchanged", "unchanged"]
    assert sum(_files(home.folder / "archive").values()) < size * 3
    assert build_base(home).read == 0
    assert len(list(home.archive().snapshots())) == 1


def test_a_home_that_cannot_be_made_is_one_line(kb: Kb, acts: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("a file, not a folder", encoding="utf-8")
    for call in (("import", acts), ("build",), ("search", "паспорт")):
        ran = kb(*call, home=blocked / "home")
        assert ran.status == 1
        assert len(ran.err.splitlines()) == 1
        assert "KB_HOME" in ran.err
    assert blocked.read_text(encoding="utf-8") == "a file, not a folder"


def _files(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_size for path in sorted(folder.iterdir()) if path.suffix != ".lock"}
