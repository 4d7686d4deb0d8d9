"""The archive into a base: what changed is read, all is resolved, the indexes are built beside and swapped in."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import chain
from uuid import uuid4

from kb.model import RegisterStatus, Service, ServiceState, Statement, apply_decisions
from kb.model.access import Actor
from kb.norms.repealed_acts import repeals
from kb.pipeline.annex_keys import tell_annexes_apart
from kb.pipeline.audited_work import audited_work
from kb.pipeline.auditing import find_build_issues
from kb.pipeline.catalogue import register_editions
from kb.pipeline.check_ground import CheckGround
from kb.pipeline.checking import check_base
from kb.pipeline.errors import PipelineError
from kb.pipeline.home import Home
from kb.pipeline.importing import check_source
from kb.pipeline.indexing import index_base
from kb.pipeline.overlaps import measure_overlaps
from kb.pipeline.progress import Progress, Step, silent
from kb.pipeline.reading import read_changes
from kb.pipeline.reviewing import Held, find_review_items, hold_decisions
from kb.pipeline.states import BuildReport
from kb.pipeline.swapping import finish_swap
from kb.pipeline.today import today_in_kazakhstan
from kb.pipeline.version import building_version
from kb.resolve import (
    ActHistory,
    Group,
    RegisterEditions,
    build_service,
    date_statements,
    group_mentions,
    with_standing,
)
from kb.search import SearchBackend
from kb.store import Build, Reader, Store, Writer

DECISIONS = "decisions"  # how many of people a build took in; more of them call for another


def build_base(
    home: Home,
    *,
    source: str | None = None,
    full: bool = False,
    progress: Progress | None = None,
    actor: Actor | None = None,
) -> BuildReport:
    """Brings the base up to the archive; of one source when `source` names it, all anew when `full`. Beginning and end
    go into the audit trail under the person `actor`, if one is named.

    A document that cannot be read is one of the report's `failures` and does not stop the others.
    Whatever stops the build leaves the base and the live indexes as they were. Raises UnknownName for
    a source that does not exist and HomeBusy while another import or build is at work.
    """
    check_source(source)
    asked = {"source": source, "full": full}
    with (
        home.hold(),
        closing(home.store()) as store,
        closing(home.backend(store)) as backend,
        audited_work(store, "build", target="base", actor=actor, asked=asked) as told,
    ):
        report = _build(home, store, backend, source=source, full=full, progress=progress or silent)
        told.update(
            changed=report.changed,
            read=report.read,
            unchanged=report.unchanged,
            failures=len(report.failures),
            counts=dict(report.counts),
        )
        return report


def remove_source(home: Home, name: str, *, actor: Actor, progress: Progress | None = None) -> BuildReport:
    """Takes the documents of a source out of the base, until they are imported again; the archive keeps them."""
    check_source(name)
    with home.hold(), closing(home.store()) as store, closing(home.backend(store)) as backend:
        documents = [one.document for one in home.archive().snapshots(name)]
        if not documents:
            raise PipelineError(f"the archive holds no document of source {name}; there is nothing to remove")
        removal = _Removal(documents, actor)
        return _build(home, store, backend, source=name, full=False, progress=progress or silent, removal=removal)


@dataclass(frozen=True, slots=True)
class _Removal:
    """Documents that a person takes out of the base."""

    documents: list[str]
    actor: Actor


def _build(
    home: Home,
    store: Store,
    backend: SearchBackend,
    *,
    source: str | None,
    full: bool,
    progress: Progress,
    removal: _Removal | None = None,
) -> BuildReport:
    live = finish_swap(store, backend)
    archive = home.archive()
    with store.write() as base:
        if removal and source:
            base.mark_removed(source, removal.documents)
            told = {"documents": len(removal.documents)}
            base.note_audit(actor=removal.actor, action="source.remove", target=source, before=told)
        changes = read_changes(base, archive, source=source, full=full, progress=progress)
        before = base.build()
        issues = (*changes.failures, *find_build_issues(base, archive, full=full))
        day = today_in_kazakhstan()
        current = before is not None and before.version == building_version() and live
        turned = before is not None and _turned(base, datetime.fromisoformat(before.finished_at).date(), day)
        same_issues = Counter(issues) == Counter(base.issues(of_build=True))
        decided = base.decision_count()
        if (
            current
            and not turned
            and not changes.any
            and same_issues
            and before
            and before.counts.get(DECISIONS, 0) == decided
        ):
            return BuildReport(
                changed=False,
                read=0,
                unchanged=changes.unchanged,
                failures=changes.failures,
                counts=before.counts,
            )
        base.save_build_issues(issues)
        _resolve(base, progress)
        ground = CheckGround(base, day)
        unchecked = check_base(base, ground, progress=progress)
        measure_overlaps(base, ground, progress=progress)
        indexes = index_base(base, backend, build=uuid4().hex[:12], progress=progress)
        counts = {**base.counts(), DECISIONS: decided}
        base.save_build(
            Build(
                finished_at=datetime.now(UTC).isoformat(timespec="seconds"),
                version=building_version(),
                indexes=indexes,
                counts=counts,
            )
        )
    progress(Step(stage="swap", done=0, total=1))
    backend.swap(*indexes.values())
    progress(Step(stage="swap", done=1, total=1))
    return BuildReport(
        changed=True,
        read=changes.read,
        unchanged=changes.unchanged,
        failures=(*changes.failures, *unchecked),
        counts=counts,
    )


def _turned(base: Reader, since: date, day: date) -> bool:
    """Whether findings may differ though no document does: statements or acts that began or ended to hold since the
    last build, or a check that did not end then."""
    ended = any(since < one.on <= day for one in repeals())
    return ended or base.turns_between(since, day) or not all(base.checks().values())


def _resolve(base: Writer, progress: Progress) -> None:
    progress(Step(stage="resolve", done=0, total=1))
    tell_annexes_apart(base)
    history = ActHistory(base.acts(), base.editions())
    base.save_periods(date_statements(base.unresolved_statements(), history))
    held = hold_decisions(base, history)
    groups = group_mentions(base.mentions(), joined=held.joined, apart=held.apart)
    editions = register_editions(base)
    base.save_services(_services(base, groups, held, editions))
    base.save_service_states(_states(base, groups, held, editions))
    lost = base.unowned()
    if lost:
        raise PipelineError(f"{len(lost)} mentions were resolved to no service, the first is {lost[0]!r}")
    base.save_review_items(find_review_items(base, groups, held))
    progress(Step(stage="resolve", done=1, total=1))


def _services(base: Reader, groups: Iterable[Group], held: Held, editions: RegisterEditions) -> Iterator[Service]:
    """One service after the other, each with what was read of it alone and people did not reject."""
    for group in groups:
        mentions = tuple(base.mentions(keys=group.keys))
        statements = editions.current(mentions, _stated(base, group, held))
        yield with_standing(build_service(group, mentions, statements), editions.standing_of(mentions))


def _states(base: Reader, groups: Iterable[Group], held: Held, editions: RegisterEditions) -> Iterator[ServiceState]:
    """The services that the register has or had, as each of its editions told of them."""
    for group in groups:
        mentions = tuple(base.mentions(keys=group.keys))
        if editions.standing_of(mentions).status is not RegisterStatus.UNLISTED:
            yield from editions.states_of(group, mentions, _stated(base, group, held))


def _stated(base: Reader, group: Group, held: Held) -> tuple[Statement, ...]:
    read = tuple(chain.from_iterable(base.read_statements(mention=key) for key in group.keys))
    return apply_decisions(read, held.statements).statements
