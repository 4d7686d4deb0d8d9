"""A repository into the archive: every edition of every text that its branches and build tags lead to."""

import sqlite3
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path

from kb.collect.archive import Archive
from kb.collect.fetch import FetchSettings
from kb.collect.fetch.addresses import Resolve, resolve_by_system
from kb.collect.git.edition import is_safe
from kb.collect.git.error import GitError
from kb.collect.git.history import History, Progress, RepositoryReport
from kb.collect.git.ledger import Ledger
from kb.collect.git.limits import GitLimits
from kb.collect.git.lock import hold_copy
from kb.collect.git.mirror import update_mirror
from kb.collect.git.objects import Objects
from kb.collect.git.remote import check_remote
from kb.model import Repository, Source


def collect_repository(
    request: Repository,
    *,
    source: Source,
    archive: Archive,
    folder: Path,
    settings: FetchSettings,
    clock: Callable[[], datetime],
    progress: Progress,
    since: date | None = None,
    limit: int | None = None,
    limits: GitLimits | None = None,
    resolve: Resolve = resolve_by_system,
) -> RepositoryReport:
    """Fetches a repository into a copy below `folder` and archives what is new in it.

    Documents are named `<name>/<folder>@<commit>/<file>` by the commit that first brought them: such a name never
    changes its content, also when branches are pushed anew. `since` is the first day of commits that count, `limit`
    the number of documents after which no further edition is begun. `progress` gets the documents done and what
    is at work. Raises FetchError (GitError) when the repository may not or cannot be fetched or its
    copy cannot be read, CollectError when the archive cannot be written to; what was archived stays, and the next
    run goes on from there.
    """
    limits = limits or GitLimits()
    if not is_safe(request.name) or "/" in request.name:
        raise GitError(f"{request.name!r} is no name for a folder", code="bad_address", url=request.url)
    remote = check_remote(request.url, source=source, settings=settings, limits=limits, resolve=resolve)
    copy = folder / f"{request.name}.git"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with ExitStack() as stack:
            lock = stack.enter_context(
                hold_copy(folder / f"{request.name}.lock", url=request.url, wait=limits.wait_for_other)
            )
            update_mirror(
                copy, remote, limits=limits, lock=lock, tell=lambda words: progress(0, f"{request.name}: {words}")
            )
            history = History(
                request=request,
                source=source,
                archive=archive,
                objects=stack.enter_context(Objects(copy, limit=limits.blob)),
                ledger=stack.enter_context(Ledger(folder / f"{request.name}.sqlite")),
                clock=clock,
                since=since,
                limit=limit,
                blob_limit=limits.blob,
            )
            return history.follow(copy, progress)
    except (OSError, sqlite3.Error) as error:
        raise GitError(f"{copy}: cannot be kept here ({error})", code="disk_full", url=request.url) from error
