"""Files to import, with the names that their documents get."""

from dataclasses import dataclass
from pathlib import Path

from kb.collect.body import MEDIA_TYPES
from kb.collect.errors import CollectError


@dataclass(frozen=True, slots=True)
class Found:
    """A file and its document name: relative to the path that was given, `/` between the parts."""

    path: Path
    document: str


def find_files(path: Path) -> list[Found]:
    """Files below `path` that can be imported, by name; a file stands for itself.

    Hidden files and folders are left out. Raises CollectError when the path is missing, cannot be
    listed, or is a folder without any known file.
    """
    if path.is_file():
        return [Found(path, path.name)]
    if not path.is_dir():
        raise CollectError(f"{path}: no such file or folder")
    found = [
        Found(file, file.relative_to(path).as_posix())
        for file in sorted(path.rglob("*"))
        if _is_known(file.name) and not _is_hidden(file.relative_to(path)) and file.is_file()
    ]
    if not found:
        raise CollectError(f"{path}: no txt, md, html, pdf, docx, json, yaml, csv or warc file below this folder")
    return found


def _is_known(name: str) -> bool:
    suffix = Path(name).suffix.lower()
    return suffix in MEDIA_TYPES and (suffix != ".gz" or name.lower().endswith(".warc.gz"))


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
