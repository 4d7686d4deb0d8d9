"""The editions that a copy's branches and build tags lead to, into the archive."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from kb.collect.archive import Archive
from kb.collect.body import check_body
from kb.collect.errors import CollectError
from kb.collect.git.commits import Commit, Walk, find_walks, read_commits
from kb.collect.git.edition import Edition, File, Layout, Part, is_safe
from kb.collect.git.error import GitError
from kb.collect.git.ledger import Ledger
from kb.collect.git.objects import Objects
from kb.collect.record import digest_of
from kb.model import Issue, Repository, Severity, Source

Progress = Callable[[int, str], None]

_COMMIT_LETTERS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class RepositoryReport:
    """What a run brought; companions are not counted.

    `documents` of the repository stand in the archive (of a run with `since` or `limit`: were looked at), of which
    `new` came now and `unchanged` stood there; `commits` were read. The issues name what was left out.
    """

    documents: int
    new: int
    unchanged: int
    commits: int
    issues: tuple[Issue, ...]


@dataclass(kw_only=True)
class History:
    """The history of a copy on its way into the archive; see `collect_repository` for what the names mean."""

    request: Repository
    source: Source
    archive: Archive
    objects: Objects
    ledger: Ledger
    clock: Callable[[], datetime]
    since: date | None
    limit: int | None
    blob_limit: int
    _layout: Layout = field(init=False)
    _new: int = 0
    _unchanged: int = 0
    _commits: int = 0
    _issues: dict[tuple[str, str], Issue] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._layout = Layout(self.request)
        # A ledger of another archive would keep this one empty.
        sample = self.ledger.sample()
        if sample is not None and self.archive.newest(sample) is None:
            self.ledger.forget()

    def follow(self, copy: Path, progress: Progress) -> RepositoryReport:
        """Goes through the branches, then through what only a tag leads to."""
        walks = find_walks(copy)
        if not any(walk.tips for walk in walks):
            raise GitError(
                "the repository has no branch and no build tag; is it the right one?",
                code="empty_repository",
                url=self.request.url,
            )
        known = [tip for tip in self.ledger.tips() if self.objects.has_commit(tip)]
        for walk in walks:
            if walk.tips and not self._take_walk(copy, walk, known, progress):
                break
            known += walk.tips
        whole = self.since is None and self.limit is None
        documents = self.ledger.documents() if whole else self._new + self._unchanged
        return RepositoryReport(
            documents=documents,
            new=self._new,
            unchanged=documents - self._new,
            commits=self._commits,
            issues=tuple(self._issues.values()),
        )

    def _take_walk(self, copy: Path, walk: Walk, known: list[str], progress: Progress) -> bool:
        """False when the limit was reached before the end."""
        with closing(read_commits(copy, walk.tips, known)) as commits:
            for commit in commits:
                progress(self._new + self._unchanged, f"{self.request.name} {commit.day.isoformat()}")
                if self.since and commit.day < self.since:
                    continue
                if self.ledger.is_done(commit.id):
                    continue
                if not self._take_commit(commit, walk):
                    return False
                self.ledger.finish(commit.id)
                self._commits += 1
        if not self.since:
            self.ledger.close_walk(walk.tips)
        return True

    def _take_commit(self, commit: Commit, walk: Walk) -> bool:
        safe = []
        for path in sorted(commit.paths):
            if is_safe(path):
                safe.append(path)
            elif any(self._layout.parts([path])):
                self._tell("unsafe_path", path, "the path cannot be the name of a document; the file is left out")
        parts, sheets = self._layout.parts(safe)
        # A sheet that changed alone tells of all texts beside it, of their repeal for one.
        for folder in sheets - {part.folder for part in parts}:
            parts |= self._layout.parts_of(self.objects, commit.id, folder)
        for part in sorted(parts):
            edition = self._layout.edition(self.objects, commit.id, part)
            self._tell_links(part, edition)
            if not edition.documents or self._is_known(part, edition, commit, walk):
                continue
            if self.limit is not None and self._new >= self.limit:
                return False
            self._take_edition(part, edition, commit, walk)
        return True

    def _is_known(self, part: Part, edition: Edition, commit: Commit, walk: Walk) -> bool:
        """Tags hold older builds of the same texts: from them only days are wanted that the branches do not have."""
        if self.ledger.knows(part, edition.fingerprint):
            return True
        return walk.name != "branches" and self.ledger.knows_day(part, commit.day, but=walk.name)

    def _take_edition(self, part: Part, edition: Edition, commit: Commit, walk: Walk) -> None:
        place = f"{self.request.name}/{part.folder}@{commit.id[:_COMMIT_LETTERS]}"
        kept = [f"{place}/{file.path}" for file in edition.documents if self._take_file(place, file, counts=True)]
        for file in edition.companions:
            self._take_file(place, file, counts=False)
        if kept:
            self.ledger.add(part, edition.fingerprint, day=commit.day, walk=walk.name, documents=kept)

    def _take_file(self, place: str, file: File, *, counts: bool) -> bool:
        """Whether the file is in the archive now."""
        document = f"{place}/{file.path}"
        if not is_safe(file.path):
            self._tell("unsafe_path", document, "the path cannot be the name of a document; the file is left out")
            return False
        body = self.objects.blob(file.id)
        if body is None:
            self._tell("too_large", document, f"more than {self.blob_limit} bytes; the file is left out")
            return False
        try:
            media_type = check_body(body, document)
        except CollectError as problem:
            self._tell("unreadable_body", document, f"{problem}; the file is left out")
            return False
        newest = self.archive.newest(document)
        is_new = newest is None or newest.snapshot.digest != digest_of(body)
        if is_new:
            self.archive.add(
                body, document=document, source=self.source.id, media_type=media_type, taken_at=self.clock()
            )
        if counts:
            self._new += is_new
            self._unchanged += not is_new
        return True

    def _tell_links(self, part: Part, edition: Edition) -> None:
        for path in edition.links:
            self._tell("not_a_file", f"{part.folder}/{path}", "a link or another repository, no file; it is left out")

    def _tell(self, code: str, path: str, message: str) -> None:
        """Notes an issue once for each path."""
        name = path if path.startswith(f"{self.request.name}/") else f"{self.request.name}/{path}"
        name = name.encode(errors="backslashreplace").decode()
        self._issues.setdefault(
            (code, name),
            Issue(code=code, severity=Severity.ERROR, document=name, message=f"{name}: {message}"),
        )
