"""Recommendations: kept, answered by their owners, done or rejected; each step with its day, actor and note."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from kb.model import Evidence
from kb.model.access import Actor
from kb.model.plain_json import Json
from kb.model.recommendation import (
    LONGEST_WORDS,
    NEXT_STATES,
    KeptRecommendation,
    Recommendation,
    RecommendationFilter,
    RecommendationState,
    RecommendationStep,
)
from kb.pipeline.errors import BadCursor, BadRecommendation, UnknownName
from kb.pipeline.practice.recommended import line_place, read_recommendations
from kb.pipeline.states import Page
from kb.pipeline.today import today_in_kazakhstan
from kb.pipeline.typed_words import typed_words
from kb.store import Reader, Store, Writer

LONGEST_OWNER = 300
LATEST_DUE_YEARS = 20  # a last day beyond is a slip of the keyboard


_NEEDS_NOTE = (RecommendationState.REJECTED, RecommendationState.PROPOSED)


class Recommendations:
    """The recommendations of a base. Safe to use from several threads."""

    def __init__(
        self,
        store: Store,
        *,
        today: Callable[[], date] = today_in_kazakhstan,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        name: Callable[[], str] = lambda: secrets.token_hex(4),
    ) -> None:
        self._store = store
        self._today = today
        self._clock = clock
        self._name = name

    def add(
        self, wanted: Recommendation, *, actor: Actor, owner: str | None = None, due: date | None = None, note: str = ""
    ) -> KeptRecommendation:
        """Keeps a recommendation as proposed; raises BadRecommendation, UnknownName for a service or finding that is
        not in the base, StoreBusy."""
        words = typed_words(wanted.words, "a recommendation", longest=LONGEST_WORDS, wrong=BadRecommendation)
        if wanted.finding is None and wanted.place is None:
            raise BadRecommendation("a recommendation follows from a finding or from a line of a document; name one")
        step = self._step(actor, RecommendationState.PROPOSED, owner=owner, due=due, note=note)
        with self._store.write() as base:
            kept = _kept(self._name(), replace(wanted, words=words, service=_service_of(wanted, base)), step)
            self._keep(base, kept, actor)
        return kept

    def place(self, document: str, line: int) -> Evidence:
        """The words of a line of a document of the base; raises UnknownName, BadRecommendation for an empty line."""
        return line_place(self._store, document, line)

    def add_report(self, document: str, *, actor: Actor, keep: bool = True) -> tuple[Recommendation, ...]:
        """Keeps what a document recommends and is not kept yet, all or none; what that is. `keep` False only tells.

        Raises UnknownName, BadRecommendation for a document without a list of recommendations, StoreBusy.
        """
        read = read_recommendations(self._store, document)
        with self._store.write() if keep else self._store.read() as base:
            there = base.recommendation_keys(one.key for one in read if one.key)
            new = tuple(one for one in read if one.key not in there)
            if isinstance(base, Writer):
                for one in reversed(new):  # the newest is listed first, and the first of the report shall be
                    self._keep(base, _kept(self._name(), one, self._step(actor, RecommendationState.PROPOSED)), actor)
        return new

    def listed(
        self, wanted: RecommendationFilter, *, after: str | None = None, limit: int = 50
    ) -> Page[KeptRecommendation]:
        """Recommendations, the newest first; `after` is the cursor of the page before; raises BadCursor."""
        with self._store.read() as base:
            last = base.recommendation(after) if after is not None else None
            if after is not None and last is None:
                raise BadCursor("this cursor is none of the recommendations; begin with the first page")
            found = base.recommendations(wanted, after=last, limit=limit + 1)
        return Page(found[:limit], found[limit - 1].id if len(found) > limit else None)

    def overdue(self) -> RecommendationFilter:
        """The condition that leaves those whose last day has passed today."""
        return RecommendationFilter(overdue_on=self._today())

    def counts(self) -> dict[RecommendationState, int]:
        """How many stand in each state; 0 where none does."""
        with self._store.read() as base:
            found = base.recommendation_counts()
        return {state: found.get(state, 0) for state in RecommendationState}

    def item(self, name: str) -> KeptRecommendation:
        """The recommendation of this id; raises UnknownName."""
        with self._store.read() as base:
            return _known(base, name)

    @staticmethod
    def _keep(base: Writer, kept: KeptRecommendation, actor: Actor) -> None:
        base.add_recommendation(kept)
        base.note_audit(actor=actor, action="recommendation.add", target=kept.id, after=_told(kept), at=kept.made_at)

    def _step(
        self,
        actor: Actor,
        state: RecommendationState,
        *,
        owner: str | None = None,
        due: date | None = None,
        note: str = "",
    ) -> RecommendationStep:
        return RecommendationStep(
            at=self._clock(),
            actor=actor.name,
            state=state,
            owner=typed_words(owner, "an owner", longest=LONGEST_OWNER, wrong=BadRecommendation) if owner else None,
            due=self._day(due),
            note=typed_words(note, "a note", longest=LONGEST_WORDS, wrong=BadRecommendation) if note.strip() else "",
        )

    def _day(self, due: date | None) -> date | None:
        if due is not None and due.year > self._today().year + LATEST_DUE_YEARS:
            raise BadRecommendation(f"the last day {due} is more than {LATEST_DUE_YEARS} years away; check the year")
        return due

    def change(
        self,
        name: str,
        state: RecommendationState,
        *,
        actor: Actor,
        owner: str | None = None,
        due: date | None = None,
        note: str = "",
    ) -> KeptRecommendation:
        """The next state of a recommendation; an owner or last day that is left out stays as it was.

        What is accepted needs an owner and a last day, what is rejected or opened again a note that says why. Raises
        UnknownName, BadRecommendation, StoreBusy.
        """
        with self._store.write() as base:
            before = _known(base, name)
            step = self._step(
                actor,
                state,
                owner=owner or before.owner,
                due=due or before.due,
                note=note,
            )
            _check_step(before, step, today=self._today(), new_due=due is not None)
            base.change_recommendation(name, step)
            after = _known(base, name)
            base.note_audit(
                actor=actor,
                action=f"recommendation.{state.value}",
                target=name,
                before=_told(before),
                after=_told(after),
                at=step.at,
            )
        return after


def _check_step(before: KeptRecommendation, step: RecommendationStep, *, today: date, new_due: bool) -> None:
    """Raises BadRecommendation for a step that the state before does not allow, or that lacks what it needs."""
    if step.state not in NEXT_STATES[before.state]:
        allowed = ", ".join(NEXT_STATES[before.state])
        raise BadRecommendation(f"{before.id} is {before.state}; it can become {allowed}, not {step.state}")
    reopened = step.state is RecommendationState.ACCEPTED and before.state is RecommendationState.DONE
    if (step.state in _NEEDS_NOTE or reopened) and not step.note:
        raise BadRecommendation("a note is needed: say why it is rejected or opened again")
    if step.state is RecommendationState.ACCEPTED:
        if step.owner is None:
            raise BadRecommendation("an owner is needed: name the body or unit that accepted it")
        if step.due is None:
            raise BadRecommendation("a last day is needed: say by when it will be done")
        if step.due < today and (new_due or before.state is RecommendationState.PROPOSED):
            raise BadRecommendation(f"the last day {step.due} has passed; name one from {today} on")


def _kept(name: str, wanted: Recommendation, step: RecommendationStep) -> KeptRecommendation:
    return KeptRecommendation(
        id=name,
        made_at=step.at,
        recommendation=wanted,
        state=step.state,
        owner=step.owner,
        due=step.due,
        steps=(step,),
    )


def _service_of(wanted: Recommendation, base: Reader) -> str | None:
    """The id of today of the service that is named, else of the one that the finding is about."""
    found = base.finding(wanted.finding) if wanted.finding is not None else None
    if wanted.finding is not None and found is None:
        raise UnknownName(f"no finding {wanted.finding!r} in this base; see kb check")
    if wanted.service is None:
        return found.service if found else None
    service = base.service(wanted.service)
    if service is None:
        raise UnknownName(f"no service {wanted.service!r} in this base; see kb services")
    return service.id


def _known(base: Reader, name: str) -> KeptRecommendation:
    found = base.recommendation(name)
    if found is None:
        raise UnknownName(f"no recommendation {name!r} is kept; see kb monitor recommend list")
    return found


def _told(kept: KeptRecommendation) -> Json:
    """What the audit trail tells of a recommendation."""
    return {
        "state": kept.state.value,
        "owner": kept.owner,
        "due": kept.due.isoformat() if kept.due else None,
        "service": kept.recommendation.service,
        "note": kept.steps[-1].note,
    }
