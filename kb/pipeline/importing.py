"""Files into the archive."""

import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import scrapers
from kb.collect import (
    Archive,
    Captured,
    CollectError,
    Found,
    check_body,
    clashes,
    find_files,
    load_body,
    read_captures,
    tell_apart,
)
from kb.model import Snapshot
from kb.model.access import Actor
from kb.pipeline.audited_work import audited_work
from kb.pipeline.errors import UnknownName
from kb.pipeline.home import Home
from kb.pipeline.progress import Progress, Step, silent
from kb.pipeline.states import Imported, ImportReport
from kb.read import Head, ReadError
from kb.store import Store, StoreError

LOG = logging.getLogger(__name__)

WARC = "application/warc"


def import_paths(
    home: Home,
    paths: Sequence[Path],
    *,
    source: str | None = None,
    sample: bool = False,
    progress: Progress | None = None,
    actor: Actor | None = None,
) -> ImportReport:
    """Puts files, and the known files below folders, into the archive.

    A document is named by its path below the folder that was given; where two files would bear one name, by
    as many of the folders above as tell them apart.
    Beginning and end go into the audit trail under the person `actor`, if one is named and anything was found.
    A file that cannot be used is one line of the report's `failures`; the others are imported. Raises
    UnknownName for a source that does not exist and HomeBusy while another import or build is at work.
    """
    check_source(source)
    found: list[Found] = []
    failures: list[str] = []
    for path in paths:
        try:
            found += find_files(path)
        except CollectError as problem:
            failures.append(str(problem))
    named = tell_apart(found)
    alike = clashes(named)
    failures += [
        f"{name}: {len(places)} files bear this name; import them one by one" for name, places in alike.items()
    ]
    found = [one for one in named if one.document not in alike]
    if not found:  # nothing is written for it: no base, and no entry in the audit trail
        return ImportReport(imported=(), failures=tuple(failures))
    bodies = ((one.document, one.path) for one in found)
    asked = _Asked(source=source, sample=sample, actor=actor, progress=progress or silent)
    return _import(home, bodies, len(found), failures, asked)


def import_body(
    home: Home,
    body: bytes,
    *,
    document: str,
    source: str | None = None,
    sample: bool = False,
    actor: Actor | None = None,
) -> ImportReport:
    """Puts one body (what was piped in) into the archive under a document name; see `import_paths`."""
    check_source(source)
    return _import(home, [(document, body)], 1, [], _Asked(source=source, sample=sample, actor=actor))


def check_source(name: str | None) -> None:
    """Raises UnknownName with the names that exist when no source goes by this one; None is fine."""
    known = scrapers.discover()
    if name is not None and name not in known:
        raise UnknownName(f"no source {name!r}; there are: {', '.join(sorted(known))}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """How an import is to be done, and by whom."""

    source: str | None
    sample: bool
    actor: Actor | None
    progress: Progress = silent


def _import(
    home: Home, bodies: Iterable[tuple[str, Path | bytes]], total: int, failures: list[str], asked: _Asked
) -> ImportReport:
    imported: list[Imported] = []
    begun = {"files": total, "source": asked.source, "sample": asked.sample}
    with (
        home.hold(),
        closing(home.store()) as store,
        audited_work(store, "import", target="archive", actor=asked.actor, asked=begun) as told,
    ):
        archive = home.archive()
        with store.read() as base:
            removed = base.removed()
        for done, (document, place) in enumerate(bodies):
            asked.progress(Step(stage="import", done=done, total=total, item=document))
            try:
                for captured in _captures(document, place):
                    one = _add(archive, captured, source=asked.source, sample=asked.sample)
                    imported.append(_lift(store, one) if (one.source, one.document) in removed else one)
            except (CollectError, ReadError) as problem:
                failures.append(str(problem))
            except StoreError:
                raise
            except Exception as problem:  # one file, whatever it holds, must not stop the others
                LOG.debug("importing %s", document, exc_info=True)
                failures.append(f"{document}: cannot be read ({type(problem).__name__}: {problem})")
            told.update(Counter(one.state for one in imported), failures=len(failures))
        asked.progress(Step(stage="import", done=total, total=total))
    return ImportReport(imported=tuple(imported), failures=tuple(failures))


def _captures(document: str, place: Path | bytes) -> Iterator[Captured]:
    body = place if isinstance(place, bytes) else load_body(place, document)
    media_type = check_body(body, document)
    if media_type == WARC:
        yield from read_captures(body, document)
    else:
        yield Captured(document=document, body=body, media_type=media_type, taken_at=datetime.now(UTC))


def _add(
    archive: Archive,
    captured: Captured,
    *,
    source: str | None,
    sample: bool,
) -> Imported:
    name = source or (captured.source if captured.source in scrapers.discover() else None)
    if name is None:
        head = Head.of(captured.body, media_type=captured.media_type, document=captured.document)
        name = _recognise(head, captured.document)
    before = archive.newest(captured.document, captured.language)
    snapshot = archive.add(
        captured.body,
        document=captured.document,
        source=name,
        media_type=captured.media_type,
        taken_at=captured.taken_at,
        language=captured.language,
        sample=sample or captured.sample,
        listing=captured.listing,
        exchange=captured.exchange,
    )
    state = _state(snapshot, before.snapshot if before else None)
    return Imported(document=snapshot.document, source=snapshot.source, state=state)


def _state(snapshot: Snapshot, before: Snapshot | None) -> str:
    """Against the newest body that its document had; an older one (out of a WARC file) takes nobody's place."""
    if before is None:
        return "added"
    if (snapshot.source, snapshot.digest) == (before.source, before.digest):
        return "unchanged"
    return "replaced" if snapshot.taken_at >= before.taken_at else "added"


def _lift(store: Store, one: Imported) -> Imported:
    with store.write() as writer:
        writer.lift_removed(one.source, one.document)
    return Imported(document=one.document, source=one.source, state="restored")


def _recognise(head: Head, document: str) -> str:
    try:
        return scrapers.recognise(head).SOURCE.id
    except scrapers.ScraperError as error:
        raise scrapers.ScraperError(f"{document}: {error}; name a source with --source") from error
