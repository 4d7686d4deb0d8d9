"""The findings of a base, and what people decide on them."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from kb.model import FindingVerdict, JudgedFinding, Service, VerdictNote
from kb.model.access import Actor
from kb.model.finding_shapes import verdict_to_json
from kb.pipeline.errors import BadCursor, BadVerdict, UnknownName
from kb.pipeline.states import Page
from kb.pipeline.typed_words import typed_words
from kb.pipeline.verdict_state import VerdictState, read_verdicts
from kb.store import FindingFilter, Reader, Store

Told = tuple[JudgedFinding, Service | None]
LONGEST_REASON = 2000  # characters of a reason
LONGEST_AUTHOR = 200  # characters of a name


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingConditions:
    """Which findings are asked for; an empty condition asks for all, several values are alternatives.

    `services` are any ids of services; `verdict` None asks for findings whatever people decided; `current` True asks
    for those that stand, False for those of past editions alone.
    """

    kinds: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    severities: tuple[str, ...] = ()
    verdict: FindingVerdict | None = None
    current: bool | None = None


ALL = FindingConditions()


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingCounts:
    """How many findings fit the conditions: all that were `found`, by what people decided (`open`, `confirmed`, …), and
    by class, service, body and severity. `editions` tells those that stand (`current`) from those of past editions
    (`past`), without the condition on it. `fixed` are confirmed ones of the whole base that an amendment mended since.
    """

    found: int
    fixed: int
    verdicts: dict[str, int]
    kinds: dict[str, int]
    services: dict[str, int]
    bodies: dict[str, int]
    severities: dict[str, int]
    editions: dict[str, int]


class Findings:
    """What `Registry.findings` gives. Raises NothingBuilt while there is no base."""

    def __init__(self, store: Store, built: Callable[[], AbstractContextManager[Reader]]) -> None:
        self._store = store
        self._built = built

    def listed(self, conditions: FindingConditions = ALL, *, after: str | None = None, limit: int = 50) -> Page[Told]:
        """Findings with their services, those that stand first, of these the most severe, then by class and service;
        `after` is the cursor of the page before. Raises BadCursor, UnknownName for a service that is not there."""
        with self._built() as base:
            state = read_verdicts(base)
            if after is not None and base.finding(after) is None:
                raise BadCursor("this cursor belongs to an earlier state of the base; begin with the first page")
            found = list(base.findings(_filter(base, state, conditions), after=after, limit=limit + 1))
            items = tuple((state.judged(one), _service(base, one.service)) for one in found[:limit])
        return Page(items, found[limit - 1].id if len(found) > limit else None)

    def each(self, conditions: FindingConditions = ALL) -> Iterator[Told]:
        """All findings that fit, one at a time, in the order of `listed`; raises UnknownName."""
        with self._built() as base:
            state = read_verdicts(base)
            for one in base.findings(_filter(base, state, conditions)):
                yield state.judged(one), _service(base, one.service)

    def item(self, name: str) -> Told:
        """A finding by its id; raises UnknownName."""
        with self._built() as base:
            found = base.finding(name)
            if found is None:
                raise UnknownName(f"no finding {name!r} in this base; it may be gone since a clause changed")
            return read_verdicts(base).judged(found), _service(base, found.service)

    def counts(self, conditions: FindingConditions = ALL) -> FindingCounts:
        """How many there are; raises UnknownName."""
        with self._built() as base:
            state = read_verdicts(base)
            wanted = _filter(base, state, conditions)
            everything = _filter(base, state, replace(conditions, verdict=None))
            verdicts = {
                verdict.value: sum(base.finding_counts("kind", _with_verdict(everything, state, verdict)).values())
                for verdict in FindingVerdict
            }
            kinds = base.finding_counts("kind", wanted)
            past = base.finding_counts("past", replace(wanted, past=None))
            return FindingCounts(
                found=sum(kinds.values()),
                fixed=len(state.fixed),
                verdicts=verdicts,
                kinds=kinds,
                services=base.finding_counts("service", wanted),
                bodies=base.finding_counts("body", wanted),
                severities=base.finding_counts("severity", wanted),
                editions={"current": past.get("False", 0), "past": past.get("True", 0)},
            )

    def decide(self, name: str, verdict: FindingVerdict, *, reason: str, actor: Actor) -> JudgedFinding:
        """Keeps a person's decision on a finding with its audit record; raises UnknownName, BadVerdict.

        OPEN takes a decision back; the record of it stays.
        """
        words = typed_words(reason, "a reason in a sentence", longest=LONGEST_REASON, wrong=BadVerdict)
        author = typed_words(actor.name, "the name of who decides", longest=LONGEST_AUTHOR, wrong=BadVerdict)
        with self._store.write() as base:
            finding = base.finding(name)
            if finding is None:
                raise UnknownName(f"no finding {name!r} in this base; it may be gone since a clause changed")
            note = VerdictNote(
                finding=finding.id,
                kind=finding.kind,
                digests=(finding.a.digest, finding.b.digest),
                places=(finding.a.place, finding.b.place),
                verdict=verdict,
                reason=words,
                author=author,
                words=finding.words,
                role=actor.role.value,
                at=datetime.now(UTC),
            )
            before = read_verdicts(base).holding.get(finding.id)
            base.add_verdict(note)
            base.note_audit(
                actor=replace(actor, name=author),
                action="verdict.add",
                target=f"finding:{finding.id}",
                before=verdict_to_json(before) if before else None,
                after=verdict_to_json(note),
            )
            return read_verdicts(base).judged(finding)

    def verdicts(self) -> tuple[VerdictNote, ...]:
        """All decisions, the oldest first: open data."""
        with self._store.read() as base:
            return base.verdicts()


def _filter(base: Reader, state: VerdictState, conditions: FindingConditions) -> FindingFilter:
    services = []
    for name in conditions.services:
        service = base.service(name)
        if service is None:
            raise UnknownName(f"no service {name!r} in this base; see kb services")
        services.append(service.id)
    wanted = FindingFilter(
        kinds=conditions.kinds,
        services=services,
        bodies=conditions.bodies,
        severities=conditions.severities,
        past=None if conditions.current is None else not conditions.current,
    )
    return _with_verdict(wanted, state, conditions.verdict) if conditions.verdict else wanted


def _with_verdict(wanted: FindingFilter, state: VerdictState, verdict: FindingVerdict) -> FindingFilter:
    ids = state.with_verdict(verdict)
    return replace(wanted, not_ids=ids) if verdict is FindingVerdict.OPEN else replace(wanted, ids=ids)


def _service(base: Reader, name: str | None) -> Service | None:
    return base.service(name) if name else None
