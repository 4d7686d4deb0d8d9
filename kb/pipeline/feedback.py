"""Marks that people give answers and pages: kept for some days with personal data masked, and worked off by staff."""

import re
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from kb.model.access import Actor, Work
from kb.model.feedback import GAP_KINDS, GapClass, GapState, KeptMark, Mark, MarkCount, MarkFilter, MarkKind
from kb.model.review_shapes import has_controls
from kb.pipeline.address_rate import AddressRate
from kb.pipeline.errors import BadCursor, BadFeedback, TooManyMarks, UnknownName
from kb.pipeline.states import Page
from kb.pipeline.today import KAZAKHSTAN
from kb.search.request import LONGEST_TEXT
from kb.store import Reader, Store, Writer
from kb.text import Masked, mask_personal

KEPT_DAYS = 90
LONGEST_WORDS = 2_000
LONGEST_NAME = 300
MARKS_A_MINUTE = 10  # of one address that shows no key: a person reads an answer before marking it
_DAY = timedelta(days=1)
_MARKED_PAGE = re.compile(r"/[^?#\x00-\x1f\x7f]{0,299}")
_ANSWER_ID = re.compile(r"[A-Za-z0-9._:-]{1,64}")


class Feedback:
    """The marks of a base; `days` is how long one is kept, 0 keeps none. Safe to use from several threads."""

    def __init__(
        self,
        store: Store,
        *,
        mask: Callable[[str], Masked] = mask_personal,
        days: int = KEPT_DAYS,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        name: Callable[[], str] = lambda: secrets.token_hex(8),
        rate: AddressRate | None = None,
    ) -> None:
        self.days = days
        self._store = store
        self._mask = mask
        self._clock = clock
        self._name = name
        self._rate = rate or AddressRate(most=MARKS_A_MINUTE)
        self._purged_at: datetime | None = None

    def note(self, mark: Mark, *, address: str | None = None, actor: Actor | None = None) -> str:
        """Keeps a mark with personal data masked; its id.

        `address` is where it comes from, which may send `MARKS_A_MINUTE`; None for staff (`actor`), who alone give a
        class. Raises BadFeedback for what cannot be kept, TooManyMarks, StoreBusy while somebody else writes.
        """
        self._refuse_too_many(address)
        if not self.days:
            raise BadFeedback("this base keeps no marks: KB_QUERY_LOG_DAYS is 0")
        if mark.gap is not None and (actor is None or not actor.may(Work.FEEDBACK)):
            raise BadFeedback("the class of a mark is given by staff; leave it out")
        if mark.gap is not None and mark.kind not in GAP_KINDS:
            raise BadFeedback(f"a mark of the kind {mark.kind} has no class; leave it out")
        now = self._clock()
        kept = KeptMark(id=self._name(), made_at=now, mark=self._masked(mark))
        with self._store.write() as base:
            kept = replace(kept, mark=_with_service(kept.mark, base))
            if mark.gap is not None and actor is not None:
                kept = replace(kept, changed_by=actor.name, changed_at=now)
                told = {"class": mark.gap.value, "state": kept.state.value}
                base.note_audit(actor=actor, action="feedback.sort", target=kept.id, after=told, at=now)
            base.add_mark(kept, week=week_of(now))
            self._purge_once(base, now)
        return kept.id

    def listed(self, wanted: MarkFilter, *, after: str | None = None, limit: int = 50) -> Page[KeptMark]:
        """Marks, the newest first; `after` is the cursor of the page before; raises BadCursor."""
        with self._store.read() as base:
            last = base.mark(after) if after is not None else None
            if after is not None and last is None:
                raise BadCursor("this cursor belongs to a mark that is forgotten; begin with the first page")
            found = base.marks(wanted, since=self._first(wanted), after=last, limit=limit + 1)
        items = found[:limit]
        return Page(items, items[-1].id if len(found) > limit else None)

    def counts(self, wanted: MarkFilter) -> tuple[MarkCount, ...]:
        """How many marks each week holds of each kind, class and state, the earliest week first."""
        with self._store.read() as base:
            return base.mark_counts(wanted, since=self._first(wanted))

    def item(self, name: str) -> KeptMark:
        """The mark of this id; raises UnknownName."""
        with self._store.read() as base:
            return _known(base, name)

    def sort(self, name: str, gap: GapClass | None, *, actor: Actor) -> KeptMark:
        """Gives a mark a class, None takes it away.

        Raises UnknownName, BadFeedback for a mark that leaves no work, StoreBusy.
        """
        return self._change(name, "feedback.sort", actor, gap=gap, sorts=True)

    def settle(self, name: str, state: GapState, *, actor: Actor) -> KeptMark:
        """Says that the work on a mark is done, or open again; raises UnknownName, BadFeedback, StoreBusy."""
        return self._change(name, "feedback.settle", actor, state=state)

    def forget(self, *, actor: Actor, older_than: int | None = None) -> int:
        """Deletes marks older than so many days (None = the days they are kept; 0 = all); how many they were."""
        now, days = self._clock(), self.days if older_than is None else older_than
        with self._store.write() as base:
            count = self._purge(base, now, days)
            told = {"older_than": days, "marks": count}
            base.note_audit(actor=actor, action="feedback.forget", target="feedback", after=told, at=now)
            return count

    def _change(
        self,
        name: str,
        action: str,
        actor: Actor,
        *,
        gap: GapClass | None = None,
        state: GapState | None = None,
        sorts: bool = False,
    ) -> KeptMark:
        now = self._clock()
        with self._store.write() as base:
            before = _known(base, name)
            if before.mark.kind not in GAP_KINDS:
                raise BadFeedback(f"a mark of the kind {before.mark.kind} leaves no work behind it")
            new = gap if sorts else before.mark.gap
            then = state or before.state
            base.change_mark(name, gap=new, state=then, by=actor.name, at=now)
            base.note_audit(
                actor=actor,
                action=action,
                target=name,
                before={"class": before.mark.gap, "state": before.state.value},
                after={"class": new, "state": then.value},
                at=now,
            )
            return _known(base, name)

    def _refuse_too_many(self, address: str | None) -> None:
        if address is None:
            return
        if wait := self._rate.wait_s(address):
            raise TooManyMarks(wait)
        self._rate.note(address)

    def _masked(self, mark: Mark) -> Mark:
        question = typed_text(mark.question or "", "a question", longest=LONGEST_TEXT)
        words = typed_text(mark.words, "what you write", longest=LONGEST_WORDS)
        if mark.kind in (MarkKind.COMMENT, MarkKind.UNLISTED_DOCUMENT) and not words:
            raise BadFeedback("words are needed: say what is missing or wrong")
        if not _MARKED_PAGE.fullmatch(mark.page):
            raise BadFeedback("page is the path of a page, such as /search, without what stands behind the ?")
        if mark.answer is not None and not _ANSWER_ID.fullmatch(mark.answer):
            raise BadFeedback("answer is the id of an answer: letters, digits and . _ : -, at most 64")
        masked = self._mask(question)
        return replace(
            mark,
            page=self._mask(mark.page).text,
            question=masked.text or None,
            words=self._mask(words).text,
            # An id that was made of the words would let who guesses a number see that it stood in them.
            answer=None if masked.kinds or (mark.answer and self._mask(mark.answer).kinds) else mark.answer,
        )

    def _first(self, wanted: MarkFilter) -> datetime:
        """Nothing that should be forgotten is shown, even where nothing has been written since."""
        kept = self._clock() - self.days * _DAY
        return max(datetime.combine(wanted.since, time.min, KAZAKHSTAN), kept) if wanted.since else kept

    def _purge_once(self, base: Writer, now: datetime) -> None:
        if self._purged_at is None or now - self._purged_at >= _DAY:
            self._purge(base, now, self.days)
            self._purged_at = now

    def _purge(self, base: Writer, now: datetime, days: int) -> int:
        return base.forget_marks(now - days * _DAY if days else None)


def week_of(moment: datetime) -> date:
    """The Monday of the week of a moment, in Kazakhstan."""
    day = moment.astimezone(KAZAKHSTAN).date()
    return day - timedelta(days=day.weekday())


def _known(base: Reader, name: str) -> KeptMark:
    found = base.mark(name)
    if found is None:
        raise UnknownName(f"no mark {name!r} is kept; see kb feedback list")
    return found


def _with_service(mark: Mark, base: Reader) -> Mark:
    """The mark with the id of its service: nothing else that a person wrote is kept in its place."""
    if mark.service is None:
        return mark
    found = base.service(mark.service) if len(mark.service) <= LONGEST_NAME else None
    if found is None:
        raise BadFeedback("no service goes by this id; leave it out or take one of the base")
    return replace(mark, service=found.id)


def typed_text(text: str, what: str, *, longest: int) -> str:
    """The words with single blanks; raises BadFeedback for too many and for unshowable ones."""
    words = " ".join(text.split())
    if len(words) > longest:
        raise BadFeedback(f"{what} has at most {longest:,} characters, this has {len(words):,}")
    if has_controls(words):
        raise BadFeedback(f"{what} holds characters that cannot be shown")
    return words
