"""Snapshots and siblings for tests that read files without an archive."""

from collections.abc import Mapping
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path

from kb.model import Snapshot
from scrapers import Related
from tests.examples.addresses import addresses_in


def snapshot_of(body: bytes, *, document: str, media_type: str, source: str) -> Snapshot:
    """The snapshot that an archive would give a body."""
    return Snapshot(
        digest="sha256:" + sha256(body).hexdigest(),
        document=document,
        source=source,
        media_type=media_type,
        taken_at=datetime(2026, 1, 1, tzinfo=UTC),
        size=len(body),
    )


def document_of(path: Path, folder: Path) -> str:
    """The address that `site.yaml` gives a file, else its path below the folder."""
    known = addresses_in(folder / path.relative_to(folder).parts[0]).get(path)
    return known or path.relative_to(folder).as_posix()


def related_below(folder: Path) -> Related:
    """Siblings by a pattern of document names, from the files below a folder."""
    names = {document_of(path, folder): path for path in folder.rglob("*") if path.is_file()}

    def related(pattern: str) -> Mapping[str, bytes]:
        return {name: path.read_bytes() for name, path in names.items() if fnmatchcase(name, pattern)}

    return related
