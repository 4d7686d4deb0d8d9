import os
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from kb.collect import MAX_BODY, CollectError, Found, check_body, find_files, load_body


def test_folder_means_the_known_files_below_it(tmp_path: Path) -> None:
    for name in ("b/2.md", "a.txt", "b/c/3.HTML", "skip.exe", "INDEX.tsv", ".git/x.txt", "x.warc.gz", "y.tar.gz"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    names = [found.document for found in find_files(tmp_path)]
    assert names == ["a.txt", "b/2.md", "b/c/3.HTML", "x.warc.gz"]


def test_single_file_is_named_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "құжат.txt"
    path.write_text("x")
    assert find_files(path) == [Found(path, "құжат.txt")]


@pytest.mark.parametrize("make", [False, True])
def test_missing_path_and_folder_without_files(tmp_path: Path, make: bool) -> None:
    folder = tmp_path / "жоқ"
    if make:
        folder.mkdir()
    with pytest.raises(CollectError) as caught:
        find_files(folder)
    assert str(folder) in str(caught.value)


@pytest.mark.parametrize(
    ("body", "name", "media_type"),
    [
        (b"hello", "a.txt", "text/plain"),
        (b"hello", "a", "text/plain"),
        (b"# hello", "a.md", "text/markdown"),
        (b"<!DOCTYPE html><p>x", "a.txt", "text/html"),
        (b"{}", "a.json", "application/json"),
        (b"a: 1", "a.yml", "application/yaml"),
        (b"a,b", "a.CSV", "text/csv"),
        (b"%PDF-1.7 x", "a.txt", "application/pdf"),
        (b"WARC/1.0 x", "a.warc", "application/warc"),
        ("сәлем".encode("utf-16"), "a.txt", "text/plain"),
        ("сәлем әлем".encode("utf-16-le"), "a.txt", "text/plain"),
        ("сәлем".encode("ptcp154"), "a.txt", "text/plain"),
    ],
)
def test_media_type_by_content_then_extension(body: bytes, name: str, media_type: str) -> None:
    assert check_body(body, name) == media_type


def test_docx_is_known_by_what_is_in_it() -> None:
    buffer = BytesIO()
    docx.Document().save(buffer)
    assert check_body(buffer.getvalue(), "a.bin").endswith("wordprocessingml.document")
    other = BytesIO()
    with ZipFile(other, "w") as archive:
        archive.writestr("x.txt", "x")
    with pytest.raises(CollectError, match="unpack it"):
        check_body(other.getvalue(), "a.zip")


@pytest.mark.parametrize(
    ("body", "name", "words"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\t\xef\xbb\xbf", "a.txt", "empty"),
        (b"\0\1\2\3" * 100, "a.txt", "binary"),
        (bytes(range(1, 32)) * 40, "a.md", "binary"),
        (b"plain words", "a.pdf", "not what the extension says"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.docx", "without a password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.doc", "without a password"),
        (b"plain words", "a.docx", "not what the extension says"),
    ],
)
def test_bodies_that_cannot_be_used(body: bytes, name: str, words: str) -> None:
    with pytest.raises(CollectError) as caught:
        check_body(body, name)
    assert str(caught.value).startswith(f"{name}: ")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_too_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BODY + 1)
    with pytest.raises(CollectError, match="limit is 64 MB"):
        load_body(path, "big.txt")


def test_missing_and_unreadable_files(tmp_path: Path) -> None:
    with pytest.raises(CollectError, match="no such file"):
        load_body(tmp_path / "x.txt", "x.txt")
    with pytest.raises(CollectError, match="cannot be read"):
        load_body(tmp_path, os.fspath(tmp_path.name))
