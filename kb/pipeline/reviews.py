"""The review queue as people work on it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from kb.model import Decision, ReviewItem, ReviewKind, ReviewState, Value, Verdict
from kb.model.access import Actor
from kb.model.review import STATE_OF
from kb.model.review_shapes import WrongValueError, corrected_value
from kb.model.value_shapes import value_to_json
from kb.pipeline.errors import BadCursor, BadDecision, HomeBusy, UnknownName
from kb.pipeline.home import Home
from kb.pipeline.states import Page
from kb.pipeline.typed_words import typed_words
from kb.pipeline.value_codes import known_codes
from kb.store import Reader, ReviewFilter, Store, StoreBusy, Writer

LONGEST_AUTHOR = 100
LONGEST_REASON = 2_000
PATIENCE_S = 2.0  # another decision is stored in less; a build takes longer and is told at once after that


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """An item with its state: the `decisions` on it and the `earlier` ones on other words of its clause, newest
    first."""

    item: ReviewItem
    state: ReviewState
    decisions: tuple[Decision, ...] = ()
    earlier: tuple[Decision, ...] = ()


class Reviews:
    """The queue of a base: what is doubtful, and the decisions of people, which no build changes."""

    def __init__(
        self,
        home: Home,
        store: Store,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        patience: float | None = None,
    ) -> None:
        self._home = home
        self._store = store
        self._clock = clock
        self._patience = patience

    def listed(self, wanted: ReviewFilter, *, after: str | None = None, limit: int = 50) -> Page[Reviewed]:
        """Items in the order of work: reopened and open ones first; `after` is the cursor; raises BadCursor."""
        with self._store.read() as base:
            if after is not None and base.review_item(after) is None:
                raise BadCursor("this cursor belongs to an earlier state of the queue; begin with the first page")
            found = base.review_items(wanted, after=after, limit=limit + 1)
        items = tuple(Reviewed(item=item, state=state) for item, state in found[:limit])
        return Page(items, items[-1].item.id if len(found) > limit else None)

    def counts(self, wanted: ReviewFilter) -> dict[str, dict[str, int]]:
        """How many items stand in each `state` and are of each `kind`, `reason` and `attribute`."""
        with self._store.read() as base:
            return base.review_counts(wanted)

    def item(self, name: str) -> Reviewed:
        """An item with all decisions; one that no build finds any more as it was last decided; raises UnknownName."""
        with self._store.read() as base:
            return _reviewed(base, name)

    def following(self, name: str, wanted: ReviewFilter) -> str | None:
        """Id of the next item that waits for a decision behind this one, of the first where none does; else None."""
        waits = replace(wanted, waiting=True)
        with self._store.read() as base:
            known = base.review_item(name) is not None
            behind = base.review_items(waits, after=name, limit=1) if known else ()
            first = base.review_items(waits, limit=2)
        waiting = [item.id for item, _ in (*behind, *first) if item.id != name]
        return waiting[0] if waiting else None

    def decide(
        self, name: str, verdict: Verdict, *, reason: str, actor: Actor, value: Mapping[str, Any] | None = None
    ) -> Reviewed:
        """Keeps a person's decision; `value` has the fields that EDIT gives another value.

        Raises UnknownName, BadDecision for what cannot be decided so, HomeBusy while an import or a build is at work.
        """
        self.item(name)
        with self._writing() as base:
            before = _reviewed(base, name)
            decision = Decision(
                item=before.item,
                verdict=verdict,
                reason=typed_words(reason, "a reason", longest=LONGEST_REASON, wrong=BadDecision),
                author=typed_words(
                    actor.name, "the name of the person who decides", longest=LONGEST_AUTHOR, wrong=BadDecision
                ),
                decided_at=self._clock(),
                value=_value(before.item, verdict, value),
            )
            base.add_decision(decision)
            given = {"value": value_to_json(decision.value)} if decision.value else {}
            base.note_audit(
                actor=actor.signing(decision.author),
                action="review.decide",
                target=name,
                before={"state": before.state.value},
                after={"verdict": verdict.value, "reason": decision.reason, **given},
                at=decision.decided_at,
            )
            return _reviewed(base, name)

    @contextmanager
    def _writing(self) -> Iterator[Writer]:
        patience = PATIENCE_S if self._patience is None else self._patience
        try:
            with self._home.hold(wait=patience), self._store.write() as base:
                yield base
        except StoreBusy as problem:  # a build on another machine holds its own home and the same database
            raise HomeBusy(str(problem)) from problem


def _reviewed(base: Reader, name: str) -> Reviewed:
    found = base.review_item(name)
    own = tuple(base.decisions(item=name))[::-1]
    if found is None and not own:
        raise UnknownName(f"no review item {name!r} in this base")
    item, state = found or (own[0].item, STATE_OF[own[0].verdict])
    tied = base.decisions(keys=(item.key, item.place))
    earlier = tuple(one for one in tied if one.item.id != name)[::-1]
    return Reviewed(item=item, state=state, decisions=own, earlier=earlier)


def _value(item: ReviewItem, verdict: Verdict, given: Mapping[str, Any] | None) -> Value | None:
    if verdict is not Verdict.EDIT:
        if given:
            raise BadDecision("a value is given with the verdict edit only")
        return None
    if item.kind is not ReviewKind.STATEMENT or item.statement is None:
        raise BadDecision("two services are accepted as one or rejected, there is no value to edit")
    if not given:
        raise BadDecision("edit needs the value that is right, with the fields that differ")
    try:
        value = corrected_value(item.statement, given)
    except WrongValueError as problem:
        raise BadDecision(str(problem)) from problem
    if value == item.statement.value:
        raise BadDecision("this is the value that was read; accept it, or give another")
    code = getattr(value, "code", None)
    if code not in (None, getattr(item.statement.value, "code", None), *known_codes(item.statement.attribute)):
        raise BadDecision(f"{item.statement.attribute} has no code {code!r}; take one that the registry uses, or null")
    return value
